import { readFileSync, statSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { Refusal } from './errors.ts'

const wholePort = 'PORT must be a whole number from 0 to 65535.'
const wholeAddress = 'PUBLIC_URL must be a whole address without a path, such as https://check.example.org.'
const proxies =
  'TRUST_PROXY must be empty, the number of proxies in front (1 to 9), `loopback`, or addresses of your proxies with commas between.'

/** 32 bytes in hexadecimal. */
const VAULT_KEY = /^[0-9a-f]{64}$/i
const wholeKey = 'A vault key is 64 hexadecimal digits, as “openssl rand -hex 32” prints them.'

const environment = z.object({
  LINECHECK_DATA: z.string().default('./data'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, wholePort)
    .default('3000')
    .transform(Number)
    .refine((port) => port <= 65_535, wholePort),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: wholeAddress })
    .refine(isOnlyOrigin, wholeAddress)
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUST_PROXY: z.string().refine(isTrustable, proxies).default(''),
  LINECHECK_VAULT_KEY: z.string().regex(VAULT_KEY, wholeKey).optional(),
  LINECHECK_VAULT_KEY_FILE: z.string().optional(),
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
  /** What identities of confidential sources are sealed with; null where none is set. */
  vaultKey: Buffer | null
}

/** The settings from the environment. Throws a `Refusal` whose sentence names what is wrong. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Refusal(
      `The setting ${String(issue?.path[0])} cannot be used: ${issue?.message} Every setting is described in docs/self-hosting.md.`,
    )
  }
  const { LINECHECK_DATA, HOST, PORT, PUBLIC_URL, TRUST_PROXY, LINECHECK_VAULT_KEY, LINECHECK_VAULT_KEY_FILE } = parsed.data
  const publicUrl = PUBLIC_URL ?? ownAddress(HOST, PORT)
  return {
    dataFolder: LINECHECK_DATA,
    host: HOST,
    port: PORT,
    publicUrl,
    secure: publicUrl.startsWith('https:'),
    vaultKey: vaultKeyIn(LINECHECK_VAULT_KEY, LINECHECK_VAULT_KEY_FILE),
    trustProxy: TRUST_PROXY === '' ? false : /^\d$/.test(TRUST_PROXY) ? Number(TRUST_PROXY) : TRUST_PROXY,
  }
}

/** The key itself, or what its file holds. A file that others may read keeps no secret. */
function vaultKeyIn(key: string | undefined, file: string | undefined): Buffer | null {
  if (key !== undefined && file !== undefined)
    throw new Refusal('Set LINECHECK_VAULT_KEY or LINECHECK_VAULT_KEY_FILE, not both: it would not be clear which key seals.')
  if (file === undefined) return key === undefined ? null : Buffer.from(key, 'hex')
  let held: string
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      throw new Refusal(`Others on this machine may read the key file ${file}: chmod 600 it, and start again.`)
    held = readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`The key file ${file} of LINECHECK_VAULT_KEY_FILE cannot be read by the account that Linecheck runs as.`)
  }
  if (!VAULT_KEY.test(held)) throw new Refusal(`The key file ${file} holds no key. ${wholeKey}`)
  return Buffer.from(held, 'hex')
}

/** The settings once the port is known: with `PORT=0` the system has chosen it. A given public address stays as it is. */
export function onPort(settings: Settings, port: number): Settings {
  const given = settings.publicUrl !== ownAddress(settings.host, settings.port)
  return { ...settings, port, publicUrl: given ? settings.publicUrl : ownAddress(settings.host, port) }
}

/** Where a person at this machine reaches it; listening everywhere is reached as localhost. */
function ownAddress(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

function isOnlyOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { pathname, search, hash, username, password } = new URL(text)
  return pathname === '/' && search + hash + username + password === ''
}

function isTrustable(text: string): boolean {
  return /^[1-9]?$/.test(text) || text.split(',').every((part) => isProxy(part.trim()))
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits = '1', ...more] = text.split('/')
  return more.length === 0 && isIP(address) !== 0 && /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (isIP(address) === 6 ? 128 : 32)
}
