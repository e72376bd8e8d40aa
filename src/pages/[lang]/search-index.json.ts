import type { APIRoute } from 'astro';
import { searchDocuments, searchLanguage } from '../../core/search/documents.ts';
import { buildIndex } from '../../core/search/index.ts';
import { nodeFiles } from '../../integrations/node-files.ts';
import { languageRoutes, siteContent } from '../../integrations/site.ts';

/** The search index of a language. */
export const getStaticPaths = languageRoutes;

export const GET: APIRoute = ({ params }) => {
  const lang = params.lang ?? 'en';
  const { language, own } = searchLanguage(nodeFiles(process.cwd()), lang);
  const index = buildIndex(searchDocuments(siteContent(lang), own), language);
  return new Response(JSON.stringify(index), { headers: { 'Content-Type': 'application/json' } });
};
