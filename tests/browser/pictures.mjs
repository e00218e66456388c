// Pictures: what they are called, that they say what their tables say, and that nothing in them is in the way of anything.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { before, describe, test } from 'node:test';
import { DESKTOP, NARROWEST, PHONE, size, withTab } from './support/browser.mjs';
import { none } from './support/none.mjs';
import { build } from './support/small.mjs';

const WIDTHS = [NARROWEST, PHONE, DESKTOP];
const PAGES = ['index.html', 'years.html', '2567/assessment.html', '2567/measures/index.html', '2567/measures/m2.html', '2567/units/index.html', '2567/oit/index.html'];

const site = `organisation:
  name: เทศบาลตำบลตัวอย่าง
  units: [{ id: clerk, name: สำนักปลัดเทศบาล }, { id: finance, name: กองสาธารณสุขและสิ่งแวดล้อม }]
digits: arabic
as_of: 2567-03-15
`;
const scores = (year, base) => `---
analysed_year: ${year}
indicators: { ${Array.from({ length: 10 }, (_, at) => `${at + 1}: ${base + at}.25`).join(', ')} }
---
`;
const measure = (number) => `---
title: มาตรการส่งเสริมความโปร่งใสในการปฏิบัติหน้าที่และการให้บริการประชาชน ชุดที่ ${number}
number: ${number}
indicators: [${number}]
units: [${number % 2 ? 'clerk' : 'finance'}]
period: ${number % 3 ? 'ม.ค. 2567 - ก.ย. 2567' : 'ต.ค. 2566 - ก.พ. 2567'}
actions:
  - { text: ก, results: { text: ข, date: ${number} ม.ค. 2567 } }
  - { text: ค, results: [{ text: ง, date: มิ.ย. 2567 }, { text: จ, date: ก.พ. 2567, status: ongoing }] }
---
`;

