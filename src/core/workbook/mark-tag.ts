import type { MarkSeverity } from './change';

const tag = '冬春救助台账助手';

/** The always-true formula by which our own conditional formats, and only ours, are found again. */
export const markFormula = (severity: MarkSeverity): string => `=N("${tag}:${severity}")=0`;

/** Which of our marks a conditional format's formula stands for; `undefined` where it is not ours. */
export function severityOfMarkFormula(formula: string): MarkSeverity | undefined {
  const match = new RegExp(`^=?N\\("${tag}:(error|warning|note)"\\)=0$`).exec(formula.replace(/\s/g, ''));
  return match?.[1] as MarkSeverity | undefined;
}

/** Light fills that leave black text readable. */
export const markFill: Readonly<Record<MarkSeverity, string>> = {
  error: '#FFC7CE',
  warning: '#FFEB9C',
  note: '#DDEBF7',
};
