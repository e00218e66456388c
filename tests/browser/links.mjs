// The site on a web server: it works below any path of any host, and nothing on it is out of reach.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { withTab } from './support/browser.mjs';
import { none } from './support/none.mjs';
import { plain } from './support/plain.mjs';
import { serve } from './support/server.mjs';
import { fileOf, isFile, organisations, pages, root, server } from './support/site.mjs';

export function links(browser) {
  describe('served from a folder deep below the top of a host', () => {
    let walk;

    before(async () => {
      // The walk parses what it fetches, which no page may. Forms lead somewhere as links do.
      walk = await withTab(browser, { bypassCSP: true }, async (tab) => {
        await tab.goto(`${server.base}index.html`);
        return tab.evaluate(walkFromHere, server.base);
      });
    });

    test('a walk along every link finds no dead one', () => none(walk.dead, 'dead links'));

    test('a walk along every link stays in the folder', () => none(walk.outside, 'links to elsewhere on the host'));

    test('a walk along every link comes to every page', () => {
      const reached = new Set(walk.reached);
      none(pages.filter((page) => !page.endsWith('404.html') && !reached.has(server.base + encodeURI(page))), 'pages that no link leads to');
    });

    test('a walk along every link of a site in another theme comes to every page and finds no dead link', async () => {
      const other = await serve(plain.folder, '/another/');
      try {
        const { dead, outside, reached } = await withTab(browser, { bypassCSP: true }, async (tab) => {
          await tab.goto(`${other.base}index.html`);
          return tab.evaluate(walkFromHere, other.base);
        });
        none([...dead, ...outside]);
        const pagesOfPlain = readdirSync(plain.folder, { recursive: true }).filter((name) => name.endsWith('.html') && name !== '404.html');
        none(pagesOfPlain.map((name) => other.base + encodeURI(name)).filter((url) => !reached.includes(url)), 'pages that no link leads to');
      } finally {
        other.close();
      }
    });

    for (const organisation of organisations) {
      test(`a missing address of ${organisation} shows a styled page with a way back`, async () => {
        await withTab(browser, {}, async (tab) => {
          const answer = await tab.goto(`${server.base}${organisation}/no/such/place.html`);
          assert.equal(answer.status(), 404);
          assert.notEqual(await tab.title(), '', 'the host has no page of its own for this');
          assert.ok(await tab.evaluate(() => [...document.styleSheets].some((sheet) => sheet.href)), 'the page has no style');
          const [home] = await Promise.all([tab.waitForNavigation(), tab.click('main a')]);
          assert.equal(home.url(), `${server.base}${organisation}/index.html`);
        });
      });

      test(`the sitemap of ${organisation} names every page but the search and nothing else`, () => {
        const sitemap = readFileSync(join(root, organisation, 'sitemap.xml'), 'utf8');
        const named = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
        none(named.filter((address) => !isFile(fileOf(address) ?? address)), 'addresses without a page');
        const files = new Set(named.map(fileOf));
        none(pages.filter((page) => page.startsWith(`${organisation}/`) && !/\/(404|search)\.html$/.test(page) && !files.has(page)), 'pages left out');
      });
    }
  });
}

/** In the page: follows every link from it within `base`, as the browser would resolve it. */
async function walkFromHere(base) {
  const plain = (url) => url.split('#')[0];
  const reached = new Set([plain(location.href)]);
  const dead = [];
  const outside = [];
  for (const address of reached) {
    const answer = await fetch(address);
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const element of page.querySelectorAll('a[href], link[href], img[src], form[action]')) {
      const written = ['href', 'src', 'action'].map((name) => element.getAttribute(name)).find(Boolean);
      const url = new URL(written, address);
      if (url.origin !== location.origin || element.rel === 'canonical') continue;
      const next = plain(url.href);
      if (!next.startsWith(base)) {
        outside.push(`${address}: ${written}`);
      } else if (!reached.has(next)) {
        const there = await fetch(next, { method: 'HEAD' });
        if (there.ok) reached.add(next);
        else dead.push(`${address}: ${written}`);
      }
    }
  }
  return { reached: [...reached], dead, outside };
}
