import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { plainStyle } from '../../core/workbook/snapshot';
import { cellLook } from './cell-look';

/** Gives each cell style a class of its own in one style sheet; a style is written the first time a cell is drawn with it. */
export function styleClasses(): {
  readonly classOf: (workbook: WorkbookSnapshot, style: number) => string;
  readonly remove: () => void;
} {
  const element = document.createElement('style');
  document.head.appendChild(element);
  // Equal looks share a class, also across workbooks, so the sheet stays small however long the page is open.
  const names = new Map<string, string>();
  let workbookStyles: WorkbookSnapshot['styles'] | undefined;
  let known: (string | undefined)[] = [];
  return {
    classOf: (workbook, style) => {
      if (workbook.styles !== workbookStyles) {
        workbookStyles = workbook.styles;
        known = [];
      }
      const before = known[style];
      if (before !== undefined) return before;
      const look = cellLook(workbook.styles[style] ?? plainStyle);
      let name = names.get(look);
      if (name === undefined) {
        name = `look-${names.size}`;
        names.set(look, name);
        element.sheet?.insertRule(`.${name}{${look}}`, element.sheet.cssRules.length);
      }
      known[style] = name;
      return name;
    },
    remove: () => element.remove(),
  };
}
