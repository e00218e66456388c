// Progress tables that sort and filter: with a mouse, with the keyboard, by their address, on paper.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { before, describe, test } from 'node:test';
import { DESKTOP, NARROWEST, PHONE, size, withTab } from './support/browser.mjs';
import { serve } from './support/server.mjs';
import { build } from './support/small.mjs';

const SITE = `organisation:
  name: เทศบาลตำบลตัวอย่าง
  units:
    - { id: clerk, name: สำนักปลัดเทศบาล }
    - { id: finance, name: กองคลัง }
    - { id: audit, name: หน่วยตรวจสอบภายใน }
as_of: 2567-03-01
`;

// In the order of the official table; by the alphabet the titles are 2, 4, 1, 3, since เ is spoken after its letter.
const MEASURES = [
  { title: 'จัดทำมาตรการป้องกันการรับสินบน', indicators: '[5, 10]', units: 'clerk', period: 'ต.ค. 2566 - มี.ค. 2567', action: 'results: { text: ก, date: 10 ก.พ. 2567 }', more: '  - { text: ข, units: finance }\n' },
  { title: 'เก็บรักษาทรัพย์สินของทางราชการ', indicators: '[4]', units: '[clerk, finance]', period: 'ม.ค. - ก.พ. 2567', action: 'results: { text: ก, date: 10 ม.ค. 2567 }' },
  { title: 'ปรับปรุงช่องทางการให้บริการ', indicators: '[]', units: '[]', period: '', action: 'status: not_started' },
  { title: 'ควบคุมการเบิกจ่าย', indicators: '[5]', units: 'finance', period: 'ต.ค. 2566', action: 'steps: [ก]' },
];

const PROGRESS = '2567/measures/index.html';
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

function files(measures, site = SITE) {
  return {
    'content/site.yaml': site,
    ...Object.fromEntries(measures.map(({ title, indicators, units, period, action, more = '' }, at) => [`content/2567/measures/m${at + 1}.md`,
      `---\ntitle: ${title}\nnumber: ${at + 1}\nindicators: ${indicators}\nunits: ${units}\n${period && `period: ${period}\n`}actions:\n  - { text: ก, ${action} }\n${more}---\n`])),
  };
}

/** In the page: the numbers of the measures that are shown, in their order. */
const shown = (tab) => tab.locator('.measures tbody tr:not([hidden]) th').evaluateAll((all) => all.map((one) => one.dataset.number).join(' '));
const status = (tab) => tab.locator('.controls [role=status]').first().innerText();
const head = (tab, name) => tab.locator('.measures thead').getByRole('button', { name, exact: true });
const wide = { viewport: size(DESKTOP) };

