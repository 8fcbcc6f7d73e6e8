import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useRef, useState, type FormEvent } from 'react';
import type { Decision } from '../../core/decisions/decisions';
import type { Finding } from '../../core/findings/finding';
import { whoAndWhen } from '../../tasks/decision-words';
import { decisionChoices, type DecisionChoice } from '../../tasks/decide-finding';
import type { Verdict } from './use-decisions';

export interface DecideFormProps {
  readonly finding: Finding;
  /** What was written about it before. */
  readonly before?: Decision;
  readonly by: string;
  readonly isBusy: boolean;
  readonly onDecide: (verdict: Verdict) => void;
  readonly onLeave: () => void;
}

/** What a person decides, why, and who they are; all three are asked for. */
export function DecideForm({ finding, before, by: lastBy, isBusy, onDecide, onLeave }: DecideFormProps) {
  const styles = useStyles();
  const form = useRef<HTMLFormElement>(null);
  const choices = decisionChoices(finding.kind);
  const [decision, setDecision] = useState(choices.find(({ word }) => word === before?.decision)?.word ?? '');
  const [reason, setReason] = useState(before?.reason ?? '');
  const [by, setBy] = useState(lastBy);
  const [isAsked, setAsked] = useState(false);
  const missing = {
    decision: decision === '' ? '请选一项。' : undefined,
    reason: reason.trim() === '' ? '请写明理由。' : undefined,
    by: by.trim() === '' ? '请写处理人姓名。' : undefined,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setAsked(true);
    const first = (['decision', 'reason', 'by'] as const).find((part) => missing[part]);
    if (first === undefined) return onDecide({ decision, reason: reason.trim(), by: by.trim() });
    form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const told = (part: keyof typeof missing) =>
    isAsked && missing[part] ? { validationState: 'error' as const, validationMessage: missing[part] } : {};

  return (
    <form ref={form} className={styles.form} aria-label="处理" noValidate onSubmit={submit}>
      {before && (
        <p className={styles.before}>
          上次记为“{before.decision}”，理由：{before.reason || '未写'}
          {whoAndWhen(before) && `（${whoAndWhen(before)}）`}
        </p>
      )}
      <Field label="处理" required {...told('decision')}>
        <RadioGroup name="decision" value={decision} onChange={(_, { value }) => setDecision(value)}>
          {choices.map((choice) => (
            <Radio key={choice.word} value={choice.word} label={<Choice choice={choice} />} />
          ))}
        </RadioGroup>
      </Field>
      {finding.severity === 'error' && (
        <p className={styles.hint}>
          这一处是错误，一般要改正；有凭证说明确实合规的，才选“核实无误”，并在理由里写明凭证。
        </p>
      )}
      <Field label="理由" required {...told('reason')}>
        <Input name="reason" value={reason} onChange={(_, { value }) => setReason(value)} autoComplete="off" />
      </Field>
      <Field label="处理人" required {...told('by')}>
        <Input name="by" value={by} onChange={(_, { value }) => setBy(value)} autoComplete="off" />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
          写入核查记录
        </Button>
        <Button onClick={onLeave}>不处理，返回</Button>
      </div>
    </form>
  );
}

const means: Readonly<Record<string, string>> = {
  是同一人: '重复登记，请改正或删去一处',
  不是同一人: '是两个人',
  核实无误: '照现在的内容保留',
  暂缓处理: '先放一放',
};

function Choice({ choice: { word, settles } }: { readonly choice: DecisionChoice }) {
  const styles = useStyles();
  const meaning = word === '不是同一人' && !settles ? '是两个人，号码有一处写错，请改正' : means[word];
  return (
    <>
      {word}
      <span className={styles.means}>
        {meaning}；{settles ? '移到“已处理”，不再列出' : '改好以前仍列出'}
      </span>
    </>
  );
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    marginTop: '12px',
    paddingTop: '12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  before: { margin: 0, lineHeight: '22px', overflowWrap: 'anywhere' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: '22px' },
  means: { display: 'block', color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px' },
});
