/** States of pages that are made when the course is built: one of each template, and each drawing. */

import { readFileSync } from 'node:fs';
import { runOf } from '../../e2e/support/records.ts';
import type { Example } from '../example.ts';
import { content, lessonsDone, nothing } from './done.ts';

/** Lessons that between them use every tag and every drawing that authors have. */
function lessonsWithEveryTag(): string[] {
  const wanted = new Map<string, string>();
  for (const module of content.modules)
    for (const lesson of module.lessons) {
      const text = readFileSync(`content/modules/${module.id}/en/${lesson.id}.mdx`, 'utf8');
      const parts = [
        ...text.matchAll(/<(Diagram) id="([a-z-]+)"/g),
        ...text.matchAll(/<([A-Z]\w+)/g),
        ...text.matchAll(/^(\|)(?: :?-+:? \|){3,}/gm),
        ...text.matchAll(/^(>) /gm),
      ].map((match) => `${match[1]} ${match[2] ?? ''}`);
      for (const part of parts)
        if (!wanted.has(part)) wanted.set(part, `en/modules/${module.id}/${lesson.id}/`);
    }
  return [...new Set(wanted.values())];
}

const [module] = content.modules;
const [play] = content.scenarios;
if (!module || !play) throw new Error('The course is empty.');
const longest =
  [...content.scenarios].sort((a, b) => a.scenario.expert.length - b.scenario.expert.length)[0] ?? play;

/** One role-play passed, one open at its third decision. */
const playsBegun = content.scenarios
  .slice(0, 2)
  .map(({ scenario }, i) => runOf(scenario, i === 0 ? scenario.expert.slice(0, 2) : scenario.expert));

export const pageExamples: Example[] = [
  { id: 'paths', page: 'en/paths/' },
  { id: 'modules', page: 'en/modules/', record: { ...nothing, lessons: lessonsDone(7) } },
  { id: 'role-plays', page: 'en/role-plays/' },
  {
    id: 'role-plays-own-path',
    page: 'en/role-plays/',
    record: { ...nothing, lessons: lessonsDone(3), runs: playsBegun },
    steps: [{ shows: '[data-state]:not([hidden])' }],
  },
  { id: 'role-plays-of-a-path', page: 'en/role-plays/', steps: [{ press: '[data-path="medical"]' }] },
  {
    id: 'role-plays-right-to-left',
    page: 'en/role-plays/',
    dir: 'rtl',
    steps: [{ press: '[data-path="police"]' }],
  },
  { id: 'role-plays-without-scripts', page: 'en/role-plays/', isWithoutScripts: true },
  { id: 'call', page: 'en/call/' },
  { id: 'call-one-need', page: 'en/call/', hash: 'child' },
  { id: 'call-right-to-left', page: 'en/call/', dir: 'rtl', hash: 'danger' },
  { id: 'call-without-scripts', page: 'en/call/', isWithoutScripts: true },
  { id: 'role-plays-proof', page: 'en/role-plays/proof/' },
  { id: 'glossary', page: 'en/glossary/' },
  { id: 'sources', page: 'en/sources/' },
  { id: 'country', page: 'en/country/' },
  { id: 'about', page: 'en/about/' },
  { id: 'looking-after-yourself', page: 'en/looking-after-yourself/' },
  { id: 'handouts', page: 'en/handouts/' },
  { id: 'module-card', page: `en/handouts/module-card/${module.id}/` },
  { id: 'pocket-card', page: 'en/handouts/pocket-card/police/' },
  { id: 'tabletop', page: `en/handouts/tabletop/${longest.scenario.id}/` },
  ...lessonsWithEveryTag().map((page) => ({
    id: `lesson-${page.split('/').at(-2)}`,
    page,
    record: { ...nothing, lessons: lessonsDone(5) },
  })),
  { id: 'lesson-right-to-left', page: lessonsWithEveryTag()[0] ?? '', dir: 'rtl' },
  { id: 'lesson-without-scripts', page: lessonsWithEveryTag()[0] ?? '', isWithoutScripts: true },
];
