import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CheckReport } from '../../tasks/check-workbooks';
import { notCheckedInShort } from '../../tasks/not-checked-in-short';
import { Disclosure } from '../parts/disclosure';
import { entriesIn, formTitle } from '../sentences/scope-sentence';

export interface ScopeViewProps {
  readonly report: CheckReport;
  /** Leads to where lists are given. */
  readonly onLists: () => void;
}

/** What was read and checked, and, apart from it, what was not: sheets left out and checks that could not run. */
export function ScopeView({ report, onLists }: ScopeViewProps) {
  const styles = useStyles();
  const [opened, setOpened] = useState({ scope: report.ledgers.length === 0, unchecked: false });
  const notChecked = useMemo(() => notCheckedInShort(report), [report]);
  return (
    <div className={styles.scope}>
      <Disclosure
        title="检查范围"
        aside={`${report.ledgers.length} 张台账 · ${entriesIn(report.ledgers)}`}
        isOpen={opened.scope}
        onToggle={() => setOpened({ ...opened, scope: !opened.scope })}
      >
        <ul className={styles.list} aria-label="检查范围">
          {report.ledgers.map((ledger) => (
            <li key={`${ledger.sheet} ${ledger.headingRows.top}`}>
              <span className={styles.strong}>{ledger.sheet}</span>
              <span className={styles.quiet}>
                {formTitle(ledger.form)}，{entriesIn([ledger])}
              </span>
            </li>
          ))}
          {report.sheetsNotRead.map(({ sheet, why }) => (
            <li key={sheet}>
              <span className={styles.strong}>{sheet}</span>
              <span className={styles.quiet}>未作台账检查：{why}</span>
            </li>
          ))}
          {report.remarks.map((remark) => (
            <li key={remark}>
              <span className={styles.quiet}>{remark}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
      {notChecked.groups.length > 0 && (
        <Disclosure
          title="未检查"
          aside={`${notChecked.count} 项`}
          isOpen={opened.unchecked}
          onToggle={() => setOpened({ ...opened, unchecked: !opened.unchecked })}
        >
          <ul className={styles.list} aria-label="未检查">
            {notChecked.groups.map(({ reason, what, isForLists }) => (
              <li key={reason}>
                <span className={styles.strong}>
                  {reason}
                  {isForLists && (
                    <Link as="button" className={styles.link} onClick={onLists}>
                      选择名单
                    </Link>
                  )}
                </span>
                <span className={styles.quiet}>{what.join('、')}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  scope: {
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    margin: 0,
    padding: '0 8px 12px 32px',
    listStyle: 'none',
    lineHeight: '22px',
    overflowWrap: 'anywhere',
  },
  strong: { display: 'block' },
  link: { marginInlineStart: '8px' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
});
