import { makeStyles, mergeClasses, SearchBox, tokens, ToggleButton } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { FileVerdict } from '../../core/merge/verdict';
import { reasonOf, verdictOf } from '../../tasks/merge-words';
import { CheckmarkCircleRegular, ErrorCircleFilled, InfoFilled } from '../icons';
import { PagedList } from './paged-list';

const kinds = ['set-aside', 'taken-with-remarks', 'taken'] as const;

/** What became of each file and why, those first that leave something to do. */
export function FileVerdicts({ verdicts }: { readonly verdicts: readonly FileVerdict[] }) {
  const styles = useStyles();
  const [only, setOnly] = useState<FileVerdict['verdict']>();
  const [words, setWords] = useState('');
  const listed = useMemo(
    () =>
      kinds.flatMap((kind) =>
        verdicts.filter(
          (each) =>
            each.verdict === kind &&
            (only === undefined || only === kind) &&
            (words.trim() === '' || wordsOf(each).includes(words.trim())),
        ),
      ),
    [verdicts, only, words],
  );
  return (
    <>
      <div className={styles.filter} role="group" aria-label="按处理结果筛选">
        {kinds.map((kind) => {
          const count = verdicts.filter(({ verdict }) => verdict === kind).length;
          return (
            <ToggleButton
              key={kind}
              size="small"
              className={styles.kind}
              checked={only === kind}
              disabledFocusable={count === 0}
              onClick={() => setOnly(only === kind ? undefined : kind)}
            >
              {verdictOf(kind)} {count}
            </ToggleButton>
          );
        })}
        <SearchBox
          className={styles.search}
          size="small"
          aria-label="筛选文件"
          placeholder="文件名、原因"
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
      </div>
      {listed.length === 0 && <p className={styles.none}>没有符合筛选的文件。</p>}
      <PagedList
        items={listed}
        of="各份文件"
        keyOf={({ workbook }) => workbook}
        draw={(verdict) => <Verdict {...verdict} />}
      />
    </>
  );
}

function Verdict({ workbook, verdict, reason, sentences, taken, setAside, sheetsNotRead }: FileVerdict) {
  const styles = useStyles();
  const Icon = icons[verdict];
  const said = [...sentences, ...sheetsNotRead.map(({ sheet, why }) => `工作表“${sheet}”没有读取：${why}`)];
  return (
    <div className={styles.file}>
      <Icon className={mergeClasses(styles.icon, styles[verdict])} aria-hidden />
      <div className={styles.words}>
        <span className={styles.name}>{workbook}</span>
        <span className={styles.verdict}>
          {verdictOf(verdict)}
          {reason && `：${reasonOf(reason)}`}
        </span>
        <span className={styles.rows}>{rowsSaid(taken, setAside)}</span>
        {said.length > 0 && (
          <ul className={styles.sentences}>
            {said.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

const icons = { taken: CheckmarkCircleRegular, 'taken-with-remarks': InfoFilled, 'set-aside': ErrorCircleFilled };

const rowsSaid = (taken: number, setAside: number): string =>
  [...(taken > 0 ? [`汇入 ${taken} 行`] : []), ...(setAside > 0 ? [`未汇入 ${setAside} 行`] : [])].join('，');

const wordsOf = ({ workbook, reason, sentences }: FileVerdict): string =>
  [workbook, reason ? reasonOf(reason) : '', ...sentences].join('\n');

const useStyles = makeStyles({
  filter: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    padding: '2px 8px 8px 16px',
  },
  kind: { minWidth: 'auto', fontWeight: tokens.fontWeightRegular },
  search: { flexGrow: 1, minWidth: '120px', maxWidth: '280px' },
  none: { margin: '0 8px 8px 16px', color: tokens.colorNeutralForeground3 },
  file: {
    display: 'flex',
    gap: '8px',
    padding: '8px 8px 8px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: '22px',
  },
  icon: { flexShrink: 0, height: '22px', fontSize: '16px' },
  taken: { color: tokens.colorPaletteGreenForeground1 },
  'taken-with-remarks': { color: tokens.colorPaletteBlueForeground2 },
  'set-aside': { color: tokens.colorPaletteRedForeground3 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: '10px' },
  verdict: { marginInlineEnd: '10px' },
  rows: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  sentences: { margin: 0, padding: 0, listStyle: 'none', color: tokens.colorNeutralForeground2 },
});
