import type { PageSetup } from '../../core/workbook/sheet-plan';

const pointsPerCentimetre = 72 / 2.54;
const margins = [
  ['top', 'topMargin'],
  ['right', 'rightMargin'],
  ['bottom', 'bottomMargin'],
  ['left', 'leftMargin'],
] as const;

const paperOf = (page: PageSetup): Excel.PaperType => (page.paper === 'A3' ? Excel.PaperType.a3 : Excel.PaperType.a4);
const titleRowsOf = ({ titleRows }: PageSetup): string | undefined =>
  titleRows && `$${titleRows.from}:$${titleRows.to}`;

/** Queues the page set-up of a sheet. */
export function setUpPage(sheet: Excel.Worksheet, page: PageSetup): void {
  const layout = sheet.pageLayout;
  layout.paperSize = paperOf(page);
  layout.orientation = page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  if (page.fitToWidth) layout.zoom = { horizontalFitToPages: 1 };
  if (page.margins) for (const [edge, member] of margins) layout[member] = page.margins[edge] * pointsPerCentimetre;
  const titleRows = titleRowsOf(page);
  if (titleRows) layout.setPrintTitleRows(titleRows);
  if (page.header) layout.headersFooters.defaultForAllPages.centerHeader = page.header;
  if (page.footer) layout.headersFooters.defaultForAllPages.centerFooter = page.footer;
}

/** A page set-up asked for again after it was queued. */
export interface AskedPage {
  readonly name: string;
  readonly wanted: PageSetup;
  readonly layout: Excel.PageLayout;
  readonly titleRows: Excel.Range;
}

/** Queues reading the page set-up back in the same request: Excel may ignore parts of it, without a printer above all. */
export function askForPage(context: Excel.RequestContext, name: string, wanted: PageSetup): AskedPage {
  const layout = context.workbook.worksheets.getItem(name).pageLayout;
  layout.load('paperSize,orientation,zoom,topMargin,rightMargin,bottomMargin,leftMargin');
  layout.headersFooters.defaultForAllPages.load('centerHeader,centerFooter');
  const titleRows = layout.getPrintTitleRowsOrNullObject();
  titleRows.load('address');
  return { name, wanted, layout, titleRows };
}

/** What Excel did not take of the page set-up, in one sentence; `undefined` where it took all. */
export function pageRemark({ name, wanted, layout, titleRows }: AskedPage): string | undefined {
  const ignored = [
    ...(layout.paperSize === paperOf(wanted) ? [] : [`纸张 ${wanted.paper}`]),
    ...(layout.orientation.toLowerCase() === wanted.orientation
      ? []
      : [wanted.orientation === 'landscape' ? '横向' : '纵向']),
    ...(!wanted.fitToWidth || layout.zoom.horizontalFitToPages === 1 ? [] : ['缩放为一页宽']),
    ...(!wanted.margins ||
    margins.every(([edge, member]) => Math.abs(layout[member] - wanted.margins![edge] * pointsPerCentimetre) < 1)
      ? []
      : ['页边距']),
    ...(!wanted.titleRows ||
    (!titleRows.isNullObject && plainRows(titleRows.address) === plainRows(titleRowsOf(wanted)!))
      ? []
      : [`每页重复第 ${wanted.titleRows.from} 至 ${wanted.titleRows.to} 行`]),
    ...(!wanted.header || layout.headersFooters.defaultForAllPages.centerHeader ? [] : ['页眉']),
    ...(!wanted.footer || layout.headersFooters.defaultForAllPages.centerFooter ? [] : ['页脚']),
  ];
  if (ignored.length === 0) return undefined;
  return `Excel 没有采用工作表“${name}”的这些页面设置：${ignored.join('、')}；打印前请在“页面布局”里设好。`;
}

/** `'核查记录'!$4:$4` → `4:4` */
const plainRows = (address: string): string => address.replace(/^.*!/, '').replaceAll('$', '');
