import { frame, type Frame } from '../frames/frames.ts'
import type { Range } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { capital, isComma, isStop, mediaIn, originIn, phraseAt, phraseEnd } from './phrases.ts'
import type { Table } from './table.ts'

/** Fills in what an attribution put last covers: the words before it, a quotation that goes on after it, its media. */
export function put(t: Table, s: readonly Token[], found: Frame, from: number, to: number, end: number): Frame {
  if (!found.source) found.source = found.cue
  found.trailing = true
  found.content = [[0, isComma(s[from - 1]) ? from - 1 : from]]
  const opens = s.findIndex((token, k) => k >= to && token.opens)
  const goesOn = opens < 0 && s[to]?.quoted ? to : opens
  if (goesOn >= 0 && goesOn < end) found.content.push([goesOn, end])
  const asides: Range = [to, goesOn >= 0 ? goesOn : end]
  found.origin = originIn(t, s, ...asides)
  found.relays = [
    ...mediaIn(t, s, found.cue[1], Math.max(found.cue[1], found.source === found.cue ? 0 : found.source[0])),
    ...mediaIn(t, s, ...asides),
  ]
  found.asides = [asides]
  return found
}

/** "a-t-il ajouté", "souligne-t-elle": verb and pronoun in one word. */
export function inverted(t: Table, s: readonly Token[], k: number, end: number): Frame | null {
  const match = t.inverted?.exec(s[k]?.lower ?? '')
  if (!match || k === 0) return null
  const has = t.auxiliary.has(match[1] ?? '')
  let at = k
  if (has) while (at < Math.min(end, k + 4) && t.tellings.get(s[at]?.lower ?? '')?.form === undefined) at++
  // After a comma or a quotation any verb that is turned round tells: "soupire-t-il", "a-t-elle soufflé".
  const known = t.tellings.get(has ? (s[at]?.lower ?? '') : (match[1] ?? ''))
  if (!known && !isComma(s[k - 1]) && s[k - 1]?.closes !== true) return null
  if (!known) at = has ? Math.min(end - 1, k + 1) : k
  const telling = known ?? { lemma: 'say' }
  const unclear = match[2] === 'on'
  const found = frame([k, at + 1], [k, at + 1], telling.lemma, 'speech', [k, k + 1], [])
  found.unclear = unclear
  return put(t, s, found, k, at + 1, end)
}

/** "Un video muestra …": the recording is the source of what it shows. */
export function recorded(t: Table, s: readonly Token[], k: number, end: number): Frame | null {
  if (!t.shows.test(s[k]?.lower ?? '')) return null
  const head = s.findIndex((token, n) => n < k && n > k - 14 && t.recordings.test(token.lower))
  if (head < 0 || s.slice(head, k).some((token) => isComma(token))) return null
  const from = head > 0 && t.articles.has(s[head - 1]?.lower ?? '') ? head - 1 : head
  return k + 1 < end ? frame([k, k + 1], [k, k + 1], 'show', 'speech', [from, k], [[k + 1, end]]) : null
}

/** "Selon X, …", "…, d'après X", "…, según publicó X"; in the middle too. */
export function accordingTo(t: Table, s: readonly Token[], k: number, from: number, end: number, phrase: readonly string[]): Frame | null {
  const view = /^(?:pour|para)$/u.test(phrase[0] ?? '')
  // "Pour X, …" gives a view only at the start, before a name and a comma.
  if (view && (k > 0 || !(capital(s[from]) || t.titles.test(s[from]?.lower ?? '')))) return null
  let at = from
  let cue = from
  // "según ha avanzado la Audiencia", "comme l'a annoncé la mairie": a verb, and the source after it.
  const clause = phrase[0] === 'según' || phrase[0] === 'comme' || phrase[0] === 'ainsi'
  const tells = (n: number): boolean =>
    t.tellings.has(s[n]?.lower ?? '') ||
    t.auxiliary.has(s[n]?.lower ?? '') ||
    (t.auxiliary.has(s[n - 1]?.lower ?? '') && /(?:[ai]do|cho|sto)$/u.test(s[n]?.lower ?? ''))
  if (clause && tells(at)) {
    while (tells(at)) at++
    cue = at
    while (t.between.has(s[at]?.lower ?? '') && !t.articles.has(s[at]?.lower ?? '')) at++
    if (/^(?:este|esta|ce|cette)$/u.test(s[at]?.lower ?? '') && t.between.has(s[at + 1]?.lower ?? '')) at += 2
  } else if (phrase[0] === 'comme' || phrase[0] === 'ainsi') return null
  const told = cue > from
  const pronoun = told && (at >= end || isStop(s[at]))
  const phrased = phrase[1]?.startsWith('source') ? ([k + 1, phraseEnd(t, s, from, end)] as Range) : phraseAt(t, s, at, end)
  const source = pronoun ? null : phrased
  if (!source && !pronoun) return null
  if (/^(?:que|les?|la|l')$/u.test(s[at]?.lower ?? '') && source && source[1] - source[0] < 2) return null
  // "Selon Julie Petit, citée par X, …"
  const named = source?.[1] ?? at
  const cited = isComma(s[named]) && t.citedBy.test(s[named + 1]?.lower ?? '')
  const to = cited ? phraseEnd(t, s, named + 3, end) : named
  if (view && !isComma(s[to])) return null
  const close = s.findIndex((token, n) => n >= to && n < end && isComma(token))
  const content: Range[] = []
  if (k > 0) content.push([0, isComma(s[k - 1]) ? k - 1 : k])
  if (close >= 0 && close + 1 < end) content.push([close + 1, end])
  const found = frame([k, cue], [k, cue], view ? 'consider' : 'according to', 'speech', source, content)
  if (!source) found.source = found.cue
  found.trailing = k > 0
  const stop = close >= 0 ? close : end
  found.origin = originIn(t, s, to, close >= 0 && t.citing.test(s[close + 1]?.lower ?? '') ? Math.min(end, close + 20) : stop)
  found.relays = mediaIn(t, s, named, stop)
  found.asides = [[to, stop]]
  return content.length > 0 ? found : null
}
