import type { APIRoute } from 'astro';
import { pathRoutes, siteContent } from '../../../integrations/site.ts';

/** Words of the questions that a path's final assessment may draw. */
export const getStaticPaths = pathRoutes;

export const GET: APIRoute = ({ params }) => {
  const content = siteContent(params.lang ?? 'en');
  const path = content.paths.find((candidate) => candidate.id === params.path);
  const words = Object.fromEntries(
    content.modules
      .filter((module) => path?.modules.includes(module.id))
      .flatMap((module) =>
        Object.entries(module.bank)
          .filter(([, question]) => question.use !== 'check')
          .map(([id]) => [`${module.id}/${id}`, { words: module.bankWords[id] }]),
      ),
  );
  return new Response(JSON.stringify(words), { headers: { 'Content-Type': 'application/json' } });
};
