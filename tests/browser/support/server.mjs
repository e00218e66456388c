// A web server as plain as a shared host: files under one path, the nearest 404.html for what is not there.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

/**
 * Serves `folder` under `path` (`/a/b/`) of a free port, `compressed` where that is wanted. `base` is the address of the
 * folder; nothing is served above it.
 */
export async function serve(folder, path, { compressed = false } = {}) {
  const server = createServer(async (request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const found = asked.startsWith(path) ? await read(folder, asked.slice(path.length)) : null;
    const { body, type } = found ?? (await notFound(folder, path, asked));
    response.writeHead(found ? 200 : 404, { 'content-type': type, ...(compressed && { 'content-encoding': 'gzip' }) });
    response.end(compressed ? gzipSync(body) : body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    base: `http://127.0.0.1:${server.address().port}${path}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function read(folder, address) {
  // `posix.normalize` on a rooted path cannot climb out of it.
  const inside = posix.normalize(`/${address}`).replace(/\/$/, '/index.html');
  try {
    return { body: await readFile(join(folder, inside)), type: TYPES[extname(inside)] ?? 'application/octet-stream' };
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(error.code)) return null;
    throw error;
  }
}

async function notFound(folder, path, asked) {
  if (asked.startsWith(path)) {
    for (let at = posix.dirname(asked.slice(path.length)); ; at = posix.dirname(at)) {
      const page = await read(folder, posix.join(at, '404.html'));
      if (page) return page;
      if (at === '.') break;
    }
  }
  return { body: 'not found', type: 'text/plain; charset=utf-8' };
}
