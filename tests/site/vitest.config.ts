import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests of what was built: they read DIST (default dist) and run after the build. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    environment: 'node',
    include: ['tests/site/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
