// Open data: every table opened in LibreOffice as by a double click, and held against its JSON and against the
// table that people see on the page.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { withTab } from './support/browser.mjs';
import { none } from './support/none.mjs';
import { onDisk, organisations, root, scratch, years } from './support/site.mjs';

// Commas, quotation marks, UTF-8 (the byte order mark says so), from the first line, no column of a set kind, in
// Thai: what the dialog proposes to a Thai officer. Without a dialog LibreOffice has to be told.
const IMPORT = 'CSV:44,34,76,1,,1054';

const files = readdirSync(root, { recursive: true }).map((name) => name.split(sep).join('/')).filter((name) => name.endsWith('.csv')).sort();

export function openData(browser) {
  describe('the open data in LibreOffice', () => {
    let sheets;

    before(async () => {
      sheets = await sheetsOf(browser, files);
    });

    /** Fails with one line for each problem that `look` finds in a table. */
    const noneIn = (look) => none(files.flatMap((file) => look(tableOf(file), sheets.get(file)).map((problem) => `${file}: ${problem}`)));

    test('are there: every table of every year was published', () => {
      // Twenty of each year, three of all years of an organisation, and one of the organisations.
      const expected = organisations.reduce((sum, organisation) => sum + years(organisation).length * 20 + 3, 0) + 1;
      assert.equal(files.length, expected);
    });

    test('have the header that the description names', () => noneIn(({ fields }, [header]) => differs(
      fields.map((field) => field.name), header.map((cell) => cell.text))));

    test('have a row for each row of the JSON', () => noneIn(({ rows }, [, ...sheet]) => differs(rows.length, sheet.length)));

    test('have the values of the JSON in every cell', () => noneIn(({ fields, rows }, [, ...sheet]) => rows.flatMap((row, at) => (
      fields.flatMap((field, column) => {
        const problem = misread(field, row[field.name], sheet[at]?.[column] ?? EMPTY);
        return problem ? [`row ${at + 2}, ${field.name}: ${problem}`] : [];
      })))));
  });

  describe('the tables of pages and their data', () => {
    for (const organisation of organisations) {
      for (const year of years(organisation)) {
        const folder = `${organisation}/${year}`;

        test(`the progress table of ${folder}`, async () => {
          const shown = await rowsOf(browser, `${folder}/measures/index.html`, 'main table.measures tbody tr', (row) => ({
            title: row.querySelector('th').textContent.trim(),
            status: row.querySelector('.status').className.match(/status-(\w+)/)[1],
          }));
          assert.deepEqual(shown, rowsIn(`${folder}/data/measures.csv`).map(({ title, status }) => ({ title, status })));
        });

        test(`the OIT list of ${folder}`, async () => {
          const shown = await rowsOf(browser, `${folder}/oit/index.html`, 'main .items table tbody tr', (row) => ({
            code: row.querySelector('.code').textContent,
            title: row.querySelector('th a').textContent.trim(),
            answered: row.querySelector('.answer').classList.contains('yes'),
          }));
          assert.deepEqual(shown, rowsIn(`${folder}/data/oit.csv`).map(({ code, title, answered }) => ({ code, title, answered })));
        });

        for (const report of ['plan', 'progress']) {
          test(`the official table of the ${report} of ${folder}`, async () => {
            // Steps and the like are in the data, though not every authority's form has a column for them.
            const shown = await rowsOf(browser, `${folder}/report/${report}.html`, 'table.official tbody:not(.section, .signing, .on-paper) tr', (row) => ({
              // A cell that spans rows stands in the first of them.
              title: row.parentElement.querySelector('th').textContent,
              text: row.textContent,
            }));
            const rows = rowsIn(`${folder}/data/${report}.csv`);
            assert.equal(shown.length, rows.length);
            none(rows.flatMap((row, at) => [
              ...[row.title, ...row.parts].filter((text) => !bare(shown[at].title).includes(bare(text))),
              ...[row.method ?? '', ...(row.results ?? [])].filter((text) => !bare(shown[at].text).includes(bare(text))),
            ].map((text) => `row ${at + 1} does not show “${text}”`)));
          });
        }
      }
    }

    test('the front page of the portal', async () => {
      const shown = await rowsOf(browser, 'index.html', 'main table tbody tr', (row) => ({
        page: row.querySelector('th a').getAttribute('href'),
        organisation: row.querySelector('th a').textContent.trim(),
      }));
      assert.deepEqual(shown, rowsIn('data/organisations.csv').map(({ page, organisation }) => ({ page, organisation })));
    });
  });
}

/** A table as its JSON and its description have it. */
function tableOf(file) {
  const name = posix.basename(file, '.csv');
  const resources = JSON.parse(readFileSync(join(root, dirname(file), 'datapackage.json'), 'utf8')).resources;
  return { fields: resources.find((one) => one.name === name).schema.fields, rows: rowsIn(file) };
}

