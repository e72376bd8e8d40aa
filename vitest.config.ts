import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: [
      'src/**/*.test.ts',
      'tests/*.test.ts',
      'tests/{property,content,conformance,archive}/**/*.test.ts',
    ],
  },
});
