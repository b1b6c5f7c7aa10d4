import { independentOrigins } from '../evidence/independence.ts'
import { identificationLabels, type SourceKind } from '../vocabulary.ts'
import { type ClaimFacts, originOf, type PieceFacts } from './facts.ts'

/** What an audit counts, each with its definition. A figure is a share: of those for which `of` holds, the ones for which `counts` holds. */
export interface Figure<Thing> {
  id: string
  label: string
  /** Of what it is a share, after "of": "attributed claims". */
  among: string
  of: (thing: Thing) => boolean
  counts: (thing: Thing) => boolean
  /** What exactly is counted, for whoever has to answer for the number. */
  definition: string
  /** It counts what people recorded, and says little until they have; other figures count what the copy says. */
  byRecord?: true
  /** It counts what nobody has recorded: that a person confirmed the claim says nothing of it. */
  ofGaps?: true
  /** It rests on findings, which may be withheld from who looks. */
  byFinding?: true
}

const isOwn = ({ voice }: ClaimFacts): boolean => voice === 'own_voice' || voice === 'own_voice_with_caveat'
const isAttributed = ({ voice }: ClaimFacts): boolean => voice === 'attributed' || voice === 'attributed_with_caveat' || voice === 'denied'
const all = (): boolean => true

/** People without a name: an organisation that is named is none, and neither is a document. */
const unnamedBy: ReadonlySet<string> = new Set(['role_only', 'collective', 'bare_anonymous', 'unattributed'])
const media: ReadonlySet<SourceKind | null> = new Set<SourceKind>(['news_agency', 'outlet', 'party_media'])
const papers: ReadonlySet<SourceKind | null> = new Set<SourceKind>(['document', 'dataset', 'court_record'])
const parties: ReadonlySet<string> = new Set(['party', 'aligned'])

const originIs =
  (holds: (origin: NonNullable<ReturnType<typeof originOf>>) => boolean) =>
  (claim: ClaimFacts): boolean => {
    const origin = originOf(claim)
    return origin !== null && holds(origin)
  }
const isUnnamed = originIs(({ identified }) => unnamedBy.has(identified))
const saidByParty = originIs(({ stake }) => parties.has(stake))
const isChecked = ({ outcome, withheld }: ClaimFacts): boolean => !withheld && outcome !== 'not_checked'

/** Whether a claim's chain begins with one source and nothing independent of it bears the claim out. */
function restsOnOne({ chain, support, affiliations }: ClaimFacts): boolean {
  const sourceId = chain[0]?.entryId ?? null
  if (sourceId === null) return false
  if (support.some(({ basis, stance }) => stance === 'supports' && (basis === 'own_observation' || basis === 'primary_record')))
    return false
  const origin = { sourceId, affiliations, basis: 'first_hand', stance: 'supports', withdrawnAt: null } as const
  return independentOrigins([origin, ...support]).length < 2
}

const identified = (['role_only', 'collective', 'bare_anonymous', 'unattributed'] as const).map(
  (how): Figure<ClaimFacts> => ({
    id: `unnamed-${how.replaceAll('_', '-')}`,
    label: `Unnamed: ${identificationLabels[how].toLowerCase()}`,
    among: 'attributed claims',
    of: isAttributed,
    counts: originIs((origin) => origin.identified === how),
    definition: `Attributed claims whose origin the copy identifies as “${identificationLabels[how].toLowerCase()}”. A part of the unnamed.`,
  }),
)

