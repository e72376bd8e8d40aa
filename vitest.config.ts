import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Loading all content explores every role-play; on a busy machine that takes longer than the default five seconds.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: [
      'src/**/*.test.ts',
      'tests/*.test.ts',
      'tests/{property,content,conformance,archive}/**/*.test.ts',
    ],
  },
});
