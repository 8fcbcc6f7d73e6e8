import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, HistoryRegular } from '../icons';
import { EmptyState } from '../parts/empty-state';
import type { PanelState } from '../use-panel';

/** What was changed through the panel, newest first; each step can be taken back. */
export function StepsView({ panel }: { readonly panel: PanelState }) {
  const styles = useStyles();
  const { done } = panel.steps;
  const isBusy = panel.run.running !== undefined;
  const last = [...done].reverse().find((step) => !step.isUndone && step.isKept);
  if (done.length === 0) {
    return (
      <EmptyState icon={<HistoryRegular />} title="还没有改动">
        在这里修正、填列或标记的每一步都可以撤销。改过的单元格登记在“操作记录”表里，关闭后重新打开仍可撤销。
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.top}>
        <Button
          icon={<ArrowUndoRegular />}
          disabledFocusable={isBusy || !last}
          onClick={() => {
            if (last) panel.undo(last);
          }}
        >
          撤销上一步
        </Button>
      </div>
      <ol className={styles.list} reversed aria-label="改动记录">
        {[...done].reverse().map((step) => (
          <li key={step.number} className={styles.step}>
            <span className={styles.number}>{step.number}</span>
            <span className={styles.name}>
              <span className={mergeClasses(step.isUndone && styles.undone)}>{step.name}</span>
              {step.count > 0 && <span className={styles.count}>{step.count} 格</span>}
              {step.when && <span className={styles.when}>{step.when}</span>}
            </span>
            {step.isUndone ? (
              <span className={styles.state}>已撤销</span>
            ) : !step.isKept ? (
              <span className={styles.state}>格数过多，未逐格登记</span>
            ) : (
              <Button
                appearance="subtle"
                className={styles.undo}
                disabledFocusable={isBusy}
                aria-label={`撤销第 ${step.number} 步：${step.name}`}
                onClick={() => panel.undo(step)}
              >
                撤销
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const useStyles = makeStyles({
  top: { padding: '12px 8px 12px 16px' },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    minHeight: '48px',
    padding: '4px 0 4px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  number: { minWidth: '1.5em', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  name: { flexGrow: 1, minWidth: 0, lineHeight: '22px', overflowWrap: 'anywhere' },
  count: {
    marginInlineStart: '8px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  when: { display: 'block', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
  undone: { color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  state: { flexShrink: 0, padding: '0 8px', color: tokens.colorNeutralForeground3 },
  undo: { flexShrink: 0, minWidth: 'auto' },
});
