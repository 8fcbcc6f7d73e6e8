import type { Area, CellValue } from './cell';

/** A whole sheet described, not drawn: adapters turn it into cells, styles and page set-up. */
export interface SheetPlan {
  readonly name: string;
  /** The text of A1, by which a sheet of ours is known again. `rows[0]` must begin with it. */
  readonly heading: string;
  /** Widths in characters, from column A on. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly PlanRow[];
  readonly merges: readonly Area[];
  /** Looks, by the name that cells use. */
  readonly styles: Readonly<Record<string, PlanStyle>>;
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** Choices offered in a cell. The words together may have 255 characters at most (Excel's own limit). */
  readonly lists?: readonly { readonly area: Area; readonly choices: readonly string[] }[];
  readonly page?: PageSetup;
  readonly visibility?: 'visible' | 'hidden';
}

export interface PlanRow {
  /** In points; missing lets the program fit it. */
  readonly height?: number;
  readonly cells: readonly PlanCell[];
  /** A new page begins with this row. */
  readonly pageBreakBefore?: boolean;
}

export interface PlanCell {
  readonly value: CellValue;
  /** A key of `SheetPlan.styles`. */
  readonly style?: string;
}

export interface PlanStyle {
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  /** `#rrggbb` */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly numberFormat?: string;
}

/** Margins in centimetres. */
export interface PageSetup {
  readonly paper: 'A4' | 'A3';
  readonly orientation: 'portrait' | 'landscape';
  readonly margins?: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly fitToWidth?: boolean;
  /** These rows come again on each page. */
  readonly titleRows?: { readonly from: number; readonly to: number };
  readonly footer?: string;
  readonly header?: string;
}
