// Ways of reading other than with a mouse and every feature of the browser on.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DESKTOP, PHONE, forEach, size, withTab } from './support/browser.mjs';
import { onePageOfEachKind } from './support/kinds.mjs';
import { none } from './support/none.mjs';
import { onDisk, organisations, records, years } from './support/site.mjs';

export function reading(browser) {
  describe('without script', () => {
    for (const organisation of organisations) {
      for (const width of [PHONE, DESKTOP]) {
        test(`the progress table of ${organisation} shows every measure at ${width} px`, async () => {
          const year = years(organisation).at(-1);
          const measures = records(organisation, year, 'measures').map((stem) => `${stem}.html`);
          await withTab(browser, { javaScriptEnabled: false, viewport: size(width) }, async (tab) => {
            await tab.goto(onDisk(`${organisation}/${year}/measures/index.html`));
            const rows = await tab.locator('main table.measures tbody tr').all();
            const shown = await Promise.all(rows.map(async (row) => {
              assert.ok(await row.isVisible(), 'a row is hidden');
              assert.notEqual((await row.locator('.status').innerText()).trim(), '', 'a row has no status');
              return row.locator('th a').getAttribute('href');
            }));
            assert.deepEqual(shown.sort(), measures.sort());
          });
        });
      }
    }
  });

  describe('with the keyboard', () => {
    test('the first stop is a visible link past the menus, and it works', async () => {
      const problems = await forEach(browser, onePageOfEachKind, async (tab, { address }) => {
        await tab.goto(onDisk(address));
        await tab.keyboard.press('Tab');
        const first = await tab.evaluate(() => {
          const at = document.activeElement;
          const box = at.getBoundingClientRect();
          return { href: at.getAttribute('href'), seen: box.top >= 0 && box.left >= 0 && box.height > 0 && box.right <= window.innerWidth };
        });
        await tab.keyboard.press('Enter');
        const second = await tab.evaluate(() => document.activeElement.localName);
        return [
          ...(first.href === '#main' ? [] : [`${address}: Tab goes to ${first.href} first`]),
          ...(first.seen ? [] : [`${address}: the link is not to be seen when it has the focus`]),
          ...(second === 'main' ? [] : [`${address}: Enter leaves the focus on ${second}`]),
        ];
      });
      none(problems.flat());
    });
  });
}
