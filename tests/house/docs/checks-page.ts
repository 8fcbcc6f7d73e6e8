import { checks } from '../../../src/core/checks';
import type { Check, Example } from '../../../src/core/checks/check';
import { referenceKinds } from '../../../src/core/checks/reference-kinds';
import { fills } from '../../../src/core/fills';
import type { FindingKind } from '../../../src/core/findings/finding';
import { severityWords } from '../../../src/core/findings/severity-words';
import { fields, type FieldKey } from '../../../src/core/ledger/fields';
import { schemeWords } from '../../../src/core/policy/scheme-words';
import { readKinds } from '../../../src/core/read/kinds';
import { resultOf } from '../../support/example-findings';
import { code, fenced, table } from './markdown';

/** The catalogue of all that can be found: one table, then a section for each kind. */
export function checksPage(): string {
  const origins: readonly (readonly [string, readonly FindingKind[]])[] = [
    ['核对', checks],
    ['读取', readKinds],
    ['填列', fills.map((fill) => fill.disagrees)],
  ];
  const kinds = origins.flatMap(([origin, shelf]) => shelf.map((kind) => ({ origin, kind })));
  return [
    '## 目录',
    '例子里一行是表中的一行；`n:` 后面是数值，`d:` 后面是日期，`=` 后面是公式和它的结果，其余是文字。',
    table(
      ['编号', '名称', '级别', '由谁发现'],
      kinds.map(({ origin, kind }) => [code(kind.id), kind.title, severityWords[kind.severity], origin]),
    ),
    ...kinds.map(({ kind }) => section(kind)),
  ].join('\n\n');
}

function section(kind: FindingKind): string {
  const check = checks.find(({ id }) => id === kind.id);
  const facts = [
    `- 为什么：${kind.why}`,
    `- 依据：${kind.source}`,
    `- 级别：${severityWords[kind.severity]}`,
    ...(check ? factsOfCheck(check) : []),
  ];
  return [
    `### ${kind.title}（${code(kind.id)}）`,
    facts.join('\n'),
    table(
      ['说法', '原文'],
      Object.entries(kind.messages).map(([key, sentence]) => [code(key), sentence]),
    ),
    ...(check
      ? [examples('没有问题的例子', check.examples.good), examples('各有一处问题的例子', check.examples.bad)]
      : []),
  ].join('\n\n');
}

function factsOfCheck(check: Check): readonly string[] {
  const names = (keys: readonly FieldKey[]): string => keys.map((key) => fields[key].zh).join('、');
  const words = (keys: readonly string[]): string => keys.map((key) => schemeWords[key] ?? key).join('、');
  const line = (label: string, text: string): readonly string[] => (text === '' ? [] : [`- ${label}：${text}`]);
  return [
    ...line('看哪些列', names(check.cells)),
    ...line('必须有的列', names(check.needs)),
    ...line('至少有一列', names(check.needsOneOf)),
    ...line('有则参考的列', names(check.reads)),
    ...line('方案必须写明', words(check.parameters)),
    ...line('方案写明才核对的部分', words(check.usesParameters)),
    ...line('需要的名单', check.lists.map((kind) => referenceKinds[kind]).join('、')),
    ...line('只看', check.entryIs === undefined ? '' : check.entryIs === 'household' ? '每行一户的表' : '每行一人的表'),
    `- 修正：${repairOf(check)}`,
  ];
}

/** Whether a repair is offered is told by the examples, not by a promise. */
function repairOf(check: Check): string {
  const fixes = check.examples.bad.flatMap((example) =>
    resultOf(check, example).findings.flatMap(({ fix }) => fix ?? []),
  );
  if (fixes.length === 0) return '由人核实后改正';
  return fixes.every(({ certainty }) => certainty === 'sure') ? '可以一键改正' : '给出建议，由人确认';
}

const examples = (title: string, list: readonly Example[]): string =>
  [
    `${title}：`,
    ...list.map((example) => fenced(typeof example === 'string' ? example : example.tables.join('\n\n'))),
  ].join('\n\n');
