import type { Decision } from '../../core/decisions/decisions';
import { dateOfSerial, formatDate, isValidDay } from '../../core/ledger/dates';

/** Who decided and when, as far as it was written down. */
export function whoAndWhen({ by, on }: Decision): string {
  const when = typeof on === 'number' ? dayWords(dateOfSerial(on, false)) : dayWords(String(on ?? '').trim());
  return [by, when].filter((part) => part !== '').join('，');
}

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

function dayWords(text: string | undefined): string {
  if (text === undefined) return '';
  const [day, ...rest] = text.split(' ');
  return isValidDay(day) ? [formatDate(day), ...rest].join(' ') : text;
}
