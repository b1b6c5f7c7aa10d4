import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import type { serve } from './app.ts'
import type { Person } from './newsroom.ts'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The installed Chromium. A missing one fails the test, naming the command that installs it: a scene that is skipped proves nothing. */
export function chromiumPath(): string {
  const found = places.find((place) => place !== undefined && place !== '' && existsSync(place))
  if (!found)
    throw new Error('No Chromium found. Install one with: sudo apt-get install -y chromium   (or name one in the variable CHROMIUM)')
  return found
}

/** Quiet: Chromium looks up hosts of its own at every start, and none of that belongs to the test. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let shared: Promise<Browser> | undefined
const browser = (): Promise<Browser> => (shared ??= chromium.launch({ executablePath: chromiumPath(), args: flags }))

export interface Opened {
  page: Page
  context: BrowserContext
  complaints: string[]
}
export interface BrowserSettings {
  width?: number
  height?: number
  dark?: boolean
  scripts?: boolean
}

/** A page of a person's own browser, signed in. What the page complains of on its console is collected. */
export async function openAs(app: Awaited<ReturnType<typeof serve>>, who: Person | null, settings: BrowserSettings = {}): Promise<Opened> {
  const context = await (await browser()).newContext({
    baseURL: app.base,
    viewport: { width: settings.width ?? 1440, height: settings.height ?? 960 },
    colorScheme: settings.dark ? 'dark' : 'light',
    javaScriptEnabled: settings.scripts ?? true,
    acceptDownloads: true,
  })
  onTestFinished(() => context.close())
  if (who) {
    const [name = '', value = ''] = app.cookieOf(who).split('=')
    await context.addCookies([{ name, value, url: app.base }])
  }
  const page = await context.newPage()
  const complaints: string[] = []
  // A refused form is answered with 409 or 422 on purpose; the browser notes that as an error of loading.
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (403|404|409|410|422)/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, complaints }
}
