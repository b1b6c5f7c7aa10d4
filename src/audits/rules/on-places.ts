import { bodyOf, inSentence, type Rule, type RulePiece, type RuleSentence, within } from './piece.ts'
import { type Quotation, quotationsOf } from './quotations.ts'
import { singleSource } from './single-source.ts'
import { isContentious, isDisputable, sourced } from './words.ts'

const isOwn = (voice: string): boolean => voice === 'own_voice'

/** A sentence that takes sides in the outlet's own voice: nobody is said to say it, by the reading or by any word that names a source. */
const bareAssertion = (sentence: RuleSentence): boolean =>
  isDisputable(sentence.text) &&
  !sourced.test(sentence.text) &&
  sentence.claims.length > 0 &&
  sentence.claims.every(({ voice }) => isOwn(voice))

const attributionMissing: Rule = {
  id: 'attribution-missing',
  label: 'A disputable fact without a source',
  origin: 'AP',
  reads: 'copy',
  definition:
    'A sentence states blame, wrongdoing, a motive, a secret intent or a toll in the outlet’s own voice, and nobody is said to have said it. AP attributes every disputable fact that it did not witness, gather or confirm itself. The first paragraph has a rule of its own.',
  find: (piece) => {
    const lead = bodyOf(piece)[0]?.paragraph
    return bodyOf(piece).flatMap((sentence) => (sentence.paragraph !== lead && bareAssertion(sentence) ? [inSentence(sentence)] : []))
  },
}

/** Whoever decided or acted in public stands in the sentence, and so does where it is known from. */
const decided =
  /\b(?:jailed|fined|acquitted|cleared of|arrested|detained|tribunal|panel|inquest|parliament|lawmakers|MPs|senators|council(?:lors)? (?:voted|approved|rejected)|voted|apologi[sz]ed|resigned|sued|suing|lawsuit|police|prosecutors|officials|authorities|coroner|inspectors|investigators|auditors|researchers|scientists|regulators?|watchdog|documents|records|figures|survey|poll|study|report|memo|transcripts?|emails|experts|critics|witnesses|survivors|residents)\b/iu
/** What happens in a book, a film or a play. */
const invented =
  /^(?:An? |The |This (?:year|week)['’]s )?(?:[\p{L}'’-]+ ){0,4}(?:novel|film|movie|play|thriller|opera|musical|drama|series|sitcom|exhibition|comedy|documentary|whodunn?it|game|painting|ballet)\b/iu
const match =
  /\b(?:scored|beat|hat-trick|penalty shoot-out|kick-off|knocked out|half-time|second half|fixture|equali[sz]er|wicket|innings|semi-final|quarter-final|league|top of the table)\b/iu

const leadUnsourced: Rule = {
  id: 'lead-unsourced',
  label: 'A contentious first paragraph without a source',
  origin: 'Reuters',
  reads: 'copy',
  definition:
    'The first paragraph states an allegation, blame, a toll, a prediction or a secret decision, and no source stands anywhere in that paragraph; one that comes only in the second is too late.',
  find: (piece) => {
    const body = bodyOf(piece)
    const lead = body.filter(({ paragraph }) => paragraph === body[0]?.paragraph)
    if (lead.some(({ text, claims }) => sourced.test(text) || decided.test(text) || claims.some(({ voice }) => !isOwn(voice)))) return []
    return lead
      .filter(({ text }) => isContentious(text) && !invented.test(text) && !match.test(text))
      .slice(0, 1)
      .map((sentence) => inSentence(sentence))
  },
}

/** Words between marks that are somebody's words, not a title, a nickname or a word that is talked about. */
const isSpeech = (piece: RulePiece, { start, end, sentences }: Quotation): boolean => {
  const [first] = sentences
  if (!first || first.headline) return false
  const words = textIn(piece, start, end)
  return /^\S\p{Lu}/u.test(words) && /[.,!?…]\S?$/u.test(words) && words.split(/\s+/).length >= 3
}

const textIn = ({ sentences }: RulePiece, start: number, end: number): string =>
  sentences
    .filter((sentence) => sentence.end > start && sentence.start < end)
    .map(({ text, start: at }) => text.slice(Math.max(0, start - at), end - at))
    .join(' ')

