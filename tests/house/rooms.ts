/** A room of the house, and what may be carried into it. */
export interface Room {
  /** The folder or file; the longest one that fits is meant. */
  readonly path: string;
  /** Rooms whose code may be used. A room may always use itself. */
  readonly uses: readonly string[];
  /** Rooms of which only types may be named. */
  readonly names?: readonly string[];
  /** Packages that may be used; `true` means any. */
  readonly packages: readonly string[] | true;
  /** What a break of this rule would mean, said to whoever broke it. */
  readonly sentence: string;
}

const core = 'src/core';
const words = [
  `${core}/workbook`,
  `${core}/ledger/dates.ts`,
  `${core}/ledger/money.ts`,
  `${core}/findings/describe.ts`,
  `${core}/findings/severity-words.ts`,
];
const door = ['src/tasks', ...words];

/** The table of the plan (src/README.md) as data. */
export const rooms: readonly Room[] = [
  { path: `${core}/workbook`, uses: [], packages: [], sentence: 'the grid does not know what a household is' },
  {
    path: `${core}/workbook/display-text.ts`,
    uses: [`${core}/workbook`],
    packages: ['numfmt'],
    sentence: 'number formats are drawn here and nowhere else',
  },
  {
    path: `${core}/ledger`,
    uses: [`${core}/workbook`],
    packages: ['zod'],
    sentence: 'the words of the trade do not read, check or compute amounts',
  },
  {
    path: `${core}/ledger/dates.ts`,
    uses: [],
    packages: ['dayjs'],
    sentence: 'calendar arithmetic stands alone, and only here',
  },
  {
    path: `${core}/findings`,
    uses: [`${core}/workbook`, `${core}/ledger`],
    packages: [],
    sentence: 'a finding does not decide whether something is wrong',
  },
  {
    path: `${core}/policy`,
    uses: [`${core}/ledger`],
    packages: ['zod'],
    sentence: 'a policy holds parameters and does not know a place by name',
  },
  {
    path: `${core}/read`,
    uses: [`${core}/workbook`, `${core}/ledger`, `${core}/findings`],
    packages: [],
    sentence: 'reading says missing, malformed or not found; it does not judge meaning',
  },
  {
    path: `${core}/checks`,
    uses: [`${core}/ledger`, `${core}/findings`, `${core}/policy`, `${core}/checks/check.ts`],
    packages: [],
    sentence: 'a check sees neither addresses nor other checks; it gives back problems and the runner finds the places',
  },
  ...[
    'ability',
    'check',
    'compared-entries',
    'entry-cursor',
    'index',
    'places',
    'problem-finding',
    'recheck',
    'reference-kinds',
    'run',
  ].map((name): Room => ({
    path: `${core}/checks/${name}.ts`,
    uses: [`${core}/workbook`, `${core}/ledger`, `${core}/findings`, `${core}/policy`, `${core}/checks`],
    packages: [],
    sentence: 'the machinery of the checks holds no rule and no figure',
  })),
  {
    path: `${core}/fills`,
    uses: [`${core}/ledger`, `${core}/findings`, `${core}/policy`],
    names: [`${core}/workbook`],
    packages: [],
    sentence: 'a fill does not see addresses and never overwrites what was typed',
  },
  {
    path: `${core}/merge`,
    uses: [`${core}/ledger`, `${core}/findings`, `${core}/workbook/cell.ts`, `${core}/workbook/text-measure.ts`],
    names: [`${core}/workbook`],
    packages: [],
    sentence: 'a merge does not choose silently',
  },
  {
    path: `${core}/marks`,
    uses: [`${core}/findings`, `${core}/workbook`],
    packages: [],
    sentence: 'marks are made of findings alone, without a look at the ledger',
  },
  {
    path: `${core}/decisions`,
    uses: [`${core}/findings`, `${core}/ledger`, `${core}/workbook`],
    packages: [],
    sentence: 'the record keeps what a person decided; it judges nothing itself',
  },
  {
    path: `${core}/journal`,
    uses: [`${core}/workbook`],
    packages: [],
    sentence: 'the journal keeps cells as they were and knows nothing of households',
  },
  {
    path: `${core}/sheets`,
    uses: [`${core}/ledger`, `${core}/policy`, `${core}/workbook`],
    packages: [],
    sentence: 'a printed sheet does not compute amounts',
  },
  { path: 'src/forms', uses: [], names: [core], packages: [], sentence: 'a form is data: it holds no functions' },
  { path: 'src/schemes', uses: [], names: [core], packages: [], sentence: 'a scheme is data: it holds no functions' },
  {
    path: 'src/tasks',
    uses: [core, 'src/forms', 'src/schemes'],
    packages: [],
    sentence: 'a task touches neither Excel nor files nor the screen',
  },
  {
    path: 'src/adapters/memory',
    uses: [`${core}/workbook`],
    packages: [],
    sentence: 'an adapter does not know ledgers, checks or schemes',
  },
  {
    path: 'src/adapters/file',
    uses: [`${core}/workbook`],
    packages: true,
    sentence: 'an adapter does not know ledgers, checks or schemes',
  },
  {
    path: 'src/adapters/excel',
    uses: [`${core}/workbook`],
    packages: [],
    sentence: 'an adapter does not know ledgers, checks or schemes',
  },
  { path: 'src/panel', uses: door, names: [core], packages: true, sentence: 'the panel holds no rule and no figure' },
  {
    path: 'src/panel/main.tsx',
    uses: [...door, 'src/panel', 'src/adapters'],
    names: [core],
    packages: true,
    sentence: 'the entry of the panel joins an adapter to the panel and does nothing else',
  },
  {
    path: 'src/taskpane',
    uses: [...door, 'src/panel', 'src/adapters'],
    names: [core],
    packages: true,
    sentence: 'the entry in Excel joins the adapter to the panel and does nothing else',
  },
  {
    path: 'src/workbench',
    uses: [...door, 'src/panel'],
    names: [core],
    packages: true,
    sentence: 'the workbench holds no rule and no figure, and meets an adapter only in its entry',
  },
  {
    path: 'src/workbench/main.tsx',
    uses: [...door, 'src/workbench', 'src/panel', 'src/adapters'],
    names: [core],
    packages: true,
    sentence: 'the entry of the workbench joins an adapter to the page and does nothing else',
  },
  {
    path: 'src/workbench/old-file-worker.ts',
    uses: [...door, 'src/workbench', 'src/adapters'],
    names: [core],
    packages: true,
    sentence: 'the entry of a worker joins an adapter to the page and does nothing else',
  },
  {
    path: 'src/cli',
    uses: door,
    names: [core],
    packages: true,
    sentence: 'the command line holds no rule and no figure, and meets an adapter only in its entry',
  },
  {
    path: 'src/cli/main.ts',
    uses: [...door, 'src/cli', 'src/adapters'],
    names: [core],
    packages: true,
    sentence: 'the entry of the command line joins an adapter to the commands and does nothing else',
  },
  ...['src/workbench', 'src/taskpane'].map((page): Room => ({
    path: `${page}/returned-worker.ts`,
    uses: [...door, 'src/panel', 'src/adapters'],
    names: [core],
    packages: true,
    sentence: 'the entry of a worker joins an adapter to the task that reads and does nothing else',
  })),
  {
    path: 'src/cli/returned-worker.ts',
    uses: [...door, 'src/cli', 'src/adapters'],
    names: [core],
    packages: true,
    sentence: 'the entry of a worker joins an adapter to the task that reads and does nothing else',
  },
];

const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

export const roomOf = (path: string): Room | undefined =>
  rooms
    .filter((room) => within(path, room.path))
    .reduce<Room | undefined>((best, room) => (best && best.path.length > room.path.length ? best : room), undefined);

/** Whether a file of the room may import the file or package. */
export function mayImport(room: Room, target: string, isFile: boolean, typeOnly: boolean): boolean {
  if (!isFile) return room.packages === true || room.packages.some((name) => within(target, name));
  // Checks stand side by side in one folder and do not see each other, so its files are not all one room.
  if (room.path !== `${core}/checks` && within(target, room.path)) return true;
  if (room.uses.some((path) => within(target, path))) return true;
  return typeOnly && (room.names ?? []).some((path) => within(target, path));
}
