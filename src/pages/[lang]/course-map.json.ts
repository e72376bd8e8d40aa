import type { APIRoute } from 'astro';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { courseMap } from '../../components/course-map.ts';
import { sceneDrawing } from '../../core/course/index.ts';
import { nodeFiles } from '../../integrations/node-files.ts';
import { languageRoutes, siteContent } from '../../integrations/site.ts';
import { Portrait } from '../../islands/scenario/Portrait.tsx';
import type { HomeMapFile } from '../../page-scripts/home-map.ts';

/** What the home page shows to a learner who comes back. A file of its own, so that a first visit does not carry it. */
export const getStaticPaths = languageRoutes;

export const GET: APIRoute = ({ params }) => {
  const content = siteContent(params.lang ?? 'en');
  const files = nodeFiles(process.cwd());
  const lessons = content.modules.flatMap((module) =>
    module.lessons.map(({ id, frontmatter, reading }) => ({
      id: `${module.id}/${id}`,
      summary: frontmatter.summary,
      scene: reading.tags.find(({ name }) => name === 'Scene')?.attributes.id,
    })),
  );
  const scenes = new Set(lessons.flatMap(({ scene }) => (typeof scene === 'string' ? scene : [])));
  // Addresses stand in the page: a file's would not be right on a stick, whose pages are opened from a folder.
  const { base: _, ...course } = courseMap(content);
  const map: HomeMapFile = {
    ...course,
    summaries: Object.fromEntries(lessons.map(({ id, summary }) => [id, summary])),
    sceneOf: Object.fromEntries(
      lessons.flatMap(({ id, scene }) => (typeof scene === 'string' ? [[id, scene]] : [])),
    ),
    scenes: Object.fromEntries([...scenes].map((id) => [id, sceneDrawing(files, id)])),
    faces: Object.fromEntries(
      content.scenarios.flatMap(({ scenario }) => {
        const parts = scenario.people[scenario.focus]?.portrait;
        const face = parts && renderToStaticMarkup(createElement(Portrait, { parts, bearing: 'listening' }));
        return face ? [[scenario.id, face]] : [];
      }),
    ),
  };
  return new Response(JSON.stringify(map), { headers: { 'Content-Type': 'application/json' } });
};
