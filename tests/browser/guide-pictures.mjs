// The pictures of the guides in content/pages, taken of the real thing.
//
//   PRONGSAI=/absolute/path/of/prongsai node guide-pictures.mjs FOLDER
//
// writes them into FOLDER (content/files/guides). What is shown was made by following the guides: a site of its own is
// started with `init`, and given the records and the theme that stand in the guides; the search and the report are of the example.
// A picture that cannot be taken ends the run. It needs poppler-utils, to show the PDF of a report.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PHONE, launch, withTab } from './support/browser.mjs';
import { withPalette } from './support/palette.mjs';

const program = process.env.PRONGSAI;
const [folder] = process.argv.slice(2);
if (!folder || !program) {
  console.error('Usage: PRONGSAI=/absolute/path/of/prongsai node guide-pictures.mjs FOLDER');
  process.exit(2);
}

/** Pictures are shown smaller than they are taken, and must still be readable: no wider than they have to be. */
const SCREEN = { width: 900, height: 700 };
const HAND = { width: PHONE, height: 720 };
const DOTS_PER_INCH_OF_PAPER = 96;
/** No picture may weigh more, in bytes. */
const HEAVIEST = 120_000;
/** How long a preview may take to follow a change, in milliseconds. */
const PATIENCE = { timeout: 30_000 };

const repository = fileURLToPath(new URL('../../', import.meta.url));
const guides = { officers: blocks('officers'), webmasters: blocks('webmasters') };
const scratch = mkdtempSync(join(tmpdir(), 'prongsai-pictures-'));
const site = join(scratch, 'ita');
mkdirSync(folder, { recursive: true });

