import { rulesOnAnonymity } from './on-anonymity.ts'
import { bodyOf, inSentence, type Rule } from './piece.ts'
import { attributing, somebodies } from './unnamed.ts'
import { singleUnnamed } from './single-unnamed.ts'
import { saysWhyUnnamed } from './words.ts'

/** Nobody but a source: no role, no place, nothing that it is close to. */
const bare = new RegExp(
  [
    '\\b(?<!\\b(?:hospital|police|security|army|military|government|ministry|industry|party|court|palace|club|company|union|diplomatic|intelligence|medical|church|city|council|team|bank|news|energy|data|light|heat|power|food|water|open|official|senior|legal|city hall)[ -])(?:sources?|insiders?)(?! (?:of\\b|code|in\\b|at\\b|within\\b|inside\\b|close\\b|near\\b|familiar|with\\b|briefed|who (?:work|was|were|is|are|has|had)|from\\b|involved|on the\\b|there\\b|for the\\b|say(?:s|ing)? (?:of|no)\\b)),? (?:(?:have|has|had|also|now|later|close) )?(?:say|says|said|saying|told|tells?|claim(?:s|ed)?|suggest(?:s|ed)?|confirm(?:s|ed)?|indicat\\w+|insist\\w*|add(?:s|ed)|believe|revealed?|describe[ds]?|put)\\b',
    '\\baccording to (?:(?:a|one|the|our|several|two|three|multiple|many|some|other|various) )?(?:unnamed |anonymous |reliable |well-placed |trusted |informed |multiple )*(?:sources?|insiders?)(?! (?:in|at|within|inside|close|familiar|with|briefed|from|involved|near|on)\\b)',
    '\\b(?:it (?:is|was|has been) (?:understood|learned|learnt|believed|rumou?red) (?:that|from (?:people|those) (?:in the know|who know)))',
    '\\b(?:(?:people|those|persons?|someone|somebody|one person|a person|some)(?: who (?:are|were|is))? in the know)\\b',
    '\\b(?:one|a|another) person (?:said|told)\\b',
    '\\b(?:someone|somebody) (?:told|who (?:asked|declined|did not want))\\b',
  ].join('|'),
  'iu',
)

const bareSource: Rule = {
  id: 'bare-source',
  label: 'A bare “source”',
  origin: 'AP',
  reads: 'copy',
  definition:
    'Something is attributed to a source of whom the copy says nothing at all: “a source said”, “sources say”, “people in the know”. AP asks for as full a description as the agreement with the source allows. “A hospital source” or “two people briefed on the talks” is a description.',
  find: (piece) => bodyOf(piece).flatMap((sentence) => (bare.test(sentence.text) ? [inSentence(sentence)] : [])),
}

const anonymityUnexplained: Rule = {
  id: 'anonymity-unexplained',
  label: 'No reason given for anonymity',
  origin: 'AP',
  reads: 'copy',
  definition:
    'A person speaks without a name, known by a role (“a senior official”) or not at all, and nowhere in the piece is it said why they are not named. “On condition of anonymity” gives no reason. Organisations, spokespeople and crowds are no such persons; neither is the holder of an office whom the reader can name.',
  find: (piece) =>
    bodyOf(piece).some(({ text }) => saysWhyUnnamed(text))
      ? []
      : somebodies(piece)
          .slice(0, 1)
          .map(({ claim, sentence }) => inSentence(attributing(piece, claim, sentence), claim)),
}

/** A finding once for each sentence, however many claims stand in it. */
const oncePerSentence = (rule: Rule): Rule => ({
  ...rule,
  find: (piece) => {
    const seen = new Set<number>()
    return rule.find(piece).filter(({ start }) => !seen.has(start) && seen.add(start))
  },
})

/** Rules about sources without a name. */
export const rulesOnSources: readonly Rule[] = [bareSource, anonymityUnexplained, ...rulesOnAnonymity, singleUnnamed].map(oncePerSentence)
