// Screenshots of an organisation's pages, to look at what a change of the theme did.
//
//   node screenshots.mjs FOLDER [ORGANISATION] [SITE]
//
// writes overview, indicator, progress and measure at 360 and 1280 px, each of the full length of its page,
// into FOLDER: measure-360.png and so on.
//
//   ORGANISATION  its folder in the site; otherwise the first one
//   SITE          the built site; otherwise public, where cargo run -- build puts it

import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DESKTOP, PHONE, launch, size, withTab } from './support/browser.mjs';

const [folder, chosen, given] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node screenshots.mjs FOLDER [ORGANISATION] [SITE]');
  process.exit(2);
}
const site = given ? resolve(given) : fileURLToPath(new URL('../../public', import.meta.url));
const years = (organisation) => within(join(site, organisation)).filter((name) => /^\d{4}$/.test(name));
const organisation = chosen ?? within(site).find((name) => years(name).length > 0);
if (!organisation || years(organisation).length === 0) {
  console.error(`There is no year of ${organisation ?? 'an organisation'} in ${site}: build the site first, or name another folder.`);
  process.exit(1);
}
const year = join(site, organisation, years(organisation).at(-1));
const measure = within(join(year, 'measures')).filter((name) => name.endsWith('.html') && name !== 'index.html')
  .reduce((a, b) => (statSync(join(year, 'measures', a)).size >= statSync(join(year, 'measures', b)).size ? a : b));
const shots = { overview: 'index.html', indicator: 'indicators/9.html', progress: 'measures/index.html', measure: `measures/${measure}` };

mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const [name, address] of Object.entries(shots)) {
    for (const width of [PHONE, DESKTOP]) {
      const path = join(folder, `${name}-${width}.png`);
      await withTab(browser, { viewport: size(width) }, async (tab) => {
        await tab.goto(pathToFileURL(join(year, address)).href);
        await tab.screenshot({ path, fullPage: true });
      });
      console.log(path);
    }
  }
} finally {
  await browser.close();
}

/** What is in a folder, in order; nothing where there is no such folder. */
function within(parent) {
  return statSync(parent, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(parent).sort() : [];
}
