import { Button, createFocusOutlineStyle, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkbookPort, Watch } from '../../core/workbook/port';
import { drive } from '../../core/workbook/port';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { bankReturnWords, makeBankReturn, notPaidLines, type MadeBankReturn } from '../../tasks/make-bank-file';
import { recordBankReturn } from '../../tasks/record-bank-return';
import type { SheetsRefused } from '../../tasks/make-sheets';
import type { PanelHost } from '../panel-host';
import { Pager } from '../parts/pager';
import type { PanelState } from '../use-panel';

export interface BankAnswerProps {
  readonly panel: PanelState;
  readonly chooseFiles: NonNullable<PanelHost['chooseFiles']>;
  readonly openPicked: NonNullable<PanelHost['openPicked']>;
}

interface Laid {
  readonly answer: WorkbookSnapshot;
  readonly made: MadeBankReturn;
}

/** 银行回单: what became of each payment, shown first, and then registered in the ledger as one step. */
export function BankAnswerSection({ panel, chooseFiles, openPicked }: BankAnswerProps) {
  const styles = useStyles();
  const [laid, setLaid] = useState<Laid>();
  const [refused, setRefused] = useState<SheetsRefused>();
  const [page, setPage] = useState(0);
  const isBusy = panel.run.running !== undefined;
  const lines = laid ? notPaidLines(laid.made) : [];

  /** Beside the ledger as it stands now. */
  const lay = async (from: WorkbookPort, watch: Watch, answer: WorkbookSnapshot) => {
    const workbook = await from.read(watch);
    const request = {
      ...{ workbook, scheme: panel.choice.chosen, today: panel.today },
      ...{ occasion: panel.sheets.occasion, isConfirmed: true },
    };
    const made = await drive(makeBankReturn(request, answer), watch);
    setRefused('refused' in made ? made : undefined);
    setLaid('refused' in made ? undefined : { answer, made });
    return { workbook, made };
  };
  const choose = async () => {
    const [file] = await chooseFiles({ many: false });
    if (!file) return;
    panel.work('正在读取银行回单', async (from, watch) => {
      const { made } = await lay(from, watch, await openPicked(file, watch));
      setPage(0);
      return 'refused' in made ? { intent: 'warning', text: made.refused } : undefined;
    });
  };
  const record = ({ answer }: Laid) =>
    panel.work('正在登记银行回单', async (from, watch) => {
      const { workbook, made } = await lay(from, watch, answer);
      if ('refused' in made) return { intent: 'warning', text: made.refused };
      const { changes, keptCells } = await drive(recordBankReturn(workbook, made, panel.today), watch);
      const kept = keptCells > 0 ? `有 ${keptCells} 户的发放情况已有人填写，没有改动。` : '';
      const said = () =>
        `已登记：没有发成的 ${made.failed.length} 户在账号上加了标记，原因写在“核查记录”，各笔结果在“代发结果”。${kept}`;
      const count = made.paid.length + made.failed.length + made.unclear.length;
      return panel.take({ name: '登记银行回单', of: made.report, changes, count, workbook, said }, watch);
    });

  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>选银行退回的结果文件（xlsx、xls 或 csv），按账号与台账对上。先看结果，再登记。</p>
      <div className={styles.actions}>
        <Button disabledFocusable={isBusy} onClick={() => void choose()}>
          {laid ? '换一份回单' : '选择银行回单'}
        </Button>
        {laid && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => record(laid)}>
            登记到台账
          </Button>
        )}
      </div>
      {refused && (
        <p className={styles.refused} role="alert">
          {refused.refused}
        </p>
      )}
      {laid && (
        <>
          <p className={styles.summary} role="status">
            “{laid.answer.name}”：{bankReturnWords(laid.made)}
          </p>
          {lines.length > 0 && (
            <ul className={styles.list} aria-label="没有发成和要核对的户">
              {lines.slice(page * perPage, (page + 1) * perPage).map(({ at, name, outcome, reason }) => (
                <li key={`${at.sheet} ${at.row}`}>
                  <button type="button" className={styles.line} onClick={() => panel.jump(at)}>
                    <span className={styles.name}>{name}</span>
                    <span className={styles.quiet}>第 {at.row} 行</span>
                    <span className={styles.reason}>
                      {outcome}：{reason}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Pager of="没有发成的户" page={page} pages={Math.ceil(lines.length / perPage)} onTurn={setPage} />
          <p className={styles.quiet}>
            登记以后：没有发成的账号加标记，原因写进“核查记录”，另放一张“代发结果”；台账有“发放情况”一栏的一并填上。改好账号，在“银行代发文件”里勾选“只列没有发成的户”再发。
          </p>
        </>
      )}
    </div>
  );
}

const perPage = 20;

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 8px 12px 16px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '18px' },
  summary: { margin: 0, lineHeight: '22px', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  refused: { margin: 0, lineHeight: '22px', color: tokens.colorPaletteRedForeground1, overflowWrap: 'anywhere' },
  list: { margin: 0, padding: 0, listStyle: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '2px 8px',
    width: '100%',
    padding: '6px 0',
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    lineHeight: '20px',
    textAlign: 'start',
    cursor: 'pointer',
    ...createFocusOutlineStyle(),
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  reason: { flexBasis: '100%', overflowWrap: 'anywhere' },
});
