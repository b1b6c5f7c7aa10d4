import { and, eq, isNull } from 'drizzle-orm'
import { signOffs } from '../articles/schema.ts'
import type { Tx } from '../db/open.ts'
import { Conflict } from '../errors.ts'

/** Refuses to change anything about an article's claims while a sign-off stands. */
export function requireOpen(tx: Tx, articleId: number): void {
  const standing = tx
    .select({ id: signOffs.id })
    .from(signOffs)
    .where(and(eq(signOffs.articleId, articleId), isNull(signOffs.reopenedAt)))
    .get()
  if (standing) throw new Conflict('This article is signed off. An editor can reopen it, with a reason; then it can be changed.')
}
