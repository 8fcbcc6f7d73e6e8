import type { Mark } from '../../core/workbook/change';
import { markFills, markFormula, markSeverities } from '../../core/workbook/mark-tag';
import { rectanglesOf } from '../../core/workbook/rectangles';
import { addressGroups } from './read-from-excel';

/** Queues that all our marks on the sheet become these; `ourFormats` are the conditional formats that carry the old ones. */
export function writeMarks(
  context: Excel.RequestContext,
  name: string,
  marks: readonly Mark[],
  ourFormats: readonly string[],
): void {
  const sheet = context.workbook.worksheets.getItem(name);
  // eslint-disable-next-line office-addins/load-object-before-read -- the collection is only a way to its items, not read
  const formats = sheet.getRange().conditionalFormats;
  for (const id of ourFormats) formats.getItem(id).delete();
  for (const severity of markSeverities) {
    const cells = marks.filter((mark) => mark.severity === severity);
    for (const addresses of addressGroups(rectanglesOf(cells))) {
      const format = sheet.getRanges(addresses).conditionalFormats.add('Custom');
      format.custom.rule.formula = `=${markFormula(severity)}`;
      format.custom.format.fill.color = markFills[severity].toUpperCase();
    }
  }
}
