import { content } from './support/learner.ts';
import { expectAccessible, test } from './support/test.ts';

const pages = [
  'en/',
  'en/paths/',
  ...content.paths.flatMap((path) => [`en/paths/${path.id}/`, `en/assessment/${path.id}/`]),
  'en/modules/',
  ...content.modules.flatMap((module) => [
    `en/modules/${module.id}/`,
    ...module.lessons.map((lesson) => `en/modules/${module.id}/${lesson.id}/`),
  ]),
  'en/role-plays/',
  'en/role-plays/proof/',
  ...content.scenarios.map(({ scenario }) => `en/role-plays/${scenario.id}/`),
  'en/handouts/',
  ...content.paths.map(({ id }) => `en/handouts/pocket-card/${id}/`),
  ...content.modules.slice(0, 1).map(({ id }) => `en/handouts/module-card/${id}/`),
  // Axe takes long for forty pages of cards; all kits come from one template.
  ...content.scenarios.slice(0, 1).map(({ scenario }) => `en/handouts/tabletop/${scenario.id}/`),
  ...[
    'glossary',
    'sources',
    'search',
    'about',
    'looking-after-yourself',
    'record',
    'certificate',
    'verify',
  ].map((name) => `en/${name}/`),
  '404.html',
];

// Ten pages a test, so that they share the two workers evenly.
for (let i = 0; i < pages.length; i += 10) {
  const some = pages.slice(i, i + 10);
  test(`axe finds nothing, light or dark: ${some[0]} and ${some.length - 1} more`, async ({ page }, info) => {
    test.setTimeout(180_000);
    // On a phone two of each ten: the same templates, folded.
    const these = info.project.name === 'phone' ? some.slice(0, 2) : some;
    for (const address of these) {
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
    }
  });
}
