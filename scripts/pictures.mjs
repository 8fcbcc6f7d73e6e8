// Takes the pictures of README.md and README.zh-CN.md from the built pages.
import { createServer } from 'node:http';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser, installPackages, root, runPackage } from './set-up.mjs';

installPackages();
if (!process.argv.includes('--built')) runPackage('webpack/bin/webpack.js', ['--mode', 'production']);
const { chromium } = await import('playwright-core');
const pictures = path.join(root, 'assets', 'pictures');
mkdirSync(pictures, { recursive: true });

const server = createServer((request, response) => {
  const asked = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
  const file = path.join(root, 'dist', asked.endsWith('/') ? `${asked}index.html` : asked);
  if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  const type = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8' }[path.extname(file)];
  response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
const shoot = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
const button = (name) => page.getByRole('button', { name, exact: true });
const settle = () => page.waitForTimeout(700);

await page.goto(`${address}/workbench/`);
await settle();
await shoot('workbench-welcome');
await page.goto(`${address}/workbench/?sample`);
await button('检查').click({ timeout: 30_000 });
await settle();
await page.keyboard.press('F8');
await settle();
await shoot('workbench-findings');
await page.getByRole('button', { name: '为什么' }).first().click();
await settle();
await shoot('workbench-why');
await page.getByRole('tab', { name: /填列/ }).click();
await page.getByRole('button', { name: /预览/ }).first().click();
await settle();
await shoot('workbench-fill');
await page.getByRole('tab', { name: /问题/ }).click();
await button('标记').click();
await settle();
await shoot('workbench-marks');
await browser.close();
server.close();
console.log(`Pictures are in ${path.relative(root, pictures)}.`);
