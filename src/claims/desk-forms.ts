import type { Request, RequestHandler, Response } from 'express'
import { z } from 'zod'
import { checkersOnly, type SignedInVisit, signedIn } from '../accounts/access.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { findArticle } from '../articles/queries.ts'
import type { Article } from '../articles/schema.ts'
import type { Tx } from '../db/open.ts'
import { Conflict, Refusal } from '../errors.ts'
import { errorsOf, type FieldErrors, isMendable, type Typed, typedIn } from '../web/forms.ts'
import { id, post, type Route } from '../web/route.ts'
import { changesSince, type ClaimOnDesk, findClaim, findSentence, type SentenceOnDesk } from './queries.ts'

/** The forms beside a claim on the desk. A refused one is shown again in its place, with what was typed. */
export const deskForms = [
  'cut',
  'details',
  'drop',
  'hop',
  'source',
  'evidence',
  'withdrawal',
  'pillar',
  'finding',
  'query',
  'answer',
  'second',
  'assignment',
  'state',
] as const
export type DeskForm = (typeof deskForms)[number]

/** What a section is given when the desk is shown again: whose form was refused, why, and what was typed. */
export interface Refused {
  form: DeskForm
  errors: FieldErrors
  typed: Typed
}

/** What a refused form was about: the article, and what of it the viewer had in hand. */
export interface InHand {
  articleId: number
  claim: ClaimOnDesk | null
  sentenceId: number | null
}

/** A form on the desk that was refused: the desk is shown again with one sentence per field and everything that was typed. */
export class RefusedOnDesk extends Refusal {
  readonly hand: InHand
  /** Null for an act on a sentence or the whole article, whose refusal is told above the desk. */
  readonly form: DeskForm | null
  readonly errors: FieldErrors
  readonly typed: Typed
  readonly status: 409 | 422
  constructor(cause: Refusal, hand: InHand, form: DeskForm | null, typed: Typed) {
    super(cause.message)
    this.hand = hand
    this.form = form
    this.errors = errorsOf(cause)
    this.typed = typed
    this.status = cause instanceof Conflict ? 409 : 422
  }
}

export interface ClaimVisit extends SignedInVisit {
  claim: ClaimOnDesk
}
export interface SentenceVisit extends SignedInVisit {
  sentence: SentenceOnDesk
}
export interface ArticleVisit extends SignedInVisit {
  article: Article
}

/** A post about one claim (`:claimId` in its path); with a body of its own, for those who may check. Any refusal that the person can mend comes back on the desk, beside the form. */
export function claimPost(path: string, form: DeskForm, handle: (visit: ClaimVisit) => void | Promise<void>, body?: RequestHandler): Route {
  return post(
    path,
    body ? checkersOnly : signedIn,
    (visit) => {
      const claim = findClaim(visit.db, visit.viewer, id(visit.req, 'claimId'))
      return backOnRefusal(visit, { articleId: claim.articleId, claim, sentenceId: null }, form, () => handle({ ...visit, claim }))
    },
    body,
  )
}

/** A post about one sentence (`:sentenceId` in its path), refused onto the desk in the same way. */
export function sentencePost(path: string, handle: (visit: SentenceVisit) => void): Route {
  return post(path, signedIn, (visit) => {
    const sentence = findSentence(visit.db, visit.viewer, id(visit.req, 'sentenceId'))
    return backOnRefusal(visit, { articleId: sentence.articleId, claim: null, sentenceId: sentence.id }, null, () =>
      handle({ ...visit, sentence }),
    )
  })
}

/** A post about a whole article on the desk (`:articleId` in its path), refused onto the desk in the same way. */
export function articlePost(path: string, handle: (visit: ArticleVisit) => void): Route {
  return post(path, signedIn, (visit) => {
    const article = findArticle(visit.db, visit.viewer, id(visit.req, 'articleId'))
    return backOnRefusal(visit, { articleId: article.id, claim: null, sentenceId: null }, null, () => handle({ ...visit, article }))
  })
}

/** Runs one act; what the person can mend comes back on the desk, with what they had in hand. */
export async function backOnRefusal(
  visit: SignedInVisit,
  hand: InHand,
  form: DeskForm | null,
  handle: () => void | Promise<void>,
  more: Typed = {},
): Promise<void> {
  try {
    await handle()
  } catch (error) {
    throw isMendable(error) ? new RefusedOnDesk(error, hand, form, { ...typedIn(visit.req), ...more }) : error
  }
}

/** The last event on the claim that the page showed; every form on the desk carries it. */
export const seenField = z.string().default('0').transform(Number).pipe(z.number().int().nonnegative())

/** Refuses if somebody else has changed the claim since the page was made. The desk then shows what they did, and keeps what was typed. */
export function nobodyElseChanged(tx: Tx, viewer: Viewer, claim: ClaimOnDesk, seen: number): void {
  const changes = changesSince(tx, viewer, claim.id, seen)
  const last = changes.at(-1)
  if (last)
    throw new Conflict(
      `${last.actorName} has changed claim ${claim.number} since you opened it. What you typed is kept below; look at the change, then send it again.`,
    )
}

/** Sends the browser back to where the form stood: the desk with its filters, or the claim's own page. */
export function backToDesk(req: Request, res: Response, claim: Pick<ClaimOnDesk, 'id' | 'articleId'>): void {
  const back: unknown = (req.body as Record<string, unknown> | undefined)?.back
  const ours = typeof back === 'string' && /^\/(articles\/\d+\/desk|claims\/\d+)(\?[^\\\s#]*)?$/.test(back)
  res.redirect(303, ours ? `${back}#claim` : `${deskUrl(claim)}#claim`)
}

export const deskUrl = (claim: Pick<ClaimOnDesk, 'id' | 'articleId'>): string => `/articles/${claim.articleId}/desk?claim=${claim.id}`