/** The figures about claims, in the order in which an audit gives them. */
export const claimFigures: readonly Figure<ClaimFacts>[] = [
  {
    id: 'own-voice',
    label: 'In our own voice',
    among: 'claims',
    of: all,
    counts: isOwn,
    definition:
      'Claims that the copy states as the outlet’s own, with or without a caveat: nobody is said to have said them. A piece of established fact is among them as well as a piece of news.',
  },
  {
    id: 'attributed',
    label: 'Attributed',
    among: 'claims',
    of: all,
    counts: isAttributed,
    definition:
      'Claims that the copy puts into somebody else’s mouth, denials among them. Questions are neither attributed nor own voice, so the two need not add up to all.',
  },
  {
    id: 'unnamed',
    label: 'From unnamed sources',
    among: 'attributed claims',
    of: isAttributed,
    counts: isUnnamed,
    definition:
      'Attributed claims whose origin is known by a role only (“a hospital source”), as a collective (“residents”), not at all (“a source”), or not given. An organisation that is named (“police said”) is not unnamed. The reader’s view counts: a source whom the desk knows and the copy does not name is unnamed.',
  },
  ...identified,
  {
    id: 'one-origin',
    label: 'Resting on one origin',
    among: 'attributed claims',
    of: isAttributed,
    counts: restsOnOne,
    byRecord: true,
    definition:
      'Attributed claims that lead back to one source, and for which nothing independent of it is recorded: no second first-hand source that is not the same, its affiliate or of the same owner, no primary record and no own observation. However many outlets carry a story, what they all have from one source is one origin.',
  },
  {
    id: 'party',
    label: 'Said by a party to the event',
    among: 'attributed claims',
    of: isAttributed,
    counts: saidByParty,
    byRecord: true,
    definition: 'Attributed claims whose origin is a party to the event or aligned with one, as the stake recorded on the chain says.',
  },
  {
    id: 'stake-unknown',
    label: 'Stake not known',
    among: 'attributed claims',
    of: isAttributed,
    counts: originIs(({ stake }) => stake === 'unknown'),
    byRecord: true,
    ofGaps: true,
    definition:
      'Attributed claims for whose origin nobody has recorded what its stake in the event is. Read the figure on parties with this one.',
  },
  {
    id: 'relayed',
    label: 'Relayed by other media',
    among: 'attributed claims',
    of: isAttributed,
    counts: ({ chain }) => chain.some(({ kind }) => media.has(kind)),
    definition:
      'Attributed claims in whose chain a news agency, another outlet or a party’s own media stands, as the origin or as a relay. The outlet that published the piece is no hop.',
  },
  {
    id: 'first-hand',
    label: 'From first-hand sources',
    among: 'attributed claims',
    of: isAttributed,
    counts: originIs(({ proximity }) => proximity === 'first_hand'),
    byRecord: true,
    definition:
      'Attributed claims whose origin is recorded as a witness, a participant or an author of what it tells. What nobody has recorded is not first-hand.',
  },
  {
    id: 'documents',
    label: 'From documents and data',
    among: 'attributed claims',
    of: isAttributed,
    counts: originIs(({ kind }) => papers.has(kind)),
    definition: 'Attributed claims whose origin is a document, a dataset or a court or legal record.',
  },
  {
    id: 'with-caveat',
    label: 'With a caveat',
    among: 'claims',
    of: all,
    counts: ({ caveatIds }) => caveatIds.length > 0,
    definition: 'Claims that the copy itself says were not verified, confirmed or supported, wherever in the piece it says so.',
  },
  {
    id: 'caveat-open',
    label: 'With a caveat nobody followed up',
    among: 'claims with a caveat',
    of: ({ caveatIds }) => caveatIds.length > 0,
    counts: (claim) => !claim.withheld && !isFollowedUp([claim]),
    byRecord: true,
    byFinding: true,
    definition:
      'Claims that the copy says were not verified, and about which nobody has since found anything or recorded evidence: the list to go through again.',
  },
  {
    id: 'caveat-followed-up',
    label: 'With a caveat somebody followed up',
    among: 'claims with a caveat',
    of: ({ caveatIds }) => caveatIds.length > 0,
    counts: (claim) => !claim.withheld && isFollowedUp([claim]),
    byRecord: true,
    byFinding: true,
    definition: 'Claims that the copy says were not verified, and about which somebody has since found something or recorded evidence.',
  },
  {
    id: 'follow-up',
    label: 'To be followed up',
    among: 'claims',
    of: ({ withheld }) => !withheld,
    counts: (claim) => claim.outcome === 'unverified' || (claim.caveatIds.length > 0 && !isFollowedUp([claim])),
    byRecord: true,
    byFinding: true,
    definition:
      'Claims that were checked and are unverified, and claims that the copy says were not verified and nobody has looked into since. Of published pieces these are the ones to go back to; opened, the oldest piece comes first.',
  },
  {
    id: 'over-claim',
    label: 'Unverified, but in our own voice',
    among: 'checked claims',
    of: isChecked,
    counts: ({ outcome, voice }) => outcome === 'unverified' && voice === 'own_voice',
    byRecord: true,
    byFinding: true,
    definition:
      'Over-claim: claims whose outcome is unverified and which the copy states in the outlet’s own voice, without a caveat. To say so is a matter of the copy; that nothing was found is a matter of the check.',
  },
  {
    id: 'stale-caveat',
    label: 'Verified, but still with a caveat',
    among: 'verified claims',
    of: (claim) => isChecked(claim) && claim.outcome === 'verified',
    counts: ({ caveatIds }) => caveatIds.length > 0,
    byRecord: true,
    byFinding: true,
    definition: 'Stale caveat: claims whose outcome is verified, and of which the copy still says that they were not.',
  },
  {
    id: 'quoted-wrong',
    label: 'Accurately quoted, and wrong',
    among: 'contradicted claims',
    of: (claim) => isChecked(claim) && claim.outcome === 'contradicted',
    counts: ({ said }) => said === 'confirmed_original' || said === 'confirmed_relay',
    byRecord: true,
    byFinding: true,
    definition: 'Claims that were really said, as the check found, and that are contradicted. That somebody said it makes nothing so.',
  },
]

