import { Button, createFocusOutlineStyle, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Finding } from '../../core/findings/finding';
import { formatDate } from '../../core/ledger/dates';
import { sentenceOf } from '../../tasks/check-workbooks';
import { DismissRegular } from '../icons';
import { Disclosure } from '../parts/disclosure';
import { SeverityIcon } from '../parts/severity-icon';
import { placeOf } from '../sentences/place';
import type { PanelState } from '../use-panel';
import type { Live } from './use-live';

const SeasonSteps = lazy(() => import('../scheme/season-steps').then(({ SeasonSteps: steps }) => ({ default: steps })));

/** So many findings of touched rows are listed here; all of them stand in the list below. */
const listed = 5;

/** What is wrong in the rows just edited, and all there is to say of the row the person stands in. */
export function LiveRows({ panel }: { readonly panel: PanelState }) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(true);
  const [showsCalendar, setShowsCalendar] = useState(false);
  const { touched, row, putAway } = panel.live;
  const isTold = row && (row.findings.length > 0 || row.amounts.length > 0 || row.calendar);
  if (!touched && !isTold) return null;
  return (
    <div className={styles.place}>
      {touched && (
        <section className={styles.touched} aria-label="刚改的行" role="status">
          <div className={styles.head}>
            <span className={styles.title}>{touchedTitle(touched)}</span>
            <Button
              appearance="transparent"
              size="small"
              icon={<DismissRegular />}
              aria-label="收起刚改的行"
              onClick={putAway}
            />
          </div>
          <Sentences findings={touched.findings.slice(0, listed)} onVisit={panel.visit} />
          {touched.findings.length > listed && (
            <p className={styles.more}>其余 {touched.findings.length - listed} 处见下方清单。</p>
          )}
        </section>
      )}
      {isTold && (
        <Disclosure
          isSticky
          title={rowTitle(row, panel.findings.whose)}
          aside={row.findings.length > 0 ? `${row.findings.length} 处` : '没有问题'}
          isOpen={isOpen}
          onToggle={() => setOpen(!isOpen)}
        >
          <div className={styles.row}>
            <Sentences findings={row.findings} onVisit={panel.visit} />
            {row.amounts.map(({ fill, title, value, working }) => (
              <p key={fill} className={styles.amount}>
                <span className={styles.value}>
                  {title} {value}
                </span>
                {working.formula}
                <span className={styles.clause}>依据：{working.clause}</span>
              </p>
            ))}
            {row.noticeUntil && <p className={styles.amount}>下一步：村级公示至 {formatDate(row.noticeUntil)}</p>}
          </div>
          {row.calendar && (
            <Disclosure
              title={row.ledger.columns.noticeStart?.values[row.entry] ? '这一户的办理时间' : '办理时间'}
              isOpen={showsCalendar}
              onToggle={() => setShowsCalendar(!showsCalendar)}
            >
              <div className={styles.calendar}>
                <Suspense fallback={null}>
                  <SeasonSteps calendar={row.calendar} today={panel.today} past={row.past} />
                </Suspense>
                {row.calendar.remarks.map((remark) => (
                  <p key={remark} className={styles.amount}>
                    {remark}
                  </p>
                ))}
              </div>
            </Disclosure>
          )}
        </Disclosure>
      )}
    </div>
  );
}

function Sentences({
  findings,
  onVisit,
}: {
  readonly findings: readonly Finding[];
  readonly onVisit: PanelState['visit'];
}) {
  const styles = useStyles();
  if (findings.length === 0) return null;
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li key={`${finding.kind} ${placeOf(finding.at[0])} ${finding.message}`}>
          <button type="button" className={styles.sentence} onClick={() => onVisit(finding)}>
            <SeverityIcon severity={finding.severity} />
            <span>{sentenceOf(finding)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const touchedTitle = ({ rows, findings }: NonNullable<Live['touched']>): string =>
  rows.size === 1
    ? `刚改的第 ${[...rows][0]} 行有 ${findings.length} 处问题`
    : `刚改的 ${rows.size} 行有 ${findings.length} 处问题`;

function rowTitle({ ledger, entry }: NonNullable<Live['row']>, whose: PanelState['findings']['whose']): string {
  const { workbook, sheet } = ledger;
  const name = whose({ workbook, sheet, row: ledger.rows[entry], column: 1 });
  return `第 ${ledger.rows[entry]} 行${name ? ` ${name}` : ''}`;
}

const useStyles = makeStyles({
  // Above the list, not in it: the row that the person stands in is told wherever the list is scrolled to.
  place: {
    flexShrink: 0,
    maxHeight: '45%',
    overflowY: 'auto',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  touched: {
    padding: '6px 4px 8px 16px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: { display: 'flex', alignItems: 'center', minHeight: '32px' },
  title: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  sentence: {
    display: 'flex',
    gap: '8px',
    width: '100%',
    padding: '4px 8px 4px 0',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    lineHeight: '22px',
    textAlign: 'start',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ...createFocusOutlineStyle(),
  },
  more: { margin: '2px 0 0', color: tokens.colorNeutralForeground3 },
  row: { padding: '0 8px 8px 16px' },
  calendar: { padding: '0 8px 4px 20px' },
  amount: { margin: '4px 0 0', lineHeight: '22px', overflowWrap: 'anywhere' },
  value: { display: 'block', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  clause: { display: 'block', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
});