const browser = await launch();
try {
  await follow();
  await ofTheExample();
  await ofTheSite();
  await ofMistakes();
  await ofATheme();
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

/** Does what the guide for officers tells to do. */
async function follow() {
  run('init', site, '--name', 'เทศบาลตำบลตัวอย่าง', '--district', 'เมืองนครราชสีมา', '--province', 'นครราชสีมา', '--year', '2568');
  change('content/site.yaml', /^as_of:.*$/m, example('officers', 'as_of:'));
  write('content/2568/assessment.md', example('officers', 'analysed_year:'));
  write('content/2568/measures/no-gift-policy.md', example('officers', '(No Gift Policy)'));
  write('content/2568/measures/e-service.md', example('officers', 'งานบริการที่ประชาชนใช้'));
  write('content/2568/oit/o21.md', example('officers', '../measures/no-gift-policy.md'));
  const announcement = await withTab(browser, {}, async (tab) => {
    await tab.setContent('<h1>ประกาศเจตนารมณ์ไม่รับของขวัญจากการปฏิบัติหน้าที่</h1>');
    return tab.pdf();
  });
  write('content/2568/files/no-gift-policy.pdf', announcement);
}

/** Pictures for which a site that has just begun has too little to show. */
async function ofTheExample() {
  // A copy: a build adds to the addresses that content remembers.
  const project = join(scratch, 'example');
  cpSync(join(repository, 'content'), join(project, 'content'), { recursive: true });
  run('build', project);
  const example = join(project, 'public');
  await shoot('search', `${join(example, 'janthawi/search.html')}?q=นโยบาย`, {
    ready: () => document.querySelector('.search-status').textContent !== '',
  });
  const plan = join(example, 'khlong-saen-saep/2564/report/plan.html');
  const pdf = join(scratch, 'plan.pdf');
  await withTab(browser, {}, async (tab) => {
    await tab.goto(address(plan));
    writeFileSync(pdf, await tab.pdf({ preferCSSPageSize: true }));
  });
  const sheet = execFileSync('pdftoppm', ['-png', '-r', DOTS_PER_INCH_OF_PAPER, '-l', '1', pdf]);
  await lay('paper', [sheet], 'background: #d5dce5; padding: 24px', 'box-shadow: 0 2px 8px #0006');
}

/** Pictures of the site of the guide for officers. */
async function ofTheSite() {
  run('build', site);
  await shoot('overview', join(site, 'public/index.html'), { height: 1222 });
  await shoot('measure', join(site, 'public/2568/measures/no-gift-policy.html'), { height: 1460 });
  await shoot('oit', join(site, 'public/2568/oit/o21.html'), { height: 1150 });
  const held = [];
  for (const page of ['index.html', '2568/measures/no-gift-policy.html']) {
    held.push(await withTab(browser, { viewport: HAND, isMobile: true, hasTouch: true }, async (tab) => {
      await tab.goto(address(join(site, 'public', page)));
      return tab.screenshot();
    }));
  }
  await lay('phone', held, 'background: #fff; gap: 32px; padding: 8px', 'border: 6px solid #1b2330; border-radius: 24px');
}

/** Pictures of the preview, where a record and a template are wrong. */
async function ofMistakes() {
  const record = 'content/2568/measures/no-gift-policy.md';
  await preview('mistake', 'th', () => change(record, '15 ธ.ค. 2567', '31 ก.พ. 2568'));
  change(record, '31 ก.พ. 2568', '15 ธ.ค. 2567');
  dress();
  const frame = 'themes/ours/templates/base.html';
  await preview('template-error', 'en', () => change(frame, '{{ words.our_licence }}', '{{ words.our_licence }'));
  change(frame, '{{ words.our_licence }', '{{ words.our_licence }}');
}

/** Does what the guide for webmasters tells to do to the footer, the styles and the font. */
function dress() {
  run('theme', 'copy', 'base.html', 'components.html', '--to', 'ours', '--dir', site);
  const settings = [example('webmasters', 'theme: ours'), example('webmasters', 'color: "')];
  write('content/site.yaml', settings.join('') + readFileSync(join(site, 'content/site.yaml'), 'utf8'));
  const frame = 'themes/ours/templates/base.html';
  const before = '{{ words.made_with }}</p>\n';
  change(frame, before, before + example('webmasters', 'words.our_licence }}</p>'));
  const sheet = '<link rel="stylesheet" href="{{ frame.stylesheet }}">\n';
  change(frame, sheet, sheet + example('webmasters', '{% set ours'));
  const pictures = "img-src 'self'{{ also }};";
  change('themes/ours/templates/components.html', pictures, `${pictures} ${example('webmasters', "font-src 'self'").trim()}`);
  write('themes/ours/words/th.yaml', example('webmasters', 'our_licence: '));
  write('themes/ours/assets/ours.css', example('webmasters', '@font-face'));
  const font = join(repository, 'src/share/assets/Sarabun-Regular.ttf');
  write('themes/ours/assets/sarabun.ttf', readFileSync(font));
}

/** A page in the theme that is short enough to show its head and its foot. */
async function ofATheme() {
  run('build', site);
  await shoot('theme', join(site, 'public/about.html'), { height: 806 });
}

/** Shows a measure in the preview, makes a mistake, and takes what is shown then. */
async function preview(name, language, mistake) {
  const server = spawn(program, ['serve', site, '--lang', language], { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const base = await new Promise((found, failed) => {
      let said = '';
      const hear = (data) => {
        said += data;
        const at = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
        if (at) found(at[0]);
      };
      server.stdout.on('data', hear);
      server.stderr.on('data', hear);
      server.on('exit', () => failed(new Error(said)));
    });
    await withTab(browser, { viewport: SCREEN }, async (tab) => {
      await tab.goto(`${base}2568/measures/no-gift-policy.html`);
      mistake();
      await tab.locator('prongsai-preview section').waitFor(PATIENCE);
      await keep(tab, name, await tab.screenshot());
    });
  } finally {
    server.kill('SIGINT');
  }
}

/** Takes what a screen shows of a page from its top, once it is `ready`. */
async function shoot(name, page, { height = SCREEN.height, ready } = {}) {
  await withTab(browser, { viewport: { ...SCREEN, height } }, async (tab) => {
    await tab.goto(address(page));
    if (ready) await tab.waitForFunction(ready);
    await keep(tab, name, await tab.screenshot());
  });
}

/** Lays pictures beside one another on a ground, each in a frame; both are styles of CSS. */
async function lay(name, pictures, ground, frame) {
  const images = pictures.map((png) => `<img style="${frame}" src="data:image/png;base64,${png.toString('base64')}">`);
  await withTab(browser, { viewport: { width: 1280, height: 900 } }, async (tab) => {
    await tab.setContent(`<body style="margin: 0"><div style="display: inline-flex; ${ground}">${images.join('')}</div>`);
    await keep(tab, name, await tab.locator('div').screenshot());
  });
}

async function keep(tab, name, picture) {
  const png = await withPalette(tab, picture);
  const path = join(folder, `${name}.png`);
  writeFileSync(path, png);
  if (png.length > HEAVIEST) throw new Error(`${path} has ${png.length} bytes: show less of the page.`);
  console.log(`${path} ${png.length}`);
}

/** The blocks of code in a guide, in order. */
function blocks(guide) {
  const text = readFileSync(join(repository, `content/pages/${guide}.md`), 'utf8');
  return [...text.matchAll(/^```\w*\n(.*?)^```$/gms)].map(([, code]) => code);
}

/** The first block of code in a guide that has `part` in it. */
function example(guide, part) {
  const found = guides[guide].find((code) => code.includes(part));
  if (!found) throw new Error(`No example in ${guide}.md has ${part} in it.`);
  return found;
}

/** Replaces a part of a file of the site, which must be there. */
function change(file, part, by) {
  const old = readFileSync(join(site, file), 'utf8');
  const text = old.replace(part, () => by);
  if (text === old) throw new Error(`${file} has no ${part}.`);
  write(file, text);
}

function write(file, text) {
  const path = join(site, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function run(...options) {
  const { status, stdout, stderr } = spawnSync(program, [...options, '--lang', 'th'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`prongsai ${options.join(' ')}\n${stdout}${stderr}`);
}

/** The address of a page on disk, with what stands behind its `?`. */
function address(page) {
  const [file, query] = page.split('?');
  if (!statSync(file).isFile()) throw new Error(`${file} is no page.`);
  return pathToFileURL(resolve(file)).href + (query ? `?${query}` : '');
}
