import { makeStyles, SearchBox, tokens, ToggleButton } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CellRef } from '../../core/workbook/cell';
import { sentenceOf } from '../../tasks/check-workbooks';
import { concernsSeveral } from '../../tasks/found-sheet';
import type { MergeFinding } from '../../tasks/merge-findings';
import { placeKey } from '../../tasks/merged-rows';
import { SeverityIcon } from '../parts/severity-icon';
import { PagedList } from './paged-list';
import { RowWithOrigin, type RowWithOriginProps } from './row-with-origin';

/** What the checks find over all that was merged: first what concerns several files, which no village could see. */
export function MergedFindings({
  findings,
  ...origin
}: { readonly findings: readonly MergeFinding[] } & Pick<RowWithOriginProps, 'merged' | 'onJump'>) {
  const styles = useStyles();
  const across = useMemo(() => findings.filter(concernsSeveral), [findings]);
  const [onlyAcross, setOnlyAcross] = useState(across.length > 0);
  const [words, setWords] = useState('');
  const listed = useMemo(() => {
    const wanted = words.trim();
    return (onlyAcross ? across : findings).filter((each) => wanted === '' || wordsOf(each).includes(wanted));
  }, [findings, across, onlyAcross, words]);
  return (
    <>
      <div className={styles.filter} role="group" aria-label="筛选核查问题">
        <ToggleButton
          size="small"
          className={styles.kind}
          checked={onlyAcross}
          disabledFocusable={across.length === 0}
          onClick={() => setOnlyAcross(!onlyAcross)}
        >
          只看涉及几份文件的 {across.length}
        </ToggleButton>
        <SearchBox
          className={styles.search}
          size="small"
          aria-label="筛选问题"
          placeholder="姓名、文件、文字"
          value={words}
          onChange={(_, { value }) => setWords(value)}
        />
      </div>
      {listed.length === 0 && <p className={styles.none}>没有符合筛选的问题。</p>}
      <PagedList
        items={listed}
        of="核查问题"
        keyOf={({ key, finding: { at, message } }, index) =>
          `${index} ${key} ${at[0].workbook} ${at[0].row} ${message}`
        }
        draw={(each) => (
          <RowWithOrigin {...origin} places={rowsOf(each.finding.at)}>
            <span className={styles.head}>
              <SeverityIcon severity={each.finding.severity} />
              <span className={styles.where}>{filesOf(each)}</span>
              {each.name && <span className={styles.quiet}>{each.name}</span>}
            </span>
            {sentenceOf(each.finding)}
            {each.decision && (
              <span className={styles.decision}>
                已有处理意见：{each.decision.decision}，{each.decision.reason}
                {each.decision.by && `（${each.decision.by}）`}
              </span>
            )}
          </RowWithOrigin>
        )}
      />
    </>
  );
}

/** The rows concerned, each once however many of its cells are. */
function rowsOf(at: readonly CellRef[]): readonly CellRef[] {
  const seen = new Set<string>();
  return at.filter((cell) => !seen.has(placeKey(cell)) && seen.add(placeKey(cell)));
}

const filesOf = ({ finding: { at } }: MergeFinding): string => {
  const files = [...new Set(at.map(({ workbook }) => workbook))];
  return files.length > 3 ? `${files.slice(0, 3).join('、')}等 ${files.length} 份` : files.join('、');
};

const wordsOf = (each: MergeFinding): string =>
  [each.name ?? '', sentenceOf(each.finding), ...each.finding.at.map(({ workbook }) => workbook)].join('\n');

const useStyles = makeStyles({
  filter: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', padding: '2px 8px 8px 16px' },
  kind: { minWidth: 'auto', fontWeight: tokens.fontWeightRegular },
  search: { flexGrow: 1, minWidth: '120px', maxWidth: '280px' },
  none: { margin: '0 8px 8px 16px', color: tokens.colorNeutralForeground3 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  where: { fontWeight: tokens.fontWeightSemibold, minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  decision: { display: 'block', color: tokens.colorNeutralForeground3 },
});
