// What Lighthouse says of one page of each of the kinds that people come to first, on the telephone that it imagines.
//
//   PRONGSAI=/absolute/path/of/prongsai npm run lighthouse
//
// prints the scores with those for speed, which depend on the machine and what else it does; the tests ask for the others.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import lighthouse from 'lighthouse';
import { launch } from './support/browser.mjs';
import { onePageOfEachKind } from './support/kinds.mjs';
import { none } from './support/none.mjs';
import { serve } from './support/server.mjs';
import { build, organisations, scratch } from './support/site.mjs';

const TIMELESS = ['accessibility', 'best-practices', 'seo'];

/** The kinds of page, and what is not asked of one. */
const KINDS = {
  portal: [],
  overview: [],
  indicator: [],
  measure: [],
  'OIT list': [],
  assessment: [],
  // Search engines are asked not to list the pages of others' searches.
  search: ['is-crawlable'],
};

export function audits() {
  describe('Lighthouse', () => {
    test(`finds nothing to better but speed on ${Object.keys(KINDS).length} kinds of page`, async () => {
      none((await scores({ onlyCategories: TIMELESS, disableFullPageScreenshot: true })).flatMap(({ kind, categories, wanting }) => categories
        .filter(({ score }) => score !== 1)
        .map(({ id, score }) => `${kind}: ${id} ${score}: ${wanting.join('; ')}`)));
    });
  });
}

/** Of each kind of page the scores, 0 to 1, and what Lighthouse wants to have bettered; `options` are its own. */
async function scores(options) {
  // At the top of a host, where robots.txt is looked for.
  const folder = join(scratch, 'lighthouse');
  const server = await serve(folder, '/', { compressed: true });
  build(folder, server.base);
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  try {
    const found = [];
    for (const [kind, skipAudits] of Object.entries(KINDS)) {
      const { address } = onePageOfEachKind.find((page) => page.kind === kind && (kind === 'portal' || page.address.startsWith(`${organisations[0]}/`)));
      // One after the other: Lighthouse cannot look at two pages at once. The portal is asked for by its shortest address.
      const { lhr } = await lighthouse(server.base + (kind === 'portal' ? '' : address), { port, skipAudits, logLevel: 'error', ...options });
      if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
      found.push({
        kind,
        categories: Object.values(lhr.categories),
        wanting: Object.values(lhr.audits).filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode === 'binary')
          .map(({ id, title, details }) => `${id} (${title}) ${JSON.stringify(details?.items?.slice(0, 3) ?? [])}`),
      });
    }
    return found;
  } finally {
    await browser.close();
    server.close();
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { kind, categories } of await scores({ onlyCategories: ['performance', ...TIMELESS] })) {
    console.log(`${kind}: ${categories.map(({ title, score }) => `${title} ${Math.round(score * 100)}`).join(', ')}`);
  }
  process.exit();
}
