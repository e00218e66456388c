// One page of each kind for each organisation: what is tried on these holds for the others, which differ
// from them only in their words.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { organisations, pages, records, root, years } from './site.mjs';

const OIT_ITEMS = 43;

/** `{ kind, address }` for one page of each kind, the portal's front page first. */
export const onePageOfEachKind = [
  { kind: 'portal', address: 'index.html' },
  ...pages.filter((page) => page.startsWith('pages/')).map((address) => ({ kind: 'page of the portal', address })),
  ...organisations.flatMap((organisation) => {
    const year = years(organisation).at(-1);
    const linked = records(organisation, year, 'oit');
    const unlinked = Array.from({ length: OIT_ITEMS }, (_, index) => `o${index + 1}`).find((code) => !linked.includes(code));
    const inYear = {
      overview: 'index.html',
      indicators: 'indicators/index.html',
      indicator: 'indicators/4.html',
      'indicator with OIT items': 'indicators/9.html',
      measures: 'measures/index.html',
      measure: longest(organisation, year, 'measures', records(organisation, year, 'measures')),
      'OIT list': 'oit/index.html',
      'OIT item with links': longest(organisation, year, 'oit', linked),
      'OIT item without links': `oit/${unlinked}.html`,
      units: 'units/index.html',
      unit: 'units/clerk.html',
      assessment: 'assessment.html',
      plan: 'report/plan.html',
      progress: 'report/progress.html',
      data: 'data/index.html',
    };
    // Only some years' forms have issues, and only some sites a search.
    const where = (address) => pages.filter((page) => page.startsWith(`${organisation}/`) && address.test(page)).slice(0, 1);
    return [
      ...Object.entries(inYear).map(([kind, address]) => ({ kind, address: `${organisation}/${year}/${address}` })),
      { kind: 'about', address: `${organisation}/about.html` },
      { kind: 'not found', address: `${organisation}/404.html` },
      ...where(/\/issues\/index\.html$/).map((address) => ({ kind: 'issues', address })),
      ...where(/\/issues\/\d+\.html$/).map((address) => ({ kind: 'issue', address })),
      ...where(/\/search\.html$/).map((address) => ({ kind: 'search', address })),
    ];
  }),
];

/** Of the pages of these records the longest: it shows the most of what its kind can show. */
function longest(organisation, year, sort, stems) {
  const length = (stem) => statSync(join(root, organisation, year, sort, `${stem}.html`)).size;
  return `${sort}/${stems.toSorted((a, b) => length(b) - length(a))[0]}.html`;
}
