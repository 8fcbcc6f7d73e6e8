/** The name to save under: the file's own with “-已核查”, numbered where it has that already, so never the input's name. */
export function savedName(name: string): string {
  const [, base, ending = ''] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? ['', '台账', '.xlsx'];
  const numbered = /^(.*)-已核查(?:\((\d+)\))?$/.exec(base);
  return numbered ? `${numbered[1]}-已核查(${Number(numbered[2] ?? 1) + 1})${ending}` : `${base}-已核查${ending}`;
}
