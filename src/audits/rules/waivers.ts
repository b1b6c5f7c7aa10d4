import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Cleared } from '../../accounts/policy.ts'
import { users } from '../../accounts/schema.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Article } from '../../articles/schema.ts'
import { groupBy } from '../../claims/queries.ts'
import { type Db, type Reader, write } from '../../db/open.ts'
import { inPieces } from '../../db/pieces.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { record } from '../../events/events.ts'
import { ruleWaivers } from './schema.ts'

/** A waiver that stands. */
export interface StandingWaiver {
  id: number
  versionId: number
  rule: string
  start: number
  reason: string
  by: string
  at: string
}

/** The waivers that stand on some versions, by version. */
export function waiversOf(db: Reader, versionIds: readonly number[]): Map<number, StandingWaiver[]> {
  const rows = [...inPieces([...versionIds], 1000)].flatMap((ids) =>
    db
      .select({
        id: ruleWaivers.id,
        versionId: ruleWaivers.versionId,
        rule: ruleWaivers.rule,
        start: ruleWaivers.start,
        reason: ruleWaivers.reason,
        by: users.name,
        at: ruleWaivers.waivedAt,
      })
      .from(ruleWaivers)
      .innerJoin(users, eq(users.id, ruleWaivers.waivedBy))
      .where(and(inArray(ruleWaivers.versionId, ids), isNull(ruleWaivers.liftedAt)))
      .orderBy(ruleWaivers.id)
      .all(),
  )
  return groupBy(rows, ({ versionId }) => versionId)
}

/** What is waived: a finding as it stands in the newest version. */
export interface Waived {
  versionId: number
  rule: string
  label: string
  start: number
  end: number
  /** The sentence; it goes into the history only, where a purge reaches it. */
  quoted: string
}

/** Approves what a rule found, with the reason. Throws `Conflict` where somebody has already. */
export function waive(db: Db, viewer: Viewer, article: Cleared<'edit', Article>, waived: Waived, reason: string): void {
  write(db, (tx) => {
    const standing = waiversOf(tx, [waived.versionId]).get(waived.versionId) ?? []
    const already = standing.find(({ rule, start }) => rule === waived.rule && start === waived.start)
    if (already) throw new Conflict(`${already.by} has waived this already.`)
    const { versionId, rule, label, start, end, quoted } = waived
    tx.insert(ruleWaivers)
      .values({ articleId: article.id, versionId, rule, start, end, reason, waivedBy: viewer.id, waivedAt: new Date().toISOString() })
      .run()
    record(tx, viewer, {
      act: 'rule.waived',
      subjects: [`article:${article.id}`],
      place: { articleId: article.id, deskId: article.deskId },
      after: { rule: label, quoted, reason },
    })
  })
}

/** Lifts a waiver: the finding stands again. Who had waived it, and why, stays on record. */
export function liftWaiver(
  db: Db,
  viewer: Viewer,
  article: Cleared<'edit', Article>,
  waiverId: number,
  labelOf: (rule: string) => string,
): void {
  write(db, (tx) => {
    const standing = and(eq(ruleWaivers.id, waiverId), eq(ruleWaivers.articleId, article.id), isNull(ruleWaivers.liftedAt))
    const waiver = tx.select().from(ruleWaivers).where(standing).get()
    if (!waiver) throw new NotFound('waiver')
    tx.update(ruleWaivers).set({ liftedBy: viewer.id, liftedAt: new Date().toISOString() }).where(standing).run()
    record(tx, viewer, {
      act: 'rule.waiver_lifted',
      subjects: [`article:${article.id}`],
      place: { articleId: article.id, deskId: article.deskId },
      before: { rule: labelOf(waiver.rule), reason: waiver.reason },
    })
  })
}
