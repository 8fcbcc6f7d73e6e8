import type { Watch } from '../../../core/workbook/port';
import { relationsOf } from './relations';
import { unreadable } from './unreadable';
import { child, childrenNamed, prefixedAttribute, readXml, truth, type XmlNode } from './xml';
import type { ZipPackage, ZipPart } from './zip-package';

/** Where a workbook keeps its things. Part names are those of the package, without a leading slash. */
export interface WorkbookParts {
  readonly workbook: string;
  readonly styles?: string;
  readonly sharedStrings?: string;
  readonly theme?: string;
  readonly date1904: boolean;
  /** In the order of the tabs; sheets that have no cells (chart sheets) are in `otherSheets`. */
  readonly sheets: readonly SheetPart[];
  readonly otherSheets: readonly string[];
}

export interface SheetPart {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'very-hidden';
  readonly part: string;
  readonly relationId: string;
}

/** Finds the workbook and its sheets by relations, in either dialect of the format. Throws `UnreadableWorkbook`. */
export async function findWorkbookParts(pkg: ZipPackage, watch?: Watch): Promise<WorkbookParts> {
  const workbook = await findWorkbook(pkg, watch);
  const root = await readXml(await inflateNamed(pkg, workbook, watch), watch);
  const relations = await relationsOf(pkg, workbook, watch);
  const byKind = (kind: string) => existing(pkg, relations.find((relation) => relation.kind === kind)?.target);

  const sheets: SheetPart[] = [];
  const otherSheets: string[] = [];
  for (const node of childrenNamed(child(root, 'sheets'), 'sheet')) {
    const relationId = prefixedAttribute(node, 'id') ?? node.attributes.id ?? '';
    const relation = relations.find(({ id }) => id === relationId);
    const name = node.attributes.name ?? '';
    if (relation && relation.kind !== 'worksheet') {
      otherSheets.push(name);
      continue;
    }
    const part = existing(pkg, relation?.target);
    if (part === undefined) throw unreadable('noSheet');
    sheets.push({ name, visibility: visibilityOf(node), part, relationId });
  }
  if (sheets.length === 0) throw unreadable('noSheet');
  return {
    workbook,
    styles: byKind('styles'),
    sharedStrings: byKind('sharedStrings'),
    theme: byKind('theme'),
    date1904: truth(child(root, 'workbookPr')?.attributes.date1904),
    sheets,
    otherSheets,
  };
}

/** A part's content by its name. Throws `UnreadableWorkbook` where it is missing. */
export async function inflateNamed(pkg: ZipPackage, name: string, watch?: Watch): Promise<Uint8Array> {
  return pkg.inflate(partNamed(pkg, name), watch);
}

/** A part by its name. Throws `UnreadableWorkbook` where it is missing. */
export function partNamed(pkg: ZipPackage, name: string): ZipPart {
  const part = pkg.part(name);
  if (!part) throw unreadable('noSheet');
  return part;
}

async function findWorkbook(pkg: ZipPackage, watch?: Watch): Promise<string> {
  const relations = await relationsOf(pkg, '', watch);
  const main = relations.find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (/\.bin$/i.test(main)) throw unreadable('binaryWorkbook');
  const found = existing(pkg, main);
  if (found !== undefined && /(^|\/)(word|ppt)\//i.test(found)) throw unreadable('notWorkbook');
  if (found !== undefined) return found;
  if (pkg.part('mimetype') && pkg.part('content.xml')) throw unreadable('openDocument');
  throw unreadable('notWorkbook');
}

/** The name under which the package really holds the part. */
const existing = (pkg: ZipPackage, target: string | undefined): string | undefined =>
  target === undefined ? undefined : (pkg.part(target) ?? pkg.part(unescaped(target)))?.name.replace(/\\/g, '/');

function unescaped(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function visibilityOf({ attributes }: XmlNode): SheetPart['visibility'] {
  if (attributes.state === 'veryHidden') return 'very-hidden';
  return attributes.state === 'hidden' ? 'hidden' : 'visible';
}
