/**
 * Short tests around a path: one before it, one six months after it was passed. A sitting of one is kept among the
 * sittings of assessments under a name of its own, so that older copies of the course keep, merge and erase it, and
 * nothing that grades the path's own assessment sees it. No path has such a name (`pathSchema`).
 */
export const testKinds = ['before', 'later'] as const;
export type TestKind = (typeof testKinds)[number];

/** What no id of a path holds. */
export const TEST_MARK = '--';

/** The name under which a sitting of a test is kept, such as `before--police`. */
export function testName(kind: TestKind, path: string): string {
  return `${kind}${TEST_MARK}${path}`;
}

/** The path that a sitting belongs to, be it one of its assessment or of a test. */
export function pathOfSitting(name: string): string {
  return isTest(name) ? name.slice(name.indexOf(TEST_MARK) + TEST_MARK.length) : name;
}

/** Whether a sitting of this name is one of a test. */
export function isTest(name: string): boolean {
  return testKinds.some((kind) => name.startsWith(testName(kind, '')));
}
