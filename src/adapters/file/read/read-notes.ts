import { parseA1 } from '../../../core/workbook/cell';
import type { Watch } from '../../../core/workbook/port';
import { relationsOf } from '../package/relations';
import { child, childrenNamed, readXml, type XmlNode } from '../package/xml';
import type { ZipPackage } from '../package/zip-package';
import { cellText } from './cell-content';
import type { SheetDraft } from './sheet-draft';

/** Puts a sheet's classic notes into its draft. Throws `UnreadableWorkbook`. */
export async function readNotes(pkg: ZipPackage, sheet: string, draft: SheetDraft, watch?: Watch): Promise<void> {
  for (const relation of await relationsOf(pkg, sheet, watch)) {
    const part = relation.kind === 'comments' && !relation.isExternal ? pkg.part(relation.target) : undefined;
    if (!part) continue;
    const root = await readXml(await pkg.inflate(part, watch), watch);
    for (const comment of childrenNamed(child(root, 'commentList'), 'comment')) {
      const place = parseA1(comment.attributes.ref ?? '');
      if (place) draft.note(place.row, place.column, cellText(textOf(child(comment, 'text'))));
    }
  }
}

const textOf = (node: XmlNode | undefined): string =>
  (node?.children ?? [])
    .map((part) => (part.name === 't' ? part.text : part.name === 'r' ? textOf(part) : ''))
    .join('');
