import { afterEach, beforeEach, expect, vi } from 'vitest'

/** The app writes to the error log only what is our own fault: whatever lands there fails the test. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

afterEach(() => {
  const said = vi.mocked(console.error).mock.calls.map((call) => call.map(String).join(' '))
  vi.restoreAllMocks()
  expect(said).toEqual([])
})
