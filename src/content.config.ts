import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

/** Lessons as MDX. Their front matter and tags are checked by `integrations/load-content.ts` before the build. */
export const collections = {
  lessons: defineCollection({
    loader: glob({
      base: './content/modules',
      pattern: '*/*/*.mdx',
      generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
    }),
  }),
};