/** What a sentence says outside a quotation. */
const aroundIn = (sentence: RuleSentence, { start, end }: Quotation): string =>
  `${sentence.text.slice(0, Math.max(0, start - sentence.start))} ${sentence.text.slice(Math.max(0, end - sentence.start))}`

/** Words that hand over to a quotation or belong to one. */
const speaking =
  /\b(?:sa(?:y|id|ys|ying)|t(?:ell|ells|old)|ask(?:ed|s)?|add(?:ed|s|ing)?|wr(?:ote|ites|itten|iting)|repl(?:ied|ies)|according|call(?:ed|s|ing)?|explain\w*|recall\w*|warn\w*|insist\w*|argu\w+|announc\w+|declar\w+|shout\w*|joke[ds]?|admit\w*|testif\w+|continu\w+|conclud\w+|read|reads|posted|tweeted|respond\w*|answer\w*|remark\w*|stat(?:ed|es|ing)|complain\w*|laugh\w*|put it|quot\w+|describ\w+|mutter\w*|whisper\w*|went on|goes on|heard|agree[ds]?|observ\w+|not(?:ed|es)|cr(?:ied|ies)|words?)\b/iu

const previousOf = (piece: RulePiece, sentence: RuleSentence): RuleSentence | undefined =>
  piece.sentences.find((one, k) => piece.sentences[k + 1] === sentence && one.paragraph === sentence.paragraph)

/** Whether a quotation has its speaker before it begins: in the sentence before that leads into it, or runs on from another of the same. */
function isLedInto(piece: RulePiece, quotation: Quotation, all: readonly Quotation[]): boolean {
  const [first] = quotation.sentences
  if (!first) return false
  const before = previousOf(piece, first)
  if (before && /:\s*$/u.test(before.text)) return true
  // “…,” she said. “…” – the speaker has just been given.
  return (
    before !== undefined &&
    all.some(
      (one) =>
        one !== quotation && one.sentences.includes(before) && one.sentences.some((sentence) => speaking.test(aroundIn(sentence, one))),
    )
  )
}

const attributionApart: Rule = {
  id: 'attribution-apart',
  label: 'Speaker not in the same sentence',
  origin: 'AP',
  reads: 'copy',
  definition:
    'A quotation begins in a sentence that does not say whose words they are; the speaker stands only in another sentence. AP attributes just before or after, in the same sentence. Later sentences of a running quotation need no speaker again.',
  find: (piece) => {
    const all = quotationsOf(piece)
    return all.flatMap((quotation) => {
      if (!isSpeech(piece, quotation) || isLedInto(piece, quotation, all)) return []
      const [first] = quotation.sentences
      if (!first || quotation.sentences.some((sentence) => speaking.test(aroundIn(sentence, quotation)))) return []
      const cues = first.claims.flatMap(({ hops }) => (hops[0]?.cue ? [hops[0].cue] : []))
      return cues.some((cue) => within(cue, first)) ? [] : [inSentence(first)]
    })
  },
}

const lateSpeaker: Rule = {
  id: 'late-speaker',
  label: 'Speaker of a long quotation comes late',
  origin: 'Reuters',
  reads: 'copy',
  definition:
    'A quotation of two or more sentences whose speaker is named only after the second or a later one. Reuters names the speaker by the end of the first.',
  find: (piece) => {
    const all = quotationsOf(piece)
    return all.flatMap((quotation) => {
      const [first, second] = quotation.sentences
      const last = quotation.sentences.at(-1)
      if (!first || !second || !last || first.headline || !isSpeech(piece, quotation) || isLedInto(piece, quotation, all)) return []
      if (/\p{L}/u.test(first.text.slice(0, Math.max(0, quotation.start - first.start)))) return []
      return speaking.test(aroundIn(last, quotation)) ? [inSentence(first)] : []
    })
  },
}

/** Rules about where in a piece a source stands, and how many there are. */
export const rulesOnPlaces: readonly Rule[] = [attributionMissing, leadUnsourced, attributionApart, lateSpeaker, singleSource]
