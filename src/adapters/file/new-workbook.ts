import { drive, type Watch } from '../../core/workbook/port';
import type { SheetPlan } from '../../core/workbook/sheet-plan';
import { fflateCodec, type Codec } from './package/codec';
import { writePackage, type AddedPart } from './package/zip-package';
import { sharedTexts } from './write/shared-texts';
import { sheetPart, sheetPieces, titleRowsReference, type SheetExtras } from './write/sheet-part';
import { blankStyles, patchStyles } from './write/styles-patch';
import { encode, escapeAttribute, escapeText } from './write/xml-bytes';

/** A sheet of a new workbook: its plan and what a plan cannot say. */
export interface NewWorkbookSheet extends SheetExtras {
  readonly plan: SheetPlan;
}

/** A complete .xlsx of these sheets, in their order; 宋体 11 where nothing else is planned. At least one sheet must be visible. */
export const newWorkbook = (
  plans: readonly SheetPlan[],
  codec: Codec = fflateCodec,
  watch?: Watch,
): Promise<Uint8Array> =>
  writeWorkbook(
    plans.map((plan) => ({ plan })),
    { date1904: false },
    codec,
    watch,
  );

/** As `newWorkbook`, for sheets that come from a workbook in an old format. */
export async function writeWorkbook(
  sheets: readonly NewWorkbookSheet[],
  { date1904 }: { readonly date1904: boolean },
  codec: Codec = fflateCodec,
  watch?: Watch,
): Promise<Uint8Array> {
  const front = sheets.findIndex(({ plan }) => plan.visibility !== 'hidden');
  if (front < 0) throw new RangeError('a workbook needs a visible sheet');
  const styles = patchStyles(blankStyles(mainSpace), false);
  const texts = sharedTexts();
  const added: AddedPart[] = [];
  for (const [index, { plan, ...extras }] of sheets.entries()) {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    const seen = { ...extras, inFront: index === front };
    const bytes = extras.marks?.length
      ? await drive(sheetPart(plan, styles, mainSpace, seen), watch)
      : () => sheetPieces(plan, styles, mainSpace, seen, texts);
    added.push({ name, bytes });
  }
  const recalculate = sheets.some(({ formulas }) => formulas && formulas.size > 0);
  const fixed = [
    { name: '[Content_Types].xml', bytes: encode(contentTypes(sheets.length)) },
    { name: '_rels/.rels', bytes: encode(relations([['officeDocument', 'xl/workbook.xml']])) },
    { name: 'xl/workbook.xml', bytes: encode(workbookXml(sheets, front, date1904, recalculate)) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: encode(
        relations([
          ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
          ['styles', 'styles.xml'],
          ['sharedStrings', 'sharedStrings.xml'],
        ]),
      ),
    },
  ];
  // Looks and texts are known once every cell was written.
  const gathered = [
    { name: 'xl/styles.xml', bytes: () => [styles.bytes()] },
    { name: 'xl/sharedStrings.xml', bytes: () => texts.part(mainSpace) },
  ];
  return writePackage(
    undefined,
    { replaced: new Map(), removed: new Set(), added: [...fixed, ...added, ...gathered] },
    codec,
    watch,
  );
}

function workbookXml(
  sheets: readonly NewWorkbookSheet[],
  front: number,
  date1904: boolean,
  recalculate: boolean,
): string {
  const listed = sheets.map(({ plan }, index) => {
    const state = plan.visibility === 'hidden' ? ' state="hidden"' : '';
    return `<sheet name="${escapeAttribute(plan.name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const titles = sheets.flatMap(({ plan }, index) =>
    plan.page?.titleRows
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">` +
            `${escapeText(titleRowsReference(plan.name, plan.page.titleRows))}</definedName>`,
        ]
      : [],
  );
  const active = front > 0 ? ` firstSheet="${front}" activeTab="${front}"` : '';
  return (
    `${declaration}<workbook xmlns="${mainSpace}" xmlns:r="${relationSpace}">` +
    (date1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>') +
    `<bookViews><workbookView${active}/></bookViews><sheets>${listed.join('')}</sheets>` +
    (titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '') +
    (recalculate ? '<calcPr fullCalcOnLoad="1"/>' : '') +
    '</workbook>'
  );
}

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  targets
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${relationSpace}/${kind}" Target="${target}"/>`)
    .join('') +
  '</Relationships>';

function contentTypes(sheets: number): string {
  const part = (name: string, kind: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('workbook', 'sheet.main') +
    Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet')).join('') +
    part('styles', 'styles') +
    part('sharedStrings', 'sharedStrings') +
    '</Types>'
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
