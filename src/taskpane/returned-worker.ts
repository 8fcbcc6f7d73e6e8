import { readFile } from '../adapters/file/read/read-file';
import { servePage } from '../panel/merge/serve-page';

/** The entry of the page's workers: they read the returned files that are to be merged. */
servePage(async (bytes, name, watch) => {
  const { snapshot } = await readFile(bytes, name, undefined, watch);
  return { read: async () => snapshot };
});
