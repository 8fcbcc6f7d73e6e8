import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { sentenceOf } from '../../tasks/check-workbooks';
import { Disclosure } from '../parts/disclosure';
import { useStable } from '../parts/use-stable';
import { placeOf } from '../sentences/place';
import type { PanelState } from '../use-panel';
import { ClassAmounts } from './class-amounts';
import { ContradictionList } from './contradiction-list';
import { FigureList } from './figure-list';
import { SchemeFile } from './scheme-file';
import { SeasonTimeline } from './season-timeline';
import { changedLines } from './use-scheme';

/** 标准: the scheme in force or being worked on, what it comes to, and where it contradicts itself. */
export function SchemeView({ panel }: { readonly panel: PanelState }) {
  const styles = useStyles();
  const { choice, run, today } = panel;
  const { desk, draft, scheme } = choice;
  const [opened, setOpened] = useState({ clashes: true, amounts: true, figures: true, calendar: false, file: false });
  const toggle = (part: keyof typeof opened) => () => setOpened({ ...opened, [part]: !opened[part] });
  const isBusy = run.running !== undefined;
  const isOwn = !draft && !choice.chosen && choice.known?.sheet !== undefined;
  const faults = choice.known?.findings ?? [];
  const isUnknown = choice.known === undefined;
  const look = useStable(panel.lookAtScheme);
  useEffect(() => {
    if (isUnknown) look();
  }, [isUnknown, look]);
  const wrong = desk.problems.length;
  const late = desk.calendar?.steps.filter(({ state }) => state === 'late' || state === 'impossible').length ?? 0;
  return (
    <>
      <div className={styles.top}>
        <p className={styles.summary}>{draft ? draftWords(draft) : scheme.document}</p>
        <div className={styles.actions}>
          {!isOwn && (
            <Button
              appearance={draft ? 'primary' : 'secondary'}
              disabledFocusable={isBusy || !desk.scheme}
              onClick={() => desk.scheme && panel.writeScheme(desk.scheme)}
            >
              写入本工作簿
            </Button>
          )}
          {draft && (
            <Button disabledFocusable={isBusy} onClick={choice.drop}>
              放弃修改
            </Button>
          )}
        </div>
        <p className={wrong > 0 ? styles.wrong : styles.quiet}>
          {wrong > 0
            ? `有 ${wrong} 处要先改正，见下面红字。`
            : isOwn
              ? '这份标准写在本工作簿的“救助标准”表里，可以在表里改，也可以在下面改。'
              : '写成“救助标准”表以后，检查和填列都按它算，也可以在表里改。'}
        </p>
      </div>
      {isOwn && faults.length > 0 && (
        <ul className={styles.faults} aria-label="救助标准表里填错的地方">
          {faults.map((fault) => (
            <li key={placeOf(fault.at[0])}>
              <Button
                appearance="transparent"
                size="small"
                className={styles.jump}
                onClick={() => panel.jump(fault.at[0])}
              >
                {placeOf(fault.at[0])}
              </Button>
              {sentenceOf(fault)}
            </li>
          ))}
        </ul>
      )}
      <Disclosure
        isSticky
        title="矛盾和要问清的"
        aside={desk.scheme ? `${desk.contradictions.length} 处` : ''}
        isOpen={opened.clashes}
        onToggle={toggle('clashes')}
      >
        {desk.contradictions.length > 0 ? (
          <ContradictionList contradictions={desk.contradictions} />
        ) : (
          <p className={styles.none}>{desk.scheme ? '没有发现。' : '改正红字以后再看。'}</p>
        )}
      </Disclosure>
      <Disclosure isSticky title="各户可得" isOpen={opened.amounts} onToggle={toggle('amounts')}>
        {desk.scheme ? (
          <ClassAmounts amounts={desk.amounts} goods={desk.goods} />
        ) : (
          <p className={styles.none}>改正红字以后再看。</p>
        )}
      </Disclosure>
      <Disclosure
        isSticky
        title="数值和条款"
        aside={wrong > 0 ? `${wrong} 处要改` : `${choice.lines.length} 行`}
        isOpen={opened.figures}
        onToggle={toggle('figures')}
      >
        <FigureList choice={choice} />
      </Disclosure>
      <Disclosure
        isSticky
        title="时间表"
        aside={late > 0 ? `${late} 步已晚` : ''}
        isOpen={opened.calendar}
        onToggle={toggle('calendar')}
      >
        {desk.calendar ? (
          <SeasonTimeline calendar={desk.calendar} today={today} begin={choice.begin} onBegin={choice.setBegin} />
        ) : (
          <p className={styles.none}>改正红字以后再看。</p>
        )}
      </Disclosure>
      <Disclosure isSticky title="方案文件" isOpen={opened.file} onToggle={toggle('file')}>
        <SchemeFile scheme={desk.scheme} isBusy={isBusy} saveText={panel.saveText} onLoad={choice.load} />
      </Disclosure>
    </>
  );
}

function draftWords(draft: NonNullable<PanelState['choice']['draft']>): string {
  const changed = changedLines(draft);
  const from = draft.from ? `从${draft.from}载入` : '';
  const words = [from, changed > 0 ? `改了 ${changed} 行` : ''].filter((part) => part !== '').join('，');
  return `${words === '' ? '没有改动' : words}，还没有写入本工作簿。`;
}

const useStyles = makeStyles({
  top: { padding: '12px 8px 12px 16px', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  summary: { margin: '0 0 10px', lineHeight: '22px', overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { margin: '8px 0 0', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
  wrong: { margin: '8px 0 0', color: tokens.colorPaletteRedForeground1, lineHeight: '20px' },
  faults: {
    margin: 0,
    padding: '8px 8px 8px 16px',
    listStyle: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: '24px',
    overflowWrap: 'anywhere',
  },
  jump: { minWidth: 'auto', paddingInline: '0 8px', color: tokens.colorBrandForeground1 },
  none: { margin: 0, padding: '0 8px 12px 32px', color: tokens.colorNeutralForeground3, lineHeight: '22px' },
});
