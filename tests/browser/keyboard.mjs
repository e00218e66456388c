// The site with nothing but a keyboard, from the first stop of a page to what one came for.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DESKTOP, PHONE, forEach, size, withTab } from './support/browser.mjs';
import { onePageOfEachKind } from './support/kinds.mjs';
import { none } from './support/none.mjs';
import { onDisk, organisations, years } from './support/site.mjs';

const ORGANISATION = organisations[0];
const YEAR = `${ORGANISATION}/${years(ORGANISATION).at(-1)}`;

/** The style and the scripts are the same for all organisations, so one of them will do. */
const EACH_KIND = onePageOfEachKind.filter(({ address }) => !organisations.slice(1).some((other) => address.startsWith(`${other}/`)));

export function keyboard(browser) {
  describe('with the keyboard alone', () => {
    const on = (address, work) => withTab(browser, { viewport: size(DESKTOP) }, async (tab) => {
      await tab.goto(onDisk(address));
      await work(tab);
    });

    for (const width of [PHONE, DESKTOP]) {
      test(`Tab comes to everything on every kind of page, in order and to be seen, and out again at ${width} px`, async () => {
        const problems = await forEach(browser, EACH_KIND, async (tab, { address }) => {
          await tab.setViewportSize(size(width));
          await tab.goto(onDisk(address));
          return (await walk(tab)).map((problem) => `${address}: ${problem}`);
        });
        none(problems.flat());
      });
    }

    test('Shift and Tab goes the same way back', () => on(`${YEAR}/measures/index.html`, async (tab) => {
      const seen = [];
      for (let stop = 0; stop < 12; stop++) {
        await tab.keyboard.press('Tab');
        seen.push(await focused(tab));
      }
      for (const stop of seen.toReversed().slice(1)) {
        await tab.keyboard.press('Shift+Tab');
        assert.equal(await focused(tab), stop);
      }
    }));

    test('the panel opens, is chosen from and closes, and the way goes on from there', () => on(`${YEAR}/index.html`, async (tab) => {
      await tabTo(tab, '.display summary');
      await tab.keyboard.press('Space');
      assert.ok(await tab.locator('.display > div').isVisible());
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('Tab');
      await tab.keyboard.press('ArrowDown');
      await tab.keyboard.press('ArrowDown');
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.color), 'dark');
      await tab.keyboard.press('Escape');
      assert.ok(!(await tab.locator('.display > div').isVisible()));
      assert.ok(await tab.locator('.display summary').evaluate((summary) => summary === document.activeElement), 'the focus is lost');
      await tab.keyboard.press('Tab');
      assert.ok(await tab.evaluate(() => document.activeElement.matches('.menu a')), 'the panel holds the focus');
    }));

    test('a table sorts by its heads and filters by its fields, with Enter as with Space', () => on(`${YEAR}/measures/index.html`, async (tab) => {
      const first = () => tab.locator('.measures tbody th').first().getAttribute('data-number');
      const before = await first();
      await tabTo(tab, '.measures [data-key="number"] button');
      await tab.keyboard.press('Enter');
      assert.equal(await first(), before);
      await tab.keyboard.press('Space');
      assert.notEqual(await first(), before);
      assert.ok(await tab.evaluate(() => document.activeElement.matches('button')), 'the focus is lost');
    }));

    test('the breadcrumb leads up, and the link past the menus to the page itself', () => on(`${YEAR}/indicators/4.html`, async (tab) => {
      await tab.keyboard.press('Tab');
      await Promise.all([tab.waitForURL(/#main$/), tab.keyboard.press('Enter')]);
      await tab.keyboard.press('Tab');
      assert.ok(await tab.evaluate(() => document.activeElement.matches('.crumbs a')), 'the menus were not passed by');
      await tab.keyboard.press('Tab');
      await Promise.all([tab.waitForURL(new RegExp(`/${YEAR}/index.html$`)), tab.keyboard.press('Enter')]);
    }));

    test('a search is typed in the head of a page, and what is found is opened', () => on(`${YEAR}/index.html`, async (tab) => {
      await tabTo(tab, '#find');
      await tab.keyboard.type('o1');
      await Promise.all([tab.waitForURL(/search\.html\?q=o1$/), tab.keyboard.press('Enter')]);
      await tab.locator('.search-results a').first().waitFor();
      await tabTo(tab, '.search-results a');
      await Promise.all([tab.waitForURL(/\/oit\/o1\.html$/), tab.keyboard.press('Enter')]);
    }));
  });
}

/** Goes from stop to stop to the first that `selector` means. */
async function tabTo(tab, selector) {
  for (let stop = 0; stop < 300; stop++) {
    await tab.keyboard.press('Tab');
    if (await tab.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`no stop is ${selector}`);
}

/** What has the focus, by its place among all elements. */
function focused(tab) {
  return tab.evaluate(() => [...document.querySelectorAll('*')].indexOf(document.activeElement));
}

/** From the first stop of a page to the last: what is wrong on the way. */
async function walk(tab) {
  await tab.evaluate(() => {
    const can = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    // Of a group of radio buttons one is a stop, and of a closed panel none.
    window.stops = [...document.querySelectorAll(can)].filter((one) => !one.disabled && one.checkVisibility({ visibilityProperty: true }) && !one.matches('[type=radio]:not(:checked)'));
    window.passed = [];
  });
  for (;;) {
    await tab.keyboard.press('Tab');
    const problem = await tab.evaluate(() => {
      const at = document.activeElement;
      // Past the last stop the focus is with the browser, or at the first again.
      if (at === document.body || at === window.passed[0]) return null;
      window.passed.push(at);
      const name = `${at.outerHTML.slice(0, 90)} (stop ${window.passed.length})`;
      if (window.passed.indexOf(at) < window.passed.length - 1) return `the focus goes in a circle at ${name}`;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const bare = outlineStyle === 'none' || parseFloat(outlineWidth) < 2;
      const { top, bottom, left, right } = at.getBoundingClientRect();
      const away = bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth;
      return bare ? `nothing shows the focus on ${name}` : away ? `${name} is not to be seen` : '';
    });
    if (problem) return [problem];
    if (problem === null) break;
  }
  return tab.evaluate(() => {
    if (window.passed.every((stop, at) => stop === window.stops[at]) && window.passed.length === window.stops.length) return [];
    const at = window.stops.findIndex((stop, place) => stop !== window.passed[place]);
    return [`stop ${at + 1} is ${window.passed[at]?.outerHTML.slice(0, 90) ?? 'not reached'} and not ${window.stops[at]?.outerHTML.slice(0, 90)}`];
  });
}
