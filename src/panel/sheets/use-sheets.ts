import { useCallback, useState } from 'react';
import type { IsoDate } from '../../core/ledger/dates';
import type { Scheme } from '../../core/policy/scheme';
import { drive, type Watch, type WorkbookPort } from '../../core/workbook/port';
import type { References } from '../../tasks/check-workbooks';
import type { MadeSheets, Occasion, SheetsRefused } from '../../tasks/make-sheets';
import type { StepPlan } from '../steps/use-steps';

/** What the person chose to print, kept while the panel stands. */
export interface Sheets {
  /** Ids of kinds, in the order chosen. */
  readonly kinds: readonly string[];
  readonly toggle: (kind: string) => void;
  /** Which households. */
  readonly range: Range;
  readonly setRange: (range: Range) => void;
  readonly occasion: Occasion;
  readonly setOccasion: (occasion: Occasion) => void;
  /** Why the last try made nothing; missing after a success. */
  readonly refused?: SheetsRefused;
  /** Makes the sheets, or says why not; nothing is changed yet. */
  readonly make: (port: WorkbookPort, watch: Watch, isConfirmed: boolean) => Promise<StepPlan | SheetsRefused>;
}

/** All households, those of one village, or those of rows as the person wrote them. */
export type Range =
  | { readonly of: 'all' }
  | { readonly of: 'village'; readonly village: string }
  | { readonly of: 'rows'; readonly sheet?: string; readonly text: string };

/** 生成表册: choices, and the step that puts the sheets into the workbook. */
export function useSheets(scheme: Scheme | undefined, references: References, today: IsoDate): Sheets {
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [range, setRange] = useState<Range>({ of: 'all' });
  const [occasion, setOccasion] = useState<Occasion>({});
  const [refused, setRefused] = useState<SheetsRefused>();

  const toggle = useCallback(
    (kind: string) =>
      setKinds((before) => (before.includes(kind) ? before.filter((one) => one !== kind) : [...before, kind])),
    [],
  );

  const make = useCallback<Sheets['make']>(
    async (port, watch, isConfirmed) => {
      // The sheets weigh more than the rest of the panel needs at first.
      const { makeSheets, leftOutSentence } = await import('../../tasks/make-sheets');
      const { wanted } = await import('./wanted-range');
      const asked = wanted(range);
      const workbook = await port.read(watch);
      const made =
        'refused' in asked
          ? asked
          : await drive(
              makeSheets({ workbook, scheme, references, today, kinds, ...asked, occasion, isConfirmed }),
              watch,
            );
      setRefused('refused' in made ? made : undefined);
      return 'refused' in made ? made : stepOf(made, workbook, leftOutSentence(made.scope));
    },
    [scheme, references, today, kinds, range, occasion],
  );

  return { kinds, toggle, range, setRange, occasion, setOccasion, refused, make };
}

const stepOf = (
  { plans, households, kinds, report }: MadeSheets,
  workbook: StepPlan['workbook'],
  leftOut: string,
): StepPlan => ({
  name: '生成表册',
  changes: plans.map((plan) => ({ kind: 'put-sheet', plan })),
  count: plans.length,
  workbook,
  of: report,
  said: (count) =>
    `已生成 ${count} 张表，${households} 户，放在工作簿最后，可以打印了。${leftOut}${kinds.some(({ isPublic }) => isPublic) ? onlyPaper : ''}`,
});

/** The sheet itself holds no numbers of persons, but the workbook around it does. */
const onlyPaper = '公示请贴打印件，不要发出这个工作簿，台账里有身份证号和账号。';
