import type { Finding } from '../findings/finding';
import type { FieldKey } from '../ledger/fields';
import type { Form, FormColumn } from '../ledger/form';
import { headingKey, unitOfHeading } from '../ledger/tidy';
import { columnName } from '../workbook/cell';
import type { Heading, HeadingBand } from './find-headings';
import { rank } from './heading-words';
import { bearsTitle, type Layout } from './pick-form';

/** Where the form on the sheet departs from the paper: columns moved, renamed, removed, inserted, a unit or the title changed. */
export function formChanges(
  workbook: string,
  sheet: string,
  band: HeadingBand,
  layout: Layout,
  title: readonly string[],
): readonly Finding[] {
  const { form } = layout;
  if (!form) return [];
  const found: Finding[] = [];
  const report = (message: string, row: number, column: number, data: Finding['data']) =>
    found.push({ kind: 'form-changed', message, data, severity: 'warning', at: [{ workbook, sheet, row, column }] });
  const edge = band.headings[0]?.column ?? 1;
  const leftOver = new Set<Heading>([...layout.others, ...foreignColumns(form, layout)]);

  form.columns.forEach((column, index) => {
    const match = layout.columns.get(column.field);
    const name = nameOf(column);
    if (!match) {
      const likely = likelyReplacement(form, layout, index, leftOver);
      if (likely) leftOver.delete(likely);
      if (likely)
        report('replaced', band.bottom, likely.column, {
          form: form.title,
          name,
          column: columnName(likely.column),
          actual: printed(likely),
        });
      else report('removed', band.bottom, neighbourOf(form, layout, index) ?? edge, { form: form.title, name });
      return;
    }
    const at = match.heading.column;
    if (match.rank >= rank.alias) {
      report('renamed', band.bottom, at, {
        column: columnName(at),
        expected: printedOf(column),
        actual: printed(match.heading),
      });
    }
    const { unit } = match.heading;
    if (
      unit !== undefined &&
      column.unit !== undefined &&
      unit !== plainUnit(column.unit) &&
      !spelledSo(column, match.heading)
    ) {
      report('unit', band.bottom, at, { name, expected: column.unit, actual: unit });
    }
  });

  for (const { column, after } of movedColumns(form, layout)) {
    const at = layout.columns.get(column.field)?.heading.column ?? edge;
    const data = { name: nameOf(column), column: columnName(at) };
    if (after) report('moved', band.bottom, at, { ...data, after: nameOf(after) });
    else report('movedFirst', band.bottom, at, data);
  }
  for (const heading of leftOver) {
    report('inserted', band.bottom, heading.column, {
      column: columnName(heading.column),
      actual: printed(heading),
      form: form.title,
    });
  }
  const titles = title.filter((line) => looksLikeTitle(line));
  if (form.printsTitle !== false && titles.length > 0 && !bearsTitle(form, title)) {
    report('title', Math.max(1, band.top - title.length), edge, {
      expected: form.title,
      actual: titles[0].slice(0, 40),
    });
  }
  return found;
}

const nameOf = (column: FormColumn): string => column.heading[column.heading.length - 1];
const printedOf = (column: FormColumn): string =>
  `${nameOf(column)}${column.unit === undefined ? '' : `（${column.unit}）`}`;
const printed = (heading: Heading): string => heading.parts[heading.parts.length - 1].slice(0, 40);
const plainUnit = (unit: string): string => unitOfHeading(`(${unit})`) ?? unit;
const looksLikeTitle = (line: string): boolean =>
  /(台账|名册|花名册|一览表|统计表|登记表|明细表|汇总表|发放表|审批表|公示表)/.test(line) && !line.includes('：');

/** A spelling with its unit that the form itself allows, such as 需口粮救助（公斤）. */
const spelledSo = (column: FormColumn, heading: Heading): boolean =>
  (column.alsoSeenAs ?? []).some(
    (other) => unitOfHeading(other) === heading.unit && headingKey(other) === heading.keys.at(-1),
  );

function foreignColumns(form: Form, layout: Layout): readonly Heading[] {
  const own = new Set<FieldKey>([...form.columns.map((column) => column.field), ...(form.mayAdd ?? [])]);
  return [...layout.columns].filter(([field]) => !own.has(field)).map(([, match]) => match.heading);
}

/** An unknown heading that stands where the lost column stood, or shares most of its signs. */
function likelyReplacement(
  form: Form,
  layout: Layout,
  index: number,
  leftOver: ReadonlySet<Heading>,
): Heading | undefined {
  const before = layout.columns.get(form.columns[index - 1]?.field)?.heading.column;
  const after = layout.columns.get(form.columns[index + 1]?.field)?.heading.column;
  const wanted = new Set(headingKey(nameOf(form.columns[index])));
  const candidates = [...leftOver].map((heading) => {
    const signs = new Set(heading.keys.at(-1) ?? '');
    const shared = [...wanted].filter((sign) => signs.has(sign)).length / Math.max(wanted.size, signs.size, 1);
    const inPlace = before !== undefined && after !== undefined && heading.column > before && heading.column < after;
    return { heading, likeness: shared + (inPlace ? 0.3 : 0) };
  });
  const best = candidates.sort((left, right) => right.likeness - left.likeness)[0];
  return best && best.likeness >= 0.6 ? best.heading : undefined;
}

function neighbourOf(form: Form, layout: Layout, index: number): number | undefined {
  for (let before = index - 1; before >= 0; before -= 1) {
    const match = layout.columns.get(form.columns[before].field);
    if (match) return match.heading.column;
  }
  return undefined;
}

/** The fewest columns whose going home puts the form in order again, each with the column it belongs behind. */
function movedColumns(
  form: Form,
  layout: Layout,
): readonly { readonly column: FormColumn; readonly after: FormColumn | undefined }[] {
  const present = form.columns.filter((column) => layout.columns.has(column.field));
  const places = present.map((column) => layout.columns.get(column.field)?.heading.column ?? 0);
  const inOrder = longestRising(places);
  return present.flatMap((column, index) => (inOrder.has(index) ? [] : [{ column, after: present[index - 1] }]));
}

/** The indexes of a longest rising run, gaps allowed. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const length = numbers.map(() => 1);
  const previous = numbers.map(() => -1);
  let end = numbers.length === 0 ? -1 : 0;
  for (let index = 0; index < numbers.length; index += 1) {
    for (let earlier = 0; earlier < index; earlier += 1) {
      if (numbers[earlier] < numbers[index] && length[earlier] + 1 > length[index]) {
        length[index] = length[earlier] + 1;
        previous[index] = earlier;
      }
    }
    if (length[index] > length[end]) end = index;
  }
  const chosen = new Set<number>();
  for (let index = end; index >= 0; index = previous[index]) chosen.add(index);
  return chosen;
}
