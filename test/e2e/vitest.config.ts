/** Journeys in a real browser: `vitest run --config test/e2e/vitest.config.ts`. They need a built `apps/field/dist` and a Chromium. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    include: ['test/e2e/**/*.test.ts'],
    globalSetup: ['kernel/testing/global-setup.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
    // A browser on a busy machine: a journey that fails twice has failed.
    retry: 1,
  },
})
