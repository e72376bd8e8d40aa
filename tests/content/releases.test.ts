import { describe, expect, test } from 'vitest';
import { gradingContent } from '../../src/core/grading/index.ts';
import { loadContent } from '../../src/integrations/load-content.ts';
import { changedReleases, versionProblems } from '../../src/integrations/releases.ts';

describe('released grading content', () => {
  test('is never changed: certificates rest on it', () => {
    expect(changedReleases(process.cwd())).toEqual([]);
  });

  test('shares a version with a role-play only while its graph is the same', () => {
    const { content } = loadContent(process.cwd(), { lang: 'en', today: '2026-11-22' });
    if (!content) throw new Error('The content cannot be read: run "npm run content".');
    expect(versionProblems(process.cwd(), gradingContent(content))).toEqual([]);
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
    expect(versionProblems(process.cwd(), changed).length).toBeGreaterThan(0);
  });
});
