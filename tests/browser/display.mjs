// The size and the colours of the text, as readers choose them, and the colour that the authority picks.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { before, describe, test } from 'node:test';
import { DESKTOP, NARROWEST, PHONE, forEach, size, withTab } from './support/browser.mjs';
import { onePageOfEachKind } from './support/kinds.mjs';
import { none } from './support/none.mjs';
import { onDisk, organisations, years } from './support/site.mjs';
import { build } from './support/small.mjs';

const ORGANISATION = organisations[0];
const PAGE = onDisk(`${ORGANISATION}/${years(ORGANISATION).at(-1)}/index.html`);
const OTHER = onDisk(`${ORGANISATION}/about.html`);

/** The style is one for all organisations, so one of them will do. */
const EACH_KIND = onePageOfEachKind.filter(({ address }) => !organisations.slice(1).some((other) => address.startsWith(`${other}/`)));

/** What may be chosen, beside light pages, which are tried with everything else. */
const COLORS = ['dark', 'contrast', 'yellow'];
/** Colours that authorities have: strong and weak, light and dark, and two that leave nothing to choose from. */
const PICKED = ['#ffcc00', '#f7941d', '#c8102e', '#7ac943', '#00a99d', '#8e44ad', '#ff99cc', '#000000', '#ffffff', '#777777'];

const ink = (tab) => tab.evaluate(() => getComputedStyle(document.body).color);
const paper = (tab) => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
const letters = (tab) => tab.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
const isDark = (color) => color.match(/\d+/g).map(Number).reduce((sum, part) => sum + part) < 200;

async function choose(tab, name, value) {
  if (!(await tab.locator('.display').evaluate((panel) => panel.open))) await tab.locator('.display summary').click();
  await tab.locator(`.display input[name="${name}"][value="${value}"]`).check();
}

/** What axe says of the contrast on a page. */
async function contrast(tab) {
  await tab.evaluate(axe.source);
  const { violations, passes } = await tab.evaluate(() => axe.run({ runOnly: ['color-contrast', 'link-in-text-block'] }));
  assert.ok(passes.length > 0, 'axe looked at nothing');
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll(/\s+/g, ' ')}`));
}

export function display(browser) {
  describe('how a page is shown', () => {
    test('follows the device until the reader chooses, and then the reader, on every page and in every window', () => withTab(browser, { viewport: size(DESKTOP), colorScheme: 'dark' }, async (tab) => {
      await tab.goto(PAGE);
      assert.ok(isDark(await paper(tab)), 'a dark device has light pages');
      await choose(tab, 'color', 'light');
      assert.ok(!isDark(await paper(tab)));
      const usual = await letters(tab);
      await choose(tab, 'size', '4');
      assert.ok((await letters(tab)) > usual * 1.4);
      const second = await tab.context().newPage();
      await second.goto(OTHER);
      assert.ok(!isDark(await paper(second)) && (await letters(second)) > usual * 1.4, 'another page has forgotten it');
      assert.ok(await second.locator('.display input[name="color"][value="light"]').isChecked());
      await choose(second, 'color', 'yellow');
      await tab.waitForFunction(() => document.documentElement.dataset.color === 'yellow');
      assert.equal(await ink(tab), 'rgb(255, 235, 59)');
      await choose(second, 'color', '');
      await choose(second, 'size', '');
      await tab.reload();
      assert.ok(isDark(await paper(tab)) && (await letters(tab)) === usual, 'it cannot be taken back');
      assert.deepEqual(await tab.context().cookies(), []);
      assert.equal(await tab.evaluate(() => localStorage.length), 0);
    }));

    test('is chosen with the keyboard alone', () => withTab(browser, { viewport: size(PHONE) }, async (tab) => {
      await tab.goto(PAGE);
      const summary = tab.locator('.display summary');
      await summary.focus();
      await tab.keyboard.press('Enter');
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('ArrowDown');
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.size), '2');
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('ArrowDown');
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.color), 'light');
      await tab.keyboard.press('Escape');
      assert.ok(!(await tab.locator('.display').evaluate((panel) => panel.open)));
      assert.ok(await summary.evaluate((element) => element === document.activeElement), 'the focus is lost');
    }));

    test('is no choice where nothing would come of it: without script', () => withTab(browser, { javaScriptEnabled: false }, async (tab) => {
      await tab.goto(PAGE);
      assert.ok(!(await tab.locator('.display').isVisible()));
    }));

    test('is forgotten on paper', () => withTab(browser, { viewport: size(DESKTOP), colorScheme: 'dark' }, async (tab) => {
      await tab.goto(PAGE);
      await choose(tab, 'color', 'yellow');
      await choose(tab, 'size', '4');
      await tab.emulateMedia({ media: 'print' });
      assert.ok(isDark(await ink(tab)) && !isDark(await paper(tab)));
      assert.ok((await letters(tab)) < 16);
    }));

    test('leaves every letter on the narrowest screen at the largest size', async () => {
      none(await forEach(browser, onePageOfEachKind, async (tab, { address }) => {
        await tab.setViewportSize(size(NARROWEST));
        await tab.goto(onDisk(address));
        await tab.evaluate(() => {
          document.documentElement.dataset.size = '4';
        });
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth);
        return wide > NARROWEST ? [`${address} is ${wide} px wide`] : [];
      }).then((found) => found.flat()));
    });

    for (const color of COLORS) {
      test(`has contrast on every kind of page in the colours “${color}”`, async () => {
        none((await forEach(browser, EACH_KIND, async (tab, { address }) => {
          await tab.setViewportSize(size(DESKTOP));
          await tab.goto(onDisk(address));
          await tab.evaluate((chosen) => {
            document.documentElement.dataset.color = chosen;
          }, color);
          return (await contrast(tab)).map((problem) => `${address}: ${problem}`);
        })).flat());
      });
    }
  });

  describe('the colour that an authority picks', () => {
    let sites;

    before(() => {
      sites = PICKED.map((color, at) => ({
        color,
        site: build(`color-${at}`, {
          'content/site.yaml': `organisation: { name: เทศบาลตำบลตัวอย่าง, units: [{ id: clerk, name: สำนักปลัด }] }\nas_of: 2567-03-01\ncolor: "${color}"\n`,
          'content/2567/measures/m.md': '---\ntitle: มาตรการ\nunits: clerk\nindicators: [8]\nactions: [{ text: ทำ, period: ต.ค. 2566, results: [{ date: ต.ค. 2566, text: แล้ว }] }]\n---\n\nข้อความ [ลิงก์](m.md)\n',
        }),
      }));
    });

    for (const scheme of ['light', 'dark']) {
      test(`never makes a ${scheme} page hard to read`, async () => {
        none((await forEach(browser, sites, async (tab, { color, site }) => {
          await tab.emulateMedia({ colorScheme: scheme });
          await tab.setViewportSize(size(DESKTOP));
          const found = [];
          for (const address of ['index.html', '2567/measures/m.html']) {
            await tab.goto(site.onDisk(address));
            await tab.locator('.display summary').click();
            found.push(...(await contrast(tab)).map((problem) => `${color}: ${address}: ${problem}`));
          }
          return found;
        })).flat());
      });
    }
  });
}
