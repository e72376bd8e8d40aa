import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { languagesOf } from '../../integrations/load-content.ts';
import { keptReleases } from '../../integrations/releases.ts';
import { release, siteContent } from '../../integrations/site.ts';

/** Grading content under its hash: today's, and every one that was ever released. */
export function getStaticPaths() {
  const content = siteContent(languagesOf(process.cwd())[0] ?? 'en');
  const today = release(content);
  const kept = keptReleases(process.cwd()).filter(({ hash }) => hash !== today.hash);
  return [
    { params: { hash: today.hash }, props: { json: today.json } },
    ...kept.map(({ hash, path }) => ({ params: { hash }, props: { json: readFileSync(path, 'utf8') } })),
  ];
}

export const GET: APIRoute = ({ props }) =>
  new Response(props.json as string, { headers: { 'Content-Type': 'application/json' } });
