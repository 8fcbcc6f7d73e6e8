import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { groupedLines, newLine, wordsToAdd, type SchemeLine } from '../../tasks/scheme-desk';
import { FigureRow } from './figure-row';
import type { SchemeChoice } from './use-scheme';

/** Every figure of the scheme with its clause, in the order of a notice; each can be changed, taken out, or added to. */
export function FigureList({ choice }: { readonly choice: SchemeChoice }) {
  const styles = useStyles();
  const { lines, draft, desk, edit } = choice;
  const [open, setOpen] = useState<number>();
  const [word, setWord] = useState(wordsToAdd[1].words[0]);
  const before = new Set(draft?.before.map(same));
  const missing = desk.problems.filter(({ line }) => line < 0);
  const add = () => {
    setOpen(lines.length);
    edit([...lines, newLine(word)]);
  };
  return (
    <>
      {missing.map(({ sentence }) => (
        <p key={sentence} className={styles.missing}>
          {sentence}
        </p>
      ))}
      {groupedLines(lines).map(({ title, places }) => (
        <section key={title}>
          <h4 className={styles.group}>{title}</h4>
          <ul className={styles.list} aria-label={title}>
            {places.map((place) => (
              <FigureRow
                key={place}
                line={lines[place]}
                problems={desk.problems.filter(({ line }) => line === place)}
                isChanged={draft !== undefined && !before.has(same(lines[place]))}
                isOpen={open === place}
                onOpen={(isOpen) => setOpen(isOpen ? place : undefined)}
                onChange={(line) => edit(lines.map((each, at) => (at === place ? line : each)))}
                onRemove={() => {
                  setOpen(undefined);
                  edit(lines.filter((_, at) => at !== place));
                }}
              />
            ))}
          </ul>
        </section>
      ))}
      <div className={styles.add}>
        <Field label="增加一行" className={styles.grow}>
          <Select value={word} onChange={(_, { value }) => setWord(value)}>
            {wordsToAdd.map(({ title, words }) => (
              <optgroup key={title} label={title}>
                {words.map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        </Field>
        <Button onClick={add}>增加</Button>
      </div>
    </>
  );
}

const same = (line: SchemeLine): string => Object.values(line).join('\n');

const useStyles = makeStyles({
  group: {
    margin: 0,
    padding: '12px 8px 4px 16px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
  },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  missing: { margin: 0, padding: '4px 8px 4px 16px', color: tokens.colorPaletteRedForeground1, lineHeight: '20px' },
  add: { display: 'flex', alignItems: 'flex-end', gap: '8px', padding: '12px 8px 16px 16px' },
  grow: { flexGrow: 1, minWidth: 0 },
});
