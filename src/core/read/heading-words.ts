import { fields, type FieldDefinition, type FieldKey } from '../ledger/fields';
import type { Form } from '../ledger/form';
import { headingKey } from '../ledger/tidy';

/** How sure a heading speaks for a field: smaller is surer. */
export const rank = { own: 0, ownLeaf: 1, exact: 10, alsoSeen: 12, alias: 20, foreign: 200, leafOnly: 100 } as const;

export interface Claim {
  readonly field: FieldKey;
  readonly rank: number;
}

/** By `headingKey`: the fields that a heading may stand for. */
export type Vocabulary = ReadonlyMap<string, readonly Claim[]>;

/** The words of one form: its own headings first, then what any ledger calls the same things, then fields it lacks. */
export const vocabularyOf = remembered((form: Form): Vocabulary => {
  const words = newWords();
  for (const { field, heading, alsoSeenAs = [] } of form.columns) {
    words.add(heading.join(''), field, rank.own);
    words.add(heading[heading.length - 1], field, rank.ownLeaf);
    for (const other of alsoSeenAs) words.add(other, field, rank.alsoSeen);
  }
  const own = new Set<FieldKey>(form.columns.map((column) => column.field));
  addGeneral(words, form.entryIs === 'person', (field) => (own.has(field) ? 0 : rank.foreign));
  return words.claims;
});

/** The words of a ledger whose form nobody knows. */
export function generalVocabulary(entryIs: Form['entryIs']): Vocabulary {
  const known = generalWords[entryIs];
  if (known) return known;
  const words = newWords();
  addGeneral(words, entryIs === 'person', () => 0);
  return (generalWords[entryIs] = words.claims);
}

const generalWords: { [K in Form['entryIs']]?: Vocabulary } = {};

/** Everything that may stand in a heading row, for finding it: heading keys of all fields and forms. */
export const headingWordsOf = remembered(
  (forms: readonly Form[]): ReadonlySet<string> =>
    new Set(
      [...forms.map(vocabularyOf), generalVocabulary('household'), generalVocabulary('person')].flatMap((words) => [
        ...words.keys(),
      ]),
    ),
);

/** The heading words that may stand for a name or an identity number. */
export const identityWordsOf = remembered((forms: readonly Form[]): ReadonlySet<string> => {
  const vocabularies = [...forms.map(vocabularyOf), generalVocabulary('household'), generalVocabulary('person')];
  const named = vocabularies.flatMap((words) =>
    [...words].filter(([, claims]) => claims.some((claim) => identifying.has(claim.field))),
  );
  return new Set(named.map(([key]) => key));
});

/** Forms never change: what follows from one is worked out once, not for each of hundreds of workbooks. */
function remembered<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = make(of);
    known.set(of, made);
    return made;
  };
}

/** Fields by which a row is known to be an entry. */
export const identifying: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'householdHead',
  'memberName',
  'idNumber',
  'headIdNumber',
]);

function addGeneral(words: Words, ofPersons: boolean, penalty: (field: FieldKey) => number): void {
  for (const [key, definition] of Object.entries(fields) as [FieldKey, FieldDefinition][]) {
    if (!ofPersons && onlyOfPersons.has(key)) continue;
    const more = penalty(key);
    words.add(definition.zh, key, rank.exact + more);
    definition.aliases.forEach((alias, index) => {
      // Where a row is a person, 姓名 is the person's, and the householder's number is a column of its own.
      const heads = alias === '姓名' ? key === 'householdHead' : key === 'idNumber' && alias.startsWith('户主');
      if (!(ofPersons && heads)) words.add(alias, key, rank.alias + index + more);
    });
  }
  if (!ofPersons) return;
  words.add('姓名', 'memberName', rank.exact + penalty('memberName'));
  words.add('成员身份证号', 'idNumber', rank.exact + penalty('idNumber'));
  words.add('户主身份证号码', 'headIdNumber', rank.alias + penalty('headIdNumber'));
}

const onlyOfPersons: ReadonlySet<FieldKey> = new Set<FieldKey>(['memberName', 'headIdNumber', 'isInNeed']);

interface Words {
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly add: (heading: string, field: FieldKey, rank: number) => void;
}

function newWords(): Words {
  const claims = new Map<string, Claim[]>();
  return {
    claims,
    add: (heading, field, sure) => {
      const key = headingKey(heading);
      const known = claims.get(key) ?? [];
      if (!known.some((claim) => claim.field === field && claim.rank <= sure))
        claims.set(key, [...known, { field, rank: sure }]);
    },
  };
}
