import { attributionsOf, type Passage } from '../extraction/frames/attributions.ts'
import { type CopySentence, layOut } from '../extraction/layout/layout.ts'
import { type Stretch, stretchOf } from '../extraction/learned/columns.ts'
import type { Counts, CueLexicon } from '../extraction/learned/cue-lexicon.ts'
import { CONTENT, CUE, SOURCE } from '../extraction/learned/labels.ts'
import { rulesByStretch, stretchesIn } from '../extraction/learned/stretches.ts'
import type { Token } from '../extraction/words/tokens.ts'
import type { Span } from '../extraction/types.ts'
import { kept, trainingSheet } from './looks.ts'
import type { MarkedArticle, MarkedAttribution } from './corpus.ts'

/** A marked article laid out as the engine lays it out, with what the careful rules read in it. */
export interface LaidOut {
  article: MarkedArticle
  sentences: CopySentence[]
  /** Ordinals of the sentences that are read together. */
  stretches: number[][]
  /** The rules' attributions, for each stretch. */
  rules: Passage[][]
}

export function layOutArticle(article: MarkedArticle): LaidOut {
  const { sentences } = layOut(article.text, { plain: true }, 'en')
  const stretches = stretchesIn(sentences)
  return { article, sentences, stretches, rules: rulesByStretch(stretches, attributionsOf(sentences)) }
}

const LABEL = { source: SOURCE, cue: CUE, content: CONTENT } as const
const ROLES = ['content', 'source', 'cue'] as const

/** The label of every word: what begins or goes on there. A word marked twice keeps the last of content, source, cue. */
export function labelsOf(tokens: readonly Token[], attributions: readonly MarkedAttribution[]): Uint8Array {
  const labels = new Uint8Array(tokens.length)
  for (const role of ROLES)
    for (const attribution of attributions)
      for (const span of attribution[role]) {
        let begin = true
        for (const k of within(tokens, span)) {
          labels[k] = LABEL[role] + (begin ? 0 : 1)
          begin = false
        }
      }
  return labels
}

/** The words that share a character with a span. */
export function within(tokens: readonly Token[], [start, end]: Span): number[] {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).end > start) high = middle
    else low = middle + 1
  }
  const found: number[] = []
  for (let k = low; k < tokens.length && (tokens[k] as Token).start < end; k++) found.push(k)
  return found
}

/** How often each lemma stands in a cue, in a source, and at all. */
export function countLemmas(laidOut: LaidOut): Map<string, Counts> {
  const counts = new Map<string, [number, number, number]>()
  const tokens = laidOut.sentences.flatMap((sentence) => sentence.tokens)
  const labels = labelsOf(tokens, laidOut.article.attributions)
  for (const [k, token] of tokens.entries()) {
    let count = counts.get(token.lemma)
    if (!count) counts.set(token.lemma, (count = [0, 0, 0]))
    const label = labels[k] ?? 0
    if (label === 3 || label === 4) count[0]++
    if (label === 1 || label === 2) count[1]++
    count[2]++
  }
  return counts
}

export function sumCounts(all: Iterable<ReadonlyMap<string, Counts>>): Map<string, Counts> {
  const total = new Map<string, [number, number, number]>()
  for (const counts of all)
    for (const [lemma, [cue, source, every]] of counts) {
      const sum = total.get(lemma)
      if (sum) {
        sum[0] += cue
        sum[1] += source
        sum[2] += every
      } else total.set(lemma, [cue, source, every])
    }
  return total
}

export function stretchesOf(laidOut: LaidOut, lexicon: CueLexicon): Stretch[] {
  return laidOut.stretches.map((ordinals, k) =>
    kept(stretchOf(trainingSheet, laidOut.sentences, ordinals, laidOut.rules[k] ?? [], lexicon)),
  )
}
