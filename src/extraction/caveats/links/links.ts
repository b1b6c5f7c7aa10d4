import { readFileSync } from 'node:fs'
import type { Caveat } from '../caveats.ts'
import { numbered } from '../scope/sides.ts'
import type { View } from '../scope/view.ts'
import { COUNTED } from '../words.ts'
import { candidatesOf } from './candidates.ts'
import { evidenceOf } from './evidence.ts'
import { likelyOf, type Looks } from './second-look.ts'

/** Where the trainer writes and the engine reads. */
export const TREES_FILE = new URL('./trees.json', import.meta.url)

/** What the rules tie stays tied unless it is less likely than this. */
const UNLIKELY = 0.3
/** What they do not tie is tied from this probability on. */
const LIKELY = 0.5
/** Where the rules tie nothing that is likely enough, so much will do. */
const MAYBE = 0.3

let trees: Looks | null = null
const looks = (): Looks => (trees ??= JSON.parse(readFileSync(TREES_FILE, 'utf8')) as Looks)

/** The claims that a caveat is about, by index: as the rules see it (`ruled`) and as the marked texts teach. */
export function linkedBy(caveat: Caveat, view: View, ruled: readonly number[]): number[] {
  const candidates = candidatesOf(caveat, view)
  const likely = ofFigures(caveat, view, candidates, likelyOf(looks(), evidenceOf(caveat, view, candidates)))
  const rules = new Set(ruled)
  const tied = tiedOf(
    likely,
    candidates.map((k) => rules.has(k)),
  ).map((at) => candidates[at] as number)
  // The rules look back farther than anything was learned.
  const beyond = ruled.filter((k) => k < (candidates[0] ?? 0))
  return [...beyond, ...tied]
}

/** What is said of "the figure" is said of a claim that gives one, wherever one does: whatever else may seem likely. */
function ofFigures(caveat: Caveat, view: View, candidates: readonly number[], likely: readonly number[]): number[] {
  const gives = candidates.map((k) => numbered(view, k))
  if (!caveat.about.some((noun) => COUNTED.has(noun)) || !gives.includes(true)) return [...likely]
  return likely.map((probability, at) => (gives[at] ? probability : 0))
}

/** The places of the claims tied, given how likely each is and whether the rules tie it; at least the likeliest. */
export function tiedOf(likely: readonly number[], ruled: readonly boolean[]): number[] {
  const kept = likely.map((probability, at) => ruled[at] === true && probability >= UNLIKELY)
  const enough = kept.includes(true) ? LIKELY : MAYBE
  const tied = likely.flatMap((probability, at) => (kept[at] || probability >= enough ? [at] : []))
  if (tied.length > 0 || likely.length === 0) return tied
  return [likely.indexOf(Math.max(...likely))]
}
