import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { sheetCatalogue, type Occasion } from '../../tasks/make-sheets';
import { NewFormList } from '../new-form/new-form-list';
import { Disclosure } from '../parts/disclosure';
import type { PanelHost } from '../panel-host';
import type { PanelState } from '../use-panel';
import { BankAnswerSection } from './bank-answer-section';
import { BankFileSection } from './bank-file-section';
import { RangeField } from './range-field';

export interface SheetsViewProps {
  readonly panel: PanelState;
  readonly host: PanelHost;
  /** The person came for a blank form: that part is open, the others wait. */
  readonly isForNewForm: boolean;
}

/** 生成表册: which sheets, of which village, with which words; they are put into the open workbook. Blank forms come last. */
export function SheetsView({ panel, host, isForNewForm }: SheetsViewProps) {
  const styles = useStyles();
  const { sheets, run } = panel;
  const [opened, setOpened] = useState({
    public: !isForNewForm,
    inner: !isForNewForm,
    words: false,
    bankFile: false,
    bankAnswer: false,
    blank: isForNewForm,
  });
  const isBusy = run.running !== undefined;
  const count = sheets.kinds.length;
  const errors = sheets.refused?.because === 'errors';
  const toggle = (part: keyof typeof opened) => () => setOpened({ ...opened, [part]: !opened[part] });

  return (
    <>
      <div className={styles.top}>
        <p className={styles.summary}>选好要打印的表，放进这个工作簿，同一种表再生成时会换掉旧的。</p>
        <RangeField panel={panel} />
        <div className={styles.actions}>
          <Button
            appearance={errors ? 'secondary' : 'primary'}
            disabledFocusable={isBusy || count === 0}
            onClick={() => panel.makeSheets(false)}
          >
            {count === 0 ? '请先选表' : `生成 ${count} 种表`}
          </Button>
          {errors && (
            <Button appearance="primary" disabledFocusable={isBusy} onClick={() => panel.makeSheets(true)}>
              照样生成，表尾注明
            </Button>
          )}
        </div>
        {sheets.refused && (
          <p className={styles.refused} role="alert">
            {sheets.refused.refused}
          </p>
        )}
      </div>
      <Disclosure
        isSticky
        title="张贴的表"
        aside="不含证件、账号、电话"
        isOpen={opened.public}
        onToggle={toggle('public')}
      >
        <KindList panel={panel} isPublic label="张贴的表" />
      </Disclosure>
      <Disclosure isSticky title="签字和存档的表" isOpen={opened.inner} onToggle={toggle('inner')}>
        <KindList panel={panel} isPublic={false} label="签字和存档的表" />
      </Disclosure>
      <Disclosure
        isSticky
        title="表上的单位和电话"
        aside="不填就留空手写"
        isOpen={opened.words}
        onToggle={toggle('words')}
      >
        <div className={styles.words}>
          {wordFields.map(([key, label]) => (
            <Field key={key} label={label}>
              <Input
                value={sheets.occasion[key] ?? ''}
                disabled={isBusy}
                onChange={(_, { value }) => sheets.setOccasion(withWord(sheets.occasion, key, value))}
              />
            </Field>
          ))}
        </div>
      </Disclosure>
      {host.writer && host.saveFile && (
        <Disclosure
          isSticky
          title="银行代发文件"
          aside="一卡通发放"
          isOpen={opened.bankFile}
          onToggle={toggle('bankFile')}
        >
          <BankFileSection panel={panel} writer={host.writer} saveFile={host.saveFile} />
        </Disclosure>
      )}
      {host.chooseFiles && host.openPicked && (
        <Disclosure
          isSticky
          title="银行回单"
          aside="发成了没有"
          isOpen={opened.bankAnswer}
          onToggle={toggle('bankAnswer')}
        >
          <BankAnswerSection panel={panel} chooseFiles={host.chooseFiles} openPicked={host.openPicked} />
        </Disclosure>
      )}
      <Disclosure isSticky title="空白表样" aside="新建一份来填" isOpen={opened.blank} onToggle={toggle('blank')}>
        <NewFormList panel={panel} />
      </Disclosure>
    </>
  );
}

function KindList({ panel, isPublic, label }: { panel: PanelState; isPublic: boolean; label: string }) {
  const styles = useStyles();
  const { sheets, run } = panel;
  return (
    <ul className={styles.list} aria-label={label}>
      {sheetCatalogue
        .filter((kind) => kind.isPublic === isPublic)
        .map(({ id, title, why }) => (
          <li key={id}>
            <label className={styles.kind}>
              <input
                type="checkbox"
                className={styles.box}
                checked={sheets.kinds.includes(id)}
                disabled={run.running !== undefined}
                onChange={() => sheets.toggle(id)}
              />
              <span>
                {title}
                <span className={styles.quiet}>{why}</span>
              </span>
            </label>
          </li>
        ))}
    </ul>
  );
}

type WordKey = 'county' | 'township' | 'villageHotline' | 'townshipHotline' | 'countyHotline' | 'preparedBy';

const wordFields: readonly (readonly [WordKey, string])[] = [
  ['county', '县（市、区）'],
  ['township', '乡镇（街道）'],
  ['villageHotline', '村监督电话'],
  ['townshipHotline', '乡镇监督电话'],
  ['countyHotline', '县监督电话'],
  ['preparedBy', '填表人'],
];

function withWord(occasion: Occasion, key: WordKey, value: string): Occasion {
  const { [key]: _, ...rest } = occasion;
  return value.trim() === '' ? rest : { ...rest, [key]: value };
}

const useStyles = makeStyles({
  top: { padding: '12px 8px 12px 16px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  summary: { margin: '0 0 10px', lineHeight: '22px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  refused: {
    margin: '10px 0 0',
    lineHeight: '22px',
    color: tokens.colorPaletteRedForeground1,
    overflowWrap: 'anywhere',
  },
  list: { margin: 0, padding: '0 8px 8px 16px', listStyle: 'none' },
  kind: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '6px 0',
    lineHeight: '22px',
    cursor: 'pointer',
  },
  box: { flexShrink: 0, width: '16px', height: '16px', margin: '3px 0 0', accentColor: tokens.colorBrandBackground },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '18px' },
  words: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 8px 12px 16px' },
});
