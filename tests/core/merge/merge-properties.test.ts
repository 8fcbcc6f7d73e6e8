import fc from 'fast-check';
import { returnedPlan, workbookOfPlans, type Household } from '../../support/returned-plan';
import { mergedRows, mergeOf, type TestFile } from './merge-of';

const villages = ['青石村', '云台村', '柳溪社区'];

const household = fc.record({
  head: fc.integer({ min: 0, max: 24 }),
  size: fc.integer({ min: 1, max: 6 }),
  inNeed: fc.integer({ min: 0, max: 6 }),
  cells: fc.constantFrom(
    {},
    { idNumber: '无' },
    { reliefAmount: '三百' },
    { villageName: null },
    { reliefAmount: 0.01 },
  ),
});

/** Any few returns: villages again and again, equal people, files that cannot be read. */
const draft = fc.record({
  village: fc.constantFrom(...villages),
  households: fc.array(household, { maxLength: 8 }),
  preparedOn: fc.constantFrom('2026-01-03', '2026-01-04', '2025-02-03'),
  modifiedOn: fc.constantFrom(undefined, '2026-01-05', '2026-01-06'),
  copies: fc.integer({ min: 1, max: 2 }),
  isRead: fc.constantFrom(true, true, true, true, false),
});
const drafts = fc.array(draft, { minLength: 1, maxLength: 5 });
type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

const filesOf = (of: readonly Draft[], prefix = ''): readonly TestFile[] =>
  of.flatMap(({ village, households, preparedOn, modifiedOn, copies, isRead }, index) =>
    Array.from({ length: copies }, (_, copy): TestFile => {
      const name = `${prefix}${index}-${copy}.xlsx`;
      if (!isRead) return { name, unread: '这个文件有损坏的部分，请重新索取。' };
      const workbook = workbookOfPlans(name, returnedPlan(village, households as readonly Household[], { preparedOn }));
      return [workbook, modifiedOn === undefined ? {} : { modifiedOn }];
    }),
  );

/** All that a merge says, its sheets as texts. */
const told = (report: ReturnType<typeof mergeOf>) =>
  JSON.stringify([
    report.verdicts,
    report.differences,
    report.conservation,
    report.plans,
    report.missing,
    report.summary,
  ]);

test('the order of the files does not change the result', () => {
  const shuffled = drafts.chain((of) => {
    const places = filesOf(of).map((_, index) => index);
    return fc.tuple(fc.constant(of), fc.shuffledSubarray(places, { minLength: places.length }));
  });
  fc.assert(
    fc.property(shuffled, ([of, order]) => {
      const files = filesOf(of);
      expect(told(mergeOf(order.map((index) => files[index])))).toBe(told(mergeOf(files)));
    }),
    { numRuns: 30 },
  );
});

test('in = merged + set aside, every row exactly once, whatever comes back', () => {
  fc.assert(
    fc.property(drafts, (of) => {
      const { conservation, sheets, parts } = mergeOf(filesOf(of));
      expect([...conservation.lines, ...conservation.totals].filter(({ holds }) => !holds)).toEqual([]);
      expect(conservation.rows.filter(({ sentence }) => sentence.includes('重新汇总'))).toEqual([]);
      const places = sheets.flatMap(({ origins }) =>
        origins.map(({ workbook, from }) => `${workbook} ${from.sheet} ${from.row}`),
      );
      expect(new Set(places).size).toBe(places.length);
      const taken = parts
        .filter(({ setAside }) => !setAside)
        .flatMap(({ part }) => part.pieces.map(({ entries }) => entries.length));
      expect(places).toHaveLength(taken.reduce((sum, count) => sum + count, 0));
    }),
    { numRuns: 30 },
  );
});

test('merging every file with itself changes nothing', () => {
  fc.assert(
    fc.property(drafts, (of) => {
      const [once, twice] = [mergeOf(filesOf(of)), mergeOf([...filesOf(of, 'z'), ...filesOf(of)])];
      expect(mergedRows(twice)).toEqual(mergedRows(once));
      expect(twice.differences.map(({ kind, name }) => `${kind} ${name}`)).toEqual(
        once.differences.map(({ kind, name }) => `${kind} ${name}`),
      );
    }),
    { numRuns: 30 },
  );
});

test('a merged ledger merged again is the same ledger', () => {
  fc.assert(
    fc.property(drafts, (of) => {
      const once = mergeOf(filesOf(of));
      fc.pre(once.ledgers.length > 0);
      const again = mergeOf([workbookOfPlans('汇总.xlsx', ...once.plans)]);
      // Rows of a village named nowhere, or people of one village in two, are judged by what stands beside them.
      fc.pre(
        [...once.parts, ...again.parts].every(
          ({ part, setAside }) => part.key !== '' && setAside?.reason !== 'half-duplicates',
        ),
      );
      expect(mergedRows(again)).toEqual(mergedRows(once));
      expect(again.conservation.totals[0].merged).toEqual(once.conservation.totals[0].merged);
    }),
    { numRuns: 20 },
  );
});
