import { z } from 'zod'
import { Refusal } from './errors.ts'

const environment = z.object({
  LINECHECK_DATA: z.string().min(1).default('./data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number('PORT must be a number.').int('PORT must be a whole number.').min(0, 'PORT must be 0 to 65535.').max(65535, 'PORT must be 0 to 65535.').default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'PUBLIC_URL must be a whole address such as https://check.example.org.' }).optional(),
  TRUST_PROXY: z.string().regex(/^(|[0-9]|[0-9a-fA-F.:/, ]+|loopback)$/, 'TRUST_PROXY must be empty, a number of proxies, `loopback`, or addresses of your proxies.').default(''),
})

export interface Settings {
  dataFolder: string
  host: string
  port: number
  /** Where people reach this Linecheck, without a trailing slash; links are built from it, never from a request's `Host`. */
  publicUrl: string
  /** Cookies are marked Secure where the public address is https. */
  secure: boolean
  /** What Express trusts as a proxy: false, a number of hops, or addresses. */
  trustProxy: false | number | string
}

/** The settings from the environment. Throws a `Refusal` whose sentence names what is wrong. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Refusal(`The setting ${String(issue?.path[0])} cannot be used: ${issue?.message} Every setting is described in docs/self-hosting.md.`)
  }
  const { LINECHECK_DATA, HOST, PORT, PUBLIC_URL, TRUST_PROXY } = parsed.data
  const publicUrl = (PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`).replace(/\/+$/, '')
  return {
    dataFolder: LINECHECK_DATA,
    host: HOST,
    port: PORT,
    publicUrl,
    secure: publicUrl.startsWith('https:'),
    trustProxy: TRUST_PROXY === '' ? false : /^\d$/.test(TRUST_PROXY) ? Number(TRUST_PROXY) : TRUST_PROXY,
  }
}
