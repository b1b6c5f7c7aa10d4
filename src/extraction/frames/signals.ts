import { NUMBER_WORDS } from '../conflicts/numbers.ts'
import { RECORDINGS } from '../words/lexicon.ts'
import type { Token } from '../words/tokens.ts'

/**
 * Words without which a rule finds nothing in a sentence. One look at each word tells which of the rules are worth asking; the rules
 * themselves read the same tables.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Nouns for something said: with an owner or "by" and a clause they attribute it. */
export const SAYINGS = words(
  'claim claims allegation allegations accusation accusations assertion assertions contention finding findings conclusion conclusions estimate estimates warning warnings promise promises prediction predictions forecast forecasts argument insistence complaint complaints denial admission announcement testimony belief fear fears charge charges suggestion suggestions assurance assurances pledge vow threat acknowledgement acknowledgment assessment ruling statement report remark comment',
)
/** What somebody is who says a thing firmly, and what somebody is who thinks it. */
export const FIRM = words('adamant insistent unequivocal categorical emphatic blunt clear explicit dismissive scathing candid frank')
export const MINDED = words(
  'certain sure convinced confident positive hopeful doubtful sceptical skeptical optimistic pessimistic persuaded unsure unconvinced',
)
/** To be asked and not to say: "would not be drawn on whether", "would neither confirm nor deny". */
export const UNSAID = words('comment say discuss elaborate answer confirm speak name identify disclose specify')
/** What people find who find things out for a living. */
export const FINDING = words(
  'matched traced geolocated dated identified located pinpointed compared linked measured placed calculated counted authenticated verified ruled',
)
/** What is done with an account: "— an account that residents rejected". */
export const DISPUTING = words(
  'denied denies deny rejected rejects reject disputed disputes dispute dismissed dismisses contested contests confirmed confirms made repeated echoed questioned challenged condemned criticised criticized defended disowned backed put',
)
/** What can be done with a picture: "can be seen in the clip". */
export const SEEN = words('seen heard shown filmed visible')

/** The rules that ask for a signal, each with the words that give it. */
const SIGNALS = {
  saying: SAYINGS,
  minded: new Set([...FIRM, ...MINDED, ...UNSAID, 'drawn']),
  finding: FINDING,
  disputing: DISPUTING,
  recording: RECORDINGS,
  seen: SEEN,
  figure: new Set(NUMBER_WORDS),
} as const satisfies Record<string, ReadonlySet<string>>

export type Signal = keyof typeof SIGNALS

/** One bit for each signal. */
const BITS = Object.fromEntries(Object.keys(SIGNALS).map((signal, k) => [signal, 1 << k])) as Record<Signal, number>

/** The signals a word gives. */
const GIVEN: ReadonlyMap<string, number> = Object.entries(SIGNALS).reduce((given, [signal, list]) => {
  for (const word of list) given.set(word, (given.get(word) ?? 0) | BITS[signal as Signal])
  return given
}, new Map<string, number>())

const [ZERO, NINE] = [0x30, 0x39]

/** What has been seen of a sentence already. */
const known = new WeakMap<readonly Token[], number>()

/** Whether any word of a sentence gives a signal. */
export function gives(s: readonly Token[], signal: Signal): boolean {
  let signals = known.get(s)
  if (signals === undefined) {
    signals = signalsOf(s)
    known.set(s, signals)
  }
  return (signals & BITS[signal]) !== 0
}

function signalsOf(s: readonly Token[]): number {
  let signals = 0
  for (const { lower } of s) signals |= GIVEN.get(lower) ?? unlisted(lower)
  return signals
}

/** Numbers in digits or with a hyphen ("twenty-three") stand in no list. */
function unlisted(word: string): number {
  const first = word.charCodeAt(0)
  return (first >= ZERO && first <= NINE) || word.includes('-') ? BITS.figure : 0
}
