import {
  attributesOf,
  applySplices,
  attribute,
  attributeSplice,
  encode,
  escapeAttribute,
  escapeText,
  outline,
  text,
  unescapeXml,
  type Splice,
  type XmlElement,
} from './xml-bytes';
import { ownRecordsSplices, readOwnRecords } from './own-records';
import { titleRowsReference } from './sheet-part';

/** What is to differ in the workbook part. Sheets are named as the person sees them. */
export interface WorkbookPatch {
  readonly removed: ReadonlySet<string>;
  /** Put at the end, in this order. */
  readonly added: readonly NewSheet[];
  /** Sheets of ours that were drawn anew in their place. */
  readonly redrawn: readonly Omit<NewSheet, 'relation'>[];
  /** Has Excel calculate everything when it opens the file. */
  readonly recalculate: boolean;
}

export interface NewSheet {
  readonly name: string;
  /** The id of the relation that leads to its part. */
  readonly relation: string;
  readonly hidden: boolean;
  readonly titleRows?: { readonly from: number; readonly to: number };
}

/** A sheet as the workbook part lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly relation: string;
}

/** The sheets of a workbook part in UTF-8, in their order. */
export const listedSheets = (bytes: Uint8Array): readonly ListedSheet[] =>
  sheetElements(outline(bytes)).map((element) => {
    const attributes = attributesOf(bytes, element.start);
    return {
      name: attributes.find(({ name, prefix }) => name === 'name' && prefix === '')?.value ?? '',
      relation: attributes.find(({ name, prefix }) => name === 'id' && prefix !== '')?.value ?? '',
    };
  });

/** The workbook part, in UTF-8, with sheets taken away and added and everything that counts them put right. */
export function patchWorkbook(bytes: Uint8Array, patch: WorkbookPatch): Uint8Array {
  const root = outline(bytes);
  const elements = sheetElements(root);
  const names = listedSheets(bytes).map((sheet) => sheet.name);
  const left = names.filter((name) => !patch.removed.has(name));
  const splices: Splice[] = [
    ...elements
      .filter((_, index) => patch.removed.has(names[index]))
      .map(({ start, end }) => ({ start, end, bytes: encode('') })),
    ...addedSheets(bytes, root, elements, patch.added),
    ...visibility(bytes, elements, names, patch.redrawn),
    ...definedNames(bytes, root, names, left, patch),
    ...views(bytes, root, names, left, left.length + patch.added.length),
    ...(patch.recalculate ? recalculation(bytes, root) : []),
  ];
  return applySplices(bytes, splices);
}

const sheetElements = (root: XmlElement): readonly XmlElement[] =>
  root.children.find((child) => child.name === 'sheets')?.children.filter((child) => child.name === 'sheet') ?? [];

function addedSheets(
  bytes: Uint8Array,
  root: XmlElement,
  elements: readonly XmlElement[],
  added: readonly NewSheet[],
): readonly Splice[] {
  if (added.length === 0) return [];
  const last = elements[elements.length - 1];
  const link = attributesOf(bytes, last.start).find(({ name, prefix }) => name === 'id' && prefix !== '');
  const prefix = link?.prefix ?? 'r:';
  const declares = (element: XmlElement) =>
    attributesOf(bytes, element.start).find((one) => one.prefix === 'xmlns:' && `${one.name}:` === prefix);
  const above = [root, ...root.children.filter((child) => child.name === 'sheets')];
  // Some writers declare the prefix on each sheet, so that it means nothing to its neighbour.
  const own = above.some(declares) ? undefined : declares(last);
  const declared = own ? ` xmlns:${own.name}="${escapeAttribute(own.value)}"` : '';
  let id = Math.max(0, ...elements.map((element) => Number(attribute(bytes, element, 'sheetId')) || 0));
  const written = added.map((sheet) => {
    const state = sheet.hidden ? ' state="hidden"' : '';
    const known = ` name="${escapeAttribute(sheet.name)}" sheetId="${++id}"${state}`;
    return `<${last.prefix}sheet${declared}${known} ${prefix}id="${escapeAttribute(sheet.relation)}"/>`;
  });
  return [{ start: last.end, end: last.end, bytes: encode(written.join('')) }];
}

function visibility(
  bytes: Uint8Array,
  elements: readonly XmlElement[],
  names: readonly string[],
  redrawn: WorkbookPatch['redrawn'],
): readonly Splice[] {
  return redrawn.flatMap((sheet) => {
    const element = elements[names.indexOf(sheet.name)];
    const hidden = (attribute(bytes, element, 'state') ?? 'visible') !== 'visible';
    return hidden === sheet.hidden
      ? []
      : [attributeSplice(bytes, element, 'state', sheet.hidden ? 'hidden' : 'visible')];
  });
}

