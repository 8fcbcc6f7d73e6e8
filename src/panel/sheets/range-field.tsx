import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { rowWords, villagesIn } from '../../tasks/make-sheets';
import type { PanelState } from '../use-panel';
import type { Range } from './use-sheets';

/** 范围: all households, one village, or the rows that the person selected or wrote. */
export function RangeField({ panel }: { readonly panel: PanelState }) {
  const styles = useStyles();
  const { range, setRange } = panel.sheets;
  const { selection } = panel.live;
  const isBusy = panel.run.running !== undefined;
  const villages = panel.result ? villagesIn(panel.result.report.ledgers) : [];
  const ofSelection = (): Range => ({
    of: 'rows',
    ...(selection ? { sheet: selection.sheet, text: rowWords(selection.rows) } : { text: '' }),
  });
  const choose = (value: string): void => {
    if (value === '') setRange({ of: 'all' });
    else setRange(value === rowsKey ? ofSelection() : { of: 'village', village: value });
  };

  return (
    <div className={styles.fields}>
      <Field label="范围">
        <Select value={keyOf(range)} disabled={isBusy} onChange={(_, { value }) => choose(value)}>
          <option value="">{villages.length > 1 ? `全部 ${villages.length} 个村（社区）` : '全部'}</option>
          <option value={rowsKey}>{rowsKey}</option>
          {villages.length > 1 &&
            villages.map((village) => (
              <option key={village} value={village}>
                {village}
              </option>
            ))}
        </Select>
      </Field>
      {range.of === 'rows' && (
        <Field label={range.sheet === undefined ? '台账里的行' : `“${range.sheet}”里的行`} hint="几段用顿号分开">
          <div className={styles.rows}>
            <Input
              className={styles.text}
              value={range.text}
              placeholder="12-20、25"
              disabled={isBusy}
              onChange={(_, { value }) => setRange({ ...range, text: value })}
            />
            {selection && (
              <Button className={styles.take} disabledFocusable={isBusy} onClick={() => setRange(ofSelection())}>
                取选中的行
              </Button>
            )}
          </div>
        </Field>
      )}
    </div>
  );
}

const rowsKey = '选中的户';

const keyOf = (range: Range): string => (range.of === 'all' ? '' : range.of === 'rows' ? rowsKey : range.village);

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '8px', marginBottom: '10px' },
  rows: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  text: { flex: '1 1 120px', minWidth: 0 },
  take: { flexShrink: 0, minWidth: 'auto', paddingInline: '8px' },
});
