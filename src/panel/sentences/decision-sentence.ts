import type { Decision } from '../../core/decisions/decisions';

/** What stands in 核查记录 about a finding that is still listed, and why it is. */
export function noteSentence(
  noted: { readonly decision: Decision; readonly isLapsed: boolean } | undefined,
): string | undefined {
  if (!noted) return undefined;
  const { decision, isLapsed } = noted;
  const written = `“${decision.decision || '未选处理'}”${decision.reason ? `：${decision.reason}` : ''}`;
  if (isLapsed) return `曾记为${written}。依据的内容已改变，请重新处理。`;
  return `已记为${written}。${decision.reason === '' ? '没有写理由，请补写。' : '改好以前仍列在这里。'}`;
}
