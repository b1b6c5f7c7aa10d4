import { independentOrigins } from '../../evidence/independence.ts'
import { claimFigures, isUnnamed, pieceFigures } from '../figures.ts'
import { inSentence, type Found, type Rule, type RuleClaim, type RulePiece, sentenceOf, wholePiece } from './piece.ts'

const atClaims = (piece: RulePiece, passes: (claim: RuleClaim) => boolean): Found[] =>
  piece.claims.filter(passes).map((claim) => inSentence(sentenceOf(piece, claim) ?? claim, claim))

const standing = ({ support }: RuleClaim) => support.filter(({ stance, withdrawnAt }) => stance === 'supports' && withdrawnAt === null)

/** A rule that finds the claims which a figure of the audit counts. */
function ofFigure(id: string, figure: string, label: string, origin: string, definition: string): Rule {
  const counted = claimFigures.find((one) => one.id === figure)
  return {
    id,
    label,
    origin,
    definition,
    reads: 'record',
    find: (piece) => (counted ? atClaims(piece, (claim) => counted.of(claim) && counted.counts(claim)) : []),
  }
}

const oneParty = pieceFigures.find(({ id }) => id === 'one-party')

/** Rules that read what people recorded. */
export const rulesOnRecords: readonly Rule[] = [
  {
    id: 'plural-sources',
    label: '“Sources”, but one recorded',
    origin: 'Reuters',
    reads: 'record',
    definition:
      'The copy speaks of several people without a name, and the evidence recorded for the claim comes from one first-hand source. Reuters never writes “sources” for one. A claim without any evidence is not judged.',
    find: (piece) =>
      atClaims(piece, (claim) => {
        const firstHand = standing(claim).filter(({ basis }) => basis === 'first_hand')
        return isUnnamed(claim) && /(?:s|people|men|women)$/iu.test(claim.hops[0]?.name ?? '') && firstHand.length === 1
      }),
  },
  {
    id: 'one-origin-support',
    label: 'All support has one origin',
    origin: 'Reuters, BBC',
    reads: 'record',
    definition:
      'Two or more pieces of evidence bear a claim out, and all of them lead back to one origin: the same source, its affiliate, or relays of it. However many outlets echo one story, it is one source.',
    find: (piece) =>
      atClaims(piece, (claim) => {
        const support = standing(claim)
        const first = support.some(({ basis }) => basis === 'own_observation' || basis === 'primary_record')
        return support.length > 1 && !first && independentOrigins(support).length < 2
      }),
  },
  {
    id: 'one-party',
    label: 'One party to the conflict only',
    origin: 'Reuters, BBC',
    reads: 'record',
    definition:
      'A party to the event or its allies speak, all of one party as far as the directory knows, and nobody who is recorded as independent. Counted as the audit counts pieces of one party; it needs the stakes to be recorded.',
    find: (piece) => (oneParty?.of(piece) && oneParty.counts(piece) ? [wholePiece] : []),
  },
  ofFigure(
    'over-claim',
    'over-claim',
    'Unverified, but in our own voice',
    'AP',
    'The outcome of a claim is unverified, and the copy states it in the outlet’s own voice without a caveat.',
  ),
  ofFigure(
    'stale-caveat',
    'stale-caveat',
    'Verified, but still with a caveat',
    'House rule',
    'The outcome of a claim is verified, and the copy still says that it was not.',
  ),
  ofFigure(
    'quoted-wrong',
    'quoted-wrong',
    'Accurately quoted, and wrong',
    'SVT',
    'A claim was really said, as the check found, and it is contradicted: the copy passes on what is known to be wrong.',
  ),
]
