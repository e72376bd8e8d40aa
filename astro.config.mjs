import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { editionOf } from './src/core/edition/index.ts';
import { checkContent } from './src/integrations/check-content.ts';
import { headLinks } from './src/integrations/head-links.ts';
import { hideWhenLeftHash } from './src/integrations/hide-when-left.ts';
import { islandScripts } from './src/integrations/island-scripts.ts';
import { islandWords } from './src/integrations/island-words.ts';
import { lessonContext } from './src/integrations/lesson-context.ts';
import { licences } from './src/integrations/licences.ts';
import { offline } from './src/integrations/offline.ts';
import { pagePolicy } from './src/integrations/page-policy.ts';
import { markReturningHash } from './src/integrations/returning.ts';
import { checkWords } from './src/islands/question/words.ts';

const edition = editionOf(process.env);

// BASE serves the site under any path: BASE=/training/ npm run build.
export default defineConfig({
  base: process.env.BASE ?? '/',
  trailingSlash: 'always',
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  compressHTML: true,
  devToolbar: { enabled: false },
  // The plugin that tells tags where they stand is a remark plugin; Astro's own processor runs none.
  markdown: {
    processor: unified({ remarkPlugins: [lessonContext], smartypants: false }),
    syntaxHighlight: false,
  },
  integrations: [
    checkContent(),
    mdx(),
    react(),
    islandScripts(),
    headLinks(),
    pagePolicy(),
    licences(),
    offline(),
  ],
  security: {
    csp: {
      scriptDirective: { hashes: [hideWhenLeftHash(edition), markReturningHash(edition)] },
      directives: [
        "default-src 'none'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
      ],
    },
  },
  vite: {
    define: { __EDITION__: JSON.stringify(edition) },
    plugins: [
      islandWords({ check: checkWords }),
      {
        // Vite's helper for dynamic imports preloads their styles and scripts. Ours have none of their own, and the
        // helper would be a tenth of a lesson's scripts.
        name: 'no-preload-helper',
        enforce: 'pre',
        load: (id) =>
          id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
      },
    ],
    build: {
      // Scripts are files, never inlined into the page, so that the policy needs no hash for them.
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        // What the frame of every page loads is one file: small ones do not compress.
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'frame',
                test: /\/src\/(components\/(finished|late|leave|leaving|exit-key|without-throwing)|islands\/search\/slash|core\/edition\/index)\.ts$|preload-helper/,
              },
            ],
          },
        },
        // Astro marks each lesson with a directive of its own, and the bundler warns of every one of them: five hundred
        // lines in which a real warning would be lost.
        onLog(level, log, handle) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE' || !log.message.includes('"use astro:'))
            handle(level, log);
        },
      },
    },
  },
});
