// Draws assets/icons/*.svg as PNG in every size that Excel asks for. Run it after changing a drawing: node scripts/icons.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBrowser, root } from './set-up.mjs';

const sizes = [16, 20, 24, 32, 40, 48, 64, 80];
const folder = path.join(root, 'assets/icons');

const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
});
const page = await browser.newPage();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
  const drawing = readFileSync(path.join(folder, file), 'utf8');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0;background:none}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
    );
    const png = await page.screenshot({ omitBackground: true });
    writeFileSync(path.join(folder, file.replace('.svg', `-${size}.png`)), png);
  }
}
await browser.close();
