// Small sites of their own, for what the example content does not have.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { scratch } from './site.mjs';

/**
 * Builds the site of `files`, texts by their paths in the project, with the program under test. `folder` is where
 * it stands, `onDisk(address)` the URL of one of its pages.
 */
export function build(name, files) {
  const project = join(scratch, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  const run = spawnSync(process.env.PRONGSAI, ['build', project], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`prongsai build failed with exit code ${run.status}:\n${run.stdout}${run.stderr}`);
  const folder = join(project, 'public');
  return { folder, onDisk: (address) => pathToFileURL(join(folder, address.split('?')[0])).href + (address.match(/\?.*/)?.[0] ?? '') };
}
