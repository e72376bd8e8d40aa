import type { APIRoute } from 'astro';
import { buildIndex } from '../../core/search/index.ts';
import { searchDocuments, searchLanguage } from '../../integrations/search-documents.ts';
import { languageRoutes, siteContent } from '../../integrations/site.ts';

/** The search index of a language. */
export const getStaticPaths = languageRoutes;

export const GET: APIRoute = ({ params }) => {
  const lang = params.lang ?? 'en';
  const { language, own } = searchLanguage(process.cwd(), lang);
  const index = buildIndex(searchDocuments(siteContent(lang), own), language);
  return new Response(JSON.stringify(index), { headers: { 'Content-Type': 'application/json' } });
};
