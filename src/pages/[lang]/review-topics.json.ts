import type { APIRoute } from 'astro';
import type { Topics } from '../../core/review/index.ts';
import { languageRoutes, siteContent } from '../../integrations/site.ts';

/** Which questions belong to which objective, for the review. Grading content does not say it: it decides no result. */
export const getStaticPaths = languageRoutes;

export const GET: APIRoute = ({ params }) => {
  const { modules, paths } = siteContent(params.lang ?? 'en');
  const topics: Topics = Object.fromEntries(
    modules
      .filter(({ id }) => paths.some((path) => path.modules.includes(id)))
      .map(({ id, bank }) => {
        const objectives: Record<string, string[]> = {};
        for (const [question, { objective }] of Object.entries(bank)) {
          objectives[objective] ??= [];
          objectives[objective].push(question);
        }
        return [id, objectives];
      }),
  );
  return new Response(JSON.stringify(topics), { headers: { 'Content-Type': 'application/json' } });
};
