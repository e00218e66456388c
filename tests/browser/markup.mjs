// The HTML itself, by the rules of the HTML standard.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { none } from './support/none.mjs';
import { pages, root } from './support/site.mjs';

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
  },
};

export function markup() {
  describe('the markup', () => {
    test('of every page is valid HTML', async () => {
      const validator = new HtmlValidate(RULES);
      const problems = [];
      for (const address of pages) {
        const report = await validator.validateString(readFileSync(join(root, address), 'utf8'), address);
        for (const { messages } of report.results) {
          problems.push(...messages.map((one) => `${address}:${one.line}:${one.column}: ${one.ruleId}: ${one.message}`));
        }
      }
      none(problems);
    });
  });
}
