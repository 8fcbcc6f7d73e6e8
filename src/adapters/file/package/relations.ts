import type { Watch } from '../../../core/workbook/port';
import { rememberedTree } from './remembered-trees';
import { childrenNamed, readXml } from './xml';
import type { ZipPackage } from './zip-package';

/** One relation of a part. `kind` is the last word of its type, the same in both dialects of the format. */
export interface Relation {
  readonly id: string;
  /** Such as `worksheet`, `styles`, `comments`. */
  readonly kind: string;
  /** The whole type, a name within the dialect's own space. */
  readonly type: string;
  /** The part it leads to, without a leading slash; for an external one the address as written. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The relations of a part, in their order; none where it has no list. `''` asks for those of the package itself. */
export async function relationsOf(pkg: ZipPackage, part: string, watch?: Watch): Promise<readonly Relation[]> {
  const list = pkg.part(relationsName(part));
  if (!list) return [];
  // The relations of a sheet may name addresses and people; those of the package and the workbook are the same everywhere.
  const isCommon = part === '' || /(^|[/\\])workbook\.xml$/i.test(part);
  const root = isCommon ? await rememberedTree(pkg, list, watch) : await readXml(await pkg.inflate(list, watch), watch);
  return childrenNamed(root, 'Relationship').map(({ attributes }) => {
    const isExternal = attributes.TargetMode === 'External';
    const type = attributes.Type ?? '';
    const target = attributes.Target ?? '';
    return {
      id: attributes.Id ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      target: isExternal ? target : targetOf(part, target),
      isExternal,
    };
  });
}

/** Where a part's relations are kept: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The part a target names, seen from the part that names it. */
export function targetOf(from: string, target: string): string {
  const path = target.replace(/\\/g, '/').replace(/#.*$/, '');
  const folder = path.startsWith('/') ? [] : from.replace(/\\/g, '/').split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') folder.pop();
    else if (step !== '.' && step !== '') folder.push(step);
  }
  return folder.join('/');
}
