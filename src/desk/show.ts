import type { SignedInVisit } from '../accounts/access.ts'
import { findArticle } from '../articles/queries.ts'
import type { Article } from '../articles/schema.ts'
import type { RefusedOnDesk } from '../claims/desk-forms.ts'
import { latestUndoable } from '../claims/undo.ts'
import { render } from '../web/render.ts'
import { type Filter, filterQuery, passingClaims } from './filters.ts'
import { gatherDesk, type OnDesk } from './gather.ts'
import { gatherClaim } from './hand.ts'
import { deskPage } from './pages.ts'

/** What of the article is in hand, and by what the desk is filtered, as the address says. */
export interface Shown {
  filter: Filter
  claimId: number | null
  sentenceId: number | null
}

/** Shows the desk; after a refused form with its sentences, what was typed, and what others did meanwhile. */
export function showDesk(visit: SignedInVisit, article: Article, shown: Shown, refused: RefusedOnDesk | null = null): void {
  const { db, viewer } = visit
  const desk = gatherDesk(db, viewer, article)
  const inHand = shown.claimId !== null && desk.opinions.has(shown.claimId) ? shown.claimId : null
  const claimId = inHand ?? (shown.sentenceId === null ? firstClaim(desk, shown.filter) : null)
  const form = refused?.form ?? null
  const seenBefore = refused?.status === 409 && form && refused.typed.seen !== undefined ? Number(refused.typed.seen) : null
  const page = deskPage({
    desk,
    viewer,
    filter: shown.filter,
    records: claimId === null ? null : gatherClaim(db, viewer, claimId, seenBefore),
    sentenceId: claimId === null ? shown.sentenceId : null,
    undoable: latestUndoable(db, viewer, article.id) !== undefined,
    refused: refused && form ? { form, errors: refused.errors, typed: refused.typed } : null,
    problem: refused && !form ? { message: refused.message, typed: refused.typed } : null,
  })
  render(visit, 'desk/desk', page, refused?.status ?? 200)
}

/**
 * The desk as it was when a form on it was refused: the filters, and what was in hand beside an act on the whole piece, are in the
 * address that the form carried back. Anybody can write into that: what is no claim of this text is nothing in hand.
 */
export function showRefused(visit: SignedInVisit, refused: RefusedOnDesk): void {
  const { articleId, claim, sentenceId } = refused.hand
  const article = findArticle(visit.db, visit.viewer, articleId)
  const back = new URLSearchParams(refused.typed.back?.split('?')[1] ?? '')
  const inAddress = Number(back.get('claim') ?? 0)
  showDesk(
    visit,
    article,
    {
      filter: filterQuery.parse(Object.fromEntries(back)),
      claimId: claim?.id ?? (sentenceId === null && inAddress > 0 ? inAddress : null),
      sentenceId: claim ? null : sentenceId,
    },
    refused,
  )
}

/** Where nothing is asked for: the first claim that passes the filter, before it the first that nobody has decided. */
function firstClaim(desk: OnDesk, filter: Filter): number | null {
  const passing = passingClaims(desk, filter)
  return (passing.find((claim) => claim.standing === 'suggested') ?? passing[0])?.id ?? null
}
