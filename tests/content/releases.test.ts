import { describe, expect, test } from 'vitest';
import { changedReleases, keptReleases, versionProblems } from '../../src/core/course/index.ts';
import { gradingContent } from '../../src/core/grading/index.ts';
import { loadContent } from '../../src/integrations/load-content.ts';
import { nodeFiles } from '../../src/integrations/node-files.ts';

const kept = keptReleases(nodeFiles(process.cwd()));

describe('released grading content', () => {
  test('is never changed, because certificates are verified with it', () => {
    expect(changedReleases(kept)).toEqual([]);
  });

  test('shares a version with a role-play only while its graph is the same', () => {
    const { content } = loadContent(process.cwd(), { lang: 'en', today: '2026-11-22' });
    if (!content) throw new Error('The content cannot be read: run "npm run content".');
    expect(versionProblems(kept, gradingContent(content))).toEqual([]);
  });

  test('notices a graph that changed while the version stayed', () => {
    const { content } = loadContent(process.cwd(), { lang: 'en', today: '2026-11-22' });
    if (!content) throw new Error('The content cannot be read: run "npm run content".');
    const today = gradingContent(content);
    const changed = {
      ...today,
      scenarios: today.scenarios.map(({ scenario, minutes }) => ({
        scenario: { ...scenario, pass: `${scenario.pass} and ${scenario.pass}` },
        minutes,
      })),
    };
    expect(versionProblems(kept, changed).length).toBeGreaterThan(0);
  });
});
