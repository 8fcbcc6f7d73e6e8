import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { concernsSeveral } from '../../tasks/found-sheet';
import type { MergedRow } from '../../tasks/merged-rows';
import { countSentence, figureWords, toldDifferences, workbooksToReturn } from '../../tasks/merge-words';
import { Disclosure } from '../parts/disclosure';
import type { PanelState } from '../use-panel';
import { ComparisonList } from './comparison-list';
import { ConservationList } from './conservation-list';
import { DifferenceList } from './difference-list';
import { FileVerdicts } from './file-verdicts';
import type { Merged } from './merge-work';
import { MergedFindings } from './merged-findings';
import { MergedHouseholds } from './merged-households';
import { OpenQuestions } from './open-questions';
import type { Merge, MergePart } from './use-merge';

export interface MergeResultProps {
  readonly merge: Merge;
  readonly merged: Merged;
  readonly panel?: PanelState;
  readonly isBusy: boolean;
}

/** What came of a merge, from the whole to the single row; nothing of it is written yet. */
export function MergeResult({ merge, merged, panel, isBusy }: MergeResultProps) {
  const styles = useStyles();
  const { report, seals, remarks, rows } = merged;
  const { verdicts, conservation, differences, findings, comparison, missing, summary } = report;
  const told = toldDifferences(differences);
  const across = findings.filter(concernsSeveral).length;
  const all = [...remarks, ...report.remarks];
  const onJump =
    merge.isOnScreen && panel ? ({ sheet, row }: MergedRow) => panel.jump({ sheet, row, column: 1 }) : undefined;
  const section = (key: MergePart, title: string, aside: string, content: () => ReactNode) => (
    <Disclosure isSticky title={title} aside={aside} isOpen={merge.isOpen(key)} onToggle={() => merge.toggle(key)}>
      {content()}
    </Disclosure>
  );
  return (
    <>
      <div className={styles.summary} role="group" aria-label="汇总结果" tabIndex={-1} data-result>
        <p className={styles.line}>{countSentence(verdicts)}</p>
        {conservation.totals.map((total) => (
          <p key={total.entryIs} className={total.holds ? styles.line : styles.bad}>
            收到 = 汇入 + 未汇入{total.entryIs === 'person' && '（成员）'}：
            {figureWords(total.entryIs).map(({ key, word, show }) => (
              <span key={key} className={styles.figure}>
                {word} {show(total.cameIn[key])} = {show(total.merged[key])} + {show(total.setAside[key])}
              </span>
            ))}
            <span className={styles.figure}>{total.holds ? '相符' : '不符'}</span>
          </p>
        ))}
        <p className={styles.line}>
          错误 {summary.error} 处，疑点 {summary.warning} 处，提示 {summary.note} 处
          {summary.explained > 0 && `，另有 ${summary.explained} 处已有处理意见`}
        </p>
        {missing.length > 0 && <p className={styles.bad}>还没有汇入的村：{missing.join('、')}</p>}
        <Outputs merge={merge} merged={merged} panel={panel} isBusy={isBusy} />
      </div>
      <OpenQuestions merge={merge} merged={merged} isBusy={isBusy} />
      {section('files', '各份文件', `${verdicts.length} 份`, () => (
        <FileVerdicts verdicts={verdicts} />
      ))}
      {section('conservation', '收到 = 汇入 + 未汇入', holdsWords(merged), () => (
        <ConservationList conservation={conservation} merged={merged} onJump={onJump} />
      ))}
      {differences.length > 0 &&
        section('differences', '版本差异', `${told.listed.length} 户`, () => (
          <>
            {told.listed.length > 0 && <DifferenceList differences={told.listed} merged={merged} onJump={onJump} />}
            {told.counted.map((sentence) => (
              <p key={sentence} className={styles.line}>
                {sentence}
              </p>
            ))}
          </>
        ))}
      {findings.length > 0 &&
        section('findings', '核查问题', `${findings.length} 处，涉及几份文件 ${across} 处`, () => (
          <MergedFindings findings={findings} merged={merged} onJump={onJump} />
        ))}
      {comparison &&
        section('comparison', '需救助与发放对照', `${comparison.both} 户两边都有`, () => (
          <ComparisonList comparison={comparison} />
        ))}
      {seals.length > 0 &&
        section('seals', '报送封签', sealWords(merged), () => (
          <ul className={styles.list} aria-label="报送封签">
            {seals.map(({ workbook, sentence, state }) => (
              <li key={workbook} className={styles.item}>
                <b>{workbook}</b> <span className={state === 'unchanged' ? undefined : styles.word}>{sentence}</span>
              </li>
            ))}
          </ul>
        ))}
      {rows.length > 0 &&
        section('rows', '汇入的各户', `${rows.length} 行`, () => <MergedHouseholds merged={merged} onJump={onJump} />)}
      {section('remarks', '说明', `${all.length} 条`, () => (
        <ul className={styles.list} aria-label="说明">
          {all.map((remark) => (
            <li key={remark} className={styles.item}>
              {remark}
            </li>
          ))}
        </ul>
      ))}
    </>
  );
}

