import { expect } from 'vitest'
import type { Locator, Page } from 'playwright-core'

/** Presses Tab until this has the focus, as somebody without a mouse would. Fails if it cannot be reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 250; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${String(target)}`)
}

/** Goes to a field, empties it and types. */
export async function typeInto(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(words)
}

/** Goes to something and presses Enter, and waits for the page that follows. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await follow(page, () => page.keyboard.press('Enter'))
}

/** A single key that leads to another page. */
export const press = (page: Page, key: string): Promise<void> => follow(page, () => page.keyboard.press(key))

export async function follow(page: Page, act: () => Promise<void>): Promise<void> {
  const loaded = page.waitForEvent('load', { timeout: 15_000 })
  await act()
  await loaded
}

/** After an act the focus is on something that can be seen, not lost on the body. */
export async function expectFocusKept(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.activeElement !== document.body && (document.activeElement?.getClientRects().length ?? 0) > 0),
  ).toBe(true)
}
