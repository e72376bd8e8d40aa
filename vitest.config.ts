import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const include = [
  'src/**/*.test.ts',
  'tests/*.test.ts',
  'tests/{property,content,conformance,archive}/**/*.test.ts',
];

/** Files that replace modules or globals: what they replace would last into the file that comes next. */
const apart = globSync(include).filter((file) =>
  /\bvi\.(mock|doMock|resetModules|stubGlobal|useFakeTimers)\(/.test(readFileSync(file, 'utf8')),
);

export default defineConfig({
  test: {
    environment: 'node',
    // Loading all content explores every role-play; on a busy machine that takes longer than the default five seconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // These share modules within a worker, so that importing and compiling them is paid once and not per file.
      { extends: true, test: { name: 'shared', isolate: false, include, exclude: apart } },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
