import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { NotChecked } from '../../core/findings/finding';
import { titleOfCheck } from '../../tasks/title-of-check';
import type { CheckReport } from '../../tasks/check-workbooks';
import { Disclosure } from '../parts/disclosure';
import { entriesIn, formTitle } from '../sentences/scope-sentence';

/** What was read and checked, and, apart from it, what was not: sheets left out and checks that could not run. */
export function ScopeView({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const [opened, setOpened] = useState({ scope: false, unchecked: false });
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
      {report.notChecked.length > 0 && (
        <Disclosure
          title="未检查"
          aside={`${report.notChecked.length} 项`}
          isOpen={opened.unchecked}
          onToggle={() => setOpened({ ...opened, unchecked: !opened.unchecked })}
        >
          <ul className={styles.list} aria-label="未检查">
            {report.notChecked.map((item) => (
              <li key={`${item.check} ${item.workbook ?? ''} ${item.sheet ?? ''}`}>
                <span className={styles.strong}>{titleOf(item)}</span>
                <span className={styles.quiet}>{item.reason}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}

function titleOf({ check, sheet }: NotChecked): string {
  const title = titleOfCheck(check) ?? '其他检查';
  return sheet === undefined ? title : `${title}（${sheet}）`;
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
