import { Button, makeStyles } from '@fluentui/react-components';
import { ClipboardTaskRegular } from '../icons';
import { ChoiceBox } from '../parts/choice-box';
import type { PanelState } from '../use-panel';

/** The scheme in force, and what can be done with the workbook as a whole. */
export function ActionBar({ panel }: { readonly panel: PanelState }) {
  const styles = useStyles();
  const isBusy = panel.run.running !== undefined;
  return (
    <div className={styles.bar}>
      <ChoiceBox
        label="救助标准"
        title={panel.choice.scheme.document}
        value={panel.choice.selected}
        isDisabled={isBusy}
        onChoose={panel.choice.select}
      >
        {panel.choice.options.map(({ key, title }) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </ChoiceBox>
      <div className={styles.actions} role="group" aria-label="台账操作">
        <Button
          appearance="primary"
          icon={<ClipboardTaskRegular />}
          className={styles.main}
          disabledFocusable={isBusy}
          onClick={panel.check}
        >
          检查
        </Button>
        <Button appearance="subtle" className={styles.action} disabledFocusable={isBusy} onClick={panel.mark}>
          标记
        </Button>
        <Button appearance="subtle" className={styles.action} disabledFocusable={isBusy} onClick={panel.clearMarks}>
          清除标记
        </Button>
        {panel.saveAs && (
          <Button appearance="subtle" className={styles.action} disabledFocusable={isBusy} onClick={panel.saveAs}>
            另存为
          </Button>
        )}
      </div>
    </div>
  );
}

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '10px 16px 4px', flexShrink: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px' },
  main: { minWidth: 'auto', marginInlineEnd: '4px', paddingInline: '12px' },
  action: { minWidth: 'auto', paddingInline: '8px' },
});
