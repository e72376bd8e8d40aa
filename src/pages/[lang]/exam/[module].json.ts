import type { APIRoute } from 'astro';
import { moduleRoutes, siteContent } from '../../../integrations/site.ts';

/** Words of the questions of a module, for assessments and reviews. Several paths ask for the same module. */
export const getStaticPaths = moduleRoutes;

export const GET: APIRoute = ({ params }) => {
  const module = siteContent(params.lang ?? 'en').modules.find(({ id }) => id === params.module);
  if (!module) throw new Error(`No module "${params.module}".`);
  const words = Object.fromEntries(
    Object.entries(module.bank).map(([id, { objective }]) => [
      `${module.id}/${id}`,
      { words: module.bankWords[id], objective: module.words.objectives[objective] },
    ]),
  );
  return new Response(JSON.stringify(words), { headers: { 'Content-Type': 'application/json' } });
};
