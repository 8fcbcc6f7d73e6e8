import { parse } from 'acorn';

/**
 * Keeps of numfmt's forty-odd languages Chinese and English, which it falls back to: a page shows Chinese ledgers, and the
 * names of months in the others were an eighth of what opening a file loads.
 */
export default function numfmtInChinese(source) {
  const { body } = parse(source, { ecmaVersion: 2022, sourceType: 'module' });
  const init = body.find(({ type, id }) => type === 'FunctionDeclaration' && id.name === 'initLocales');
  const others = (init?.body.body ?? []).filter(
    ({ expression }) =>
      expression?.callee?.name === 'addLocale' && !/^(?:zh|en)\b/.test(expression.arguments[1]?.value ?? 'en'),
  );
  if (others.length < 20)
    throw new Error('numfmt keeps its languages elsewhere now: see scripts/loaders/numfmt-in-chinese.mjs');
  return others.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), source);
}
