// The official tables on paper: what an officer prints, has signed and files.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { withTab } from './support/browser.mjs';
import { none } from './support/none.mjs';
import { onDisk, organisations, scratch, years } from './support/site.mjs';

/** A4 on its side, in points. */
const SHEET = { width: 842, height: 595 };

export function paper(browser) {
  describe('on paper', () => {
    for (const organisation of organisations) {
      for (const report of ['plan', 'progress']) {
        test(`the ${report} of ${organisation} prints on a few sheets of A4, each with the table's head`, async () => {
          const address = `${organisation}/${years(organisation).at(-1)}/report/${report}.html`;
          const { file, head } = await print(browser, address, `${organisation}-${report}.pdf`);
          const sheet = sheetOf(file);
          assert.ok(Math.abs(sheet.width - SHEET.width) <= 1 && Math.abs(sheet.height - SHEET.height) <= 1, `a sheet is ${sheet.width} × ${sheet.height} pt`);
          assert.ok(sheet.count > 0 && sheet.count < 15, `${sheet.count} sheets`);
          const texts = textOf(file);
          assert.equal(texts.length, sheet.count);
          texts.forEach((text, index) => {
            assert.equal(text.split(head).length - 1, 1, `how often the table's head stands on sheet ${index + 1} of ${sheet.count}`);
          });
        });
      }
    }

    test('the menus and the foot of the screen stay off it', async () => {
      await withTab(browser, {}, async (tab) => {
        const organisation = organisations[0];
        await tab.goto(onDisk(`${organisation}/${years(organisation).at(-1)}/report/progress.html`));
        await tab.emulateMedia({ media: 'print' });
        const shown = await tab.locator('nav, header, footer, .skip').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.className));
        none(shown, 'parts of the screen on paper');
      });
    });
  });
}

async function print(browser, address, name) {
  return withTab(browser, {}, async (tab) => {
    await tab.goto(onDisk(address));
    const file = join(scratch, name);
    // The sheet is the one that the page itself asks for.
    writeFileSync(file, await tab.pdf({ preferCSSPageSize: true }));
    const headings = await tab.locator('table thead th').allInnerTexts();
    return { file, head: bare(headings.join('')) };
  });
}

function sheetOf(file) {
  const told = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const [, width, height] = told.match(/^Page size:\s+([\d.]+) x ([\d.]+)/m).map(Number);
  return { count: Number(told.match(/^Pages:\s+(\d+)/m)[1]), width, height };
}

/** The text of each sheet, cell after cell (hence `-raw`); pdftotext ends each sheet with a form feed. */
function textOf(file) {
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1).map(bare);
}

/** Words without what a PDF does not keep: spaces, and the difference between ำ and its two parts. */
function bare(text) {
  return text.normalize('NFKD').replaceAll(/\s+/g, '');
}
