import type { APIRoute } from 'astro';
import { keptReleases } from '../../core/course/index.ts';
import { languagesOf } from '../../integrations/load-content.ts';
import { nodeFiles } from '../../integrations/node-files.ts';
import { release, siteContent } from '../../integrations/site.ts';

/** Grading content under its hash: today's, which is the same in every language, and every one that was ever released. */
export function getStaticPaths() {
  const kept = keptReleases(nodeFiles(process.cwd()));
  const today = languagesOf(process.cwd()).map((lang) => release(siteContent(lang)));
  const byHash = new Map([...kept, ...today].map(({ hash, json }) => [hash, json]));
  return [...byHash].map(([hash, json]) => ({ params: { hash }, props: { json } }));
}

export const GET: APIRoute = ({ props }) =>
  new Response(props.json as string, { headers: { 'Content-Type': 'application/json' } });
