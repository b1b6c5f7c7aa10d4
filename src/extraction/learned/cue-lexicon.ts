import { stringHash } from './hash.ts'

/** How often each lemma stood in a cue and in a source of the corpus, against how often it stood anywhere. */
export interface CueLexicon {
  /** A lemma's hash, and how often it stands in cues, and in sources: 0 never to 6 nearly always; 9 too rare to know. */
  steps(lemma: string): Steps
  /** The share of cues itself (0 to 1, smoothed) and how often the lemma was counted (at most 50). */
  usage(lemma: string): { share: number; count: number }
}

export interface Steps {
  hash: number
  cue: number
  speaker: number
}

/** As many lemmas are kept at hand. */
const AT_HAND = 50_000

export type Counts = readonly [cue: number, source: number, all: number]

/** Lemmas counted less often are not known. */
export const RARE = 3
const NONE: Counts = [0, 0, 0]

/** Words of many uses that stand inside cues without being one. */
export const NEVER_ALONE = new Set(
  'be have do will would could can may might should not to the a an of in on for and that it he she they i we you with as by at from about'.split(
    ' ',
  ),
)

/** Sorts a share into the few steps the tagger knows. */
export function step(part: number, all: number): number {
  if (all < RARE) return 9
  const share = part / all
  if (share === 0) return 0
  return share < 0.05 ? 1 : share < 0.15 ? 2 : share < 0.35 ? 3 : share < 0.6 ? 4 : share < 0.85 ? 5 : 6
}

/** A lexicon over counts. With `without`, one article's own counts are taken off: training must not look a word up in itself. */
export function lexiconOf(counts: ReadonlyMap<string, Counts>, without?: ReadonlyMap<string, Counts>): CueLexicon {
  const look = (lemma: string): Counts => {
    const [cue, source, all] = counts.get(lemma) ?? NONE
    const own = without?.get(lemma) ?? NONE
    return [cue - own[0], source - own[1], all - own[2]]
  }
  const known = new Map<string, Steps>()
  return {
    steps(lemma) {
      let steps = known.get(lemma)
      if (!steps) {
        const [cue, source, all] = look(lemma)
        steps = { hash: stringHash(lemma), cue: step(cue, all), speaker: step(source, all) }
        if (known.size < AT_HAND) known.set(lemma, steps)
      }
      return steps
    },
    usage(lemma) {
      const [cue, , all] = look(lemma)
      return all < RARE ? { share: 0.25, count: 0 } : { share: (cue + 0.5) / (all + 2), count: Math.min(50, all) }
    },
  }
}
