// What pages may do: everything that they need, from disk and from a host, and nothing that a hostile text asks for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DESKTOP, size, withTab } from './support/browser.mjs';
import { onePageOfEachKind } from './support/kinds.mjs';
import { none } from './support/none.mjs';
import { serve } from './support/server.mjs';
import { onDisk, server as host } from './support/site.mjs';
import { build } from './support/small.mjs';

/** The same vectors as in the tests of the program; `«202E»` stands for a character. */
const VECTORS = readFileSync(new URL('../program/fixtures/xss-vectors.txt', import.meta.url), 'utf8')
  .split('\n').filter((line) => line && !line.startsWith('§'))
  .map((line) => line.replaceAll(/«([0-9A-F]+)»/g, (_, code) => String.fromCodePoint(parseInt(code, 16))));

/** A picture of one pixel. */
const LOGO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** Every vector in titles, actions and a body; JSON is YAML too. */
const hostile = () => ({
  'content/site.yaml': JSON.stringify({
    organisation: { name: `เทศบาล ${VECTORS.join(' ')}`, logo: 'files/logo.png' },
    as_of: '2567-03-01',
    survey: { url: 'https://itas.nacc.go.th/go/eit/abc123', open: '1 ม.ค. 2567 - 30 มิ.ย. 2567' },
  }),
  'content/files/logo.png': LOGO,
  'content/2567/measures/m.md': `---\n${JSON.stringify({ title: VECTORS.join(' '), parts: VECTORS, actions: VECTORS.map((text) => ({ text: `ก ${text}` })) })}\n---\n\n`
    + VECTORS.map((vector) => `## ${vector}\n\nก ${vector}\n\n${vector}\n\n`).join(''),
  'content/2567/measures/n.md': '---\ntitle: ข\n---\n\n![ภาพ](../../files/logo.png)\n\n| ก | ข |\n|:-:|--:|\n| ๑ | ๒ |\n',
});

export function policy(browser) {
  describe('the policy of every page', () => {
    let site;
    let server;

    before(async () => {
      site = build('hostile', hostile());
      server = await serve(site.folder, '/a/b/');
    });

    after(() => server.close());

    for (const [where, address] of [['disk', (path) => site.onDisk(path)], ['a host', (path) => server.base + path]]) {
      test(`hostile texts run nothing, ask no other host and break no page from ${where}`, async () => {
        for (const path of ['index.html', '2567/measures/m.html', '2567/measures/index.html', '2567/report/plan.html', 'search.html', 'search.html?q=onerror', '404.html']) {
          const seen = await visit(browser, address(path), { hover: true });
          none(seen.dialogs, `dialogs on ${path}`);
          none(seen.requests.filter((url) => !url.startsWith(address(''))), `requests to elsewhere from ${path}`);
          // A body that got past the program would be stopped by the policy; none may come that far.
          none(seen.violations, `violations on ${path}`);
          assert.equal(seen.hacked, false, path);
          assert.equal(seen.url, address(path), 'the page led away');
        }
      });

      test(`styles, scripts, pictures, the code and classes of columns work from ${where}`, async () => {
        const front = await visit(browser, address('index.html'));
        assert.ok(front.hasStyle && front.isEnhanced && front.qr > 100 && front.pictures.every(Boolean), JSON.stringify(front));
        const measure = await visit(browser, address('2567/measures/n.html'));
        assert.deepEqual(measure.pictures, [true, true], 'the logo and the picture of the body');
        assert.deepEqual(measure.columns, ['center', 'right']);
        none([...front.violations, ...measure.violations]);
      });

      test(`a script, style or picture that stood on a page all the same would do nothing from ${where}`, () => withTab(browser, {}, async (tab) => {
        await tab.goto(address('2567/measures/n.html'));
        const done = await tab.evaluate(async () => {
          const violations = [];
          addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
          const put = (name, properties) => document.body.append(Object.assign(document.createElement(name), properties));
          put('img', { src: 'https://evil.example/x.png' });
          put('iframe', { src: 'https://evil.example/' });
          put('style', { textContent: 'body { display: none }' });
          const refused = [
            () => { document.body.innerHTML = '<b>x</b>'; },
            () => { document.body.setAttribute('onclick', 'window.hacked = 1'); },
            () => { put('script', { text: 'window.hacked = 1' }); },
          ].map((work) => { try { work(); return false; } catch { return true; } });
          const form = document.createElement('form');
          form.action = 'https://evil.example/';
          document.body.append(form);
          form.submit();
          await fetch('https://evil.example/').catch(() => {});
          await new Promise((resolve) => { setTimeout(resolve, 200); });
          return { violations, refused, hacked: 'hacked' in window, shown: getComputedStyle(document.body).display };
        });
        assert.deepEqual(done.refused, [true, true, true]);
        assert.ok(!done.hacked && done.shown !== 'none');
        for (const directive of ['connect-src', 'img-src', 'frame-src', 'style-src-elem', 'form-action', 'require-trusted-types-for']) assert.ok(done.violations.includes(directive), directive);
      }));
    }

    for (const [where, address] of [['disk', onDisk], ['a host', (path) => host.base + path]]) {
      test(`no kind of page of the examples asks for what it may not from ${where}`, async () => {
        const problems = [];
        for (const [kind, path] of oneOfEach()) {
          const seen = await visit(browser, address(path));
          problems.push(...seen.violations.map((violation) => `${path} (${kind}): ${violation}`));
        }
        none(problems);
      });
    }
  });
}

/** One address of each kind of page: `every-page.mjs` looks at all of them for whatever a browser complains of. */
function oneOfEach() {
  return [...new Map(onePageOfEachKind.map(({ kind, address }) => [kind, address]))];
}

/** What happens on a page, and what of it works. */
async function visit(browser, url, { hover = false } = {}) {
  return withTab(browser, { viewport: size(DESKTOP) }, async (tab) => {
    const dialogs = [];
    const requests = [];
    const violations = [];
    tab.on('dialog', (dialog) => { dialogs.push(dialog.message()); dialog.dismiss(); });
    tab.on('request', (request) => requests.push(request.url()));
    tab.on('console', (message) => { if (message.type() === 'error') violations.push(message.text()); });
    tab.on('pageerror', (error) => violations.push(error.message));
    await tab.addInitScript(() => {
      window.violations = [];
      addEventListener('securitypolicyviolation', (event) => window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
    });
    await tab.goto(url);
    if (hover) {
      await tab.evaluate(() => {
        for (const element of document.querySelectorAll('*')) {
          for (const name of ['mouseover', 'focus', 'pointerover', 'toggle']) element.dispatchEvent(new Event(name, { bubbles: true }));
        }
      });
    }
    // Pictures further down wait until they are scrolled to.
    await tab.evaluate(() => Promise.allSettled([...document.images].map((image) => Object.assign(image, { loading: 'eager' }).decode())));
    const seen = await tab.evaluate(() => ({
      hacked: 'hacked' in window,
      url: location.href,
      violations: window.violations,
      hasStyle: [...document.styleSheets].some((sheet) => sheet.href) && getComputedStyle(document.querySelector('.skip')).position === 'absolute',
      isEnhanced: document.querySelector('.controls') !== null,
      qr: document.querySelector('.qr')?.getBoundingClientRect().width ?? 0,
      pictures: [...document.images].map((image) => image.complete && image.naturalWidth > 0),
      columns: [...document.querySelectorAll('.prose td')].map((cell) => getComputedStyle(cell).textAlign),
    }));
    return { ...seen, dialogs, requests, violations: [...violations, ...seen.violations] };
  });
}
