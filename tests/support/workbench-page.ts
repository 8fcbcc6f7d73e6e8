import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContextOptions, CDPSession, Locator, Page } from 'playwright-core';
import { parseA1 } from '../../src/core/workbook/cell';
import { launchChromium } from './chromium';
import { serveFolder } from './static-server';

/** The workbench in a real browser, as a person sees it. */
export interface WorkbenchPage {
  readonly page: Page;
  /** What the page should not have done: requests to other addresses, errors on the console. */
  readonly complaints: readonly string[];
  readonly grid: Locator;
  /** A drawn cell by its address. */
  readonly cell: (address: string) => Locator;
  readonly status: Locator;
  readonly content: Locator;
  readonly address: Locator;
  readonly openBytes: (bytes: Uint8Array, name: string) => Promise<void>;
  /** Jumps through the address box. */
  readonly goTo: (address: string) => Promise<void>;
  readonly keys: (...keys: readonly string[]) => Promise<void>;
  readonly toClipboard: (text: string) => Promise<void>;
  readonly fromClipboard: () => Promise<string>;
  /** An input method composes a text and takes it over. */
  readonly compose: (parts: readonly string[], text: string) => Promise<void>;
  /** 另存为, and the file that comes of it. */
  readonly saved: (press: () => Promise<void>) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  readonly close: () => Promise<void>;
}

export interface WorkbenchBrowser {
  readonly open: (query?: string, options?: BrowserContextOptions) => Promise<WorkbenchPage>;
  readonly close: () => Promise<void>;
}

const built = path.resolve(__dirname, '../../dist/workbench');

/** Serves the built workbench to a browser of this system. Build it first (`npm run build`). */
export async function startWorkbench(): Promise<WorkbenchBrowser> {
  if (!existsSync(path.join(built, 'index.html'))) throw new Error('Build the workbench first: npm run build');
  const [browser, server] = await Promise.all([launchChromium(), serveFolder(built)]);
  return {
    open: (query = '', options = {}) => openPage(browser, server.address, query, options),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

async function openPage(
  browser: Browser,
  origin: string,
  query: string,
  options: BrowserContextOptions,
): Promise<WorkbenchPage> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    permissions: ['clipboard-read', 'clipboard-write'],
    locale: 'zh-CN',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin)) {
      complaints.push(`request to ${request.url()}`);
    }
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${origin}${query}`);

  const cell = (address: string): Locator => {
    const at = parseA1(address);
    if (!at) throw new Error(`${address} is no address`);
    return page.locator(
      `[role="row"][aria-rowindex="${at.row + 1}"] [role="gridcell"][aria-colindex="${at.column + 1}"]`,
    );
  };
  const address = page.locator('.address');
  let devTools: CDPSession | undefined;
  return {
    page,
    complaints,
    cell,
    address,
    grid: page.getByRole('grid'),
    status: page.locator('.status'),
    content: page.locator('.content'),
    openBytes: (bytes, name) =>
      page.locator('input[type="file"]').setInputFiles({
        name,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: Buffer.from(bytes),
      }),
    goTo: async (to) => {
      await address.fill(to);
      await address.press('Enter');
      await page.waitForFunction(
        (wanted) => document.querySelector<HTMLInputElement>('.address')?.value === wanted,
        to,
      );
    },
    keys: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    toClipboard: (text) => page.evaluate((words) => navigator.clipboard.writeText(words), text),
    fromClipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    compose: async (parts, text) => {
      devTools ??= await context.newCDPSession(page);
      for (const part of parts) {
        await devTools.send('Input.dispatchKeyEvent', {
          type: 'rawKeyDown',
          key: 'Process',
          windowsVirtualKeyCode: 229,
        });
        await devTools.send('Input.imeSetComposition', {
          text: part,
          selectionStart: part.length,
          selectionEnd: part.length,
        });
      }
      await devTools.send('Input.insertText', { text });
    },
    saved: async (press) => {
      const [download] = await Promise.all([page.waitForEvent('download'), press()]);
      return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
    },
    close: () => context.close(),
  };
}
