import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import { can, type Cleared } from '../accounts/policy.ts'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import { articles } from '../articles/schema.ts'
import { nobodyElseChanged } from '../claims/desk-forms.ts'
import { requireOpen } from '../articles/open.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import { type Claim, claims, type SecondCheck, secondChecks } from '../claims/schema.ts'
import { type Db, type Reader, write } from '../db/open.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { record } from '../events/events.ts'
import type { ClaimOpinions } from './queries.ts'
import { reviews } from './schema.ts'
import { claimInWork, claimNow, opinionsAbout, setState, stateOfWork } from './work.ts'

export type SecondCheckOnDesk = SecondCheck & Pick<ClaimOnDesk, 'articleId' | 'deskId'>

/** The second check, if its claim's article lies on a desk of the viewer's. */
export function findSecondCheck(db: Reader, viewer: Viewer, id: number): SecondCheckOnDesk {
  const check = db
    .select({ ...getTableColumns(secondChecks), articleId: claims.articleId, deskId: articles.deskId })
    .from(secondChecks)
    .innerJoin(claims, eq(claims.id, secondChecks.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(secondChecks.id, id), inArray(articles.deskId, deskIds(viewer))))
    .get()
  if (!check) throw new NotFound('second check')
  return check
}

/** Takes the second check of a claim. From here until it is filed or given back, the first opinion is withheld from this person. */
export function takeSecondCheck(db: Db, viewer: Viewer, claim: Cleared<'review', ClaimOnDesk>, form: { seen: number }): SecondCheck {
  return write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, form.seen)
    requireOpen(tx, claim.articleId)
    const now = claimInWork(tx, claim.id)
    const why = whyNot(tx, viewer, now, opinionsAbout(tx, now))
    if (why) throw new Conflict(why)

    const check = tx
      .insert(secondChecks)
      .values({ claimId: claim.id, takenBy: viewer.id, takenAt: new Date().toISOString() })
      .returning()
      .get()
    setState(tx, claim.id, 'in_review')
    record(tx, viewer, {
      act: 'second_check.taken',
      subjects: [`claim:${claim.id}`, `second_check:${check.id}`],
      place: claim,
      before: { state: now.state },
      after: { state: 'in_review', takenAt: check.takenAt },
    })
    return check
  })
}

/** Gives a second check back unfiled: by whoever took it, or by an editor for somebody who cannot. */
export function giveBackSecondCheck(db: Db, viewer: Viewer, check: Cleared<'read', SecondCheckOnDesk>): void {
  if (check.takenBy !== viewer.id && !can(viewer, 'edit', check.deskId)) {
    throw new Forbidden('Only whoever took a second check gives it back, or an editor for them.')
  }
  write(db, (tx) => {
    const open = tx.select().from(secondChecks).where(eq(secondChecks.id, check.id)).get()
    if (!open || open.filedAt !== null || open.givenBackAt !== null)
      throw new Conflict('This second check has already been filed or given back.')
    const now = claimNow(tx, check.claimId)
    const givenBackAt = new Date().toISOString()
    tx.update(secondChecks).set({ givenBackAt }).where(eq(secondChecks.id, check.id)).run()
    const state = now.state === 'in_review' ? stateOfWork(opinionsAbout(tx, now)) : now.state
    if (state !== now.state) setState(tx, now.id, state)
    record(tx, viewer, {
      act: 'second_check.given_back',
      subjects: [`claim:${now.id}`, `second_check:${check.id}`],
      place: check,
      before: { state: now.state, takenBy: open.takenBy, takenAt: open.takenAt },
      after: { state, givenBackAt },
    })
  })
}

/** Why this person cannot take the second check of a claim now; null if they can. What was found first is no part of the answer. */
function whyNot(tx: Reader, viewer: Viewer, claim: Pick<Claim, 'id' | 'number' | 'wording'>, found: ClaimOpinions): string | null {
  const { first, secondCheck } = found
  if (secondCheck)
    return secondCheck.takenBy === viewer.id
      ? 'You have taken this second check already.'
      : `${secondCheck.takenByName} has taken the second check of claim ${claim.number}.`
  if (!first || first.outcome === 'not_checked') return `Claim ${claim.number} has no finding yet; the second check comes after the first.`
  if (found.second) return `Claim ${claim.number} has its second check.`
  const firsts = tx
    .select({ reviewerId: reviews.reviewerId, filedAt: reviews.filedAt })
    .from(reviews)
    .where(and(eq(reviews.claimId, claim.id), eq(reviews.opinion, 'first'), eq(reviews.wording, claim.wording)))
    .orderBy(asc(reviews.id))
    .all()
  if (firsts.some((review) => review.reviewerId === viewer.id))
    return `You filed the first finding on claim ${claim.number}; the second check is for somebody else.`
  return couldLook(tx, viewer, claim.id, firsts[0]?.filedAt ?? '')
    ? `You gave this second check of claim ${claim.number} back and could see the first finding since; it is for somebody else.`
    : null
}

/** Somebody who gave the check back could see the first finding from then on. */
function couldLook(tx: Reader, viewer: Viewer, claimId: number, firstFiledAt: string): boolean {
  return tx
    .select({ givenBackAt: secondChecks.givenBackAt })
    .from(secondChecks)
    .where(and(eq(secondChecks.claimId, claimId), eq(secondChecks.takenBy, viewer.id)))
    .all()
    .some((check) => check.givenBackAt !== null && check.givenBackAt >= firstFiledAt)
}
