import type { MarkSeverity } from './change';

/** The severities a mark of ours can have, gravest first; the order in which their rules are written. */
export const markSeverities: readonly MarkSeverity[] = ['error', 'warning', 'note'];

/**
 * The always-true formula, without `=`, of our conditional formats, by which our marks and only ours are known again in
 * Excel and in the file alike.
 */
export const markFormula = (severity: MarkSeverity): string => `N("${tag}:${severity}")=0`;

/** Which mark of ours a conditional format's formula, with or without `=`, stands for; `undefined` where it is not ours. */
export function severityOfMarkFormula(formula: string): MarkSeverity | undefined {
  const plain = formula.trim().replace(/^=/, '');
  return markSeverities.find((severity) => markFormula(severity) === plain);
}

/** `#rrggbb` of each mark: light fills that leave black text readable. */
export const markFills: Readonly<Record<MarkSeverity, string>> = {
  error: '#ffc7ce',
  warning: '#ffe9b0',
  note: '#d6e6f8',
};

const tag = '冬春救助台账助手';
