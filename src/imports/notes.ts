import type { Db, Tx } from '../db/open.ts'
import { type Import, importItems, type ItemOutcome } from './schema.ts'

/** Notes what became of one piece. */
export function noteItem(
  db: Pick<Db | Tx, 'insert'>,
  { id }: Pick<Import, 'id'>,
  name: string,
  became: { outcome: ItemOutcome; reason: string; articleId: number | null },
): void {
  db.insert(importItems)
    .values({ importId: id, name: name.slice(0, 500), ...became })
    .onConflictDoNothing()
    .run()
}
