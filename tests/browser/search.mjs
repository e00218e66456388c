// The search: what is found, told and marked, however it is typed; from disk and from a host; with the keyboard.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { DESKTOP, NARROWEST, PHONE, size, withTab } from './support/browser.mjs';
import { none } from './support/none.mjs';
import { serve } from './support/server.mjs';
import { server as host, onDisk, pages } from './support/site.mjs';
import { build } from './support/small.mjs';

const TABLE = JSON.parse(readFileSync(new URL('../search-text.json', import.meta.url), 'utf8'));

/** The pages and queries on which a well-known search of static sites failed. */
const TEXTS = {
  budget: 'รายงานผลการใช้จ่ายงบประมาณประจำปี',
  rice: 'ราคารับซื้อข้าวเปลือก',
  white: 'แบบคำร้องพิมพ์บนกระดาษสีขาว',
  news: 'ข่าวประชาสัมพันธ์ถึงประชาชน',
  openness: 'มาตรการส่งเสริมคุณธรรมและความโปร่งใส',
  place: 'สำนักงานเทศบาลตำบลแม่จัน',
  meeting: 'ประกาศเชิญประชุมผู้ประกอบการ',
  water: 'น้ำประปาสะอาด และ\nทั่วถึง โทร. ๐-๕๓๗๗-๑๒๓๔ พ.ศ. ๒๕๖๖ ชั้น ๑ ๒',
};
const QUERIES = {
  การใช้จ่าย: 'budget', ผลการ: 'budget', ประมาณ: 'budget', ประจำ: 'budget', ประจำปี: 'budget', งบประมาณ: 'budget',
  ข้าว: 'rice', ขาว: 'white', ข่าว: 'news', ขาวว: '', โปร่งใส: 'openness', คุณธรรม: 'openness', เทศบาลตำบล: 'place', แม่จัน: 'place',
  // ำ in its two halves, with the tone mark after either; marks in the wrong order or twice; what takes no room.
  น้ำ: 'water', 'นํ้า': 'water', 'น้ํา': 'water', 'ประจํา': 'budget', 'ใช้จ่าย': 'budget', 'ประกาศเชิ\u200bญ': 'meeting', 'ข่่าว': 'news', 'เเม่จัน': 'place',
  // Digits, spaces, line breaks, words, quotation marks.
  '053771234': '', '0-5377-1234': 'water', '๐-๕๓๗๗': 'water', 'พ.ศ.2566': 'water', 'พ.ศ. ๒๕๖๖': 'water', และทั่วถึง: 'water', '“สะอาด และทั่วถึง”': 'water',
  'สะอาด น้ำ': 'water', '"น้ำ สะอาด"': '', '12': 'water', '"ชั้น 12"': '', '"๑ ๒"': 'water', 'ข้าว ข่าว': '', 'ปร': 'budget meeting news openness water',
};

const MEASURES = {
  gift: { title: 'ประกาศนโยบาย No Gift Policy', oit: '[o31, o12]', units: 'clerk', action: 'มอบหมายให้งานนิติการ' },
  plan: { title: 'แผนจัดซื้อ', oit: 'o1', units: 'finance', action: 'ประกาศนโยบายบนเว็บไซต์ ตาม OIT ๓๑' },
  both: { title: 'นโยบายการเงิน', oit: 'o12', units: '[clerk, finance]', action: 'รายงานผล', status: 'done' },
};
const YEARS = ['2566', '2567'];

const measure = ({ title, oit, units, action, status = 'in_progress' }) => `---\ntitle: ${title}\noit: ${oit}\nunits: ${units}\nstatus: ${status}\nactions: { text: ${action} }\n---\n`;
const siteYaml = (more = '') => `organisation:\n  name: เทศบาลตำบลตัวอย่าง\n  units:\n    - { id: clerk, name: สำนักปลัดเทศบาล }\n    - { id: finance, name: กองคลัง }\nas_of: 2567-03-01\n${more}`;

