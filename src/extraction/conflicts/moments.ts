import type { Token } from '../words/tokens.ts'
import type { Quantity } from './numbers.ts'

/** Events that happen once in a story, by the words for them. */
const EVENTS: readonly [string, RegExp][] = [
  ['blast', /^(?:exploded|explosion|blast|detonated)$/u],
  ['crash', /^(?:crash|crashed|collided|collision|derailed)$/u],
  ['shooting', /^(?:shooting|shot)$/u],
  ['sinking', /^(?:sank|capsized|overturned|keeled)$/u],
  ['quake', /^(?:earthquake|quake|tremor)$/u],
  ['departure', /^(?:departed|sailed)$/u],
  ['arrival', /^(?:arrived)$/u],
  ['raid', /^(?:raided|raid|stormed)$/u],
]

/** The hour at which a claim puts one event, in minutes: "the train derailed at 8.40 pm". Two events or two hours in a claim give none. */
export function momentsIn(s: readonly Token[]): (Quantity & { about: string })[] {
  const hours = s.flatMap((_, k) => hourAt(s, k) ?? [])
  const [hour] = hours
  if (!hour || hours.length > 1) return []
  const events = EVENTS.filter(([, words]) => s.some((token) => words.test(token.lower)))
  const [event] = events
  if (!event || events.length > 1) return []
  return [{ ...hour, about: `at/${event[0]}` }]
}

/** "8.40 pm", "3:15 a.m.", "7pm": with its half of the day only, and after "at" or "about". */
function hourAt(s: readonly Token[], k: number): Quantity | null {
  const match = /^(\d{1,2})(?:[.:](\d{2}))?(am|pm|a\.m\.?|p\.m\.?)?$/u.exec(s[k]?.lower ?? '')
  const split = s[k + 1]?.text === ':' && /^\d{2}$/u.test(s[k + 2]?.text ?? '')
  if (!match) return null
  const to = split ? k + 3 : k + 1
  const half = match[3] ?? s[to]?.lower ?? ''
  if (!/^(?:am|pm|a\.m\.?|p\.m\.?)$/u.test(half)) return null
  const rough = s
    .slice(Math.max(0, k - 2), k)
    .some((token) => /^(?:about|around|nearly|shortly|before|after|almost|approximately)$/u.test(token.lower))
  const minutes = ((Number(match[1]) % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + Number(match[2] ?? (split ? s[k + 2]?.text : 0) ?? 0)
  return { value: minutes, bound: rough ? 'about' : 'exact', from: k, to: match[3] ? to : to + 1 }
}