export function pictures(browser) {
  describe('pictures', () => {
    let onDisk;

    before(() => {
      const records = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`content/2567/measures/m${at + 1}.md`, measure(at + 1)]));
      ({ onDisk } = build('pictures', {
        'content/site.yaml': site,
        'content/2565/assessment.md': scores(2564, 60),
        'content/2566/assessment.md': scores(2565, 85),
        'content/2567/assessment.md': scores(2566, 75),
        'content/2567/oit/o1.md': "---\nlinks: { title: ผัง, url: 'https://example.org/a' }\n---\n",
        'content/2567/oit/o2.md': '---\nnot_applicable: ไม่มีสภา\n---\n',
        ...records,
      }));
    });

    /** Every page in a window of each of these widths. */
    const everywhere = (options, look, widths = WIDTHS, pages = PAGES) => withTab(browser, options, async (tab) => {
      const found = [];
      for (const page of pages) {
        await tab.goto(onDisk(page));
        for (const width of widths) {
          await tab.setViewportSize(size(width));
          found.push(...(await look(tab)).map((problem) => `${page} at ${width} px: ${problem}`));
        }
      }
      none(found);
    });

    test('have a name and a description each, and what has neither is silent', () => withTab(browser, {}, async (tab) => {
      for (const page of PAGES) {
        await tab.goto(onDisk(page));
        const named = await tab.locator('svg[role="img"]').evaluateAll((all) => all.map((svg) => {
          const [title, desc] = svg.getAttribute('aria-labelledby').split(' ').map((id) => document.getElementById(id));
          return svg.contains(title) && svg.contains(desc) && title.localName === 'title' && desc.localName === 'desc' && title.textContent.length > 5 && desc.textContent.length > 5;
        }));
        assert.ok(named.length > 0 && named.every(Boolean), `${page}: ${named}`);
        const silent = await tab.locator('main svg:not(svg svg):not([role="img"]):not([aria-hidden="true"])').count();
        assert.equal(silent, 0, `${page}: ${silent} pictures that are neither`);
      }
      await tab.goto(onDisk('index.html'));
      assert.equal(await tab.getByRole('img', { name: /^สถานะของมาตรการ .*ทั้งหมด 9 มาตรการ: กำลังดำเนินการ 6, ล่าช้า 3$/ }).count(), 1);
    }));

    test('stay within their frames, and no words stand on others', () => everywhere({}, (tab) => tab.evaluate(crowded)));

    test('stand so in text of twice the size', () => everywhere({}, async (tab) => {
      await tab.evaluate(() => document.documentElement.style.setProperty('font-size', '212.5%'));
      return (await tab.evaluate(crowded)).filter((problem) => problem.startsWith('“'));
    }, [DESKTOP]));

    test('say what their tables say', () => withTab(browser, { viewport: size(DESKTOP) }, async (tab) => {
      await tab.goto(onDisk('2567/assessment.html'));
      const marks = await tab.locator('.scores-picture li').evaluateAll((all) => all.map((row) => {
        const track = row.querySelector('.track').getBoundingClientRect();
        const before = row.querySelector('.before path').getBoundingClientRect();
        const share = (x) => Math.round((x - track.left) / track.width * 1000) / 10;
        return [row.querySelector('b').textContent, share(row.querySelector('rect.score').getBoundingClientRect().right), share(before.left + before.width / 2)];
      }));
      const table = await tab.locator('table.scores td:nth-child(2) .bar-label').allInnerTexts();
      assert.deepEqual(marks.map(([label]) => label), table);
      for (const [label, score, last] of marks) {
        assert.ok(Math.abs(score - Number(label)) < 0.2, `${label} is drawn as ${score}`);
        assert.ok(Math.abs(last - Number(label) - 10) < 0.4, `ten more than ${label} is drawn as ${last}`);
      }
      await tab.goto(onDisk('index.html'));
      const bars = tab.locator('.bars-picture');
      await bars.locator('summary').click();
      const [lengths, rows] = [
        await bars.locator('.stack').evaluateAll((all) => all.map((bar) => [...bar.querySelectorAll('.part')].map((part) => part.getBoundingClientRect().width / bar.getBoundingClientRect().width))),
        await bars.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent)))),
      ];
      const most = Math.max(...rows.map((row) => row.at(-1)));
      rows.forEach((row, at) => {
        const counts = row.slice(0, -1).filter((count) => count > 0);
        assert.equal(lengths[at].length, counts.length);
        counts.forEach((count, part) => assert.ok(Math.abs(lengths[at][part] - count / most) < 0.02, `${count} of ${most} is drawn as ${lengths[at][part]}`));
      });
    }));

    test('lead from each item of the list to its page, and from the late ones to a table of them', () => withTab(browser, { viewport: size(DESKTOP) }, async (tab) => {
      await tab.goto(onDisk('2567/oit/index.html'));
      assert.equal(await tab.locator('.square').count(), 35);
      await tab.getByRole('link', { name: 'o1 มีลิงก์', exact: true }).click();
      assert.match(tab.url(), /2567\/oit\/o1\.html$/);
    }));

    for (const [name, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['of few colours', { forcedColors: 'active' }]]) {
      test(`leave axe nothing to say, ${name}`, () => everywhere(options, async (tab) => {
        await tab.evaluate(axe.source);
        await tab.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
        const { violations } = await tab.evaluate(() => axe.run('main', { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } }));
        return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`));
      }, [PHONE, DESKTOP], ['index.html', 'years.html', '2567/oit/index.html']));
    }

    test('have their tables on paper', () => withTab(browser, { viewport: size(DESKTOP) }, async (tab) => {
      await tab.goto(onDisk('index.html'));
      await tab.emulateMedia({ media: 'print' });
      const hidden = await tab.locator('.as-table table').evaluateAll((all) => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true }) || one.getBoundingClientRect().height < 10).length);
      assert.equal(hidden, 0);
    }));
  });
}

/** In the page: what sticks out of its picture, and words that stand on others. */
function crowded() {
  const found = [];
  if (document.documentElement.scrollWidth > window.innerWidth) found.push('the page is too wide');
  for (const picture of document.querySelectorAll('.picture, .changes > li')) {
    const frame = picture.getBoundingClientRect();
    const words = [...picture.querySelectorAll('svg > text, .months li, .row-label, .row-marks > b, .row-lost small, .kind, .square')]
      .filter((one) => !one.closest('.hidden, .part'))
      .map((one) => ({ text: one.textContent.trim(), box: one.getBoundingClientRect(), one }))
      .filter(({ box }) => box.width > 0);
    for (const { text, box } of words) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`“${text}” sticks out`);
    }
    words.forEach((a, at) => words.slice(at + 1).forEach((b) => {
      const over = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const deep = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // A letter's box is taller than the letter.
      if (over > 1 && deep > 6) found.push(`“${a.text}” and “${b.text}” stand on each other`);
    }));
  }
  return found;
}
