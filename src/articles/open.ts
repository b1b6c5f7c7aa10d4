import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader, Tx } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import { signOffs } from './schema.ts'

/** Refuses to change anything about an article, its claims included, while a sign-off stands. */
export function requireOpen(tx: Tx, articleId: number): void {
  if (isSignedOff(tx, articleId))
    throw new Conflict('This article is signed off. An editor can reopen it, with a reason; then it can be changed.')
}

export function isSignedOff(db: Reader, articleId: number): boolean {
  const standing = db
    .select({ id: signOffs.id })
    .from(signOffs)
    .where(and(eq(signOffs.articleId, articleId), isNull(signOffs.reopenedAt)))
    .get()
  return standing !== undefined
}

/** Whether somebody holds a second check on a claim of an article: what is withheld from them hangs on the desk that it lies on. */
export function isUnderSecondCheck(tx: Tx, articleId: number): boolean {
  // In SQL: claims and reviews are built upon articles, so their tables cannot be imported here.
  const open = tx.get<{ found: number }>(sql`select exists (
    select 1 from second_checks s join claims c on c.id = s.claim_id
    where c.article_id = ${articleId} and s.filed_at is null and s.given_back_at is null) as found`)
  return open?.found === 1
}
