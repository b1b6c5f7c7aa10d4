import { RateLimiterRes, RateLimiterSQLite } from 'rate-limiter-flexible'
import type { Db } from '../db/open.ts'
import { Refusal } from '../errors.ts'
import { sha256 } from '../events/events.ts'
import { plural } from '../web/words.ts'

/** Too many tries at a secret. Answered with 429. */
export class TooManyAttempts extends Refusal {
  readonly seconds: number
  readonly limit: Limit
  constructor(seconds: number, limit: Limit) {
    const wait = seconds < 90 ? plural(Math.max(seconds, 1), 'second') : plural(Math.ceil(seconds / 60), 'minute')
    super(`That was tried too often. Try again in ${wait}.`)
    this.seconds = seconds
    this.limit = limit
  }
}

/** How often a secret may be tried in a quarter of an hour: for one account, from one address, and with links that do not exist. */
const limits = { account: 10, address: 100, link: 30 } as const
type Limit = keyof typeof limits
const duration = 15 * 60
const table = 'attempts'

/** What is tried, and from where. */
export interface Try {
  limit: Limit
  key: string
}

/**
 * Counts a try before the secret is looked at, so that many tries at once count too; then runs it.
 * A try that succeeds (does not throw) is taken off again, and clears the account's count.
 */
export async function attempt<T>(db: Db, tries: readonly Try[], work: () => T | Promise<T>): Promise<T> {
  const limiters = limitersOf(db)
  forgetOld(db)
  for (const tried of tries) await consume(limiters, tried)
  const result = await work()
  for (const { limit, key } of tries) {
    if (limit === 'account') await limiters[limit].delete(sha256(key))
    else await limiters[limit].reward(sha256(key))
  }
  return result
}

/** Counts a miss: something that was asked for by its secret and is not there. Throws once there were too many. */
export function countMiss(db: Db, missed: Try): Promise<void> {
  const limiters = limitersOf(db)
  forgetOld(db)
  return consume(limiters, missed)
}

export const fromAddress = (ip: string | undefined): Try => ({ limit: 'address', key: network(ip) })
export const onAccount = (email: string): Try => ({ limit: 'account', key: email })
export const onLinks = (ip: string | undefined): Try => ({ limit: 'link', key: network(ip) })

/** One household or office is usually given a whole /64 of IPv6 addresses: they count as one. */
function network(ip = ''): string {
  if (!ip.includes(':') || ip.includes('.')) return ip
  const [head = '', tail = ''] = ip.split('%', 1)[0]?.split('::') ?? []
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const whole = ip.includes('::') ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right] : left
  return `${whole.slice(0, 4).join(':')}::/64`
}

async function consume(limiters: Limiters, { limit, key }: Try): Promise<void> {
  try {
    await limiters[limit].consume(sha256(key))
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw new TooManyAttempts(Math.ceil(refused.msBeforeNext / 1000), limit)
    throw refused
  }
}

type Limiters = Record<Limit, RateLimiterSQLite>
const made = new WeakMap<Db, Limiters>()

/** The counts live in the database, so a restart forgives nothing. Keys are hashed: people type passwords into the wrong field. */
function limitersOf(db: Db): Limiters {
  const known = made.get(db)
  if (known) return known
  // The library makes its table only after its constructor has returned, too late for the first try.
  db.$client.exec(`CREATE TABLE IF NOT EXISTS ${table} (key TEXT PRIMARY KEY, points INTEGER NOT NULL DEFAULT 0, expire INTEGER)`)
  const limiter = (limit: Limit) =>
    new RateLimiterSQLite({
      storeClient: db.$client,
      storeType: 'better-sqlite3',
      tableName: table,
      tableCreated: true,
      keyPrefix: limit,
      points: limits[limit],
      duration,
    })
  const limiters = { account: limiter('account'), address: limiter('address'), link: limiter('link') }
  made.set(db, limiters)
  return limiters
}

function forgetOld(db: Db): void {
  db.$client.prepare(`DELETE FROM ${table} WHERE expire < ?`).run(Date.now())
}
