import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Refused } from '../claims/desk-forms.ts'
import { type ArticleAssignmentSection, articleAssignmentSection, type SignOffSection, signOffSection } from '../reviews/sign-off-page.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { shorten } from '../web/words.ts'
import type { BoardPage } from './board-page.ts'
import { type ClaimHand, claimHand } from './claim-page.ts'
import { type CopyView, copyView, type RunView, type SentenceView } from './copy-page.ts'
import type { Piece } from './copy.ts'
import { type EngineSection, type LookFirst, lookFirst, nextUnsure, type ReasonView, type UnsureView } from './engine-page.ts'
import { deskQuery, type Filter, passingClaims } from './filters.ts'
import type { OnDesk } from './gather.ts'
import type { InHandRecords } from './hand.ts'
import type { HelpPage } from './help-page.ts'
import { type FiltersView, filtersView, type PieceView, pieceView } from './piece-page.ts'
import { firstUndecided, type SentenceHand, sentenceHand } from './sentence-page.ts'

/** The desk: the piece on top, the copy on one side, the claim or sentence in hand on the other. */
export interface DeskPage {
  title: string
  bodyClass: string
  section: string
  piece: PieceView
  signOff: SignOffSection
  assignment: ArticleAssignmentSection | null
  filters: FiltersView
  copy: CopyView
  banner: SharedPartials['shared/_banner'] | null
  claim: ClaimHand | null
  sentence: SentenceHand | null
  /** Told where nothing is in hand. */
  nothing: string | null
  firstUndecided: string | null
  /** What the engine is unsure of and nobody has decided: the list, and the next after what is in hand. */
  lookFirst: LookFirst | null
  nextUnsure: string | null
  selection: { make: string; trim: string | null; split: string | null; seen: number; back: string } | null
}

export interface DeskInput {
  desk: OnDesk
  viewer: Viewer
  filter: Filter
  records: InHandRecords | null
  sentenceId: number | null
  undoable: boolean
  refused: Refused | null
  /** A refusal of an act on a sentence or the whole piece. */
  problem: { message: string; typed: Record<string, string> } | null
}

export function deskPage(input: DeskInput): DeskPage {
  const { desk, viewer, filter, records, sentenceId } = input
  const { article, signOff } = desk
  const claimId = records?.claim.id ?? null
  const query = deskQuery(filter, claimId !== null ? { claim: claimId } : sentenceId !== null ? { sentence: sentenceId } : {})
  const back = `/articles/${article.id}/desk${query}`
  const mayCheck = can(viewer, 'check', article.deskId) && signOff === undefined
  const refusals = input.problem && { errors: { form: input.problem.message, reason: input.problem.message }, typed: input.problem.typed }
  const passing = passingClaims(desk, filter)
  return {
    title: `Desk · ${shorten(article.headline, 80)}`,
    bodyClass: 'desk-page',
    section: '/',
    piece: pieceView(desk, back, input.undoable && mayCheck),
    signOff: signOffSection(viewer, { article, version: desk.version, progress: desk.progress, signOff }, refusals),
    assignment: articleAssignmentSection(viewer, article, desk.checkers, refusals),
    filters: filtersView(desk, filter, passing.length),
    copy: copyView(desk, filter, { claim: claimId, sentence: sentenceId }),
    banner: input.problem ? { kind: 'refusal', role: 'alert', title: 'That was not done', lines: [input.problem.message] } : null,
    claim: records && claimHand({ desk, records, viewer, filter, back, refused: input.refused, alone: false }),
    sentence: sentenceId === null ? null : sentenceHand(desk, filter, sentenceId, back, mayCheck),
    nothing:
      records || sentenceId !== null
        ? null
        : desk.claims.length === 0
          ? 'No claims yet. Choose a sentence of the copy and make a claim of its words, or mark it as holding none.'
          : 'No claim passes this filter.',
    firstUndecided: firstUndecided(desk, filter),
    lookFirst: lookFirst(desk, filter, claimId),
    nextUnsure: nextUnsure(desk, filter, claimId),
    selection: mayCheck
      ? {
          make: `/articles/${article.id}/claims`,
          trim: claimId === null ? null : `/claims/${claimId}/passages`,
          split: claimId === null ? null : `/claims/${claimId}/cuts`,
          seen: records?.seen ?? 0,
          back,
        }
      : null,
  }
}

/** A claim alone, under an address of its own. */
export interface ClaimPage {
  title: string
  bodyClass: string
  section: string
  article: { href: string; headline: string }
  claim: ClaimHand
}

export function claimPage(desk: OnDesk, records: InHandRecords, viewer: Viewer): ClaimPage {
  const filter: Filter = { outcome: '', state: '', voice: '', source: '', checker: '', engine: '' }
  const hand = claimHand({ desk, records, viewer, filter, back: `/claims/${records.claim.id}`, refused: null, alone: true })
  return {
    title: `Claim ${records.claim.number} · ${shorten(desk.article.headline, 60)}`,
    bodyClass: 'plain-page',
    section: '/',
    article: { href: `/articles/${desk.article.id}/desk?claim=${records.claim.id}#claim`, headline: desk.article.headline },
    claim: { ...hand, previous: null, next: null },
  }
}

/** The views of this feature, and what each is given. */
export interface DeskPages {
  'desk/board': BoardPage
  'desk/desk': DeskPage
  'desk/claim': ClaimPage
  'desk/help': HelpPage
}

/** Its partials, and what each is given. */
export interface DeskPartials {
  'desk/_piece': { piece: PieceView; signOff: SignOffSection; assignment: ArticleAssignmentSection | null }
  'desk/_filters': { filters: FiltersView }
  'desk/_look-first': { list: LookFirst }
  'desk/_copy': { copy: CopyView }
  'desk/_sentence': { sentence: SentenceView }
  'desk/_run': { run: RunView }
  'desk/_pieces': { pieces: readonly Piece[] }
  'desk/_selection': NonNullable<DeskPage['selection']>
  'desk/_claim-hand': { hand: ClaimHand }
  'desk/_unsure': { unsure: UnsureView }
  'desk/_reason': { reason: ReasonView }
  'desk/_engine': { engine: EngineSection }
  'desk/_sentence-hand': { hand: SentenceHand }
}