function rowsIn(file) {
  return JSON.parse(readFileSync(join(root, file.replace(/csv$/, 'json')), 'utf8'));
}

/** Times as written: `1 ม.ค. 2565` becomes a day of the sheet's own. What it means is in the fields beside it. */
const AS_WRITTEN = ['period', 'date'];

const EMPTY = { type: null, value: null, text: '' };

/** What is wrong with a cell of the sheet, which should hold `value`. */
function misread(field, value, cell) {
  const said = `${cell.type} ${cell.value ?? ''} “${cell.text}”`;
  if (value === null || (Array.isArray(value) && value.length === 0)) return cell.text === '' ? null : `should be empty: ${said}`;
  switch (field.type) {
    case 'integer':
    case 'number':
      return cell.type === 'float' && Number(cell.value) === value ? null : `should be the number ${value}: ${said}`;
    case 'date':
      return cell.type === 'date' && cell.value === value ? null : `should be the day ${value}: ${said}`;
    case 'boolean':
      return cell.text.toLowerCase() === String(value) ? null : `should be ${value}: ${said}`;
    default: {
      if (AS_WRITTEN.includes(field.name) && cell.type === 'date') return null;
      const text = Array.isArray(value) ? value.join(field.delimiter) : value;
      const guarded = /^['=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
      // A text of digits, such as a sub-indicator's number, becomes a number; nothing else may, and none may change.
      const kept = cell.type === 'string' || (cell.type === 'float' && cell.value === text);
      return kept && cell.text === guarded ? null : `should be the text “${guarded}”: ${said}`;
    }
  }
}

function differs(expected, found) {
  try {
    assert.deepEqual(found, expected);
    return [];
  } catch {
    return [`${JSON.stringify(found)} should be ${JSON.stringify(expected)}`];
  }
}

/** The cells of each file as LibreOffice reads them, all in one run of it. */
async function sheetsOf(browser, all) {
  const folder = join(scratch, 'sheets');
  mkdirSync(folder);
  // Files of one name come from many folders; here they are told apart.
  const named = (file) => file.replaceAll('/', '~');
  for (const file of all) copyFileSync(join(root, file), join(folder, named(file)));
  execFileSync('soffice', [
    '--headless',
    '--norestore',
    `-env:UserInstallation=${pathToFileURL(join(scratch, 'libreoffice')).href}`,
    `--infilter=${IMPORT}`,
    '--convert-to', 'fods',
    '--outdir', folder,
    ...all.map((file) => join(folder, named(file))),
  ], { stdio: 'pipe' });
  return withTab(browser, {}, async (tab) => {
    const sheets = new Map();
    for (const file of all) {
      const xml = readFileSync(join(folder, named(file).replace(/csv$/, 'fods')), 'utf8');
      sheets.set(file, await tab.evaluate(cellsOf, xml));
    }
    return sheets;
  });
}

/** In the page: the cells of the one sheet of a flat OpenDocument file, row by row, without empty ones at the end. */
function cellsOf(xml) {
  const sheet = new DOMParser().parseFromString(xml, 'text/xml');
  const parts = (element, name) => [...element.children].filter((child) => child.localName === name);
  const text = (node) => [...node.childNodes].map((child) => {
    if (child.nodeType === Node.TEXT_NODE) return child.data;
    if (child.localName === 's') return ' '.repeat(Number(child.getAttribute('text:c') ?? 1));
    if (child.localName === 'tab') return '\t';
    return text(child);
  }).join('');
  const cell = (element) => ({
    type: element.getAttribute('office:value-type'),
    value: element.getAttribute('office:value') ?? element.getAttribute('office:date-value') ?? element.getAttribute('office:boolean-value'),
    text: parts(element, 'p').map(text).join('\n'),
  });
  const repeated = (element, what, value) => {
    const times = Number(element.getAttribute(`table:number-${what}-repeated`) ?? 1);
    // What repeats to the edge of the sheet is empty.
    return Array.from({ length: times > 1000 ? 0 : times }, () => value);
  };
  return parts(sheet.getElementsByTagName('table:table')[0], 'table-row')
    .flatMap((row) => repeated(row, 'rows', parts(row, 'table-cell').flatMap((one) => repeated(one, 'columns', cell(one)))))
    .filter((row) => row.some((one) => one.text !== ''));
}

/** What `look`, in the page, finds in each row of its table. */
function rowsOf(browser, address, rows, look) {
  return withTab(browser, {}, async (tab) => {
    await tab.goto(onDisk(address));
    // The function itself cannot be handed over, but its text can.
    return tab.locator(rows).evaluateAll((all, source) => all.map((0, eval)(source)), `(${look})`);
  });
}

function bare(text) {
  return text.replaceAll(/\s+/g, '');
}
