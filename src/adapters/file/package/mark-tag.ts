import type { MarkSeverity } from '../../../core/workbook/change';

/** The severities a mark of ours can have, in the order in which their rules are written. */
export const markSeverities: readonly MarkSeverity[] = ['error', 'warning', 'note'];

/** The always-true formula of our conditional format, by which our marks and only ours are known again. */
export const markFormula = (severity: MarkSeverity): string => `N("${tag}:${severity}")=0`;

/** Which mark of ours a conditional format's formula stands for; `undefined` where the format is not ours. */
export const severityOfMarkFormula = (formula: string): MarkSeverity | undefined =>
  markSeverities.find((severity) => markFormula(severity) === formula.trim());

const tag = '冬春救助台账助手';
