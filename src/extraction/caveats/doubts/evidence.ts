import { hasFiniteVerb } from '../../words/phrases.ts'
import type { Token } from '../../words/tokens.ts'
import { isOutletLike, subjectEnd } from '../unable.ts'
import { CLASSES, classesOf, DOUBTS } from './classes.ts'

const NAMES = Object.keys(CLASSES)
const KINDS = Object.values(DOUBTS)
/** Words are looked at so far to either side. */
const REACH = 14
const BREAK = /^(?:[,;:—–()]|but|although|though|while)$/u

/**
 * What is known of a word of doubt, one number each, in this order: for every class of words the distance to the nearest after and before.
 */
export const EVIDENCE = [
  ...Object.keys(DOUBTS).map((kind) => `the doubt is: ${kind}`),
  ...NAMES.map((name) => `words to the next of: ${name}`),
  ...NAMES.map((name) => `words since the last of: ${name}`),
  'words to where the clause ends',
  'words since it began',
  'words before it in the sentence',
  'words after it',
  'the outlet is the subject',
  'a name opens the clause',
  'somebody is said to say so',
  'words that doubt in the sentence',
  'another caveat stands in the sentence',
] as const

/** The evidence for the word of doubt at `k`. */
export function evidenceFor(s: readonly Token[], k: number, doubts: number, another: boolean): number[] {
  const word = s[k]?.lower ?? ''
  const after = NAMES.map(() => REACH + 1)
  const before = NAMES.map(() => REACH + 1)
  let end = 0
  for (let at = k + 1; at < s.length && at <= k + REACH; at++) {
    const token = s[at] as Token
    if (end === 0 && BREAK.test(token.lower)) end = at - k
    if (token.quoted) continue
    for (const c of classesOf(token)) if ((after[c] as number) > REACH) after[c] = at - k
  }
  let begin = 0
  for (let at = k - 1; at >= 0 && at >= k - REACH; at--) {
    const token = s[at] as Token
    if (begin === 0 && BREAK.test(token.lower)) begin = k - at
    if (token.quoted) continue
    for (const c of classesOf(token)) if ((before[c] as number) > REACH) before[c] = k - at
  }
  const said = s.findLastIndex((token, at) => at < k && token.pos === 'VERB' && classesOf(token).includes(NAMES.length - 1))
  return [
    ...KINDS.map((kind) => (kind.has(word) ? 1 : 0)),
    ...after,
    ...before,
    end || REACH + 1,
    begin || REACH + 1,
    k,
    s.length - k,
    isOutletLike(s, subjectEnd(s, k)) ? 1 : 0,
    s[begin > 0 ? k - begin + 1 : 0]?.pos === 'PROPN' ? 1 : 0,
    said >= 0 && hasFiniteVerb(s, [said + 1, s.length]) ? 1 : 0,
    doubts,
    another ? 1 : 0,
  ]
}
