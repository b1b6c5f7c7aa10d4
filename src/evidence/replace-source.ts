import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Article } from '../articles/schema.ts'
import { requireOpen } from '../articles/open.ts'
import { attributions, claims, secondChecks } from '../claims/schema.ts'
import { stillOpen } from '../claims/under-check.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict, Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import type { Source } from '../sources/schema.ts'
import { giveAliases, leaveArticle, type SourceChoice, takeSource } from '../sources/sources.ts'
import { evidence } from './schema.ts'

export interface Replacement {
  from: Source
  to: SourceChoice
  keepName: boolean
}

/**
 * In one article, ties every hop and all evidence of one source to another that the directory already has.
 * Only a person says that two are one. What other articles say of either stays as it is.
 * Another source stands in the chain then, even where it is the same one by another name, and what was found about the old one has to be
 * looked at again: nobody who found that the one had said it has said so of the other, and the program cannot know that they are one.
 */
export function replaceSource(db: Db, viewer: Viewer, article: Cleared<'check', Article>, { from, to, keepName }: Replacement): void {
  write(db, (tx) => {
    requireOpen(tx, article.id)
    const target = takeSource(tx, viewer, article.id, to)
    if (!target || target.id === from.id) throw new Unusable('Pick another source than the one to be replaced.', 'who')
    const ofArticle = tx.select({ id: claims.id }).from(claims).where(eq(claims.articleId, article.id))
    const hops = tx
      .update(attributions)
      .set({ sourceId: target.id, standing: 'corrected' })
      .where(and(eq(attributions.sourceId, from.id), inArray(attributions.claimId, ofArticle)))
      .returning()
      .all()
    const items = tx
      .update(evidence)
      .set({ sourceId: target.id })
      .where(and(eq(evidence.sourceId, from.id), inArray(evidence.claimId, ofArticle)))
      .returning()
      .all()
    if (hops.length + items.length === 0) throw new Conflict(`Nothing in this article names “${from.name}” any more.`)

    correctClaims(
      tx,
      hops.map((hop) => hop.claimId),
    )
    const heirs = leaveArticle(tx, from.id, article.id, target.id)
    if (keepName) giveAliases(tx, target, [from.name])
    const touched = [...new Set([...hops, ...items].map((one) => one.claimId))].sort((one, other) => one - other)
    const tied = { hops: hops.map((hop) => hop.id), evidence: items.map((item) => item.id) }
    record(tx, viewer, {
      act: 'source.replaced',
      subjects: [`source:${from.id}`, `source:${target.id}`, ...touched.map((id) => `claim:${id}`)],
      place: { articleId: article.id, deskId: article.deskId },
      before: { source: from.id, name: from.name, ...tied },
      after: { source: target.id, name: target.name, ...tied, alias: keepName ? from.name : null, belongToItNow: heirs },
    })
  })
}

/** Claims with a corrected chain are corrected; those already checked must be looked at again, unless somebody is at it. */
function correctClaims(tx: Tx, claimIds: readonly number[]): void {
  const beingChecked = tx.select({ id: secondChecks.claimId }).from(secondChecks).where(stillOpen)
  tx.update(claims)
    .set({ state: 'reopened' })
    .where(and(inArray(claims.id, [...claimIds]), inArray(claims.state, ['proposed', 'in_review']), notInArray(claims.id, beingChecked)))
    .run()
  tx.update(claims)
    .set({ standing: 'corrected' })
    .where(and(inArray(claims.id, [...claimIds]), eq(claims.standing, 'suggested')))
    .run()
}
