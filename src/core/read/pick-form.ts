import type { FieldKey } from '../ledger/fields';
import type { Form } from '../ledger/form';
import { headingKey } from '../ledger/tidy';
import type { Heading, HeadingBand } from './find-headings';
import { generalVocabulary, identifying, rank, vocabularyOf, type Vocabulary } from './heading-words';

/** Which column speaks for which field, and under which form the sheet is read. */
export interface Layout {
  /** `undefined` for a form nobody knows. */
  readonly form: Form | undefined;
  readonly entryIs: Form['entryIs'];
  readonly columns: ReadonlyMap<FieldKey, Match>;
  /** Headings that no field claims. */
  readonly others: readonly Heading[];
}

export interface Match {
  readonly heading: Heading;
  /** See `rank`. */
  readonly rank: number;
}

export type LayoutPicker = (band: HeadingBand, title: readonly string[]) => Layout;

/**
 * Makes the picker for these forms. A sheet follows a form if it has seven in ten of its columns, six in ten under the
 * form's own headings, or half of them under the form's own title. Otherwise it is read by the general words alone.
 */
export function layoutPicker(forms: readonly Form[]): LayoutPicker {
  const known = forms.map((form) => ({ form, words: vocabularyOf(form) }));
  const ofHouseholds = generalVocabulary('household');
  const ofPersons = generalVocabulary('person');
  return (band, title) => {
    let best: { readonly score: number; readonly layout: Layout } | undefined;
    for (const { form, words } of known) {
      const layout: Layout = { form, entryIs: form.entryIs, ...assign(band.headings, words) };
      const matches = form.columns
        .map((column) => layout.columns.get(column.field))
        .filter((match) => match !== undefined);
      const coverage = matches.length / form.columns.length;
      const own = matches.filter((match) => match.rank <= rank.ownLeaf).length / form.columns.length;
      const named = bearsTitle(form, title);
      if (!(coverage >= 0.7 && own >= 0.6) && !(named && coverage >= 0.5)) continue;
      const score = coverage + own + (named ? 0.5 : 0) - layout.others.length / band.headings.length;
      if (score > (best?.score ?? -Infinity)) best = { score, layout };
    }
    return best?.layout ?? unlisted(band, ofHouseholds, ofPersons);
  };
}

/** True where a line above the headings contains the form's title, with whatever place and year around it. */
export const bearsTitle = (form: Form, title: readonly string[]): boolean =>
  title.some((line) => headingKey(line).includes(headingKey(form.title)));

function unlisted(band: HeadingBand, ofHouseholds: Vocabulary, ofPersons: Vocabulary): Layout {
  const persons = assign(band.headings, ofPersons);
  const has = (field: FieldKey) => (persons.columns.get(field)?.rank ?? rank.foreign) < rank.leafOnly;
  const saysMember = persons.columns.get('memberName')?.heading.keys.join('') !== '姓名';
  const joined =
    (has('headIdNumber') && has('idNumber')) || has('relationToHead') || (has('householdHead') && saysMember);
  if (has('memberName') && joined) return { form: undefined, entryIs: 'person', ...persons };
  return { form: undefined, entryIs: 'household', ...assign(band.headings, ofHouseholds) };
}

/** Surest first; of two columns equally sure the left one. */
function assign(headings: readonly Heading[], words: Vocabulary): Pick<Layout, 'columns' | 'others'> {
  const claims = headings.flatMap((heading, index) =>
    claimsOf(heading, headings[index - 1], words).map((claim) => ({ ...claim, heading })),
  );
  claims.sort((left, right) => left.rank - right.rank || left.heading.column - right.heading.column);
  const columns = new Map<FieldKey, Match>();
  const taken = new Set<Heading>();
  for (const { field, rank: sure, heading } of claims) {
    if (columns.has(field) || taken.has(heading)) continue;
    columns.set(field, { heading, rank: sure });
    taken.add(heading);
  }
  return { columns, others: headings.filter((heading) => !taken.has(heading)) };
}

function claimsOf(
  heading: Heading,
  before: Heading | undefined,
  words: Vocabulary,
): { readonly field: FieldKey; readonly rank: number }[] {
  const { keys } = heading;
  const whole = keys.join('');
  const leaf = keys[keys.length - 1] ?? '';
  const lastTwo = keys.slice(-2).join('');
  // Right of 开户名, a relation is the account holder's, not a member's.
  if (
    /^与户主的?关系$/.test(leaf) &&
    before &&
    (words.get(before.keys.at(-1) ?? '') ?? []).some((claim) => claim.field === 'accountHolder')
  ) {
    return [{ field: 'holderRelation', rank: rank.alias }];
  }
  const isAnothers = keys.length > 1 && otherPerson.test(whole);
  // 户主 over 户主身份证号 says no more than the lower heading alone.
  const said = keys.length > 1 && leaf.startsWith(keys[0]) ? leaf : whole;
  // 需救助情况 over 口粮 is what one row of headings calls 需口粮救助.
  const asked = keys.length > 1 && /需要?救助/.test(keys[0]) ? `需${leaf}救助` : whole;
  const direct = words.get(whole) ?? words.get(said) ?? words.get(lastTwo) ?? words.get(asked) ?? [];
  // The form's own lower heading is sure even where the upper row is lost; any other says less than a heading that says it all.
  const byLeaf = (whole === leaf ? [] : (words.get(leaf) ?? [])).map((claim) => ({
    field: claim.field,
    rank: claim.rank <= rank.ownLeaf ? rank.ownLeaf : claim.rank + rank.leafOnly,
  }));
  return [...direct, ...byLeaf.filter((claim) => !(isAnothers && ofPerson.has(claim.field)))];
}

/** An upper heading that speaks of somebody besides the household. */
const otherPerson = /代领|领取人|签领|配偶|监护|委托|经办|联系人|包保|帮扶|干部/;
const ofPerson: ReadonlySet<FieldKey> = new Set<FieldKey>([...identifying, 'phone', 'sex', 'age', 'birthDate']);

/** True where the layout can be a ledger: a name or an identity number, and one more known column. */
export const isLedgerLayout = (layout: Layout): boolean =>
  layout.columns.size >= 2 && [...layout.columns.keys()].some((field) => identifying.has(field));
