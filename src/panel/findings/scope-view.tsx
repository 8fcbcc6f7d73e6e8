import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CheckReport } from '../../tasks/check-workbooks';
import { notCheckedInShort } from '../../tasks/not-checked-in-short';
import { Disclosure } from '../parts/disclosure';
import { entriesIn, formTitle } from '../sentences/scope-sentence';

/** What was read and checked, and, apart from it, what was not: sheets left out and checks that could not run. */
export function ScopeView({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const [opened, setOpened] = useState({ scope: false, unchecked: false });
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
            {notChecked.groups.map(({ reason, what }) => (
              <li key={reason}>
                <span className={styles.strong}>{reason}</span>
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
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
});
