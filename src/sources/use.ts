import { inArray, type SQL, sql } from 'drizzle-orm'
import { deskIds, type Viewer } from '../accounts/viewer.ts'
import type { Reader } from '../db/open.ts'
import { sources } from './schema.ts'

// In SQL throughout: claims and evidence are built upon sources, so their tables cannot be imported here.

/** The articles under a standing sign-off whose chains or evidence name a source, or one that belongs to it: their reports speak of it. */
export function signedArticlesQuoting(db: Reader, sourceId: number): { id: number; headline: string; deskId: number }[] {
  return db.all(sql`with recursive family(id) as (select ${sourceId} union select s.id from sources s join family f on s.affiliated_to = f.id)
    select a.id, a.headline, a.desk_id as deskId from articles a
    where exists (select 1 from sign_offs o where o.article_id = a.id and o.reopened_at is null)
      and exists (select 1 from claims c where c.article_id = a.id and (
        exists (select 1 from attributions h where h.claim_id = c.id and h.source_id in family)
        or exists (select 1 from evidence e where e.claim_id = c.id and e.source_id in family)))
    order by a.id`)
}

/** The articles under a standing sign-off with a claim that names sources of both lists, or of what belongs to either, in its chain or evidence. */
export function signedArticlesWithBoth(db: Reader, one: readonly number[], other: readonly number[]): { id: number }[] {
  const family = (
    ids: readonly number[],
  ): SQL => sql`with recursive family(id) as (select id from sources where ${inArray(sql`id`, [...ids])}
      union select s.id from sources s join family f on s.affiliated_to = f.id
      union select m.source_id from source_merges m join family f on m.into_id = f.id where m.parted_at is null)
    select id from family`
  const rests = (
    ids: readonly number[],
  ): SQL => sql`(exists (select 1 from attributions h where h.claim_id = c.id and h.source_id in (${family(ids)}))
      or exists (select 1 from evidence e where e.claim_id = c.id and e.source_id in (${family(ids)})))`
  return db.all(sql`select distinct c.article_id as id from claims c
    where exists (select 1 from sign_offs o where o.article_id = c.article_id and o.reopened_at is null)
      and ${rests(one)} and ${rests(other)}`)
}

/**
 * A suggestion stays in the directory while something rests on it: a claim that stands, evidence, or a source that belongs to it.
 * What the engine suggested and people have replaced since is no more than a trace.
 */
export function inUse(viewer: Viewer): SQL {
  const here = inArray(sql`a.desk_id`, deskIds(viewer))
  return sql`(${sources.standing} <> 'suggested'
    or exists (select 1 from attributions h join claims c on c.id = h.claim_id join articles a on a.id = c.article_id
      where h.source_id = ${sources.id} and c.withdrawn = 0 and c.state <> 'not_a_claim' and ${here})
    or exists (select 1 from evidence e join claims c on c.id = e.claim_id join articles a on a.id = c.article_id
      where e.source_id = ${sources.id} and ${here})
    or exists (select 1 from sources m join source_places p on p.source_id = m.id join articles a on a.id = p.article_id
      where m.affiliated_to = ${sources.id} and ${here}))`
}
