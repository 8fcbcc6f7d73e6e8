import { valueOf } from '../ledger/ledger';
import { tidyText } from '../ledger/tidy';
import type { Step } from '../workbook/port';
import { countOf, idNumberOf, placesOf, type Part } from './part';
import type { Expectation, ReadFile } from './returned-file';
import { seasonName, seasonOfDay, seasonsStated } from '../ledger/season';
import type { PartVerdict } from './verdict';
import { villageKey, type KnownVillages } from './village';

/** The winter that is merged: the one asked for, else the one that most files state, the later of two equal ones. */
export function* seasonMerged(files: readonly ReadFile[], expected: Expectation): Generator<Step, number | undefined> {
  if (expected.season !== undefined) return expected.season;
  const counts = new Map<number, number>();
  for (const [index, file] of files.entries()) {
    yield { doing: '辨认年度', done: index, total: files.length };
    const season = definiteSeason(file);
    if (season !== undefined) counts.set(season, (counts.get(season) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0]?.[0];
}

/**
 * Why a part is set aside for itself, whatever the other files hold: no household's form, another winter, another village
 * than expected or than its own heading says, half of its people twice. `known`: all villages that files or the office name.
 */
export function judgePart(
  part: Part,
  season: number | undefined,
  expected: Expectation,
  known: KnownVillages,
): PartVerdict['setAside'] {
  return (
    wrongForm(part, expected) ??
    (season === undefined ? undefined : wrongYear(part, season)) ??
    wrongVillage(part, expected, known) ??
    doubledWithin(part)
  );
}

function wrongForm(part: Part, { forms }: Expectation): PartVerdict['setAside'] {
  for (const { returned } of part.pieces) {
    const { ledger } = returned;
    const place = `工作表“${ledger.sheet}”`;
    if (forms && !forms.includes(ledger.form))
      return { reason: 'wrong-form', sentence: `${place}不是要求的表样，请用下发的表样重新填报。` };
    const name = ledger.entryIs === 'person' ? 'memberName' : 'householdHead';
    if (!ledger.columns[name] || !ledger.columns.idNumber) {
      const lacks = [...(ledger.columns[name] ? [] : ['姓名']), ...(ledger.columns.idNumber ? [] : ['身份证号'])].join(
        '和',
      );
      return { reason: 'wrong-form', sentence: `${place}没有${lacks}一栏，认不出是哪一户，请用下发的表样重新填报。` };
    }
  }
  return undefined;
}

function wrongYear(part: Part, season: number): PartVerdict['setAside'] {
  for (const { returned } of part.pieces) {
    const stated = seasonsStated(returned.ledger.title);
    if (stated.length > 0 && !stated.includes(season)) {
      const which = stated.length === 1 ? seasonName(stated[0]) : `${stated[0]}年`;
      return {
        reason: 'wrong-year',
        sentence: `表头写的是${which}，这次汇总的是${seasonName(season)}，请换成本年度的台账。`,
      };
    }
  }
  const others = new Map<number, number>();
  let dated = 0;
  for (const { returned, entry } of placesOf(part)) {
    const day = valueOf(returned.ledger, entry, 'preparedOn');
    if (day === undefined) continue;
    dated += 1;
    const of = seasonOfDay(day);
    if (of !== season) others.set(of, (others.get(of) ?? 0) + 1);
  }
  const [most] = [...others].sort((left, right) => right[1] - left[1] || right[0] - left[0]);
  if (!most || most[1] * 2 <= dated) return undefined;
  return {
    reason: 'wrong-year',
    sentence: `${dated} 行填报日期里有 ${most[1]} 行属于${seasonName(most[0])}，这次汇总的是${seasonName(season)}，请换成本年度的台账。`,
  };
}

function wrongVillage(part: Part, { villages }: Expectation, known: KnownVillages): PartVerdict['setAside'] {
  const name = part.village || '（没有写村名）';
  if (villages && !villages.some((village) => villageKey(village) === part.key)) {
    return { reason: 'wrong-village', sentence: `“${name}”不在这次要汇总的村里，请核对村名或文件是否交错。` };
  }
  if (part.key === '') return undefined;
  const lines = part.pieces.flatMap(({ returned }) => returned.ledger.title);
  if (lines.some((line) => tidyText(line).includes(part.key))) return undefined;
  for (const line of lines) {
    const other = known.namedIn(line).find(({ key }) => key !== part.key);
    if (other && !coversOthers(part, other.key)) {
      return {
        reason: 'wrong-village',
        sentence: `表头的填报单位是“${other.name}”，各行的村名却是“${name}”，请核对是否交错了文件。`,
      };
    }
  }
  return undefined;
}

/** True where the same sheet holds rows of that village too: then its heading names only one of several. */
const coversOthers = (part: Part, key: string): boolean =>
  part.pieces.some(({ returned }) =>
    (returned.ledger.columns.villageName?.values ?? []).some((name) => name !== undefined && villageKey(name) === key),
  );

function doubledWithin(part: Part): PartVerdict['setAside'] {
  const seen = new Set<string>();
  let numbered = 0;
  for (const place of placesOf(part)) {
    const idNumber = idNumberOf(place);
    if (idNumber === undefined) continue;
    numbered += 1;
    seen.add(idNumber);
  }
  const again = numbered - seen.size;
  if (countOf(part) < fewestJudged || again * 2 < numbered || again === 0) return undefined;
  return {
    reason: 'half-duplicates',
    sentence: `${numbered} 行里有 ${again} 行的身份证号在同一份台账里已经登记过，多半是整段粘贴了两遍，请删去重复的行再交。`,
  };
}

/** In a list of two or three, one slip is half of it: that is left to the checks. */
export const fewestJudged = 4;

/** The winter a file speaks of beyond doubt: by its heading, else by most of its days of reporting. */
function definiteSeason({ ledgers }: ReadFile): number | undefined {
  const stated = ledgers.map(({ ledger }) => seasonsStated(ledger.title)).find((seasons) => seasons.length > 0);
  if (stated?.length === 1) return stated[0];
  const counts = new Map<number, number>();
  for (const { ledger } of ledgers)
    for (const day of ledger.columns.preparedOn?.values ?? [])
      if (day !== undefined) counts.set(seasonOfDay(day), (counts.get(seasonOfDay(day)) ?? 0) + 1);
  const [most] = [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0]);
  return most && (!stated || stated.includes(most[0])) ? most[0] : undefined;
}
