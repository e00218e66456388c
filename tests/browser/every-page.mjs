// What holds for every page of the site, opened from disk as an officer or an assessor opens a copy of it.

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { DESKTOP, NARROWEST, PHONE, forEach, size } from './support/browser.mjs';
import { none } from './support/none.mjs';
import { fileOf, isFile, onDisk, pages, root } from './support/site.mjs';

export function everyPage(browser) {
  describe('every page, opened from disk', () => {
    let facts;

    // Each page is opened once; the tests below each look at one thing that was seen on the way.
    before(async () => {
      facts = await forEach(browser, pages, visit);
    });

    /** Fails with one line for each problem that `look` finds on a page. */
    const noneOn = (look) => none(facts.flatMap((page) => look(page).map((problem) => `${page.address}: ${problem}`)));

    test('is there: the portal and its organisations were built', () => {
      assert.ok(pages.length > 100, `only ${pages.length} pages were built`);
    });

    test('gives the browser nothing to complain of', () => noneOn((page) => page.complaints));

    test('has a title', () => noneOn((page) => (page.title.trim() ? [] : ['the title is empty'])));

    test('has exactly one heading of the first level', () => noneOn((page) => (page.h1 === 1 ? [] : [`${page.h1} of them`])));

    test('says what language it is in', () => noneOn((page) => (page.lang ? [] : ['<html> has no lang'])));

    test('uses every id once', () => noneOn((page) => page.ids.filter((id, index) => page.ids.indexOf(id) !== index)));

    for (const width of [NARROWEST, PHONE, DESKTOP]) {
      test(`fits a window of ${width} px without scrolling sideways`, () => noneOn((page) => page.tooWide[width]));
    }

    // What changes the look of a page runs before it is drawn, and is short.
    const isAtOnce = (url) => url.endsWith('/assets/display.js') && statSync(join(root, fileOf(url))).size < 3000;
    test('has no script but those of the site, in files, deferred but for the one that says how it looks', () => noneOn((page) => page.scripts
      .filter(({ url, deferred }) => !url || !isFile(fileOf(url) ?? '') || !(deferred || isAtOnce(url)))
      .map(({ url }) => url || 'a script within the page')));

    test('needs nothing from another host', () => noneOn((page) => page.requests.filter((url) => fileOf(url) === null)));

    test('links only to files and places that exist', () => {
      const idsOf = new Map(facts.map((page) => [page.address, new Set(page.ids)]));
      noneOn((page) => page.links.flatMap(({ written, url }) => {
        if (/^(mailto|tel):/.test(url)) return [];
        const file = fileOf(url);
        if (file === null) return /^https?:/.test(url) ? [] : [`${written} leaves the site`];
        if (!isFile(file)) return [`${written} leads to ${file}, which is not there`];
        const id = decodeURIComponent(new URL(url).hash.slice(1));
        return id && !idsOf.get(file)?.has(id) ? [`${written} leads to #${id}, which ${file} does not have`] : [];
      }));
    });

    // The page for addresses that do not exist is shown at any of them, so it alone cannot be relative.
    test('links to the site by relative addresses that name the file', () => noneOn((page) => (page.address.endsWith('404.html') ? [] : page.links
      .filter(({ rel, url }) => rel !== 'canonical' && fileOf(url) !== null)
      .filter(({ written, url }) => /^([a-z]+:|\/)/i.test(written) || url.split('#')[0].endsWith('/'))
      .map(({ written }) => written))));
  });
}

async function visit(tab, address) {
  const complaints = [];
  const requests = [];
  const heard = {
    console: (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
    pageerror: (error) => complaints.push(error.message),
    requestfailed: (request) => complaints.push(`${request.url()} could not be loaded`),
    request: (request) => requests.push(request.url()),
  };
  for (const [event, hear] of Object.entries(heard)) tab.on(event, hear);
  await tab.goto(onDisk(address));
  const tooWide = {};
  for (const width of [NARROWEST, DESKTOP, PHONE]) {
    await tab.setViewportSize(size(width));
    tooWide[width] = await tab.evaluate(elementsThatStickOut);
  }
  const seen = await tab.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    h1: document.querySelectorAll('h1').length,
    scripts: [...document.scripts].filter((script) => script.type !== 'application/ld+json').map((script) => ({ url: script.src, deferred: script.defer })),
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    links: [...document.querySelectorAll('a[href], link[href], img[src]')].map((element) => ({
      rel: element.rel,
      written: element.getAttribute('href') ?? element.getAttribute('src'),
      url: element.href ?? element.src,
    })),
  }));
  for (const [event, hear] of Object.entries(heard)) tab.off(event, hear);
  return { address, complaints, requests, tooWide, ...seen };
}

/** In the page: nothing where the document fits its window, otherwise the innermost elements that do not. */
function elementsThatStickOut() {
  const width = document.documentElement.scrollWidth;
  if (width <= window.innerWidth) return [];
  // What scrolls inside a box of its own does not widen the document.
  const boxed = (element) => element && (getComputedStyle(element).overflowX !== 'visible' || boxed(element.parentElement));
  const out = [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 0.5 && !boxed(element.parentElement));
  const inner = out.filter((element) => !out.some((other) => other !== element && element.contains(other)));
  const name = (element) => `${element.localName}${[...element.classList].map((one) => `.${one}`).join('')}`;
  const names = new Set(inner.map((element) => `${name(element.parentElement)} > ${name(element)}`));
  return [`the document is ${width} px wide because of ${[...names].join(', ') || 'an element that could not be told'}`];
}
