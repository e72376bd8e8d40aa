/**
 * The server of `npm start`, `npm run preview` and the journeys: serves the files of one folder, as a plain web host does.
 * `send` finds and sends files; base path, redirects, the 404 page and caching are decided here (decision 0027).
 */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import send from 'send';

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
  const server = createServer((request, response) =>
    answer(request, response, root, base, options.isUncached ?? false),
  );
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

/** Decides on method, base path and redirects; finding and sending a file is the library's part. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  base: string,
  isUncached: boolean,
): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    sendText(response, 405, 'Only GET and HEAD.');
    return;
  }
  const [rawPath = '/', query] = (request.url ?? '/').split('?', 2);
  const search = query === undefined ? '' : `?${query}`;
  const path = decode(rawPath);
  if (path === undefined) sendText(response, 400, 'This address cannot be read.');
  else if (`${path}/` === base || (path === '/' && base !== '/')) redirect(response, base + search);
  else if (!path.startsWith(base)) sendNotFound(request, response, root);
  else sendFile(request, response, root, { path, search, inside: path.slice(base.length), isUncached });
}

/** The file of an address, the redirect to a folder's slash, or the 404 page. */
function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  asked: { path: string; search: string; inside: string; isUncached: boolean },
): void {
  const { path, search, inside, isUncached } = asked;
  send(request, encodeURI(`/${inside}`), { ...SEND, root })
    .on('headers', (_: ServerResponse, file: string) =>
      response.setHeader('Cache-Control', cacheFor(inside, file, isUncached)),
    )
    .on('directory', (_: ServerResponse, folder: string) =>
      existsSync(join(folder, 'index.html'))
        ? redirect(response, `${encodeURI(path).replace(/^\/+/, '/')}/${search}`)
        : sendNotFound(request, response, root),
    )
    .on('error', (error: { status?: number }) => {
      // 403: a path that leads out of the folder. It gets the same answer as one that does not exist.
      if (error.status === 403 || error.status === 404) sendNotFound(request, response, root);
      else sendText(response, 500, 'The server could not read this file.');
    })
    .pipe(response);
}

/** Whole files without validators: what a journey measures or counts is the same at each visit. */
const SEND = {
  acceptRanges: false,
  cacheControl: false,
  dotfiles: 'allow',
  etag: false,
  lastModified: false,
} as const;

/** @returns The `Cache-Control` of a file. Names in `assets/` carry a hash of their content; other files may change. */
function cacheFor(inside: string, file: string, isUncached: boolean): string {
  if (isUncached || file.endsWith('.html')) return 'no-store';
  return inside.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Answers 404 with the site's own page, or with a sentence where the site has none. */
function sendNotFound(request: IncomingMessage, response: ServerResponse, root: string): void {
  response.statusCode = 404;
  send(request, '/404.html', { ...SEND, root })
    .on('error', () => sendText(response, 404, 'There is no such page.'))
    .pipe(response);
}

/** @returns The path without percent-encoding; undefined when the encoding is broken or it holds a null byte. */
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
  sendText(response, 301, '');
}

/** Sends a short text; cuts the connection when part of another answer has gone out. */
function sendText(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}