export function tables(browser) {
  describe('a progress table', () => {
    let site;

    before(() => {
      site = build('tables', files(MEASURES));
    });

    const on = (address, options, look) => withTab(browser, options, async (tab) => {
      const complaints = [];
      tab.on('pageerror', (error) => complaints.push(error.message));
      tab.on('console', (message) => complaints.push(message.text()));
      await tab.goto(address.includes('://') ? address : site.onDisk(address));
      await look(tab);
      assert.deepEqual(complaints, []);
    });

    test('is complete and has nothing to press without script', () => on(PROGRESS, { ...wide, javaScriptEnabled: false }, async (tab) => {
      assert.equal(await shown(tab), '๑. ๒. ๓. ๔.');
      assert.equal(await tab.locator('main :is(button, select, details:not(.as-table))').count(), 0);
    }));

    test('sorts by a head, and the other way round when it is pressed again', () => on(PROGRESS, wide, async (tab) => {
      const sorted = async (name, up, down) => {
        const column = tab.locator('.measures th').filter({ has: tab.getByRole('button', { name, exact: true }) });
        assert.equal(await column.getAttribute('aria-sort'), 'none', name);
        await head(tab, name).click();
        assert.deepEqual([await shown(tab), await column.getAttribute('aria-sort')], [up, 'ascending'], name);
        await head(tab, name).press('Enter');
        assert.deepEqual([await shown(tab), await column.getAttribute('aria-sort')], [down, 'descending'], name);
        assert.equal(await tab.locator('[aria-sort]:not([aria-sort=none])').count(), 1);
      };
      await sorted('มาตรการ', '๒. ๔. ๑. ๓.', '๓. ๑. ๔. ๒.');
      await sorted('ที่', '๑. ๒. ๓. ๔.', '๔. ๓. ๒. ๑.');
      // What has no period, and no progress reported, comes last either way; equals keep their order.
      await sorted('ระยะเวลาดำเนินการ', '๑. ๔. ๒. ๓.', '๒. ๑. ๔. ๓.');
      await sorted('ความก้าวหน้า', '๓. ๑. ๒. ๔.', '๒. ๑. ๓. ๔.');
      await sorted('สถานะ', '๒. ๑. ๓. ๔.', '๔. ๓. ๑. ๒.');
    }));

    test('filters by status, unit and indicator together, and counts what each choice would leave', () => on(PROGRESS, wide, async (tab) => {
      assert.equal(await status(tab), 'แสดง ๔ จาก ๔ รายการ');
      const options = (name) => tab.getByLabel(name, { exact: true }).locator('option').allInnerTexts();
      assert.deepEqual(await options('ผู้รับผิดชอบ'), ['ทั้งหมด (๔)', 'กองคลัง (๓)', 'สำนักปลัดเทศบาล (๒)']);
      await tab.getByLabel('ผู้รับผิดชอบ', { exact: true }).selectOption('finance');
      assert.equal(await shown(tab), '๑. ๒. ๔.');
      assert.equal((await options('ตัวชี้วัด'))[0], 'ทั้งหมด (๓)', 'what is chosen in another select counts');
      assert.equal((await options('ผู้รับผิดชอบ'))[0], 'ทั้งหมด (๔)', 'what is chosen in the same one does not');
      await tab.getByLabel('ตัวชี้วัด', { exact: true }).selectOption('5');
      assert.equal(await shown(tab), '๑. ๔.');
      assert.match(await status(tab), /^แสดง ๒ จาก ๔ รายการ · ตัวชี้วัด: ๕ .+ · ผู้รับผิดชอบ: กองคลัง$/);
      await tab.getByLabel('สถานะ', { exact: true }).selectOption('done');
      assert.equal(await shown(tab), '');
      assert.match(await status(tab), /^ไม่มีรายการที่ตรงกับตัวกรอง/);
      await tab.getByRole('button', { name: 'ล้างตัวกรองและการเรียงลำดับ' }).click();
      assert.equal(await shown(tab), '๑. ๒. ๓. ๔.');
      assert.equal(await tab.evaluate(() => document.activeElement.getAttribute('role')), 'status', 'the focus is lost');
      assert.equal(new URL(tab.url()).search, '');
    }));

    test('keeps what is chosen in its address, through anchors, reloading and going back', () => on(PROGRESS, wide, async (tab) => {
      await tab.getByLabel('ผู้รับผิดชอบ', { exact: true }).selectOption('clerk');
      await head(tab, 'มาตรการ').click();
      assert.equal(new URL(tab.url()).search, '?measures.unit=clerk&measures.sort=title');
      assert.equal(await shown(tab), '๒. ๑.');
      await tab.locator('.skip').focus();
      await tab.keyboard.press('Enter');
      assert.equal(new URL(tab.url()).hash, '#main');
      assert.equal(await shown(tab), '๒. ๑.');
      await tab.reload();
      assert.equal(await shown(tab), '๒. ๑.');
      await tab.goBack();
      await tab.goBack();
      assert.equal(await shown(tab), '๑. ๒.');
      await tab.goBack();
      assert.equal(await shown(tab), '๑. ๒. ๓. ๔.');
      assert.equal(await tab.getByLabel('ผู้รับผิดชอบ', { exact: true }).inputValue(), '');
    }));

    test('takes a link with choices that it does not have as one without them', () => on(`${PROGRESS}?measures.unit=nobody&measures.sort=-no&measures.status=done`, wide, async (tab) => {
      assert.equal(await shown(tab), '๒.');
      assert.equal(await status(tab), 'แสดง ๑ จาก ๔ รายการ · สถานะ: เสร็จแล้ว');
    }));

    for (const width of [NARROWEST, PHONE]) {
      test(`sorts and filters by selects where its rows are cards, at ${width} px`, () => on(PROGRESS, { viewport: size(width) }, async (tab) => {
        assert.equal(await tab.locator('.fields').isVisible(), false, 'the choices push the table down');
        await tab.getByText('กรองและเรียงลำดับ').click();
        await tab.getByLabel('เรียงตาม', { exact: true }).selectOption('-title');
        assert.equal(await shown(tab), '๓. ๑. ๔. ๒.');
        await tab.getByLabel('ผู้รับผิดชอบ', { exact: true }).selectOption('finance');
        assert.equal(await shown(tab), '๑. ๔. ๒.');
        assert.equal(await tab.locator('tbody tr').nth(0).isVisible(), false, 'a row that was filtered out is shown');
        assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it scrolls sideways');
        assert.equal(await tab.locator('thead button').evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).length), 0);
      }));
    }

    test('works under a strict policy for content, on a server', async () => {
      const server = await serve(site.folder, '/ita/');
      try {
        await withTab(browser, wide, async (tab) => {
          const refused = [];
          tab.on('console', (message) => refused.push(message.text()));
          await tab.route('**/*', async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': CSP } });
          });
          await tab.goto(`${server.base}${PROGRESS}`);
          await tab.getByLabel('สถานะ', { exact: true }).selectOption('done');
          assert.equal(await shown(tab), '๒.');
          assert.deepEqual(refused, []);
        });
      } finally {
        server.close();
      }
    });

    test('prints the rows that are shown with a note of the choice, and no controls', () => on(`${PROGRESS}?measures.status=done`, wide, async (tab) => {
      await tab.emulateMedia({ media: 'print' });
      assert.equal(await tab.locator('main :is(select, summary, .reset)').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length), 0);
      assert.equal(await tab.getByText('แสดง ๑ จาก ๔ รายการ · สถานะ: เสร็จแล้ว').isVisible(), true);
      assert.equal(await tab.locator('.measures thead').getByText('สถานะ').and(tab.locator('span')).isVisible(), true);
      await tab.goto(site.onDisk(PROGRESS));
      assert.equal(await tab.locator('.controls [role=status]').isVisible(), false, 'a note of nothing');
    }));

    for (const width of [PHONE, DESKTOP]) {
      test(`gives axe nothing to find while it is filtered, at ${width} px`, () => on(`${PROGRESS}?measures.unit=clerk&measures.sort=title`, { viewport: size(width) }, async (tab) => {
        await tab.locator('.controls details').evaluate((details) => { details.open = true; });
        await tab.evaluate(axe.source);
        const { violations } = await tab.evaluate(() => axe.run({ preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
      }));
    }

    test('of units sorts too, and of a single row has no controls', async () => {
      await on('2567/units/index.html', wide, async (tab) => {
        const order = () => tab.locator('.units tbody th').allInnerTexts();
        assert.deepEqual(await order(), ['สำนักปลัดเทศบาล', 'กองคลัง', 'หน่วยตรวจสอบภายใน']);
        await tab.locator('.units').getByRole('button', { name: 'ส่วนราชการ', exact: true }).click();
        assert.deepEqual(await order(), ['กองคลัง', 'สำนักปลัดเทศบาล', 'หน่วยตรวจสอบภายใน']);
        await tab.locator('.units').getByRole('button', { name: 'มาตรการ', exact: true }).dblclick();
        assert.deepEqual((await order())[0], 'กองคลัง');
      });
      const single = build('single-row', files(MEASURES.slice(0, 1)));
      await on(single.onDisk(PROGRESS), wide, async (tab) => {
        assert.equal(await tab.locator('main :is(button, select, details:not(.as-table))').count(), 0);
      });
    });

    test('of several years has a column and a filter for them, in English and Arabic digits as in Thai', async () => {
      const several = build('several-years', {
        ...files(MEASURES, `${SITE}language: en\ndigits: arabic\ntheme: several\n`),
        'themes/several/templates/measures.html': `{% extends "base.html" %}{% block main %}<h1>All years</h1>
{% set old = [{ ...row, "year": { "id": "2566", "link": { "label": "2566" } } } for row in rows] %}
{% set new = [{ ...row, "year": { "id": "2567", "link": { "label": "2567" } } } for row in rows] %}
{{ <ui.measures rows={[...old, ...new]} words={words} caption="All years" /> }}{% endblock %}`,
      });
      await on(several.onDisk(PROGRESS), wide, async (tab) => {
        assert.deepEqual(await tab.getByLabel('Fiscal year', { exact: true }).locator('option').allInnerTexts(), ['All (8)', '2566 (4)', '2567 (4)']);
        await tab.getByLabel('Fiscal year', { exact: true }).selectOption('2567');
        assert.equal(await status(tab), '4 of 8 rows shown · Fiscal year: 2567');
        assert.equal(await shown(tab), '1. 2. 3. 4.');
        await tab.getByLabel('Fiscal year', { exact: true }).selectOption('');
        await head(tab, 'Fiscal year').dblclick();
        assert.equal(await tab.locator('.measures tbody td').first().innerText(), '2567');
      });
      await on(PROGRESS, wide, async (tab) => assert.equal(await tab.getByLabel('ปีงบประมาณ').and(tab.locator('select')).count(), 0));
    });
  });
}
