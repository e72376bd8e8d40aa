/** The small server under `npm start`, `npm run preview` and the journeys: files of one folder, as a plain web host. */
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';

export interface ServerOptions {
  /** Folder that holds the built site. */
  root: string;
  /** Path under which it was built, with or without slashes. Default `/`. */
  base?: string;
  /** Default 4321. */
  port?: number;
  /** How many ports to try, upwards from `port`. Default 1. */
  tries?: number;
  /** Nothing may be cached, so that offline tests prove the service worker and not the browser's cache. */
  isUncached?: boolean;
}

export interface StaticServer {
  /** Address of the site's first page, with the base path. */
  url: string;
  port: number;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/** Where the built site is: DIST, or `dist`. Inside the project, such as `.cache/site`: Astro builds pages from within it. */
export function siteFolder(): string {
  return resolve(process.env.DIST ?? 'dist');
}

/** The base path of BASE as Astro reads it, with a slash at both ends. */
export function basePath(base = process.env.BASE ?? '/'): string {
  const inner = base.split('/').filter(Boolean).join('/');
  return inner === '' ? '/' : `/${inner}/`;
}

/**
 * Serves a folder on this machine only.
 *
 * @throws {Error} with code EADDRINUSE when none of the ports is free.
 */
export async function startStaticServer(options: ServerOptions): Promise<StaticServer> {
  const root = resolve(options.root);
  const base = basePath(options.base ?? '/');
  const server = createServer((request, response) => {
    answer(request, response, root, base, options.isUncached ?? false).catch(() => {
      if (!response.headersSent)
        send(response, 500, 'text/plain; charset=utf-8', 'The server could not read this file.');
      else response.destroy();
    });
  });
  await listen(server, options.port ?? 4321, options.tries ?? 1);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${base}`,
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number, tries: number): Promise<void> {
  for (let at = port; ; at++) {
    try {
      await new Promise<void>((listening, failed) => {
        server.once('error', failed);
        server.listen(at, '127.0.0.1', () => {
          server.off('error', failed);
          listening();
        });
      });
      return;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || at + 1 >= port + tries) throw error;
    }
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  base: string,
  isUncached: boolean,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, 405, 'text/plain; charset=utf-8', 'Only GET and HEAD.');
  }
  const [rawPath = '/', query] = (request.url ?? '/').split('?', 2);
  const search = query === undefined ? '' : `?${query}`;
  const path = decode(rawPath);
  if (path === undefined)
    return send(response, 400, 'text/plain; charset=utf-8', 'This address cannot be read.');
  if (`${path}/` === base || (path === '/' && base !== '/')) return redirect(response, base + search);

  const inside = path.startsWith(base) ? path.slice(base.length) : undefined;
  const file = inside === undefined ? undefined : join(root, inside);
  const isOutside =
    file !== undefined && file !== root && !file.startsWith(root.endsWith(sep) ? root : root + sep);
  const found = file === undefined || isOutside ? undefined : await find(file, path);
  if (found === 'needs-slash') return redirect(response, `${encodeURI(path).replace(/^\/+/, '/')}/${search}`);
  if (found === undefined) {
    const page = await readFile(join(root, '404.html')).catch(() => 'There is no such page.');
    return send(
      response,
      404,
      typeof page === 'string' ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8',
      page,
      'no-store',
    );
  }
  const type = TYPES[extname(found).toLowerCase()] ?? 'application/octet-stream';
  // Names under assets/ carry a hash of what is in them; everything else may change with the next build.
  const isForEver = !isUncached && (inside ?? '').startsWith('assets/');
  const cache = isForEver
    ? 'public, max-age=31536000, immutable'
    : isUncached || type.startsWith('text/html')
      ? 'no-store'
      : 'no-cache';
  return send(response, 200, type, await readFile(found), cache);
}

/** The file for a path; a folder stands for its index.html, and its address must end in a slash. */
async function find(file: string, path: string): Promise<string | 'needs-slash' | undefined> {
  const status = await stat(file).catch(() => undefined);
  if (status?.isFile()) return path.endsWith('/') ? undefined : file;
  const index = join(file, 'index.html');
  if (!status?.isDirectory() || !(await stat(index).catch(() => undefined))?.isFile()) return undefined;
  return path.endsWith('/') ? index : 'needs-slash';
}

function decode(rawPath: string): string | undefined {
  try {
    const path = decodeURIComponent(rawPath);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

function redirect(response: ServerResponse, to: string): void {
  response.setHeader('Location', to);
  send(response, 301, 'text/plain; charset=utf-8', '', 'no-store');
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  cache = 'no-store',
): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': cache,
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
