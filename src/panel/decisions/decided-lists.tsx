import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DecidedFinding } from '../../core/decisions/replay';
import { sentenceOf, type CheckReport } from '../../tasks/check-workbooks';
import { whoAndWhen } from '../../tasks/decision-words';
import { Disclosure } from '../parts/disclosure';
import { Pager } from '../parts/pager';
import { placeOf } from '../sentences/place';
import type { PanelState } from '../use-panel';

/** So many are drawn at once. */
const pageLength = 20;

/** What is settled, and what was settled until its facts changed; folded, for neither asks for anything at once. */
export function DecidedLists({ panel, report }: { readonly panel: PanelState; readonly report: CheckReport }) {
  return (
    <>
      <List title="已处理" list={report.decided} panel={panel} />
      <List title="已失效" list={report.lapsed} panel={panel} hasLapsed />
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly list: readonly DecidedFinding[];
  readonly panel: PanelState;
  /** They are listed among the findings again. */
  readonly hasLapsed?: boolean;
}

function List({ title, list, panel, hasLapsed = false }: ListProps) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [turned, setTurned] = useState(0);
  const carry = hasLapsed ? undefined : panel.carryDecisions;
  if (list.length === 0 && !carry) return null;
  const pages = Math.max(1, Math.ceil(list.length / pageLength));
  const page = Math.min(turned, pages - 1);
  const isBusy = panel.run.running !== undefined;
  return (
    <div className={styles.place}>
      <Disclosure
        title={title}
        aside={list.length > 0 ? `${list.length} 项` : '还没有'}
        isOpen={isOpen}
        onToggle={() => setOpen(!isOpen)}
      >
        {hasLapsed && <p className={styles.intro}>依据的内容已改变，原来的处理不再有效，已重新列在下面的问题里。</p>}
        {list.length > 0 && (
          <ul className={styles.list} aria-label={title}>
            {list.slice(page * pageLength, (page + 1) * pageLength).map((decided) => (
              <li key={`${placeOf(decided.finding.at[0])} ${decided.decision.key}`} className={styles.item}>
                <Words decided={decided} panel={panel} />
                <div className={styles.actions}>
                  <Button size="small" disabledFocusable={isBusy} onClick={() => panel.look(decided.finding)}>
                    {hasLapsed ? '重新处理' : '修改'}
                  </Button>
                  <Button
                    size="small"
                    disabledFocusable={isBusy}
                    aria-label={`${hasLapsed ? '删去旧处理' : '取消处理'}：${placeOf(decided.finding.at[0])}`}
                    onClick={() => panel.takeBack(decided)}
                  >
                    {hasLapsed ? '删去旧处理' : '取消处理'}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
        {carry && (
          <div className={styles.carry}>
            <p className={styles.before}>上一批台账里写过处理意见的，可以沿用到这一批；依据的内容变了的不沿用。</p>
            <Button size="small" disabledFocusable={isBusy} onClick={carry}>
              沿用上一批的处理意见
            </Button>
          </div>
        )}
        <Pager of={title} page={page} pages={pages} onTurn={setTurned} />
      </Disclosure>
    </div>
  );
}

function Words({
  decided: { finding, decision },
  panel,
}: {
  readonly decided: DecidedFinding;
  readonly panel: PanelState;
}) {
  const styles = useStyles();
  const [at] = finding.at;
  const signed = whoAndWhen(decision);
  return (
    <>
      <div>
        <Link as="button" onClick={() => panel.jump(at)}>
          {placeOf(at)}
        </Link>{' '}
        <span className={styles.quiet}>{panel.findings.whose(at)}</span>
      </div>
      <div className={styles.quiet}>{sentenceOf(finding)}</div>
      <div>
        <strong>{decision.decision}</strong>：{decision.reason}
      </div>
      {signed && <div className={styles.quiet}>{signed}</div>}
    </>
  );
}

const useStyles = makeStyles({
  place: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  intro: { margin: 0, padding: '0 8px 8px 32px', lineHeight: '22px' },
  before: { margin: '0 0 6px', color: tokens.colorNeutralForeground3, lineHeight: '22px' },
  carry: { padding: '0 8px 12px 32px' },
  list: { margin: 0, padding: '0 8px 8px 32px', listStyle: 'none', lineHeight: '22px', overflowWrap: 'anywhere' },
  item: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  quiet: { color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '6px' },
});