/** What is found, in its order, once the search has come to an end. */
async function found(tab) {
  await tab.waitForFunction(() => /พบ|ไม่สำเร็จ|โปรดโหลด|found|No page/i.test(document.querySelector('.search-status').textContent));
  return tab.locator('.search-results h2 a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
}

/** Searches for something on a page that is open already. */
async function ask(tab, query) {
  await tab.evaluate(() => { document.querySelector('.search-status').textContent = ''; });
  await tab.locator('#q').fill(query);
  await tab.locator('#q').press('Enter');
  return found(tab);
}

const status = (tab) => tab.locator('.search-status').innerText();
const stems = (hrefs) => hrefs.map((href) => href.replace(/\.html$/, '')).sort().join(' ');

export function search(browser) {
  describe('the search', () => {
    let [texts, site, server] = [];

    before(async () => {
      texts = build('search-texts', { 'content/site.yaml': siteYaml(), ...Object.fromEntries(Object.entries(TEXTS).map(([name, text]) => [`content/pages/${name}.md`, `---\ntitle: ${name}\n---\n\n${text}\n`])) });
      site = build('search', {
        'content/site.yaml': siteYaml(),
        ...Object.fromEntries(YEARS.flatMap((year) => Object.entries(MEASURES).map(([name, one]) => [`content/${year}/measures/${name}.md`, measure(one)]))),
      });
      server = await serve(site.folder, '/a/b/');
    });

    after(() => server.close());

    /** Looks at a page; a browser must have nothing to complain of. */
    const on = (address, look, options = { viewport: size(DESKTOP) }) => withTab(browser, options, async (tab) => {
      const complaints = [];
      tab.on('pageerror', (error) => complaints.push(error.message));
      tab.on('console', (message) => complaints.push(message.text()));
      await tab.goto(address);
      const answer = await look(tab);
      none(complaints, 'complaints');
      return answer;
    });

    test('compares texts as the program does', () => on(texts.onDisk('search.html'), async (tab) => {
      const seen = await tab.evaluate(({ normal, codes, hash, terms }) => {
        const text = globalThis.prongsaiText;
        return {
          normal: normal.map(([one]) => [one, text.normal(one)]),
          codes: codes.map(([one]) => [one, text.codes(text.normal(one)).map(({ code }) => code)]),
          hash: hash.map(([one]) => [one, text.hash(one)]),
          terms: terms.map(([one]) => [one, text.terms(one)]),
        };
      }, TABLE);
      for (const [name, rows] of Object.entries(seen)) assert.deepEqual(rows, TABLE[name], name);
    }));

    test('finds exactly the pages on which something stands as it is typed', () => on(texts.onDisk('search.html'), async (tab) => {
      const problems = [];
      for (const [query, expected] of Object.entries(QUERIES)) {
        const got = stems(await ask(tab, query));
        if (got !== expected) problems.push(`${query}: ${got || 'nothing'} and not ${expected || 'nothing'}`);
      }
      none(problems);
    }));

    test('finds an item by its code in any spelling, that of each year first, then what names it', () => on(site.onDisk('search.html'), async (tab) => {
      const expected = ['2567/oit/o31.html', '2566/oit/o31.html'];
      for (const code of ['o31', 'O31', '๐๓๑', 'o๓๑', 'o 31', 'O-31', 'OIT 31', 'oit๓๑', 'โอ31', 'ข้อ o31', 'ข้อโอ ๓๑']) {
        const hrefs = await ask(tab, code);
        assert.deepEqual(hrefs.slice(0, 2), expected, code);
        for (const name of ['2567/measures/gift', '2567/measures/plan', '2566/measures/gift', '2566/measures/plan']) assert.ok(hrefs.includes(`${name}.html`), `${code}: ${name}`);
        assert.ok(!hrefs.some((href) => href.includes('both')), code);
      }
      const one = await ask(tab, 'o1');
      assert.deepEqual(one.slice(0, 2), ['2567/oit/o1.html', '2566/oit/o1.html']);
      assert.ok(one.includes('2567/measures/plan.html') && !one.some((href) => /o12|gift|both/.test(href)), one.join(' '));
      assert.deepEqual((await ask(tab, 'o31 นิติการ')), ['2567/measures/gift.html', '2566/measures/gift.html']);
    }));

    test('puts titles that begin with it first, then titles, then texts', () => on(site.onDisk('search.html?q=นโยบาย&year=2567'), async (tab) => {
      const hrefs = await found(tab);
      const place = (name) => hrefs.indexOf(`2567/measures/${name}.html`);
      assert.equal(place('both'), 0);
      assert.ok(place('gift') > 0 && place('plan') > place('gift'), hrefs.join(' '));
    }));

    for (const [where, at] of [['disk', (address) => site.onDisk(address)], ['a host', (address) => server.base + address]]) {
      test(`is reached from every page by the box in its head, from ${where}`, async () => {
        await on(at('2566/measures/gift.html'), async (tab) => {
          await tab.getByRole('search').getByRole('searchbox', { name: 'ค้นหาในเว็บไซต์นี้' }).fill('นิติการ');
          await tab.keyboard.press('Enter');
          await tab.waitForURL(/search\.html\?q=/);
          assert.deepEqual(await found(tab), ['2567/measures/gift.html', '2566/measures/gift.html']);
          assert.deepEqual(await tab.locator('mark').allInnerTexts(), ['นิติการ', 'นิติการ']);
          assert.equal(await tab.locator('form[role=search]').count(), 1, 'two boxes');
          await tab.locator('.search-results a').first().click();
          await tab.waitForURL(/2567\/measures\/gift\.html$/);
          await tab.goBack();
          assert.equal(await tab.locator('#q').inputValue(), 'นิติการ');
          assert.equal((await found(tab)).length, 2);
        });
      });

      test(`loads only files of its own that it needs, from ${where}`, () => on(at('2566/index.html'), async (tab) => {
        const asked = [];
        tab.on('request', (request) => asked.push(request.url()));
        await tab.goto(at('search.html?q=นิติการ'));
        await found(tab);
        none(asked.filter((url) => !url.startsWith(at(''))));
        const loaded = asked.filter((url) => /\/search\/[^/]+$/.test(url)).map((url) => url.replace(/.*\/|\?.*/g, ''));
        assert.ok(loaded.includes('table.js') && loaded.length < 8, loaded.join(' '));
        // The policy lets nothing else in, not even from the site.
        const refused = await tab.evaluate(() => {
          const tries = [
            () => { document.createElement('script').src = 'assets/tables.js'; },
            () => { trustedTypes.createPolicy('prongsai-search', { createScriptURL: (url) => url }); },
            () => { document.body.innerHTML = '<b>x</b>'; },
          ];
          return tries.map((attempt) => { try { attempt(); return false; } catch { return true; } });
        });
        assert.deepEqual(refused, [true, true, true]);
      }).catch((error) => {
        // What is refused is told in the console, which is meant here.
        if (!/^complaints/.test(error.message) || !error.message.split('\n').slice(1).every((line) => /Trusted|policy/i.test(line))) throw error;
      }));
    }

    test('tells how many there are when they are known, once, and what to try where there are none', () => on(site.onDisk('search.html'), async (tab) => {
      await tab.evaluate(() => {
        window.told = [];
        const region = document.querySelector('.search-status');
        new MutationObserver(() => window.told.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
      });
      assert.equal(await tab.locator('.search-status').getAttribute('role'), 'status');
      await tab.locator('#q').pressSequentially('นิติการ', { delay: 20 });
      await found(tab);
      await tab.waitForTimeout(300);
      assert.deepEqual(await tab.evaluate(() => window.told.filter(Boolean)), ['พบ ๒ หน้า']);
      assert.equal(new URL(tab.url()).searchParams.get('q'), 'นิติการ');
      assert.deepEqual(await ask(tab, 'ไม่มีทางพบ'), []);
      assert.equal(await status(tab), 'ไม่พบหน้าที่ตรงกับคำค้น');
      assert.ok(await tab.locator('.search-none').isVisible());
      await ask(tab, 'ผ');
      assert.match(await status(tab), /ตัวอักษรเดียว/);
    }));

    test('filters by year, unit and status, and keeps that in its address', () => on(site.onDisk('search.html?q=รายงานผล'), async (tab) => {
      await found(tab);
      const choice = (name) => tab.getByLabel(name, { exact: true }).and(tab.locator('select'));
      const labels = (name) => choice(name).locator('option').allInnerTexts();
      assert.deepEqual(await labels('ปีงบประมาณ'), ['ทั้งหมด', '๒๕๖๗', '๒๕๖๖']);
      assert.deepEqual(await labels('สถานะ'), ['ทั้งหมด', 'เสร็จแล้ว', 'กำลังดำเนินการ']);
      await choice('สถานะ').selectOption('done');
      assert.deepEqual(await found(tab), ['2567/measures/both.html', '2566/measures/both.html']);
      await choice('ปีงบประมาณ').selectOption('2566');
      await tab.waitForFunction(() => document.querySelectorAll('.search-results li').length === 1);
      assert.equal(decodeURIComponent(new URL(tab.url()).search), '?q=รายงานผล&year=2566&status=done');
      await tab.goBack();
      await tab.waitForFunction(() => document.querySelectorAll('.search-results li').length === 2);
      assert.equal(await choice('ปีงบประมาณ').inputValue(), '');
      await tab.goto(site.onDisk('search.html?q=นโยบาย&unit=finance&year=nonsense'));
      const hrefs = await found(tab);
      assert.ok(hrefs.includes('2567/measures/both.html') && !hrefs.some((href) => href.includes('gift')), hrefs.join(' '));
    }));

    test('shows the place with every hit marked, and whole letters', () => on(texts.onDisk('search.html?q=ประ'), async (tab) => {
      await found(tab);
      const news = tab.locator('li', { has: tab.locator('a[href="news.html"]') });
      assert.deepEqual(await news.locator('mark').allInnerTexts(), ['ประ', 'ประ']);
      await ask(tab, 'น้');
      assert.deepEqual(await tab.locator('mark').allInnerTexts(), ['น้ำ']);
    }));

    test('is led to by the key / unless something is typed or it is switched off', () => on(site.onDisk('search.html?q=นิติการ'), async (tab) => {
      await found(tab);
      const focus = () => tab.evaluate(() => document.activeElement.id);
      await tab.keyboard.press('/');
      assert.equal(await focus(), 'q');
      await tab.keyboard.press('End');
      await tab.keyboard.press('/');
      assert.equal(await tab.locator('#q').inputValue(), 'นิติการ/');
      await tab.getByRole('checkbox').uncheck();
      await tab.keyboard.press('/');
      assert.notEqual(await focus(), 'q');
      await tab.reload();
      assert.equal(await tab.getByRole('checkbox').isChecked(), false, 'it was forgotten');
      await tab.getByRole('checkbox').check();
    }));

    test('tells when its files cannot be loaded, and finds again when they can', () => withTab(browser, { viewport: size(DESKTOP) }, async (tab) => {
      await tab.route('**/search/g*', (route) => route.abort());
      await tab.goto(`${server.base}search.html?q=นิติการ`);
      await found(tab);
      assert.match(await status(tab), /ไม่สำเร็จ/);
      await tab.unroute('**/search/g*');
      assert.equal((await ask(tab, 'นิติการ')).length, 2);
      await tab.route('**/search/g*', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: (await answer.text()).replace(/","[0-9a-f]{8}"/, '","another"') });
      });
      await tab.goto(`${server.base}search.html?q=นิติการ`);
      await found(tab);
      assert.match(await status(tab), /โปรดโหลดหน้านี้ใหม่/);
    }));

    test('leads to lists without script', () => withTab(browser, { javaScriptEnabled: false }, async (tab) => {
      await tab.goto(site.onDisk('search.html?q=x'));
      assert.match(await tab.locator('main').innerText(), /ต้องใช้ JavaScript/);
      assert.equal(await tab.locator('main .plain a').count(), 8);
      assert.equal(await tab.locator('meta[name=robots]').getAttribute('content'), 'noindex');
    }));

    for (const width of [NARROWEST, PHONE, DESKTOP]) {
      test(`gives axe nothing to find among its results, and fits, at ${width} px`, () => on(site.onDisk('search.html?q=นโยบาย'), async (tab) => {
        await found(tab);
        assert.ok(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'it scrolls sideways');
        await tab.evaluate(axe.source);
        const { violations } = await tab.evaluate(() => axe.run({ preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
      }, { viewport: size(width) }));
    }

    for (const [where, at, count] of [['disk', onDisk, 300], ['a host', (address) => host.base + address, 60]]) {
      test(`finds ${count} pieces of the texts of the examples, taken at random, from ${where}`, async () => {
        const seed = Number(process.env.SEED ?? Date.now() % 1e6);
        const random = generator(seed);
        const measures = pages.filter((page) => /\/(measures|issues|oit)\/(?!index).*\.html$|\/assessment\.html$|\/about\.html$/.test(page));
        const problems = await withTab(browser, { viewport: size(DESKTOP) }, async (tab) => {
          const missing = [];
          for (let done = 0; done < count;) {
            const page = measures[Math.floor(random() * measures.length)];
            await tab.goto(at(page));
            const all = await tab.evaluate(authored);
            const queries = Array.from({ length: 12 }, () => piece(all, random)).filter(Boolean);
            const [organisation] = page.split('/', 1);
            await tab.goto(at(`${organisation}/search.html`));
            for (const query of queries) {
              done += 1;
              if (!(await isFound(tab, query, page.slice(organisation.length + 1)))) missing.push(`${page}: ${JSON.stringify(query)}`);
            }
          }
          return missing;
        });
        none(problems, `not found (SEED=${seed})`);
      });
    }
  });
}

/** In the page: the texts that somebody wrote for it. */
function authored() {
  const texts = 'h1, .action-text, .steps li, .outcomes > li > p:first-child, .evidence a, .suggestions li, .points li, .remark p, .prose :is(p, li, h2, h3, td, th), .links a, .finding-remark p';
  const own = (element) => {
    const copy = element.cloneNode(true);
    // Words of the theme, which are on many pages.
    copy.querySelectorAll('.doubt, .hint').forEach((word) => word.remove());
    return copy.textContent.trim();
  };
  const all = [...document.querySelectorAll(`main :is(${texts})`)].filter((one) => !one.querySelector('ul, ol, p') && !one.querySelector(':scope > b'));
  return all.map(own).filter(Boolean);
}

/** Two to twenty letters of one of the texts; `null` where they are too few to be searched, or part of a number. */
function piece(texts, random) {
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  const letters = [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
  const from = Math.floor(random() * letters.length);
  const to = from + 2 + Math.floor(random() * 19);
  const isPart = (at) => /[a-z0-9๐-๙]$/i.test(letters[at - 1] ?? '') && /^[a-z0-9๐-๙]/i.test(letters[at] ?? '');
  const query = letters.slice(from, to).join('');
  return isPart(from) || isPart(to) || !/[\p{L}\p{N}]{2}/u.test(query) ? null : query;
}

async function isFound(tab, query, address) {
  for (let hrefs = await ask(tab, query); ; hrefs = await found(tab)) {
    if (hrefs.some((href) => decodeURIComponent(href) === address)) return true;
    const more = tab.locator('.search-more button');
    if (!(await more.isVisible())) return false;
    await more.click();
    await tab.waitForFunction((count) => document.querySelectorAll('.search-results li').length > count, hrefs.length);
  }
}

/** Numbers from 0 to 1 that look random, the same for the same seed. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