/** Names that belong to one sheet count sheets from 0: those of a removed sheet go, those behind it move up. */
function definedNames(
  bytes: Uint8Array,
  root: XmlElement,
  names: readonly string[],
  left: readonly string[],
  patch: WorkbookPatch,
): readonly Splice[] {
  const container = root.children.find((child) => child.name === 'definedNames');
  const existing = container?.children ?? [];
  const splices: Splice[] = [];
  const kept = new Set<string>();
  let remaining = existing.length;
  const wanted = new Map(
    [...patch.redrawn, ...patch.added].flatMap((sheet) =>
      sheet.titleRows ? [[sheet.name, titleRowsReference(sheet.name, sheet.titleRows)] as const] : [],
    ),
  );
  const redrawn = new Set(patch.redrawn.map((sheet) => sheet.name));
  for (const element of existing) {
    const owner = attribute(bytes, element, 'localSheetId');
    if (owner === undefined) continue;
    const sheet = names[Number(owner)];
    const isTitle = attribute(bytes, element, 'name') === printTitles;
    const same = isTitle && unescapeXml(text(bytes, element.openEnd, element.closeStart)) === wanted.get(sheet);
    if (redrawn.has(sheet) && same) kept.add(sheet);
    if (patch.removed.has(sheet) || (redrawn.has(sheet) && !same)) {
      splices.push({ start: element.start, end: element.end, bytes: encode('') });
      remaining--;
    } else if (left.indexOf(sheet) !== Number(owner) && left.includes(sheet)) {
      splices.push(attributeSplice(bytes, element, 'localSheetId', String(left.indexOf(sheet))));
    }
  }
  const order = [...left, ...patch.added.map((sheet) => sheet.name)];
  const p = container?.prefix ?? root.prefix;
  const written = [...wanted]
    .filter(([sheet]) => !kept.has(sheet))
    .map(
      ([sheet, reference]) =>
        `<${p}definedName name="${printTitles}" localSheetId="${order.indexOf(sheet)}">${escapeText(reference)}</${p}definedName>`,
    )
    .join('');
  if (!container) {
    if (!written) return splices;
    const at = placeBehind(root, beforeNames);
    return [{ start: at, end: at, bytes: encode(`<${p}definedNames>${written}</${p}definedNames>`) }];
  }
  if (remaining === 0 && !written && existing.length > 0) {
    const was = readOwnRecords(bytes, root).get('definedNames')?.was ?? '';
    return [
      { start: container.start, end: container.end, bytes: encode(was) },
      ...ownRecordsSplices(bytes, root, new Map()),
    ];
  }
  if (!written) return splices;
  if (existing.length === 0) {
    const was = text(bytes, container.start, container.end);
    const whole = `<${p}definedNames>${written}</${p}definedNames>`;
    return [
      { start: container.start, end: container.end, bytes: encode(whole) },
      ...ownRecordsSplices(bytes, root, new Map([['definedNames', { index: 0, was }]])),
    ];
  }
  const at = existing[existing.length - 1].end;
  return [...splices, { start: at, end: at, bytes: encode(written) }];
}

const printTitles = '_xlnm.Print_Titles';

/** The windows keep the sheet they show; where it is gone they show the last one before it. */
function views(
  bytes: Uint8Array,
  root: XmlElement,
  names: readonly string[],
  left: readonly string[],
  count: number,
): readonly Splice[] {
  const windows = root.children.find((child) => child.name === 'bookViews')?.children ?? [];
  return windows.flatMap((window) =>
    ['activeTab', 'firstSheet'].flatMap((name) => {
      const shown = Number(attribute(bytes, window, name) ?? 0);
      const now = Math.min(left.includes(names[shown]) ? left.indexOf(names[shown]) : shown, count - 1);
      return now === shown ? [] : [attributeSplice(bytes, window, name, String(now))];
    }),
  );
}

function recalculation(bytes: Uint8Array, root: XmlElement): readonly Splice[] {
  const calculation = root.children.find((child) => child.name === 'calcPr');
  if (!calculation) {
    const at = placeBehind(root, [...beforeNames, 'definedNames']);
    return [{ start: at, end: at, bytes: encode(`<${root.prefix}calcPr fullCalcOnLoad="1"/>`) }];
  }
  const now = attribute(bytes, calculation, 'fullCalcOnLoad');
  return now === '1' || now === 'true' ? [] : [attributeSplice(bytes, calculation, 'fullCalcOnLoad', '1')];
}

const placeBehind = (root: XmlElement, before: readonly string[]): number =>
  root.children.filter((child) => before.includes(child.name)).pop()?.end ?? root.openEnd;

/** What the schema puts before defined names (ECMA-376 Part 1, CT_Workbook). */
const beforeNames = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
];
