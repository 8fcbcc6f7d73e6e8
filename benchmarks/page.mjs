/* global window, document, PerformanceObserver, MutationObserver, MessageChannel, requestAnimationFrame, setInterval, clearInterval */
/**
 * The workbench in a browser of this system: `node page.mjs FOLDER RUNS` prints how soon the page and the grid stand and
 * how long the page was held at a stretch while it opened, checked, marked, fixed and undid. Prints nothing where there
 * is no browser.
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../scripts/set-up.mjs';

const [folder, runs] = process.argv.slice(2);
const built = fileURLToPath(new URL('../dist/workbench', import.meta.url));
const browserPath = findBrowser();
if (!browserPath || !existsSync(built)) process.exit(0);

const server = await serve();
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
});
try {
  const results = [];
  for (let run = 0; run < Number(runs); run += 1) results.push(await measured());
  print(results);
} finally {
  await browser.close();
  server.close();
}

/** All measurements of one run, each page in a context of its own. */
async function measured() {
  const bare = await onPage('bare.html', (page) => page.evaluate(() => performance.now()));
  const welcome = await onPage('', (page) => firstSeen(page, 'main button'));
  const panel = await onPage('?sample', (page) => firstSeen(page, 'aside button'));
  const blocks = {};
  const opened = (page, name, file) =>
    timed(page, blocks, name, async () => {
      await page.setInputFiles('input[type=file]', join(folder, file));
      await page.evaluate(() => window.bench.drawn());
    });
  await onPage('', async (page) => {
    await page.locator('main button').first().waitFor();
    await opened(page, 'open 10,000 rows of .xls', '10k.xls');
  });
  return onPage('', async (page) => {
    const during = (name, work) => timed(page, blocks, name, work);
    // Looked for before the clock runs, and waited for by a look at the panel's text alone: a search for names and texts
    // over the whole page would hold it longer than what is measured.
    const found = (name) => page.locator('aside').getByRole('button', { name }).first().elementHandle();
    const pressed = async (button, words) => {
      await button.evaluate((element) => element.click());
      await page.evaluate((wanted) => window.bench.said(wanted), words);
    };
    await page.locator('main button').first().waitFor();
    await opened(page, 'open 10,000 rows', 'untidy-10k.xlsx');
    const grid = await page.evaluate(() => window.bench.gridMs);
    const check = await found(/^检查/);
    await during('检查', () => pressed(check, '已检查 .*户'));
    const fixAll = page.locator('aside').getByRole('button', { name: /全部修正/ });
    if ((await fixAll.count()) === 0) await (await found(/身份证号.*不整洁/)).click();
    const fix = await fixAll.first().elementHandle();
    await during('全部修正, 10,000 cells', () => pressed(fix, '已修正 [\\d,]+ 格'));
    const undo = await found(/^撤销/);
    await during('撤销, 10,000 cells', () => pressed(undo, '已撤销'));
    const mark = await found(/^标记/);
    await during('标记, 10,000 cells', () => pressed(mark, '已标记 [\\d,]+ 格'));
    return { bare, welcome, panel, grid, blocks };
  });
}

/** Notes into `blocks` how long some work took in all, and how long it held the page at the most. */
async function timed(page, blocks, name, work) {
  await page.evaluate(() => window.bench.blocks.splice(0));
  const began = performance.now();
  await work();
  const ms = performance.now() - began;
  // A block is reported by the browser only after it has ended.
  await page.waitForTimeout(150);
  blocks[name] = { ms, longest: await page.evaluate(() => Math.max(0, ...window.bench.blocks)) };
}

async function onPage(address, work) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPage);
    await page.goto(server.address + address, { waitUntil: 'load' });
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Runs in the page before its own scripts: notes long blocks, when selectors are first there, and how long the grid takes. */
function watchPage() {
  const seen = {};
  const once = (isSo) =>
    new Promise((resolve) => {
      const look = setInterval(() => {
        if (!isSo()) return;
        clearInterval(look);
        resolve();
      }, 20);
    });
  window.bench = {
    blocks: [],
    seen,
    gridMs: undefined,
    said: (words) => once(() => new RegExp(words).test(document.querySelector('aside')?.textContent ?? '')),
    drawn: () => once(() => window.bench.gridMs > 0),
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.bench.blocks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
  let gridBegan;
  new MutationObserver(() => {
    for (const selector of ['main button', 'aside button']) {
      if (seen[selector] === undefined && document.querySelector(selector)) seen[selector] = performance.now();
    }
    if (gridBegan === undefined && document.querySelector('.grid-place')) gridBegan = performance.now();
    if (gridBegan !== undefined && window.bench.gridMs === undefined && document.querySelector('[role=gridcell]')) {
      window.bench.gridMs = 0;
      // The frame that shows it is drawn before the next message is handled.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (window.bench.gridMs = performance.now() - gridBegan);
        port2.postMessage(null);
      });
    }
  }).observe(document, { childList: true, subtree: true });
}

async function firstSeen(page, selector) {
  await page.waitForFunction((wanted) => window.bench.seen[wanted] !== undefined, selector);
  return page.evaluate((wanted) => window.bench.seen[wanted], selector);
}

/** The built page on this computer only; `bare.html` is the page without its script. */
async function serve() {
  const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' };
  const bare = readFileSync(join(built, 'index.html'), 'utf8').replace(/<script[^>]*><\/script>/g, '');
  const http = createServer((request, response) => {
    const name = new URL(request.url, 'http://127.0.0.1').pathname.slice(1) || 'index.html';
    response.setHeader('content-type', types[extname(name)] ?? 'application/octet-stream');
    if (name === 'bare.html') return response.end(bare);
    if (/[/\\]/.test(name) || !existsSync(join(built, name))) return response.writeHead(404).end();
    return createReadStream(join(built, name)).pipe(response);
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${http.address().port}/`, close: () => http.close() };
}

function print(results) {
  const middle = (of) => median(results.map(of)).toFixed(0);
  const best = (of) => Math.min(...results.map(of)).toFixed(0);
  const blockMs = (ms) => (Number(ms) < 50 ? '< 50' : ms);
  console.log(`### The workbench in ${browser.version()}, median of ${results.length}\n`);
  console.log('| what | ms | least |\n| --- | ---: | ---: |');
  const lines = [
    ['bare page loaded', ({ bare }) => bare],
    ['first screen stands', ({ welcome }) => welcome],
    ['panel stands, the sample opened', ({ panel }) => panel],
    ['grid of 10,000 rows drawn', ({ grid }) => grid],
  ];
  for (const [what, of] of lines) console.log(`| ${what} | ${middle(of)} | ${best(of)} |`);
  console.log('\n| work on 10,000 rows | ms in all | longest block, ms | least |\n| --- | ---: | ---: | ---: |');
  for (const name of Object.keys(results[0].blocks)) {
    const longest = ({ blocks }) => blocks[name].longest;
    const all = ({ blocks }) => blocks[name].ms;
    console.log(`| ${name} | ${middle(all)} | ${blockMs(middle(longest))} | ${blockMs(best(longest))} |`);
  }
  console.log('');
}

function median(numbers) {
  return numbers.sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
}
