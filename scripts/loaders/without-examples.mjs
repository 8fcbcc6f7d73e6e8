import { parse } from 'acorn';

/**
 * Leaves the examples of a check or a fill out of a page: they are for the tests and the catalogue, no page reads them, and
 * they were a third of what the checks weighed. Runs on compiled modules.
 */
export default function withoutExamples(source) {
  const { body } = parse(source, { ecmaVersion: 2022, sourceType: 'module' });
  const definition = body.find(
    ({ type, declaration }) => type === 'ExportDefaultDeclaration' && /^define/.test(declaration.callee?.name ?? ''),
  );
  const examples = definition?.declaration.arguments[0].properties.find(({ key }) => key?.name === 'examples');
  // Examples that are not found here would get into the page unnoticed.
  if (definition && !examples)
    throw new Error('A definition without examples: see scripts/loaders/without-examples.mjs');
  return examples ? `${source.slice(0, examples.value.start)}[]${source.slice(examples.value.end)}` : source;
}
