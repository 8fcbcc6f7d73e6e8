import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';

const root = path.resolve(__dirname, '../..');
const text = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

const manifest = parse(text);
const all = [...nodesIn(manifest)];
const named = (name: string): readonly Node[] => all.filter((node) => node.name === name);
const one = (name: string): Node => {
  const found = named(name);
  if (found.length !== 1) throw new Error(`${found.length} elements ${name}`);
  return found[0];
};
const order = (node: Node): readonly string[] => node.children.map(({ name }) => name);
const address = 'https://localhost:3000/';

describe('the order of elements, which Office insists on', () => {
  test('of the add-in', () => {
    expect(order(manifest)).toEqual([
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'AppDomains',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ]);
    expect(order(one('VersionOverrides'))).toEqual(['Hosts', 'Resources']);
    expect(order(one('Resources'))).toEqual(['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']);
    expect(order(one('DesktopFormFactor'))).toEqual(['GetStarted', 'FunctionFile', 'ExtensionPoint']);
  });

  test('of the tab: its label comes behind its groups', () => {
    expect(order(one('CustomTab'))).toEqual(['Group', 'Group', 'Group', 'Label']);
    for (const group of named('Group')) expect(order(group).slice(0, 2)).toEqual(['Label', 'Icon']);
    for (const control of named('Control')) expect(order(control)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
    for (const action of named('Action')) expect(order(action)).toEqual(['TaskpaneId', 'SourceLocation']);
  });
});

test('the ribbon has the seven buttons, each with a view of its own in the one pane', () => {
  const zh = (id: string) => resource(id).attributes.DefaultValue;
  expect(zh(labelOf(one('CustomTab')))).toBe('救助台账');
  expect(named('Control').map((control) => zh(labelOf(control)))).toEqual([
    '检查',
    '填列',
    '标记',
    '生成表册',
    '合并',
    '新建表样',
    '打开面板',
  ]);
  expect(new Set(named('TaskpaneId').map((node) => node.text))).toEqual(new Set(['ReliefLedger.Pane']));
  const views = named('Action').map((action) => zh(action.children[1].attributes.resid));
  expect(new Set(views).size).toBe(7);
  expect(views.map((view) => view.split('taskpane.html')[1])).toEqual([
    '?view=check',
    '?view=fill',
    '?view=mark',
    '?view=sheets',
    '?view=merge',
    '?view=new',
    '',
  ]);
});

test('every reference has its resource, every resource is used, and ids are short and unique', () => {
  const asked = all.flatMap(({ attributes }) => attributes.resid ?? []);
  const ids = all
    .filter(({ name }) => /^bt:(Image|Url|String)$/.test(name))
    .flatMap(({ attributes }) => attributes.id ?? []);
  expect(asked.filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !asked.includes(id))).toEqual([]);
  const every = all.flatMap(({ attributes }) => attributes.id ?? []);
  expect(new Set(every).size).toBe(every.length);
  expect([...asked, ...every].filter((id) => id.length > 32)).toEqual([]);
});

test('every Chinese text has an English one, and none is longer than Office allows', () => {
  const strings = named('bt:String');
  expect(strings.length).toBeGreaterThan(15);
  for (const holder of [
    ...strings,
    one('DisplayName'),
    manifest.children.find(({ name }) => name === 'Description')!,
  ]) {
    const overrides = holder.children.filter(({ name }) => name.endsWith('Override'));
    expect(overrides.map(({ attributes }) => attributes.Locale)).toEqual(['en-US']);
    expect(overrides[0].attributes.Value).toMatch(/^[\x20-\x7e]+$/);
    expect(holder.attributes.DefaultValue).toMatch(/[一-鿿]/);
  }
  const lengths = (name: string) =>
    one(name).children.flatMap(({ attributes, children }) => [
      attributes.DefaultValue.length,
      ...children.map((child) => child.attributes.Value.length),
    ]);
  expect(Math.max(...lengths('bt:ShortStrings'))).toBeLessThanOrEqual(125);
  expect(Math.max(...lengths('bt:LongStrings'))).toBeLessThanOrEqual(250);
  const description = manifest.children.find(({ name }) => name === 'Description')!;
  expect(description.attributes.DefaultValue.length).toBeLessThanOrEqual(250);
});

test('icons come in all sizes, exist, and are as large as they say', () => {
  for (const icon of named('Icon')) {
    const sizes = icon.children.map(({ attributes }) => Number(attributes.size));
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
    for (const image of icon.children)
      expect(sizeOf(resource(image.attributes.resid).attributes.DefaultValue)).toEqual([
        Number(image.attributes.size),
        Number(image.attributes.size),
      ]);
  }
  expect(sizeOf(one('IconUrl').attributes.DefaultValue)).toEqual([32, 32]);
  expect(sizeOf(one('HighResolutionIconUrl').attributes.DefaultValue)).toEqual([64, 64]);
});

test('each button has a drawing of its own', () => {
  const drawn = named('Control').map((control) => control.children[2].children[0].attributes.resid);
  expect(new Set(drawn).size).toBe(drawn.length);
});

test('all addresses are safe ones of the one server, and the build puts their files there', () => {
  const addresses = [...text.matchAll(/(?:DefaultValue|Value)="(https?:[^"]+)"/g)].map((match) => match[1]);
  expect(addresses.length).toBeGreaterThan(50);
  expect(addresses.filter((each) => !each.startsWith(address))).toEqual([]);
  expect([...text.matchAll(/http:\/\/[^"]+/g)].map(([found]) => found).filter((found) => !isNameSpace(found))).toEqual(
    [],
  );
  const built = path.join(root, 'dist/taskpane');
  expect(existsSync(built)).toBe(true);
  const missing = addresses
    .map((each) => new URL(each).pathname.slice(1))
    .filter((file) => !existsSync(path.join(built, file)));
  expect(missing).toEqual([]);
  expect(one('AppDomain').text).toBe(address.slice(0, -1));
});

test('an old Excel shows the add-in too, so that its page can say what to do instead', () => {
  expect(one('Sets').attributes.DefaultMinVersion).toBe('1.1');
  expect(named('Set').map(({ attributes }) => attributes)).toEqual([{ Name: 'ExcelApi' }]);
  expect(named('Runtimes')).toEqual([]);
});

test('the version is the package’s, the locale Chinese, the id a number of its own', () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  expect(one('Version').text).toBe(`${version}.0`);
  expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(1);
  expect(one('DefaultLocale').text).toBe('zh-CN');
  expect(one('Id').text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

function isNameSpace(found: string): boolean {
  return /^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//.test(found);
}

const labelOf = (node: Node): string => node.children.find(({ name }) => name === 'Label')?.attributes.resid ?? '';

function resource(id: string): Node {
  const found = all.find((node) => node.name.startsWith('bt:') && node.attributes.id === id);
  if (!found) throw new Error(`no resource ${id}`);
  return found;
}

/** Width and height of the PNG behind an address, from its header. */
function sizeOf(url: string): readonly number[] {
  const bytes = readFileSync(path.join(root, 'assets', new URL(url).pathname));
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function parse(xml: string): Node {
  const parser = new SaxesParser();
  const top: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open[open.length - 1].children.push(node);
    open.push(node);
  });
  parser.on('text', (part) => {
    open[open.length - 1].text += part.trim();
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return top.children[0];
}

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* nodesIn(child);
}
