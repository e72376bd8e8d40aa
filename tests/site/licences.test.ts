import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LICENCES_FILE } from '../../src/integrations/licences.ts';
import { builtPages, root } from './pages.ts';

const notices = readFileSync(join(root, LICENCES_FILE), 'utf8');

test.each([
  'react',
  'react-dom',
  'scheduler',
  'zustand',
  'valibot',
  '@noble/hashes',
  'uqr',
  'lunr',
  'pdfkit',
  'fontkit',
  'linebreak',
  'png-js',
  'fflate',
  'astro',
  // Typefaces and the search worker are bundled apart from the pages' scripts.
  '@fontsource/atkinson-hyperlegible-next',
])('%s, which the site brings along, has its notice', (name) => {
  expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
});

test('every page about the course leads to the notices', () => {
  const about = builtPages().filter(({ file }) => file.endsWith('/about/index.html'));
  expect(about.length).toBeGreaterThan(0);
  for (const page of about)
    expect(page.tags.some(({ attributes }) => attributes.href?.endsWith(LICENCES_FILE))).toBe(true);
});
