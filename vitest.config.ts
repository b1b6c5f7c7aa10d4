import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/quiet.ts'],
    // A scene in a browser takes seconds, and more on a busy machine: the limit is for what hangs.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
})
