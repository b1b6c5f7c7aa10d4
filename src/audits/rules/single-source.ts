import { isAttributed } from '../figures.ts'
import { anyOf, bodyOf, type Rule, type RuleClaim, type RulePiece, wholePiece } from './piece.ts'

/**
 * Nouns for one and the same body, as copy varies them: whoever speaks under one of a line speaks under any of it. A statement, its authors
 * and what they found are one as well.
 */
const kinds: readonly (readonly [kind: string, nouns: RegExp])[] = [
  ['police', anyOf('police | force | officers | detectives | sheriff | constabulary')],
  ['army', anyOf('army | military | troops | general staff | command | armed forces')],
  ['prosecution', anyOf(String.raw`prosecut\w+ | indictment | charging papers | charge sheet | district attorney`)],
  ['court', anyOf('court | judge | tribunal | ruling | filing | lawsuit')],
  ['hospital', anyOf('hospital | clinic | trust | doctors | infirmary')],
  ['rebels', anyOf('rebels | militia | insurgents | separatists | guerrillas')],
  ['town', anyOf('town hall | city hall | council | city | municipality | borough | mayor')],
  ['state', anyOf('government | ministry | cabinet | administration | presidency | palace | authorities | governor')],
  ['union', anyOf('union | strikers')],
  ['charity', anyOf('charity | charities | campaign | foundation | aid group')],
  [
    'study',
    anyOf(
      'study | paper | authors | researchers | scientists | team | report | auditors? | audit office | audit body | findings | survey | measurements | data',
    ),
  ],
  ['organisers', anyOf('organisers | organizers | festival | committee')],
  [
    'firm',
    anyOf(
      String.raw`company | firm | airline | carrier | group | retailer | maker | operator | manufacturer | bank | owner | developer | chain | brewery | supplier | club | side | team`,
    ),
  ],
]
/** Papers that a body puts out: they are its words. */
const ownPaper = anyOf('statement | press release | news release | release | letter to | website | figures from | post')
/** "Several German newspapers": they pass on what others say. */
const passersOn = anyOf('newspapers | media | outlets | reports | press | broadcasters | websites')

/** Words for somebody who speaks for a body. */
const speaksFor = anyOf(String.raw`
  spokes\w+ | chief | executive | director | manager | head | minister | mayor | president | chair\w* | commissioner | officer | general | colonel | forecaster | leader
  secretary | boss | founder | organi[sz]er | prosecutor | dean | captain | sergeant | owner | superintendent | inspector | governor | commander | constable | coach
  deputy | administrator | principal | bishop | curator | keeper | co-founder | partner | agent | representative | ambassador | attorney`)
/** Words for somebody who wrote what is told of. */
const wroteIt = anyOf(
  String.raw`co-?authors? | authors? | led | leads | leading | wrote | carried out | co-wrote | principal investigator | who ran | behind the`,
)

/** Who is heard in a piece: people by name, and bodies by what they are called. */
interface Heard {
  people: Map<string, string>
  bodies: Map<string, string>
  /** Somebody without a name who is none of these. */
  strangers: number
  statements: number
}

const lastWord = (name: string): string => name.trim().split(/\s+/u).at(-1)?.toLowerCase() ?? ''
const kindOf = (name: string): string => kinds.find(([, nouns]) => nouns.test(name))?.[0] ?? `name ${name.toLowerCase()}`

function heardIn(piece: RulePiece): Heard {
  const heard: Heard = { people: new Map(), bodies: new Map(), strangers: 0, statements: 0 }
  const claims = piece.claims.filter((claim) => isAttributed(claim) && claim.chain[0] !== undefined)
  const relays = new Set(claims.flatMap(({ chain }) => chain.slice(1).map(({ entryId }) => entryId)))
  const strangers = new Set<string>()
  for (const claim of claims) {
    const [origin, hop] = [claim.chain[0], claim.hops[0]]
    if (!origin || !hop || hop.name === '') continue
    heard.statements++
    const named = origin.identified === 'named' || origin.identified === 'named_with_role'
    if (named && (origin.kind === 'person' || origin.kind === 'unknown') && !passersOn.test(hop.name))
      heard.people.set(lastWord(hop.name), hop.name)
    else if (isIndefinite(piece, claim, hop.name)) strangers.add(hop.name)
    else if (isAside(origin, hop.name, relays)) continue
    else heard.bodies.set(kindOf(hop.name), hop.name)
  }
  heard.strangers = strangers.size
  return heard
}

/** Whoever is heard and is nobody new: "the entomologist", a paper put out by a body that is heard, an agency that passes its words on. */
const isAside = ({ identified, entryId }: RuleClaim['chain'][number], name: string, relays: ReadonlySet<number | null>): boolean =>
  identified === 'role_only' || identified === 'bare_anonymous'
    ? !isBody(name)
    : relays.has(entryId) || passersOn.test(name) || ownPaper.test(name)

const isBody = (name: string): boolean => kinds.some(([, nouns]) => nouns.test(name))

/** "A woman on Cedar Lane", "one resident": somebody new; "the entomologist" is somebody who was there. */
function isIndefinite(piece: RulePiece, { chain }: RuleClaim, name: string): boolean {
  const kind = chain[0]?.kind
  if (kind !== 'person' && kind !== 'collective' && kind !== 'unknown') return false
  if (kindOf(name) === 'study' || kindOf(name) === 'prosecution' || kindOf(name) === 'organisers') return false
  const at = new RegExp(`(?:\\b(an?|one|another|two|three|four|several|some|many)\\s+(?:[\\p{L}’'-]+\\s+){0,2})?${escaped(name)}`, 'iu')
  const first = bodyOf(piece).find(({ text }) => at.test(text))
  const before = first ? at.exec(first.text)?.[1] : undefined
  return before !== undefined || (kind === 'collective' && name.endsWith('s'))
}

const escaped = (name: string): string => name.replaceAll(/[^\p{L}\p{N} ]/gu, '.')

/** Whether somebody speaks for the body that is heard beside them, as they are brought in. */
function speaksForIt(piece: RulePiece, person: string, [kind, name]: readonly [kind: string, name: string]): boolean {
  const introduced = bodyOf(piece).find(({ text }) => text.includes(person))?.text ?? ''
  if (/\b(?:not involved|not part of|independent|who was not|outside the|rival|opposition)\b/iu.test(introduced)) return false
  if (kind === 'study') return wroteIt.test(introduced)
  if (kind === 'court' || kind === 'rebels') return false
  const [word = ''] = name.split(/\s+/u)
  return speaksFor.test(introduced) || (word.length > 3 && introduced.includes(word))
}

export const singleSource: Rule = {
  id: 'single-source',
  label: 'One source only',
  origin: 'BBC 3.3.4',
  reads: 'copy',
  definition:
    'Everything that is attributed in the piece leads back to one origin, under however many names and through whichever relays; a body and whoever speaks for it are one. The BBC is reluctant to rely on a single source.',
  find: (piece) => {
    const { people, bodies, strangers, statements } = heardIn(piece)
    if (statements < 2) return []
    // An organisation by its name, and "the firm": one of the two is the other.
    if (bodies.has('firm') && [...bodies.keys()].some((kind) => kind.startsWith('name '))) bodies.delete('firm')
    const [person] = people.values()
    const [body] = bodies
    const voices = people.size + bodies.size + strangers
    const is = voices === 1 || (voices === 2 && person !== undefined && body !== undefined && speaksForIt(piece, person, body))
    return is ? [wholePiece] : []
  },
}
