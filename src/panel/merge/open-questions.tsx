import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { OpenQuestion } from '../../tasks/open-questions';
import type { Merged } from './merge-work';
import type { Merge } from './use-merge';

/** What the facts do not tell: the person names the file that counts, and it is merged anew. */
export function OpenQuestions({
  merge,
  merged,
  isBusy,
}: {
  readonly merge: Merge;
  readonly merged: Merged;
  readonly isBusy: boolean;
}) {
  const styles = useStyles();
  const id = useId();
  const [picked, setPicked] = useState<{ readonly of: Merged; readonly answers: Answers }>({ of: merged, answers: {} });
  const answers = picked.of === merged ? picked.answers : {};
  const { questions, request } = merged;
  const chosen = [...new Set(Object.values(answers).flat())];
  const answer = (question: number, workbooks: readonly string[]) =>
    setPicked({ of: merged, answers: { ...answers, [question]: workbooks } });
  if (questions.length === 0 && request.newer.length === 0) return null;
  return (
    <section className={styles.place} aria-label="请您定">
      {questions.length > 0 && <h3 className={styles.title}>有 {questions.length} 处要您定，定了以后重新汇总</h3>}
      {questions.map((question, at) => (
        <fieldset key={keyOf(question)} className={styles.question} disabled={isBusy}>
          <legend className={styles.legend}>{titleOf(question)}</legend>
          <p className={styles.sentence}>{question.sentence}</p>
          {question.files.map(({ workbook, entries, facts }) => (
            <label key={workbook} className={styles.file}>
              <input
                type={question.ask === 'which' ? 'radio' : 'checkbox'}
                name={`${id}${at}`}
                className={styles.box}
                checked={answers[at]?.includes(workbook) ?? false}
                onChange={({ target }) => answer(at, target.checked ? [workbook] : [])}
              />
              <span>
                {question.ask === 'which' ? `以“${workbook}”为准` : `核对过了，“${workbook}”照样汇入`}
                <span className={styles.facts}>
                  {[`${entries} ${question.entryIs === 'person' ? '人' : '户'}`, ...facts].join('，')}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className={styles.actions}>
        {questions.length > 0 && (
          <Button
            appearance="primary"
            disabledFocusable={isBusy || chosen.length === 0}
            onClick={() => merge.start([...new Set([...request.newer, ...chosen])])}
          >
            按选定的重新汇总
          </Button>
        )}
        {request.newer.length > 0 && (
          <>
            <span className={styles.said}>已按您选定的：{request.newer.map((name) => `“${name}”`).join('、')}</span>
            <Button appearance="subtle" disabledFocusable={isBusy} onClick={() => merge.start([])}>
              取消选定
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

type Answers = Readonly<Record<number, readonly string[]>>;

const keyOf = ({ ask, entryIs, village, files }: OpenQuestion): string =>
  [ask, entryIs, village, ...files.map(({ workbook }) => workbook)].join('\n');

const titleOf = ({ ask, village, entryIs }: OpenQuestion): string =>
  `${village || '没有写村名的一份'}${entryIs === 'person' ? '（成员）' : ''}：${ask === 'which' ? '以哪一份为准' : '要不要汇入'}`;

const useStyles = makeStyles({
  place: {
    margin: '8px 8px 8px 16px',
    padding: '10px 12px',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: '0 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  question: { margin: '0 0 10px', padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, lineHeight: '24px', fontWeight: tokens.fontWeightSemibold },
  sentence: { margin: '0 0 4px', color: tokens.colorNeutralForeground2, lineHeight: '22px', overflowWrap: 'anywhere' },
  file: {
    display: 'flex',
    gap: '8px',
    padding: '4px 0',
    lineHeight: '22px',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
  },
  box: { flexShrink: 0, width: '16px', height: '16px', margin: '3px 0 0', accentColor: tokens.colorBrandBackground },
  facts: { display: 'block', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  said: { minWidth: 0, lineHeight: '22px', overflowWrap: 'anywhere' },
});
