// An organisation of the example content in the second theme: what a theme of one's own must be able to do.

import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onePageOfEachKind } from './kinds.mjs';
import { content } from './site.mjs';
import { build } from './small.mjs';

/** The one that has issues too. */
const ORGANISATION = 'phanom-thuan';
const THEME = fileURLToPath(new URL('../../theme/plain', import.meta.url));

const site = readFileSync(join(content, ORGANISATION, 'site.yaml'), 'utf8').replace(/^theme:.*$/m, 'theme: plain');

/** Its folder, and where its pages are on disk: see `build`. */
export const plain = build('plain', {
  ...filesOf(join(content, ORGANISATION), 'content'),
  ...filesOf(THEME, 'themes/plain'),
  'content/site.yaml': site,
});

/** `{ kind, address }` for one page of each kind. */
export const onePageOfEachKindInPlain = onePageOfEachKind.filter(({ address }) => address.startsWith(`${ORGANISATION}/`))
  .map(({ kind, address }) => ({ kind, address: address.slice(ORGANISATION.length + 1) }));

/** What is in a folder, by paths below another. */
function filesOf(folder, below) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => extname(name));
  return Object.fromEntries(files.map((name) => [`${below}/${name.split(sep).join('/')}`, readFileSync(join(folder, name))]));
}
