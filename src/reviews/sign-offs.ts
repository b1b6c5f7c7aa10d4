import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { currentVersion } from '../articles/queries.ts'
import { type Article, signOffs } from '../articles/schema.ts'
import { requireOpen } from '../articles/open.ts'
import { claims } from '../claims/schema.ts'
import { type Db, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { record } from '../events/events.ts'
import { notReady, type Progress, whatIsOpen } from './progress.ts'
import { progressOn } from './queries.ts'

/** Not everything is done: `progress` lists what is open. */
export class SignOffRefused extends Conflict {
  readonly progress: Progress
  constructor(progress: Progress) {
    super(notReady(progress))
    this.progress = progress
  }
}

/** Signs off the exact text whose hash the editor was shown, and sets its claims to signed off. Refused while anything is open. */
export function signOff(db: Db, editor: Viewer, article: Cleared<'edit', Article>, form: { sha256: string }): void {
  write(db, (tx) => {
    requireOpen(tx, article.id)
    if (article.stage !== 'on_desk') throw new Conflict('This article has not been split into claims yet.')
    const version = currentVersion(tx, article)
    if (form.sha256 !== version.sha256) throw new Conflict('The text is not the one you were shown. Look at it again, then sign it off.')
    const progress = progressOn(tx, editor, article, version.id)
    if (whatIsOpen(progress).length > 0) throw new SignOffRefused(progress)

    const now = tx
      .select({ id: claims.id, state: claims.state, waitingFor: claims.waitingFor, waitingSince: claims.waitingSince })
      .from(claims)
      .where(and(eq(claims.versionId, version.id), eq(claims.withdrawn, false), notInArray(claims.state, ['cut', 'not_a_claim'])))
      .all()
    const { sha256 } = version
    const signed = tx
      .insert(signOffs)
      .values({ articleId: article.id, versionId: version.id, sha256, signedBy: editor.id, signedAt: new Date().toISOString() })
      .returning()
      .get()
    tx.update(claims)
      .set({ state: 'signed_off', waitingFor: null, waitingSince: null })
      .where(
        inArray(
          claims.id,
          now.map((claim) => claim.id),
        ),
      )
      .run()
    record(tx, editor, {
      act: 'article.signed_off',
      subjects: [`article:${article.id}`, `version:${version.id}`, ...now.map((claim) => `claim:${claim.id}`)],
      place: { articleId: article.id, deskId: article.deskId },
      before: { claims: now },
      after: { signOffId: signed.id, versionId: version.id, sha256, signedAt: signed.signedAt, claims: now.length },
    })
  })
}

/** Reopens a signed-off article, with the reason. Its sign-off stays on record; its claims are reopened. */
export function reopen(db: Db, editor: Viewer, article: Cleared<'edit', Article>, form: { reason: string }): void {
  write(db, (tx) => {
    const standing = tx
      .select()
      .from(signOffs)
      .where(and(eq(signOffs.articleId, article.id), isNull(signOffs.reopenedAt)))
      .get()
    if (!standing) throw new Conflict('This article is not signed off, so there is nothing to reopen.')
    const reopenedAt = new Date().toISOString()
    tx.update(signOffs).set({ reopenedBy: editor.id, reopenedAt, reopenedReason: form.reason }).where(eq(signOffs.id, standing.id)).run()
    const reopened = tx
      .update(claims)
      .set({ state: 'reopened' })
      .where(and(eq(claims.versionId, standing.versionId), eq(claims.state, 'signed_off')))
      .returning({ id: claims.id })
      .all()
    record(tx, editor, {
      act: 'article.reopened',
      subjects: [`article:${article.id}`, `version:${standing.versionId}`, ...reopened.map((claim) => `claim:${claim.id}`)],
      place: { articleId: article.id, deskId: article.deskId },
      before: { signOffId: standing.id, signedBy: standing.signedBy, signedAt: standing.signedAt, sha256: standing.sha256 },
      after: { reason: form.reason, reopenedAt },
    })
  })
}
