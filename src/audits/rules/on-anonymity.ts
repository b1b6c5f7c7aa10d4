import { isUnnamed } from '../figures.ts'
import { bodyOf, inSentence, type Rule, type RuleClaim, type RuleSentence, sentenceOf } from './piece.ts'
import { cueOf, isSomebody } from './unnamed.ts'
import { anonymousAndDeclined } from './anonymous-and-declined.ts'
import { judging, judgingVerb, speculating } from './words.ts'

/** "The feeling among veterans is that", "the mood inside the party was": nobody's opinion, and everybody's. */
const amongSome =
  /\b(?:feeling|mood|view|sense|fear|fears|suspicion|consensus|belief|verdict|talk|opinion|word|whisper|whispers)\s+(?:among|amongst|inside|within|in|around|at|of)\s+[^.;]{3,80}?\b(?:is|was|were|are)\b/iu
/** "For one official who was there, it was theatre": whose view it is stands first. */
const forSome = /^(?:For|To) (?:an?|one|another|some|several|many) [^,]{4,90}, (?!the day\b)/u

/** What a claim says, in the words of its sentence. */
const wordsOf = (claim: RuleClaim, { text, start }: RuleSentence): string =>
  claim.spans.map(([from, to]) => text.slice(Math.max(0, from - start), Math.max(0, to - start))).join(' ')

const opinionUnnamed: Rule = {
  id: 'opinion-unnamed',
  label: 'Opinion from an unnamed source',
  origin: 'AP',
  reads: 'copy',
  definition:
    'An opinion, a judgement of somebody, a prediction or a speculation is attributed to people without a name. AP lets unnamed sources give information only. What they say has been decided or planned is information.',
  find: (piece) => [
    ...piece.claims.flatMap((claim) => {
      const sentence = sentenceOf(piece, claim)
      if (!sentence || sentence.headline || !isUnnamed(claim) || !isSomebody(piece, claim, { plural: true })) return []
      const said = wordsOf(claim, sentence)
      const is = claim.kind === 'opinion' || judgingVerb.test(cueOf(piece, claim)) || judging.test(said) || speculating.test(said)
      return is ? [inSentence(sentence, claim)] : []
    }),
    ...bodyOf(piece)
      .filter(({ text }) => amongSome.test(text) || (forSome.test(text) && judging.test(text)))
      .map((sentence) => inSentence(sentence)),
  ],
}

/** Rules about what people without a name may be quoted for. */
export const rulesOnAnonymity: readonly Rule[] = [opinionUnnamed, anonymousAndDeclined]
