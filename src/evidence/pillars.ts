import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import { type Db, write } from '../db/open.ts'
import { Conflict, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import type { Confidence, Pillar } from '../vocabulary.ts'
import { findOnClaimIfAny } from './evidence.ts'
import { requireReady, startWork } from './ready.ts'
import { pillarAnswers } from './schema.ts'

export interface PillarForm {
  seen: number
  pillar: Pillar
  answer: string
  /** Null: looked at, and not known. */
  confidence: Confidence | null
  evidenceId: number | null
}

/** Answers one of the five pillars. Earlier answers are kept; the newest counts. */
export function answerPillar(db: Db, viewer: Viewer, claim: Cleared<'check', ClaimOnDesk>, form: PillarForm): void {
  write(db, (tx) => {
    requireReady(tx, viewer, claim, form.seen)
    if (!claim.restsOnMedia)
      throw new Conflict('This claim does not rest on a video, photo or audio. Say in its details that it does, then answer the pillars.')
    if (form.evidenceId !== null && !findOnClaimIfAny(tx, claim, form.evidenceId)) {
      throw new Unusable('This evidence is not on this claim. Choose one that is.', 'evidenceId')
    }
    const { seen: _, ...answer } = form
    const kept = tx
      .insert(pillarAnswers)
      .values({ ...answer, claimId: claim.id, answeredBy: viewer.id, answeredAt: new Date().toISOString() })
      .returning()
      .get()
    startWork(tx, claim)
    record(tx, viewer, {
      act: 'pillar.answered',
      subjects: [`claim:${claim.id}`],
      place: { articleId: claim.articleId, deskId: claim.deskId },
      after: kept,
    })
  })
}
