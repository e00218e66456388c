// Accessibility, as far as a program can tell it: the rules of axe for WCAG 2.2 A and AA and good practice.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { before, describe, test } from 'node:test';
import { DESKTOP, PHONE, forEach, size } from './support/browser.mjs';
import { onePageOfEachKind } from './support/kinds.mjs';
import { none } from './support/none.mjs';
import { onePageOfEachKindInPlain, plain } from './support/plain.mjs';
import { onDisk } from './support/site.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export function accessibility(browser) {
  describe('accessibility', () => {
    let found;

    before(async () => {
      found = await forEach(browser, [
        ...onePageOfEachKind.map(({ kind, address }) => ({ kind, url: onDisk(address) })),
        ...onePageOfEachKindInPlain.map(({ kind, address }) => ({ kind, url: plain.onDisk(address) })),
      ], inspect);
    });

    for (const width of [PHONE, DESKTOP]) {
      test(`axe finds nothing on any kind of page in a window of ${width} px`, () => none(found.flatMap((page) => page[width])));
    }
  });
}

/** What axe finds on a page, by the width of the window. */
async function inspect(tab, { kind, url }) {
  await tab.goto(url);
  await tab.evaluate(axe.source);
  const found = {};
  for (const width of [PHONE, DESKTOP]) {
    await tab.setViewportSize(size(width));
    const { violations, passes } = await tab.evaluate((tags) => axe.run({ runOnly: { type: 'tag', values: tags } }), RULES);
    assert.ok(passes.length > 10, `axe looked at hardly anything on ${url}`);
    found[width] = violations.flatMap((rule) => rule.nodes.map((node) => (
      `${url} (${kind}): ${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll(/\s+/g, ' ')}`)));
  }
  return found;
}
