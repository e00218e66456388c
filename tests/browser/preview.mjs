// The preview: what an officer sees in the browser while writing.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { DESKTOP, PHONE, size } from './support/browser.mjs';
import { scratch } from './support/site.mjs';

const SITE = 'organisation:\n  name: เทศบาลตำบลตัวอย่าง\n  units: [{ id: clerk, name: สำนักปลัด }]\nas_of: 2566-09-30\n';
const LONG = Array.from({ length: 80 }, (_, at) => `ย่อหน้าที่ ${at}\n\n`).join('');
const measure = (title) => `---\ntitle: ${title}\nunits: clerk\nindicators: [8]\nactions: [{ text: ทำ, results: { text: ทำแล้ว, date: 1 ก.พ. 2566 } }]\n---\n\n${LONG}`;

/** How long a page may take to follow, on a busy machine. */
const PATIENCE = { timeout: 20_000 };

/** Starts a preview of a site; `write` puts a file into it, `url` is where it is shown. */
async function start(name) {
  const project = join(scratch, name);
  rmSync(project, { recursive: true, force: true });
  const path = (file) => join(project, 'content', file);
  const write = (file, text) => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  write('site.yaml', SITE);
  write('2566/measures/a.md', measure('หนึ่ง'));
  write('2566/measures/b.md', measure('สอง'));
  const process_ = spawn(process.env.PRONGSAI, ['serve', project, '--lang', 'th'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const url = await new Promise((found, failed) => {
    const hear = (data) => {
      said += data;
      const match = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (match) found(match[0]);
    };
    process_.stdout.on('data', hear);
    process_.stderr.on('data', hear);
    process_.on('exit', () => failed(new Error(said)));
  });
  return { project, path, write, url, process: process_, said: () => said, stop: () => process_.kill('SIGINT') };
}

export function preview(browser) {
  describe('the preview', () => {
    let site;
    let context;
    let page;
    const wrong = [];
    const title = () => page.locator('h1');
    const shows = (text) => title().filter({ hasText: text }).waitFor(PATIENCE);
    const overlay = () => page.locator('prongsai-preview section');

    before(async () => {
      site = await start('preview');
      context = await browser.newContext({ viewport: size(DESKTOP) });
      page = await context.newPage();
      page.on('pageerror', (error) => wrong.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') wrong.push(message.text());
      });
      await page.goto(`${site.url}2566/measures/a.html`);
      await shows('หนึ่ง');
    });

    after(async () => {
      await context.close();
      site.stop();
    });

    const file = '2566/measures/a.md';
    const ways = {
      'in place': (text) => site.write(file, text),
      'emptied, then written': async (text) => {
        site.write(file, '');
        await pause(300);
        site.write(file, text);
      },
      'aside, then renamed': (text) => {
        site.write('2566/measures/.a.md.new', text);
        renameSync(site.path('2566/measures/.a.md.new'), site.path(file));
      },
      'away for a moment': async (text) => {
        unlinkSync(site.path(file));
        await pause(400);
        site.write(file, text);
      },
    };
    for (const [way, save] of Object.entries(ways)) {
      test(`a file saved ${way} shows by itself, and the page stays where it was scrolled`, async () => {
        await page.evaluate(() => scrollTo(0, 700));
        await save(measure(`บันทึกแบบ ${way}`));
        await shows(`บันทึกแบบ ${way}`);
        await page.waitForFunction(() => Math.abs(scrollY - 700) < 2, null, PATIENCE);
      });
    }

    test('lists and totals that name it follow', async () => {
      for (const address of ['2566/measures/', '2566/indicators/8.html', '2566/units/clerk.html']) {
        const other = await context.newPage();
        await other.goto(site.url + address);
        const mark = `ที่${address.length}`;
        site.write(file, measure(mark));
        await other.getByText(mark).first().waitFor(PATIENCE);
        await other.close();
      }
    });

    test('a change of style alone swaps the style sheet and leaves the page as it is', async () => {
      await page.evaluate(() => { globalThis.kept = true; });
      const folder = join(site.project, 'themes/default/assets');
      mkdirSync(folder, { recursive: true });
      for (const colour of ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']) {
        writeFileSync(join(folder, 'style.css'), `body { background: ${colour} }`);
        await page.waitForFunction((wanted) => getComputedStyle(document.body).backgroundColor === wanted, colour, PATIENCE);
      }
      const settings = readFileSync(site.path('site.yaml'), 'utf8');
      site.write('site.yaml', `${settings}color: "#5b2a86"\n`);
      await page.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue('--head').trim() === '#5b2a86', null, PATIENCE);
      site.write('site.yaml', settings);
      assert.ok(await page.evaluate(() => globalThis.kept), 'it was not loaded anew');
      rmSync(join(site.project, 'themes'), { recursive: true });
      await page.waitForFunction(() => getComputedStyle(document.body).backgroundColor !== 'rgb(4, 5, 6)', null, PATIENCE);
    });

    test('a mistake shows over the last good page, with its place, and goes when it is mended', async () => {
      site.write(file, measure('ดี'));
      await shows('ดี');
      site.write(file, measure('เสีย').replace('indicators', 'indicaters'));
      await overlay().waitFor(PATIENCE);
      assert.match(await overlay().innerText(), /PS010[\s\S]*indicaters[\s\S]*content\/2566\/measures\/a\.md:4:1[\s\S]*indicators/u);
      assert.match(await overlay().locator('a').first().getAttribute('href'), /^vscode:\/\/file\/.*a\.md:4:1$/u);
      assert.match(await title().innerText(), /ดี/u);
      for (const width of [PHONE, DESKTOP]) {
        await page.setViewportSize(size(width));
        const { x, width: wide } = await overlay().boundingBox();
        assert.ok(x >= 0 && x + wide <= width, `it fits ${width} px`);
        if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `preview-${width}.png`) });
      }
      site.write(file, measure('แก้แล้ว'));
      await shows('แก้แล้ว');
      await overlay().waitFor({ state: 'detached', ...PATIENCE });
    });

    test('a fault of a template shows over the last good page, with its place', async () => {
      const template = 'themes/default/templates/measure.html';
      const text = (fault) => `{% extends "base.html" %}\n{% block main %}<h1>${fault}{{ frame.title }}</h1>{% endblock %}\n`;
      mkdirSync(join(site.project, 'themes/default/templates'), { recursive: true });
      writeFileSync(join(site.project, template), text('ใหม่ '));
      await shows('ใหม่');
      writeFileSync(join(site.project, template), text('{{ nothing.there }}'));
      await overlay().waitFor(PATIENCE);
      assert.match(await overlay().innerText(), /PS302[\s\S]*2566\/measures\/[\s\S]*themes\/default\/templates\/measure\.html:2:/u);
      assert.match(await title().innerText(), /ใหม่/u);
      rmSync(join(site.project, 'themes'), { recursive: true });
      await page.waitForFunction(() => !document.querySelector('h1').textContent.includes('ใหม่'), null, PATIENCE);
      await overlay().waitFor({ state: 'detached', ...PATIENCE });
    });

    test('what is written with signs of HTML stays text in it', async () => {
      site.write(file, `---\ntitle: ก\n"<img src=x onerror=alert(1)>": ข\n---\n`);
      await overlay().waitFor(PATIENCE);
      assert.match(await overlay().innerText(), /<img src=x onerror=alert\(1\)>/u);
      assert.equal(await overlay().locator('img').count(), 0);
      site.write(file, measure('ต่อ'));
      await shows('ต่อ');
    });

    test('a page whose record is gone says so, and comes back with it', async () => {
      unlinkSync(site.path(file));
      await page.waitForFunction(() => !document.querySelector('h1').textContent.includes('ต่อ'), null, PATIENCE);
      site.write(file, measure('กลับมา'));
      await shows('กลับมา');
    });

    test('many tabs follow, and leave nothing behind when they close', async () => {
      const threads = () => Number(readFileSync(`/proc/${site.process.pid}/status`, 'utf8').match(/Threads:\s+(\d+)/u)[1]);
      const round = async (title) => {
        const tabs = [];
        for (let at = 0; at < 8; at += 1) {
          const tab = await context.newPage();
          await tab.goto(`${site.url}2566/measures/a.html`);
          tabs.push(tab);
        }
        site.write(file, measure(title));
        for (const tab of tabs) {
          await tab.bringToFront();
          await tab.locator('h1', { hasText: title }).waitFor(PATIENCE);
        }
        for (const tab of tabs) await tab.close();
      };
      await round('ทุกหน้า');
      const first = threads();
      await round('ทุกแท็บ');
      // A browser keeps some connections for later, which may be a few more; eight tabs left behind would be more than that.
      for (let tries = 0; threads() > first + 4 && tries < 300; tries += 1) await pause(100);
      assert.ok(threads() <= first + 4, `${threads()} threads stay, of ${first} before`);
      await page.bringToFront();
      await shows('ทุกแท็บ');
    });

    test('a page finds the program again when it was started anew', async () => {
      const port = new URL(site.url).port;
      site.stop();
      await new Promise((gone) => site.process.on('exit', gone));
      site.write(file, measure('เริ่มใหม่'));
      const again = spawn(process.env.PRONGSAI, ['serve', site.project, '--port', port], { stdio: 'ignore' });
      try {
        await shows('เริ่มใหม่');
      } finally {
        again.kill('SIGINT');
      }
    });

    test('nothing was wrong in the browser all the while', () => {
      // Between two runs there is nobody to ask, then the first pages are being made, and what is gone is said to be.
      const expected = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|404 \(Not Found\)|503 \(Service Unavailable\)/u;
      assert.deepEqual(wrong.filter((text) => !expected.test(text)), []);
    });
  });
}
