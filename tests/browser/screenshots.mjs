// Screenshots of an organisation's pages, to look at what a change of the theme did.
//
//   node screenshots.mjs FOLDER [ORGANISATION] [SITE]
//
// writes one page of each kind at 360, 768 and 1280 px, each of the full length of its page, into FOLDER
// (measure-360.png and so on), the overview and a measure in dark besides, and the official tables as they print.
//
//   ORGANISATION  its folder in the site; otherwise the first one
//   SITE          the built site; otherwise public, where cargo run -- build puts it

import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DESKTOP, PHONE, TABLET, launch, size, withTab } from './support/browser.mjs';

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
const home = join(site, organisation);
const year = join(home, years(organisation).at(-1));
const shots = Object.entries({
  portal: join(site, 'index.html'),
  overview: join(year, 'index.html'),
  years: join(home, 'years.html'),
  assessment: join(year, 'assessment.html'),
  indicators: join(year, 'indicators/index.html'),
  indicator: join(year, 'indicators/9.html'),
  progress: join(year, 'measures/index.html'),
  measure: longest('measures'),
  issues: join(year, 'issues/index.html'),
  issue: longest('issues'),
  'oit-list': join(year, 'oit/index.html'),
  oit: longest('oit'),
  units: join(year, 'units/index.html'),
  unit: longest('units'),
  plan: join(year, 'report/plan.html'),
  report: join(year, 'report/progress.html'),
  data: join(year, 'data/index.html'),
  search: join(home, 'search.html'),
  found: join(home, 'search.html?q=นโยบาย'),
  about: join(home, 'about.html'),
  404: join(home, '404.html'),
}).filter(([, path]) => path && existsSync(path.split('?')[0]));
const IN_DARK = ['overview', 'measure'];
const PRINTED = ['plan', 'report'];

mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const [name, path] of shots) {
    for (const width of [PHONE, TABLET, DESKTOP]) {
      await shoot(path, `${name}-${width}.png`, { viewport: size(width) });
      if (IN_DARK.includes(name)) await shoot(path, `${name}-dark-${width}.png`, { viewport: size(width), colorScheme: 'dark' });
    }
    if (PRINTED.includes(name)) await print(path, `${name}.pdf`);
  }
} finally {
  await browser.close();
}

async function shoot(path, name, options) {
  await withTab(browser, options, async (tab) => {
    await open(tab, path);
    await tab.screenshot({ path: join(folder, name), fullPage: true });
  });
  console.log(join(folder, name));
}

async function print(path, name) {
  await withTab(browser, {}, async (tab) => {
    await open(tab, path);
    writeFileSync(join(folder, name), await tab.pdf({ preferCSSPageSize: true }));
  });
  console.log(join(folder, name));
}

async function open(tab, path) {
  const [file, query] = path.split('?');
  await tab.goto(pathToFileURL(file).href + (query ? `?${query}` : ''));
  if (query) await tab.waitForFunction(() => document.querySelector('.search-status').textContent !== '');
}

/** The longest page of a sort: it shows the most of what its kind can show. */
function longest(sort) {
  const length = (name) => statSync(join(year, sort, name)).size;
  const names = within(join(year, sort)).filter((name) => name.endsWith('.html') && name !== 'index.html');
  return names.length > 0 ? join(year, sort, names.toSorted((a, b) => length(b) - length(a))[0]) : undefined;
}

/** What is in a folder, in order; nothing where there is no such folder. */
function within(parent) {
  return statSync(parent, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(parent).sort() : [];
}