/** What can be made of it. Where the merge is no longer what was asked for, it is merged anew first. */
function Outputs({ merge, merged, panel, isBusy }: MergeResultProps) {
  const styles = useStyles();
  const toReturn = workbooksToReturn(merged.report).length;
  const { cannotWrite, questions } = merged;
  const isHeld = isBusy || merge.isStale;
  const write = merge.openMerged ?? (panel && (() => panel.putSheets(putMerged(merge, merged))));
  return (
    <>
      <div className={styles.actions}>
        {write && cannotWrite === undefined && (
          <Button appearance="primary" disabledFocusable={isHeld} onClick={write}>
            生成汇总台账
          </Button>
        )}
        {toReturn > 0 && (
          <Button disabledFocusable={isHeld} onClick={merge.sendBack}>
            退回修改 {toReturn} 份
          </Button>
        )}
      </div>
      {cannotWrite !== undefined && <p className={styles.bad}>{cannotWrite}</p>}
      {questions.length > 0 && cannotWrite === undefined && (
        <p className={styles.quiet}>下面有 {questions.length} 处还没有定，现在生成就不包括这几份。</p>
      )}
      {!merge.openMerged && cannotWrite === undefined && (
        <p className={styles.quiet}>汇总的几张表放进现在打开的工作簿最后，可以撤销；建议先新建一个空白工作簿。</p>
      )}
    </>
  );
}

const putMerged = (merge: Merge, { report }: Merged): Parameters<PanelState['putSheets']>[0] => ({
  doing: '正在写入汇总的表',
  name: '生成汇总台账',
  plans: report.plans,
  said: (count) => `已写入 ${count} 张表，放在工作簿最后，请保存工作簿。`,
  done: merge.putInto,
});

const holdsWords = ({ report: { conservation } }: Merged): string => {
  const off = [...conservation.lines].filter(({ holds }) => !holds).length;
  if (off > 0) return `${off} 个村不符`;
  const own = conservation.ownTotals.filter(({ agrees }) => !agrees).length;
  return own > 0 ? `相符，${own} 行合计自己不符` : '相符';
};

const sealWords = ({ seals }: Merged): string => {
  const changed = seals.filter(({ state }) => state !== 'unchanged').length;
  return changed > 0 ? `${seals.length} 份，${changed} 份有改动` : `${seals.length} 份，都没有改动`;
};

const useStyles = makeStyles({
  summary: {
    margin: '8px 8px 8px 16px',
    padding: '10px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    outlineStyle: 'none',
  },
  line: { margin: 0, lineHeight: '24px', fontVariantNumeric: 'tabular-nums' },
  figure: { display: 'inline-block', marginInlineEnd: '14px' },
  bad: { margin: 0, lineHeight: '24px', color: tokens.colorPaletteRedForeground1, overflowWrap: 'anywhere' },
  quiet: { margin: '6px 0 0', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '10px' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    padding: '6px 8px 6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: '22px',
    overflowWrap: 'anywhere',
  },
  word: { color: tokens.colorPaletteRedForeground1 },
});
