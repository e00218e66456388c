// The site under test: built once, by the program that PRONGSAI names, into a folder of its own.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from './server.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The content that the site is built from. */
export const content = join(repository, 'content');

/** A folder for whatever the tests write; gone when they end. */
export const scratch = mkdtempSync(join(tmpdir(), 'prongsai-browser-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** The folder of the built site. */
export const root = join(scratch, 'site');

// The server comes first, because the pages that cannot link relatively (a host shows 404.html at any
// address) carry the address that the site was built for.
/** The site on a web server, in a folder well below the top of its host. */
export const server = await serve(root, '/any/sub/path/');

build(root, server.base);

/** The addresses of all pages, relative to the root of the site: `janthawi/2565/index.html`. */
export const pages = readdirSync(root, { recursive: true })
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.split(sep).join('/'))
  .sort();

/** The organisations of the portal, by the names of their folders. */
export const organisations = folders(content).filter((name) => existsSync(join(content, name, 'site.yaml')));

/** A page opened from disk, as from a USB stick. */
export function onDisk(address) {
  return pathToFileURL(join(root, address)).href;
}

/**
 * The file of the built site that a URL leads to, on disk or on the server; `null` where it is none of the site's.
 * A URL that ends in a slash means the index of that folder, but only on a server: a disk has no such thing.
 */
export function fileOf(url) {
  const plain = new URL(url);
  plain.hash = plain.search = '';
  let path;
  if (plain.protocol === 'file:') {
    path = relative(root, fileURLToPath(plain)).split(sep).join('/');
  } else if (plain.href.startsWith(server.base)) {
    path = decodeURIComponent(plain.href.slice(server.base.length)).replace(/(^|\/)$/, '$1index.html');
  } else {
    return null;
  }
  return path.startsWith('..') ? null : path;
}

/** Whether the built site has this file. */
export function isFile(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The years of an organisation, oldest first. */
export function years(organisation) {
  return folders(join(content, organisation)).filter((name) => /^\d{4}$/.test(name));
}

/** The records of one sort (`measures`, `oit`) in an organisation's year, by their stems. */
export function records(organisation, year, sort) {
  const folder = join(content, organisation, year, sort);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^[^_].*\.md$/.test(name)).map((name) => name.slice(0, -'.md'.length)).sort();
}

/** Builds the example content into `folder`, for the address `base`, with the program that PRONGSAI names. */
export function build(folder, base) {
  const program = process.env.PRONGSAI;
  if (!program) throw new Error('Set PRONGSAI to the absolute path of the prongsai program to test.');
  if (!isAbsolute(program)) throw new Error(`PRONGSAI must be an absolute path, and "${program}" is not.`);
  if (!existsSync(program)) throw new Error(`PRONGSAI names "${program}", which does not exist: run cargo build first.`);
  const run = spawnSync(program, ['build', repository, '--out', folder, '--base-url', base], { encoding: 'utf8' });
  if (run.error) throw new Error(`"${program}" could not be started: ${run.error.message}`);
  if (run.status !== 0) throw new Error(`prongsai build failed with exit code ${run.status}:\n${run.stdout}${run.stderr}`);
}

function folders(parent) {
  return readdirSync(parent, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}
