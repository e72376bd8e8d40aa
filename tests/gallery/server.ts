/** Serves the built site with its gallery: `?example=<id>` on a page brings the state of that example. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { kept } from '../../src/core/edition/index.ts';
import { basePath, siteFolder, startStaticServer } from '../../src/tools/static-server.ts';
import type { Example } from './example.ts';
import { setUp } from './set-up.ts';

export interface Gallery {
  url: string;
  close(): Promise<void>;
}

/** Address of an example, relative to the gallery's. */
export function addressOf({ page, id, hash }: Example): string {
  return `${page}?example=${id}${hash === undefined ? '' : `#${hash}`}`;
}

/**
 * @param port The first that is tried.
 * @throws {Error} when nothing is built.
 */
export async function serveGallery(examples: readonly Example[], port: number): Promise<Gallery> {
  const site = await startStaticServer({ root: siteFolder(), base: basePath(), port: port + 1, tries: 50 });
  const byId = new Map(examples.map((example) => [example.id, example]));
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', site.url);
    const example = byId.get(address.searchParams.get('example') ?? '');
    if (address.pathname === '/gallery/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(listOf(examples));
    } else if (example) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(pageOf(example));
    } else {
      const answer = await fetch(new URL(address.pathname + address.search, site.url), {
        redirect: 'manual',
      });
      response.writeHead(answer.status, {
        'Content-Type': answer.headers.get('content-type') ?? 'application/octet-stream',
      });
      response.end(
        address.searchParams.has(NO_SCRIPTS)
          ? asWithoutScripts(await answer.text())
          : Buffer.from(await answer.arrayBuffer()),
      );
    }
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, 'localhost', listening);
  });
  return {
    url: `http://localhost:${port}${basePath()}`,
    close: async () => {
      await new Promise((closed) => server.close(closed));
      await site.close();
    },
  };
}

/** Asks for a style sheet as a browser without scripts reads it. */
const NO_SCRIPTS = 'scripting-none';

/** Rules of a style sheet as they hold where no scripts run. */
const asWithoutScripts = (css: string) =>
  css
    .replace(/\(scripting:\s*none\)/g, '(min-width:0)')
    .replace(/\(scripting:\s*enabled\)/g, '(max-width:0)');

/**
 * The built page as a browser without scripts shows it. The browser of the check runs scripts all the same: axe needs its
 * timers, which a page without scripts does not have.
 */
function pageWithoutScripts(html: string): string {
  return asWithoutScripts(html)
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<\/?noscript>/g, '')
    .replace(/(<link rel="stylesheet" href="[^"?]+)"/g, `$1?${NO_SCRIPTS}"`);
}

/** The built page with what brings its state before everything else in it, and without the policy that forbids that. */
function pageOf(example: Example): string {
  const html = readFileSync(join(siteFolder(), example.page, 'index.html'), 'utf8');
  if (example.isWithoutScripts) return pageWithoutScripts(html);
  const script = `<script>(${setUp.toString()})(${JSON.stringify(example).replaceAll('<', '\\u003c')}, ${JSON.stringify(kept('record', basePath()))})</script>`;
  return html
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/i, '')
    .replace(/<head>/, (head) => head + script)
    .replace(/component-url="([^"]*)"/g, (whole, url: string) =>
      example.withoutIsland && url.includes(`/${example.withoutIsland}.`)
        ? 'component-url="/none.js"'
        : whole,
    );
}

function listOf(examples: readonly Example[]): string {
  const pages = Map.groupBy(examples, ({ page }) => page);
  const parts = [...pages].map(
    ([page, own]) =>
      `<h2>${page}</h2><ul>${own
        .map((example) => `<li><a href="${basePath()}${addressOf(example)}">${example.id}</a></li>`)
        .join('')}</ul>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery of states</title><h1>Gallery of states</h1>
<p>What an example keeps in this browser is cleared by the next.</p>${parts.join('')}`;
}
