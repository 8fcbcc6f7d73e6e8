import { severityWords } from '../../core/findings/severity-words';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import type { Decisions } from '../decisions/use-decisions';
import { Disclosure } from '../parts/disclosure';
import { Pager } from '../parts/pager';
import { SeverityIcon } from '../parts/severity-icon';
import { noteSentence } from '../sentences/decision-sentence';
import type { FindingGroup as Group } from './group-findings';
import { FindingRow, type FindingRowProps } from './finding-row';
import { pageLength, type Findings } from './use-findings';
import type { Finding } from '../../core/findings/finding';

export interface FindingGroupProps extends Pick<FindingRowProps, 'isBusy' | 'onVisit' | 'onJump' | 'onFix' | 'onLook'> {
  readonly group: Group;
  readonly findings: Findings;
  readonly settled: ReadonlySet<Finding>;
  readonly noted: Decisions['noted'];
  readonly onFixAll: (group: Group, sure: readonly Finding[]) => void;
}

/** The findings of one kind under its title: one page of them is drawn, and only while the group is open. */
export function FindingGroup({ group, findings, settled, noted, onFixAll, ...row }: FindingGroupProps) {
  const styles = useStyles();
  const page = findings.pageOf(group);
  const standing = group.findings.filter((finding) => !settled.has(finding));
  const isSure = ({ fix }: Finding) => fix?.certainty === 'sure';
  const sure = standing.filter(isSure);
  return (
    <Disclosure
      isSticky
      isOpen={findings.isOpen(group)}
      onToggle={() => findings.toggleOpen(group)}
      icon={<SeverityIcon severity={group.severity} />}
      title={
        <>
          <span className={styles.title}>{group.kind.title}</span>
          <span className={styles.severity}>{severityWords[group.severity]}</span>
        </>
      }
      aside={standing.length === 0 ? '已修正' : standing.length}
    >
      {group.findings.filter(isSure).length > 1 && (
        <div className={styles.all}>
          <Button disabledFocusable={row.isBusy || sure.length === 0} onClick={() => onFixAll(group, sure)}>
            {sure.length > 0 ? `全部修正 ${sure.length} 处` : '已全部修正'}
          </Button>
        </div>
      )}
      <ul className={styles.list} aria-label={group.kind.title} onKeyDown={walkRows}>
        {group.findings.slice(page * pageLength, (page + 1) * pageLength).map((finding, index) => (
          <FindingRow
            key={page * pageLength + index}
            finding={finding}
            name={findings.whose(finding.at[0])}
            note={noteSentence(noted.get(finding))}
            isCurrent={finding === findings.current}
            isSettled={settled.has(finding)}
            {...row}
          />
        ))}
      </ul>
      <Pager
        of={group.kind.title}
        page={page}
        pages={Math.ceil(group.findings.length / pageLength)}
        onTurn={(to) => findings.turnTo(group, to)}
      />
    </Disclosure>
  );
}

/** Up and down go from row to row past the buttons inside them. */
function walkRows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const rows = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[data-finding]'));
  const next = rows[rows.indexOf(event.target as HTMLElement) + step];
  if (!next || !(event.target as HTMLElement).hasAttribute('data-finding')) return;
  event.preventDefault();
  next.focus();
}

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold },
  severity: { marginInlineStart: '6px', color: tokens.colorNeutralForeground3 },
  all: { padding: '2px 8px 8px 16px' },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});
