import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { drive } from '../../core/workbook/port';
import { bankFileWords, makeBankFile, type BankRequest } from '../../tasks/make-bank-file';
import type { SheetsRefused } from '../../tasks/make-sheets';
import type { PanelHost } from '../panel-host';
import type { PanelState } from '../use-panel';
import { wanted } from './wanted-range';

export interface BankFileProps {
  readonly panel: PanelState;
  readonly writer: NonNullable<PanelHost['writer']>;
  readonly saveFile: NonNullable<PanelHost['saveFile']>;
}

/** 银行代发文件: one payment a line as the bank takes it in, of the households chosen above, saved as a file of its own. */
export function BankFileSection({ panel, writer, saveFile }: BankFileProps) {
  const styles = useStyles();
  const { sheets, today } = panel;
  const [format, setFormat] = useState<FormatKey>('xlsx');
  const [onlyFailed, setOnlyFailed] = useState(false);
  const [refused, setRefused] = useState<SheetsRefused>();
  const isBusy = panel.run.running !== undefined;
  const isHeld = refused?.because === 'errors';

  const save = (isConfirmed: boolean) =>
    panel.work('正在生成代发文件', async (from, watch) => {
      const asked = wanted(sheets.range);
      const workbook = await from.read(watch);
      const request: Omit<BankRequest, 'village' | 'rows'> = {
        workbook,
        scheme: panel.choice.chosen,
        today,
        occasion: sheets.occasion,
        isConfirmed,
        onlyFailed,
      };
      const made = 'refused' in asked ? asked : await drive(makeBankFile({ ...request, ...asked }), watch);
      setRefused('refused' in made ? made : undefined);
      if ('refused' in made) return { intent: 'warning', text: made.refused };
      const { kind, encoding } = formats[format];
      const { newWorkbook, encodeText } = await writer();
      const name = `${onlyFailed ? '二次代发' : '代发文件'}-${today}.${kind}`;
      saveFile(name, kind === 'xlsx' ? await newWorkbook([made.plan], watch) : encodeText(made.text(kind), encoding));
      return { intent: 'success', text: `已存为“${name}”，${bankFileWords(made)}` };
    });

  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>一笔一行，合计不混在里面；户数按上面的范围。文件里有身份证号和账号，只交给银行。</p>
      <div className={styles.pair}>
        <Field label="摘要" className={styles.half}>
          <Input
            value={sheets.occasion.memo ?? ''}
            placeholder="不填就按方案"
            disabled={isBusy}
            onChange={(_, { value }) => sheets.setOccasion({ ...sheets.occasion, memo: value.trim() || undefined })}
          />
        </Field>
        <Field label="摘要最多几个字" className={styles.half}>
          <Input
            type="number"
            min={1}
            max={99}
            value={sheets.occasion.memoLength === undefined ? '' : String(sheets.occasion.memoLength)}
            placeholder="不限"
            disabled={isBusy}
            onChange={(_, { value }) => {
              const length = Math.trunc(Number(value));
              sheets.setOccasion({ ...sheets.occasion, memoLength: length >= 1 && length <= 99 ? length : undefined });
            }}
          />
        </Field>
      </div>
      <Field label="文件格式">
        <Select value={format} disabled={isBusy} onChange={(_, { value }) => setFormat(value as FormatKey)}>
          {Object.entries(formats).map(([key, { title }]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        className={styles.check}
        label="只列没有发成的户（二次代发）"
        checked={onlyFailed}
        disabled={isBusy}
        onChange={(_, { checked }) => setOnlyFailed(checked === true)}
      />
      <div className={styles.actions}>
        <Button appearance={isHeld ? 'secondary' : 'primary'} disabledFocusable={isBusy} onClick={() => save(false)}>
          存成代发文件
        </Button>
        {isHeld && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => save(true)}>
            照样存
          </Button>
        )}
      </div>
      {refused && (
        <p className={styles.refused} role="alert">
          {refused.refused}
        </p>
      )}
    </div>
  );
}

const formats = {
  xlsx: { title: 'xlsx 工作簿', kind: 'xlsx', encoding: 'utf-8' },
  csv: { title: 'csv，逗号分隔（GB18030 编码）', kind: 'csv', encoding: 'gb18030' },
  csvUtf8: { title: 'csv，逗号分隔（UTF-8 编码）', kind: 'csv', encoding: 'utf-8' },
  txt: { title: 'txt，制表符分隔（GB18030 编码）', kind: 'txt', encoding: 'gb18030' },
  txtUtf8: { title: 'txt，制表符分隔（UTF-8 编码）', kind: 'txt', encoding: 'utf-8' },
} as const;
type FormatKey = keyof typeof formats;

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 8px 12px 16px' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '18px' },
  pair: { display: 'flex', flexWrap: 'wrap', gap: '8px', '& input': { minWidth: 0, width: '100%' } },
  half: { flex: '1 1 120px', minWidth: 0 },
  check: { marginInlineStart: '-8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  refused: { margin: 0, lineHeight: '22px', color: tokens.colorPaletteRedForeground1, overflowWrap: 'anywhere' },
});
