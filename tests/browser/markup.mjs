// The HTML itself, by the rules of the HTML standard: as html-validate reads it, and as the checker of the W3C does.

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { onePageOfEachKind } from './support/kinds.mjs';
import { more } from './support/more.mjs';
import { none } from './support/none.mjs';
import { plain } from './support/plain.mjs';
import { serve } from './support/server.mjs';
import { pages, root, server } from './support/site.mjs';

const RULES = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // A search engine's limit, counted in letters: Thai has no room in it for a measure and its organisation.
    'long-title': 'off',
    // The style sheet is the site's own, and changes with it.
    'require-sri': 'off',
    // The standard allows any letters in an id, and those of Thai headings are Thai.
    'valid-id': ['error', { relaxed: true }],
    // The style sheet keeps a number in one line; with other spaces in it, it could not be searched for.
    'tel-non-breaking': 'off',
  },
};

const VNU = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

/** What vnu says that is not so: by its message, and by the place where that would be so. */
const MISTAKEN = [
  // Data in a page is no script, and no policy for scripts keeps it out.
  { message: /^Inline script violates Content Security Policy/, extract: /<script type="application\/ld\+json">/ },
  // A property of SVG that is one of CSS too (CSS Fill and Stroke); the checker's list is older.
  { message: /^CSS: “paint-order”: Property “paint-order” doesn't exist/, extract: /paint-order: stroke;/ },
];

export function markup() {
  describe('the markup', () => {
    let others;

    before(async () => {
      others = [
        { folder: more.folder, server: await serve(more.folder, '/more/') },
        { folder: plain.folder, server: await serve(plain.folder, '/plain/') },
      ];
    });

    after(() => others.forEach((one) => one.server.close()));

    test('of every page is valid HTML', async () => {
      const validator = new HtmlValidate(RULES);
      const problems = [];
      for (const path of [...pages.map((page) => join(root, page)), ...others.flatMap(({ folder }) => filesOf(folder, '.html').map((page) => join(folder, page)))]) {
        const report = await validator.validateString(readFileSync(path, 'utf8'), path);
        for (const { messages } of report.results) {
          problems.push(...messages.map((one) => `${path}:${one.line}:${one.column}: ${one.ruleId}: ${one.message}`));
        }
      }
      none(problems);
    });

    // From a host, because a policy that lets in what comes from 'self' lets nothing in for a checker that reads from a disk.
    test('of every kind of page, with style sheets and pictures, has no error and no warning for the checker of the W3C', async () => {
      const found = await vnu([
        ...onePageOfEachKind.map(({ address }) => server.base + encodeURI(address)),
        ...filesOf(root, '.css').map((path) => server.base + path),
        ...others.flatMap(({ folder, server: own }) => filesOf(folder, '.html', '.css').map((path) => own.base + encodeURI(path))),
        // Last, since it takes whatever comes after a picture for one.
        ...others.flatMap(({ folder }) => filesOf(folder, '.svg').map((path) => join(folder, path))),
      ]);
      none(found.filter(({ type, subType }) => type !== 'info' || subType === 'warning')
        .filter((one) => !MISTAKEN.some(({ message, extract }) => message.test(one.message) && extract.test(one.extract)))
        .map((one) => `${one.url}:${one.lastLine}:${one.lastColumn}: ${one.message}`));
    });
  });
}

/** The files of a folder that end in one of these, as addresses within it. */
function filesOf(folder, ...ends) {
  return readdirSync(folder, { recursive: true }).filter((name) => ends.includes(extname(name))).map((name) => name.split(sep).join('/'));
}

/** What vnu has to say of the documents at these addresses and paths. */
async function vnu(documents) {
  const options = ['--stdout', '--exit-zero-always', '--format', 'json', '--also-check-css', '--also-check-svg'];
  // It asks no addresses of this machine unless it is told to.
  const java = spawn('java', ['-Dnu.validator.servlet.allow-forbidden-hosts=true', '-jar', VNU, ...options, ...documents], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, ended] = await Promise.all([text(java.stdout), text(java.stderr), new Promise((resolve, reject) => {
    java.once('error', (error) => reject(new Error(`vnu could not be started (Java is needed): ${error.message}`)));
    java.once('close', resolve);
  })]);
  if (ended !== 0) throw new Error(`vnu ended with ${ended}:\n${complained}`);
  return JSON.parse(said).messages;
}
