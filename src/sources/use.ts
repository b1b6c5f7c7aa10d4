import { inArray, type SQL, sql } from 'drizzle-orm'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import type { Reader } from '../db/open.ts'
import { sources } from './schema.ts'

// In SQL throughout: claims and evidence are built upon sources, so their tables cannot be imported here.

/** The articles under a standing sign-off whose chains or evidence name one of some sources, or what belongs to one: their reports speak of it. */
export function signedArticlesQuoting(db: Reader, sourceIds: readonly number[]): { id: number; headline: string; deskId: number }[] {
  return db.all(sql`with recursive family(id) as (select id from sources where ${inArray(sql`id`, [...sourceIds])} union select s.id from sources s join family f on s.affiliated_to = f.id)
    select a.id, a.headline, a.desk_id as deskId from articles a
    where exists (select 1 from sign_offs o where o.article_id = a.id and o.reopened_at is null)
      and exists (select 1 from claims c where c.article_id = a.id and (
        exists (select 1 from attributions h where h.claim_id = c.id and h.source_id in family)
        or exists (select 1 from evidence e where e.claim_id = c.id and e.source_id in family)))
    order by a.id`)
}

/**
 * Whether an article under a standing sign-off names two sources, one connected with each of the two given: by belonging together or by having
 * been merged, however far. Only there can a tie between the two change what the report counts.
 */
export function signedNamesBoth(db: Reader, one: number, other: number): boolean {
  const connected = (id: number): ReadonlySet<number> =>
    new Set(
      db
        .all<{ id: number }>(
          sql`with recursive near(id) as (select ${id}
            union select s.affiliated_to from sources s join near on s.id = near.id where s.affiliated_to is not null
            union select s.id from sources s join near on s.affiliated_to = near.id
            union select m.into_id from source_merges m join near on m.source_id = near.id where m.parted_at is null
            union select m.source_id from source_merges m join near on m.into_id = near.id where m.parted_at is null)
          select id from near`,
        )
        .map((row) => row.id),
    )
  const [ones, others] = [connected(one), connected(other)]
  const near = inArray(sql`named.source_id`, [...new Set([...ones, ...others])])
  const named = db.all<{
    articleId: number
    sourceId: number
  }>(sql`select distinct c.article_id as articleId, named.source_id as sourceId from claims c
    join (select claim_id, source_id from attributions union select claim_id, source_id from evidence) as named on named.claim_id = c.id
    where ${near} and exists (select 1 from sign_offs o where o.article_id = c.article_id and o.reopened_at is null)`)
  return named.some(
    (row) =>
      ones.has(row.sourceId) &&
      named.some((two) => two.articleId === row.articleId && two.sourceId !== row.sourceId && others.has(two.sourceId)),
  )
}

/**
 * A suggestion stays in the directory while something rests on it: a claim that stands, evidence, a source that belongs to it
 * or one that was merged into it.
 * What the engine suggested and people have replaced since is no more than a trace.
 * `cross join` is a plain join that SQLite leaves in this order: from the source outwards. In a database that has not been analysed it
 * would rather begin with all articles of the desk, for each source again.
 */
export function inUse(viewer: Viewer): SQL {
  const here = inArray(sql`a.desk_id`, deskIds(viewer))
  return sql`(${sources.standing} <> 'suggested'
    or exists (select 1 from source_merges m where m.into_id = ${sources.id} and m.parted_at is null)
    or exists (select 1 from attributions h cross join claims c on c.id = h.claim_id cross join articles a on a.id = c.article_id
      where h.source_id = ${sources.id} and c.withdrawn = 0 and c.state <> 'not_a_claim' and ${here})
    or exists (select 1 from evidence e cross join claims c on c.id = e.claim_id cross join articles a on a.id = c.article_id
      where e.source_id = ${sources.id} and ${here})
    or exists (select 1 from sources m cross join source_places p on p.source_id = m.id cross join articles a on a.id = p.article_id
      where m.affiliated_to = ${sources.id} and ${here}))`
}
