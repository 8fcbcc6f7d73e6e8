/** A day as `yyyy-mm-dd`. */
export type IsoDate = string & { readonly unit: 'day' };
