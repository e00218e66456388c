// The one browser of a run, and the ways the tests use it.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Widths in CSS pixels: the narrowest screen that WCAG asks for (1.4.10), a phone, a tablet held upright, a desktop. */
export const NARROWEST = 320;
export const PHONE = 360;
export const TABLET = 768;
export const DESKTOP = 1280;

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  // Nothing but the pages under test may use the network.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the Chromium of the system, with `more` flags; `CHROMIUM` may name another one. */
export function launch(more = []) {
  return chromium.launch({ executablePath: installed(), args: [...FLAGS, ...more] });
}

/** Runs `work` with a new tab, `options` as of Playwright's `newContext`, and closes it. */
export async function withTab(browser, options, work) {
  const context = await browser.newContext({ viewport: size(PHONE), ...options });
  try {
    return await work(await context.newPage());
  } finally {
    // An answer that is still on its way through a `route` would fail after its test, and with it the whole file.
    await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
    await context.close();
  }
}

/** Runs `work(tab, item)` for every item, two tabs at a time; the answers come in the order of the items. */
export async function forEach(browser, items, work) {
  const answers = new Array(items.length);
  let next = 0;
  const lane = () => withTab(browser, {}, async (tab) => {
    while (next < items.length) {
      const mine = next++;
      answers[mine] = await work(tab, items[mine]);
    }
  });
  await Promise.all([lane(), lane()]);
  return answers;
}

/** A viewport of this width. */
export function size(width) {
  return { width, height: 800 };
}

function installed() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
    if (found) return found;
  }
  throw new Error('No Chromium was found: install the package chromium, or name the program in CHROMIUM.');
}
