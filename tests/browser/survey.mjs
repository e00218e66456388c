// The EIT survey's QR code: what a camera makes of it, on the screen, on paper and on a poster.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { DESKTOP, NARROWEST, PHONE, size, withTab } from './support/browser.mjs';
import { build } from './support/small.mjs';

// The decoder is the one of many telephones; left alone it would load its program from another host.
const program = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: readFileSync(program).buffer } });

/** Addresses as written, and as a telephone must open them. */
const ADDRESSES = [
  ['https://itas.nacc.go.th/go/eit/abc123', 'https://itas.nacc.go.th/go/eit/abc123'],
  ['https://www.example.go.th/แบบวัด?หน่วย=กองช่าง', 'https://www.example.go.th/%E0%B9%81%E0%B8%9A%E0%B8%9A%E0%B8%A7%E0%B8%B1%E0%B8%94?%E0%B8%AB%E0%B8%99%E0%B9%88%E0%B8%A7%E0%B8%A2=%E0%B8%81%E0%B8%AD%E0%B8%87%E0%B8%8A%E0%B9%88%E0%B8%B2%E0%B8%87'],
  ['https://ตัวอย่าง.ไทย/eit', 'https://xn--72c1a1bt4awk9o.xn--o3cw4h/eit'],
  [`https://www.example.go.th/eit?token=${'a1B2'.repeat(120)}`, `https://www.example.go.th/eit?token=${'a1B2'.repeat(120)}`],
];

const siteOf = (url) => `organisation: { name: เทศบาลตำบลตัวอย่าง }
as_of: 2567-03-01
survey: { url: '${url}', open: 1 ม.ค. 2567 - 30 มิ.ย. 2567 }
`;

/** The texts of the codes in a picture. */
const scan = async (png) => (await readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryInvert: false })).map(({ text }) => text);

export function survey(browser) {
  describe('the QR code of the survey', () => {
    let sites;

    before(() => {
      sites = ADDRESSES.map(([written], at) => build(`survey-${at}`, { 'content/site.yaml': siteOf(written), 'content/2567/measures/m.md': '---\ntitle: ก\n---\n' }));
    });

    for (const [at, [written, meant]] of ADDRESSES.entries()) {
      test(`opens ${written.slice(0, 50)} from a screenshot and as a file`, () => withTab(browser, { viewport: size(DESKTOP) }, async (tab) => {
        await tab.goto(sites[at].onDisk('index.html'));
        assert.deepEqual(await scan(await tab.screenshot({ fullPage: true })), [meant]);
        assert.equal(await tab.locator('.survey .button').getAttribute('href'), meant);
        assert.ok((await tab.locator('.survey .address').innerText()).includes(written));
        await tab.goto(sites[at].onDisk('assets/survey-qr.svg'));
        assert.deepEqual(await scan(await tab.screenshot()), [meant]);
      }));
    }

    for (const [name, options] of [
      ['a phone', { viewport: size(PHONE) }],
      ['the narrowest screen', { viewport: size(NARROWEST) }],
      ['a dark screen', { viewport: size(DESKTOP), colorScheme: 'dark' }],
      ['a screen of few colours', { viewport: size(DESKTOP), colorScheme: 'dark', forcedColors: 'active' }],
    ]) {
      test(`is read on ${name}`, () => withTab(browser, options, async (tab) => {
        await tab.goto(sites[0].onDisk('index.html'));
        assert.deepEqual(await scan(await tab.locator('.qr').screenshot()), [ADDRESSES[0][1]]);
      }));
    }

    test('says what it opens, has whole pixels for its modules, and is 3 cm wide or more on paper', () => withTab(browser, { viewport: size(DESKTOP) }, async (tab) => {
      await tab.goto(sites[0].onDisk('index.html'));
      const code = tab.getByRole('img', { name: 'คิวอาร์โค้ดสำหรับเปิดแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) ของเทศบาลตำบลตัวอย่าง' });
      const width = async () => (await code.boundingBox()).width;
      const modules = Number((await code.getAttribute('viewBox')).split(' ')[2]);
      assert.equal((await width()) % modules, 0);
      assert.ok(Math.abs((await width()) - 160) < 25, `${await width()} px`);
      await tab.emulateMedia({ media: 'print' });
      assert.ok((await width()) >= 3 / 2.54 * 96, `${await width()} px on paper`);
      assert.equal(await tab.locator('.address').getByText(ADDRESSES[0][0]).isVisible(), true);
    }));
  });
}
