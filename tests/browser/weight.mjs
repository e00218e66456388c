// How much a page weighs with everything that it needs, compressed as hosts send it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { forEach } from './support/browser.mjs';
import { onePageOfEachKind } from './support/kinds.mjs';
import { more } from './support/more.mjs';
import { none } from './support/none.mjs';
import { fileOf, onDisk, root } from './support/site.mjs';
import { build } from './support/small.mjs';

const MOST = 30_000;

/** As many records as one authority may write in many years. */
const MEASURES = 300;

/** What is loaded when it is asked for, and as much of it as there are records: data. */
const DATA = /\/(search|data)\/[^/]+\.(js|json|csv)$/;

/** A picture that somebody put on a page, which loads as its reader comes to it. */
const PICTURE = /\/files\/.+\.(png|jpe?g|webp|gif)$/;

export function weight(browser) {
  describe('a page with its styles, scripts and pictures', () => {
    let large;

    before(() => {
      const measure = (number) => `---
title: มาตรการที่ ${number} ส่งเสริมความโปร่งใสในการปฏิบัติหน้าที่
number: ${number}
indicators: [${1 + number % 10}]
units: [${number % 2 ? 'clerk' : 'finance'}]
period: ม.ค. 2567 - ก.ย. 2567
oit: o${1 + number % 35}
actions: [{ text: ก, results: { text: ข, date: ${1 + number % 28} ก.พ. 2567 } }, { text: ค }]
---
`;
      large = build('large', {
        'content/site.yaml': 'organisation: { name: เทศบาลนครตัวอย่าง, units: [{ id: clerk, name: สำนักปลัด }, { id: finance, name: กองคลัง }] }\nas_of: 2567-03-01\n',
        ...Object.fromEntries(Array.from({ length: MEASURES }, (_, at) => [`content/2567/measures/m${at}.md`, measure(at + 1)])),
      });
    });

    test(`is under ${MOST / 1000} kB on every kind of page`, async () => {
      const pages = [...onePageOfEachKind.map(({ address }) => onDisk(address)), ...KINDS_OF_MORE.map((address) => more.onDisk(address))];
      none((await forEach(browser, pages, weigh)).flatMap(({ url, page, rest }) => tooHeavy(url, page.length + rest)));
    });

    // The rows of a table are the records that a page is there to show; what is around them may not grow with them.
    test(`is under ${MOST / 1000} kB but for the rows of its tables, with ${MEASURES} measures too`, async () => {
      const pages = ['index.html', '2567/measures/index.html', '2567/measures/m7.html', '2567/oit/index.html', '2567/oit/o7.html', '2567/indicators/index.html', '2567/indicators/4.html', '2567/units/index.html', '2567/units/clerk.html', '2567/report/plan.html', '2567/report/progress.html', '2567/data/index.html', 'search.html'];
      none((await forEach(browser, pages.map((address) => large.onDisk(address)), weigh))
        .flatMap(({ url, pageWithoutRows, rest }) => tooHeavy(url, pageWithoutRows.length + rest)));
    });
  });
}

const KINDS_OF_MORE = ['index.html', 'years.html', 'about.html', '2567/index.html', '2567/assessment.html', '2567/measures/m1.html', '2567/oit/o1.html', '2567/issues/1.html'];

const tooHeavy = (url, bytes) => (bytes < MOST ? [] : [`${url}: ${(bytes / 1000).toFixed(1)} kB`]);

/** A page, compressed with and without the rows of its tables, and how many bytes everything else is that it loads by itself. */
async function weigh(tab, url) {
  const asked = new Set();
  const hear = (request) => asked.add(request.url());
  tab.on('request', hear);
  await tab.goto(url);
  tab.off('request', hear);
  // Browsers load it, though not those without a window.
  asked.add(await tab.locator('link[rel=icon]').evaluate((icon) => icon.href));
  asked.delete(url);
  const html = readFileSync(fileURLToPath(url), 'utf8');
  const rest = [...asked].filter((one) => !DATA.test(one) && !PICTURE.test(one)).reduce((sum, one) => sum + bytes(one), 0);
  return { url, page: gzipSync(html), pageWithoutRows: gzipSync(html.replaceAll(/<tbody[\s\S]*?<\/tbody>/g, '')), rest };
}

/** How many bytes a file of a site is on its way. */
function bytes(url) {
  // The page for missing addresses names the host.
  const file = readFileSync(url.startsWith('file:') ? fileURLToPath(url) : join(root, fileOf(url)));
  return url.endsWith('.png') ? file.length : gzipSync(file).length;
}
