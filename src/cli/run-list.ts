import { catalogue } from '../tasks/catalogue';
import type { CliHost } from './cli-host';
import { severityWords } from '../core/findings/severity-words';

/** `forms`, `schemes` and `checks`: one line each, the id first. */
export function runList(what: 'forms' | 'schemes' | 'checks', host: CliHost): 0 {
  const all = catalogue();
  const lists: Readonly<Record<typeof what, readonly (readonly [string, string])[]>> = {
    forms: all.forms.map((form) => [
      form.id,
      `${form.title}（${form.entryIs === 'household' ? '一户一行' : '一人一行'}，${form.columns.length} 栏）`,
    ]),
    schemes: all.schemes.map((scheme) => [scheme.id, `${scheme.title}（${scheme.document}）`]),
    checks: all.checks.map((kind) => [
      kind.id,
      `${kind.title}（${severityWords[kind.severity]}；依据：${kind.source}）`,
    ]),
  };
  const width = Math.max(...lists[what].map(([id]) => id.length));
  host.out(lists[what].map(([id, words]) => `${id.padEnd(width)}  ${words}`).join('\n'));
  return 0;
}
