import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { formatYuan, type Fen } from '../../core/ledger/money';
import { Pager } from '../parts/pager';
import { useStable } from '../parts/use-stable';
import { placeOf } from '../sentences/place';
import type { PanelState } from '../use-panel';
import { AmountRow } from './amount-row';

const pageLength = 40;

/** 拟定金额: where the scheme gives ranges, amounts to choose from before anything is filled in. */
export function ProposalSection({ panel }: { readonly panel: PanelState }) {
  const styles = useStyles();
  const { proposal, run } = panel;
  const { form, setForm, seen, fault, isStale } = proposal;
  const [page, setPage] = useState(0);
  const isBusy = run.running !== undefined;
  const pin = useStable((key: string, text: string) => {
    const pins = new Map(form.pins);
    if (text === '') pins.delete(key);
    else pins.set(key, text);
    setForm({ ...form, pins });
  });
  const jump = useStable(panel.jump);
  const edits = seen?.changes.reduce(
    (sum, change) => sum + (change.kind === 'edit-cells' ? change.edits.length : 0),
    0,
  );
  const pages = Math.ceil((seen?.rows.length ?? 0) / pageLength);
  const shown = Math.min(page, Math.max(0, pages - 1));
  return (
    <>
      <div className={styles.top}>
        <p className={styles.words}>
          方案给的是幅度。先在各档以内拟出金额，合计正好等于总额，看过再填；已填写的金额不动。
        </p>
        <div className={styles.wishes}>
          <Field label="要分配的总额（元）" className={styles.wish}>
            <Input
              className={styles.input}
              inputMode="decimal"
              placeholder={seen?.allocation === undefined ? '' : formatYuan(seen.allocation)}
              value={form.allocation}
              onChange={(_, { value }) => setForm({ ...form, allocation: value })}
            />
          </Field>
          <Field label="档距（元）" className={styles.step}>
            <Input
              className={styles.input}
              inputMode="decimal"
              placeholder="1"
              value={form.step}
              onChange={(_, { value }) => setForm({ ...form, step: value })}
            />
          </Field>
        </div>
        <div className={styles.actions}>
          {edits !== undefined && edits > 0 && (
            <Button
              appearance="primary"
              disabledFocusable={isBusy || isStale || fault !== undefined}
              onClick={panel.fillProposal}
            >
              填入 {edits} 户
            </Button>
          )}
          <Button
            appearance={edits ? 'secondary' : 'primary'}
            disabledFocusable={isBusy || fault !== undefined}
            onClick={panel.propose}
          >
            {seen ? '重新拟定' : '拟定'}
          </Button>
        </div>
        <p className={fault || (seen?.impossible && !isStale) ? styles.wrong : styles.words} role="status">
          {fault ?? (seen ? outcome(seen, isStale) : '')}
        </p>
      </div>
      {seen && seen.rows.length > 0 && (
        <>
          <ul className={styles.list} aria-label="拟定的金额">
            {seen.rows.slice(shown * pageLength, (shown + 1) * pageLength).map((row) => (
              <AmountRow
                key={row.key}
                row={row}
                pinned={form.pins.get(row.key) ?? ''}
                carries={seen.remainder?.key === row.key ? seen.remainder.amount : undefined}
                onPin={pin}
                onJump={jump}
              />
            ))}
          </ul>
          <Pager of="拟定的金额" page={shown} pages={pages} onTurn={setPage} />
        </>
      )}
    </>
  );
}

function outcome(seen: NonNullable<PanelState['proposal']['seen']>, isStale: boolean): string {
  if (isStale) return '台账、标准或要求有变化，请重新拟定。';
  if (seen.impossible !== undefined) return seen.impossible;
  if (seen.rows.length === 0) return '没有找到带“救助金额”一列的户表。';
  const total = seen.rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0) as Fen;
  const left = seen.rows.filter(({ state }) => state === 'left').length;
  const carrier = seen.rows.find(({ key }) => key === seen.remainder?.key);
  return [
    `${seen.rows.length - left} 户合计 ${formatYuan(total)} 元，正好等于总额。`,
    left > 0 ? `另有 ${left} 户定不出来，原因写在各户下面。` : '',
    carrier && seen.remainder
      ? `尾差 ${formatYuan(seen.remainder.amount)} 元放在 ${placeOf(carrier.at)}，请在备注里写明尾差。`
      : '',
  ].join('');
}

const useStyles = makeStyles({
  top: { padding: '0 8px 12px 16px' },
  words: { margin: '0 0 10px', lineHeight: '22px' },
  wrong: { margin: '0 0 10px', lineHeight: '22px', color: tokens.colorPaletteRedForeground1 },
  wishes: { display: 'flex', gap: '8px', marginBottom: '10px' },
  wish: { flexGrow: 2, minWidth: 0 },
  step: { flexGrow: 1, minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginBottom: '10px' },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});
