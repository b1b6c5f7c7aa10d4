import type { DraftClaim } from './claims.ts'
import type { CopySentence } from '../layout/layout.ts'
import type { Grammar } from '../tongues.ts'
import type { FoundStatement } from '../types.ts'

type Kind = FoundStatement['kind']

/** What somebody denies: it follows the verb. "Denied bail" and "denied entry" deny nothing. */
const DENIED = String.raw`(?= (?:the |any |all |these |those |that |it |this |having |being |doing |taking |his |her |its |their |claims?|reports?|allegations?|accusations?|involvement|responsibility|wrongdoing|charges?|\p{L}+ing |[“"‘]))`
const LATELY = String.raw`(?:immediately |yet |so far |directly |publicly )?`

/** Stems of which a sentence must hold one before the long pattern of its kind is tried on it. */
const STEMS: ReadonlyMap<Kind, RegExp> = new Map([
  ['no_comment', /declin|refus|respon|return|repl|answer|comment|pick up|reached|would (?:n|only)|neither|did not w|ignored/u],
  ['denial', /den(?:ie|y)|reject|refut|disput|dismiss|repudiat|disavow|scoff|brush|shrug|call(?:ed|s|ing) |plea|pled|insist/u],
])

/** Shown beside the claims, never as caveats. In this order; a sentence that says "neither confirm nor deny" denies nothing. Patterns run on one sentence each, in lower case. */
const PATTERNS: readonly [Kind, RegExp][] = [
  [
    'no_comment',
    new RegExp(
      [
        String.raw`\bdeclin\w+ (?:all |any |further |repeated |requests? |to be |an )?(?:to |interview|comment|requests?)`,
        String.raw`\brefus\w+ to (?:comment|answer|confirm|say|discuss|be drawn|elaborate|be interviewed|speculate)`,
        String.raw`\b(?:did|has|have|had|does|do)(?: not|n[’']t) ${LATELY}(?:respond|return|repl|answer|comment|pick up)\w*`,
        String.raw`\bno (?:immediate |further )?(?:comment|reply|response|answer)\b`,
        String.raw`\b(?:could not|couldn[’']t) (?:immediately |be immediately )?be reached`,
        String.raw`\bw(?:as|ere) (?:not|n[’']t|un) ?(?:immediately )?(?:available|reachable) (?:for|to) comment`,
        String.raw`\bwould (?:not|neither|only) (?:be drawn|comment|say|discuss|confirm|elaborate|be interviewed|speculate)`,
        String.raw`\bneither confirm(?:ed)? (?:n?or) den`,
        String.raw`\bdid not (?:wish|want) to (?:comment|speak|be interviewed)`,
        String.raw`\b(?:calls?|messages?|emails?|e-mails?|requests?|letters?|questions?)(?: [\p{L}’']+){0,6} (?:went|were|was|have been|has been|remained) (?:unanswered|unreturned|ignored|not (?:answered|returned))`,
        String.raw`\bunavailable for comment`,
      ].join('|'),
      'u',
    ),
  ],
  [
    'denial',
    new RegExp(
      [
        String.raw`\b(?:denie[sd]|denying|deny|reject(?:s|ed|ing)?|refute[sd]?|refuting|disput(?:es|ed|ing)|dismiss(?:es|ed|ing)?|repudiate[sd]?|disavow(?:s|ed)?|scoff(?:s|ed) at|brush(?:es|ed|ing)? (?:aside|off)|shrug(?:s|ged) off)\b${DENIED}`,
        String.raw`\b(?:denie[sd]|denying|deny|disputed|disputes)\b(?= (?:\p{L}+ ){0,3}(?:had|was|were|has|have|would|is|are)\b)`,
        String.raw`\b(?:called|calls|calling) (?:it|that|this|them|(?:the|his|her|their) [\p{L}-]+)(?: [\p{L}-]+)? (?:[“"‘]?(?:false|untrue|a lie|lies|a fabrication|fabricated|baseless|unfounded|nonsense|a plain lie))`,
        String.raw`\b(?:pleaded|pleads|plead|pled) not guilty`,
        String.raw`\binsist(?:s|ed|ing)? (?:that )?[^.;]{1,60} (?:was|were|is|are) (?:false|untrue|not true|wrong)\b`,
      ].join('|'),
      'u',
    ),
  ],
  [
    'hedge',
    /\b(?:alleged(?:ly)?|reportedly|apparently|purported(?:ly)?|purports? to|supposed(?:ly)?|so-called|(?:is |are |was |were )?(?:believed|thought|understood|rumou?red) to|said to (?:be|have)|it is (?:understood|believed|thought)|appear(?:s|ed)? to|seem(?:s|ed)? to|may have|might have|could have been|rumou?red|suspected of|possibly|presumably|ostensibly)\b/u,
  ],
]
const LONGEST = 3000
/** "She alleged that …" is a claim of hers, no hedge by the copy. */
const CLAIMING = /^alleged (?:that|the|he|she|it|they|an?)\b/u

/** In lower case, every letter in its place: of all capitals only "İ" becomes longer. */
const lowered = (words: string): string => words.replaceAll('İ', 'I').toLowerCase()

/** Denials, refusals to comment and hedges, with the claims of the same sentence that they stand in. */
export function statementsOf(
  text: string,
  sentences: readonly CopySentence[],
  claims: readonly DraftClaim[],
  patterns: Grammar['statements'] = PATTERNS,
): FoundStatement[] {
  const english = patterns === PATTERNS
  const bySentence = new Map<number, number[]>()
  for (const [k, claim] of claims.entries()) bySentence.set(claim.sentence, [...(bySentence.get(claim.sentence) ?? []), k])
  const statements: FoundStatement[] = []
  for (const [ordinal, sentence] of sentences.entries()) {
    if (sentence.role !== 'copy' && sentence.role !== 'headline') continue
    const printed = text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST))
    const words = english ? lowered(printed) : printed
    const found = new Set<Kind>()
    for (const [kind, pattern] of patterns) {
      if (english && STEMS.get(kind)?.test(words) === false) continue
      const match = pattern.exec(words)
      if (
        !match ||
        (kind === 'denial' && found.has('no_comment') && /\bnor den|or den/iu.test(match.input.slice(match.index - 8, match.index + 8)))
      )
        continue
      if (kind === 'hedge' && CLAIMING.test(words.slice(match.index, match.index + 20))) continue
      found.add(kind)
      const at = sentence.start + match.index
      const holding = (bySentence.get(ordinal) ?? []).filter((k) => claims[k]?.spans.some(([from, to]) => at >= from && at < to))
      const whole = kind !== 'hedge'
      statements.push({ start: whole ? sentence.start : at, end: whole ? sentence.end : at + match[0].length, kind, claims: holding })
    }
  }
  return statements
}
