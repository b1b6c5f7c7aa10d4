import { isUnnamed } from '../figures.ts'
import { anyOf, bodyOf, type RuleClaim, type RulePiece, type RuleSentence, sentenceOf, within } from './piece.ts'

/** One person or some without a name, brought in as nobody in particular: "a senior official", not "the prime minister". */
const introducing =
  /(?:^|[^\p{L}])(?:an?|one|another|two|three|four|five|six|several|some|other|many|most|those|various|numerous)(?: (?:[\p{L}’'-]+))*[ ]$/iu
const counted =
  /^(?:an?|one|another|two|three|four|five|six|seven|eight|several|some|many|most|those|various|numerous|someone|somebody)\b/iu
const speaksForOthers = /spokes(?:man|woman|person|people)|press (?:office|officer|secretary|team)|representatives? (?:of|for)\b/iu

/** What is written speaks for whoever wrote it. */
const printed =
  /\b(?:editorials?|memoirs?|books?|columns?|op-eds?|articles?|surveys?|polls?|reports?|stud(?:y|ies)|leaflets?|letters?|placards?|banners?|reviews?|diar(?:y|ies)|biograph(?:y|ies)|posters?|signs?|slogans?|graffiti|petitions?|answers)\b/iu

/** People who have a say in what they speak of; onlookers and residents are a crowd. */
const insiders = anyOf(String.raw`
  insiders? | sources? | officials? | officers? | aides? | allies | ministers? | colleagues? | backbenchers? | MPs | lawmakers? | diplomats?
  advisers? | advisors? | staff(?:ers)? | executives? | directors? | managers? | bankers? | traders? | investors? | shareholders | veterans?
  team-?mates? | players? | coaches | scouts? | agents? | friends? | relatives? | commanders? | soldiers? | detectives? | prosecutors? | lawyers?
  doctors? | surgeons? | nurses? | teachers? | scientists? | researchers? | engineers? | pilots? | strategists? | donors? | councillors?
  senators? | critics? | observers? | analysts? | experts? | people | persons? | members? | employees? | workers? | producers? | critics?`)

export interface WhichUnnamed {
  /** Also people in the plural without a number: "officials fear". A crowd ("residents") never is. */
  plural?: boolean
}

/** Whether a claim's origin is somebody without a name; not an organisation, a spokesperson, a crowd or the holder of an office. */
export function isSomebody(piece: RulePiece, claim: RuleClaim, { plural = false }: WhichUnnamed = {}): boolean {
  const [origin, hop] = [claim.chain[0], claim.hops[0]]
  if (!origin || !hop || hop.name === '') return false
  if (origin.identified === 'bare_anonymous') return true
  if (speaksForOthers.test(hop.name) || printed.test(hop.name)) return false
  if (origin.kind !== 'person' && origin.kind !== 'unknown' && origin.kind !== 'collective') return false
  if (origin.identified === 'collective') return insiders.test(hop.name) && (plural || counted.test(hop.name))
  if (origin.identified !== 'role_only') return false
  const sentence = firstNaming(piece, hop.name)
  if (!sentence) return false
  const at = sentence.text.toLowerCase().indexOf(hop.name.toLowerCase())
  return introducing.test(sentence.text.slice(Math.max(0, at - 40), at)) || counted.test(hop.name)
}

export const firstNaming = (piece: RulePiece, name: string): RuleSentence | undefined =>
  bodyOf(piece).find(({ text }) => text.toLowerCase().includes(name.toLowerCase()))

/** The first sentence of each of the piece's people without a name who says something. */
export function somebodies(piece: RulePiece, which: WhichUnnamed = {}): { claim: RuleClaim; sentence: RuleSentence }[] {
  const seen = new Set<string>()
  return piece.claims.flatMap((claim) => {
    const sentence = sentenceOf(piece, claim)
    const name = claim.hops[0]?.name ?? ''
    if (!sentence || sentence.headline || !isUnnamed(claim) || seen.has(name) || !isSomebody(piece, claim, which)) return []
    seen.add(name)
    return [{ claim, sentence }]
  })
}

/** The word that attributes a claim to its origin, in lower case; empty where the copy has none. */
export function cueOf(piece: RulePiece, { hops }: RuleClaim): string {
  const cue = hops[0]?.cue
  const sentence = cue && piece.sentences.find((one) => within(cue, one))
  return cue && sentence ? sentence.text.slice(cue[0] - sentence.start, cue[1] - sentence.start).toLowerCase() : ''
}

/** Where somebody's words are attributed to them, if that is in another sentence than the words. */
export function attributing(piece: RulePiece, claim: RuleClaim, sentence: RuleSentence): RuleSentence {
  const cue = claim.hops[0]?.cue
  return (cue && piece.sentences.find((one) => within(cue, one))) ?? sentence
}