/** The figures on what the copy says, or on what people recorded. */
export const figuresOf = (counts: 'copy' | 'record'): Figure<ClaimFacts>[] =>
  claimFigures.filter(({ byRecord }) => (byRecord === true) === (counts === 'record'))

const attributedOf = ({ claims }: PieceFacts): ClaimFacts[] => claims.filter(isAttributed)
const isAnyAttributed = (piece: PieceFacts): boolean => attributedOf(piece).length > 0

/** The independent origins that a piece's attributed claims lead back to, each as the entries it is known by. */
export const originsOfPiece = (piece: PieceFacts): number[][] =>
  independentOrigins(
    attributedOf(piece).map(({ chain, affiliations }) => ({
      sourceId: chain[0]?.entryId ?? null,
      affiliations,
      basis: 'first_hand',
      stance: 'supports',
      withdrawnAt: null,
    })),
  )

/** The figures about whole pieces. */
export const pieceFigures: readonly Figure<PieceFacts>[] = [
  {
    id: 'single-origin',
    label: 'Single-origin pieces',
    among: 'pieces with attributed claims',
    of: isAnyAttributed,
    counts: (piece) => originsOfPiece(piece).length === 1 && attributedOf(piece).every(({ chain }) => chain[0]?.entryId != null),
    definition:
      'Pieces in which every attributed claim leads back to one and the same origin. Sources that are the same, that belong to one another or to the same owner are one origin; a relay is none. A piece with an attributed claim whose origin is unclear is not counted.',
  },
  {
    id: 'one-party',
    label: 'One party only',
    among: 'pieces in which a party speaks',
    of: (piece) => piece.claims.some((claim) => isAttributed(claim) && saidByParty(claim)),
    counts: (piece) =>
      originsOfPiece({ ...piece, claims: piece.claims.filter(saidByParty) }).length === 1 &&
      !attributedOf(piece).some(originIs(({ stake }) => stake === 'independent')),
    definition:
      'Pieces in which a party to the event or its allies speak, all of them of one party as far as the directory knows, and nobody who is recorded as independent. Sources whose stake is not recorded neither make nor break it.',
  },
  {
    id: 'unnamed-only',
    label: 'Unnamed sources only',
    among: 'pieces with attributed claims',
    of: isAnyAttributed,
    counts: (piece) => attributedOf(piece).every(isUnnamed),
    definition: 'Pieces in which every attributed claim comes from an unnamed source.',
  },
  {
    id: 'nobody-speaks',
    label: 'Own voice only',
    among: 'pieces',
    of: ({ claims }) => claims.length > 0,
    counts: (piece) => !isAnyAttributed(piece),
    definition: 'Pieces with claims none of which is attributed to anybody: nobody but the outlet speaks in them.',
  },
  {
    id: 'corrected',
    label: 'Corrected',
    among: 'pieces',
    of: ({ claims }) => claims.length > 0,
    counts: ({ corrections }) => corrections > 0,
    definition:
      'Pieces for which at least one correction was published and recorded. A newsroom that corrects more than another need not be wrong more often: it may only be more honest.',
  },
  {
    id: 'with-over-claim',
    label: 'With an over-claim',
    among: 'pieces with checked claims',
    of: ({ claims }) => claims.some(isChecked),
    counts: ({ claims }) => claims.some((claim) => isChecked(claim) && claim.outcome === 'unverified' && claim.voice === 'own_voice'),
    byRecord: true,
    byFinding: true,
    definition: 'Pieces in which at least one claim is unverified and yet stated in the outlet’s own voice.',
  },
]

/** Whether somebody has followed a caveat up: found anything on a claim that it qualifies, or recorded evidence there. */
export const isFollowedUp = (claims: readonly ClaimFacts[]): boolean => claims.some((claim) => isChecked(claim) || claim.support.length > 0)

export { isAttributed, isOwn, isUnnamed }
