import { rulesOnAnonymity } from './on-anonymity.ts'
import { bodyOf, inSentence, type Rule, type RulePiece, type RuleSentence } from './piece.ts'
import { attributing, somebodies } from './unnamed.ts'
import { singleUnnamed } from './single-unnamed.ts'
import { saysWhyUnnamed } from './words.ts'

/** Nobody but a source: no role, no place, nothing that it is close to. */
const bare = new RegExp(
  [
    '\\b(?<!\\b(?:hospital|police|security|army|military|government|ministry|industry|party|court|palace|club|company|union|diplomatic|intelligence|medical|church|city|council|team|bank|news|energy|data|light|heat|power|food|water|open|official|senior|legal|city hall)[ -])(?:sources?|insiders?)(?! (?:of\\b|code|in\\b|at\\b|within\\b|inside\\b|close\\b|near\\b|familiar|with\\b|briefed|who (?:work|was|were|is|are|has|had)|from\\b|involved|on the\\b|there\\b|for the\\b|say(?:s|ing)? (?:of|no)\\b)),? (?:(?:have|has|had|also|now|later|close) )?(?:say|says|said|saying|told|tells?|claim(?:s|ed)?|suggest(?:s|ed)?|confirm(?:s|ed)?|indicat\\w+|insist\\w*|add(?:s|ed)|believe|revealed?|describe[ds]?|put)\\b',
    '\\baccording to (?:(?:a|one|the|our|several|two|three|multiple|many|some|other|various) )?(?:unnamed |anonymous |reliable |well-placed |trusted |informed |multiple )*(?:sources?|insiders?)(?! (?:in|at|within|inside|close|familiar|with|briefed|from|involved|near|on)\\b)',
    '\\b(?:said|says|told by|confirmed by|heard from|learn(?:ed|t) from|quoting|citing|from) (?:(?:a|an|one|another|two|three|several|some|our|multiple|well-placed|reliable|trusted|unnamed|anonymous|informed) )*(?:sources?|insiders?)(?=[.,;]|$| (?:and|that|yesterday|on|who (?:asked|added|declined|wished|would|spoke))\\b)',
    '\\b(?:sources?|insiders?),? who (?:asked|declined|wished|wanted|requested|insisted|refused|would not|did not want|spoke (?:on condition|to|with))\\b[^.;]{0,80}? (?:said|says|told|described|claimed|added|confirmed|put|gave)\\b',
    '\\b(?:is|are|was|were) understood to\\b',
    '\\b(?:it (?:is|was|has been) (?:understood|learned|learnt|believed|rumou?red) (?:that|from (?:people|those) (?:in the know|who know)))',
    '\\b(?:(?:people|those|persons?|someone|somebody|one person|a person|some)(?: who (?:are|were|is))? in the know)\\b',
    '\\b(?:one|a|another) person (?:said|told)\\b',
    '\\b(?:someone|somebody) (?:told|who (?:asked|declined|did not want))\\b',
  ].join('|'),
  'iu',
)

/** A sentence without what others say in it, and without those who were brought in before: “the source”, “one of the sources”. */
const ownWords = (text: string): string =>
  text
    .replaceAll(/[“"«][^”"»]*[”"»]/gu, ' “” ')
    .replaceAll(
      /\b(?:one of |two of |both |either of )?(?:the|these|those|that|his|her|its|their) (?:same |second |first |other )?(?:sources?|insiders?)\b/giu,
      ' they ',
    )

const bareSource: Rule = {
  id: 'bare-source',
  label: 'A bare “source”',
  origin: 'AP',
  reads: 'copy',
  definition:
    'Something is attributed to a source of whom the copy says nothing at all: “a source said”, “sources say”, “people in the know”. AP asks for as full a description as the agreement with the source allows. “A hospital source” or “two people briefed on the talks” is a description.',
  find: (piece) => {
    const body = bodyOf(piece)
    // A firm or a river may be called that.
    if (body.some(({ text }) => /\p{Ll},? (?:Source|Insider)s?\b/u.test(text))) return []
    return body.flatMap((sentence) => (bare.test(ownWords(sentence.text)) ? [inSentence(sentence)] : []))
  },
}

/** Whether the copy says why somebody is not named, in one sentence or in two that stand together. */
const saysWhyIn = (body: readonly RuleSentence[]): boolean =>
  body.some(({ text, paragraph }, k) => {
    const next = body[k + 1]
    return saysWhyUnnamed(text) || (next?.paragraph === paragraph && saysWhyUnnamed(`${text} ${next.text}`))
  })

/** "One passenger said. She was Oona Breck, 34": the name comes a little later. */
function isNamedAfter(piece: RulePiece, sentence: RuleSentence): boolean {
  const body = bodyOf(piece)
  const next = body[body.indexOf(sentence) + 1]
  return (
    next !== undefined &&
    /^(?:He|She|It|His|Her|The \p{L}+(?:[’']s)?)(?:,| was| is|[’']s| name was| name is) \p{Lu}\p{Ll}+ \p{Lu}/u.test(next.text)
  )
}

const anonymityUnexplained: Rule = {
  id: 'anonymity-unexplained',
  label: 'No reason given for anonymity',
  origin: 'AP',
  reads: 'copy',
  definition:
    'A person speaks without a name, known by a role (“a senior official”) or not at all, and nowhere in the piece is it said why they are not named. “On condition of anonymity” gives no reason. Organisations, spokespeople and crowds are no such persons; neither is the holder of an office whom the reader can name.',
  find: (piece) =>
    saysWhyIn(bodyOf(piece))
      ? []
      : somebodies(piece)
          .filter(({ sentence }) => !isNamedAfter(piece, sentence))
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
