import type { Db } from '../db/open.ts'
import { triggers } from '../db/triggers.ts'
import { plural } from '../web/words.ts'
import { sha256 } from '../events/events.ts'
import type { Findings } from './verify.ts'

interface VersionRow {
  id: number
  articleId: number
  number: number
  text: string | null
  sha256: string
  purgedBy: number | null
  act: string | null
  subjects: string | null
  recorded: string | null
}

/** Holds the exact texts against their SHA-256, and those against what the history recorded when they came in and were signed off. */
export function checkVersions(db: Db, found: Findings): void {
  let whole = 0
  let purged = 0
  function* broken(): Generator<string> {
    const rows = db.$client.prepare<
      [],
      VersionRow
    >(`SELECT v.id, v.article_id AS articleId, v.number, v.text, v.sha256, v.purged_by AS purgedBy, p.act, p.subjects,
      (SELECT json_extract(body.body, '$.value.sha256') FROM event_subjects s JOIN events e ON e.id = s.event_id JOIN payloads body ON body.digest = e.after_digest
        WHERE s.subject = 'article:' || v.article_id AND e.act = 'article.brought_in'
          AND json_valid(body.body) AND json_extract(body.body, '$.value.version') = v.number) AS recorded
      FROM versions v LEFT JOIN events p ON p.id = v.purged_by`)
    for (const row of rows.iterate()) {
      const name = `version ${row.number} of article ${row.articleId}`
      if (row.text === null) {
        if (row.act === 'version.purged' && row.subjects?.includes(`"version:${row.id}"`)) purged++
        else yield `the text of ${name} is gone, and no event says that it was purged.`
      } else if (sha256(row.text) === row.sha256) {
        whole++
      } else {
        yield `the text of ${name} does not fit its SHA-256: it was changed after it came in.`
      }
      if (row.recorded !== null && row.recorded !== row.sha256)
        yield `${name} has another SHA-256 now than the history recorded when it came in.`
    }
    const signed = db.$client.prepare<[], { articleId: number; number: number }>(
      'SELECT s.article_id AS articleId, v.number FROM sign_offs s JOIN versions v ON v.id = s.version_id WHERE s.sha256 <> v.sha256',
    )
    for (const row of signed.iterate())
      yield `article ${row.articleId} was signed off with another SHA-256 than version ${row.number} has now.`
  }
  found.all(broken(), () => `The texts fit their SHA-256: ${plural(whole, 'version')}.`)
  if (purged > 0) found.say(`Purged, as the history says: the text of ${plural(purged, 'version')}.`)
}

const filed = { opinion: 'opinion', said: 'said', outcome: 'outcome', confidence: 'confidence', reason: 'reason', wording: 'wording' }
/** Kept by every event that has room for it: earlier ones kept less. */
const filedToo = { relied_on: 'reliedOn', chain: 'chain', filed_at: 'filedAt' }

/** Holds every opinion against the event by which it was filed: an outcome cannot be changed behind the history's back. */
export function checkOpinions(db: Db, found: Findings): void {
  const differs = [
    ...Object.entries(filed).map(([column, name]) => `r.${column} IS NOT json_extract(body.body, '$.value.${name}')`),
    ...Object.entries(filedToo).map(
      ([column, name]) =>
        `(json_type(body.body, '$.value.${name}') IS NOT NULL AND r.${column} IS NOT json_extract(body.body, '$.value.${name}'))`,
    ),
  ].join(' OR ')
  function* broken(): Generator<string> {
    const changed = db.$client.prepare<[], { id: number; event: number }>(`SELECT r.id, e.id AS event FROM reviews r
      JOIN event_subjects s ON s.subject = 'review:' || r.id JOIN events e ON e.id = s.event_id AND e.act = 'finding.filed'
      JOIN payloads body ON body.digest = e.after_digest
      WHERE r.reviewer_id IS NOT e.actor_id OR NOT EXISTS (SELECT 1 FROM event_subjects c WHERE c.event_id = e.id AND c.subject = 'claim:' || r.claim_id)
        OR (json_valid(body.body) AND (${differs}))`)
    for (const row of changed.iterate()) yield `finding ${row.id} says something else now than event ${row.event} recorded.`
    const unfiled = db.$client.prepare<[], { id: number }>(
      `SELECT r.id FROM reviews r WHERE NOT EXISTS (SELECT 1 FROM event_subjects s WHERE s.subject = 'review:' || r.id)`,
    )
    for (const row of unfiled.iterate()) yield `finding ${row.id} was filed by no event.`
    const gone = db.$client.prepare<[], { subject: string; event: number }>(`SELECT s.subject, s.event_id AS event FROM event_subjects s
      WHERE s.subject LIKE 'review:%' AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.id = CAST(substr(s.subject, 8) AS INTEGER))`)
    for (const row of gone.iterate()) yield `finding ${row.subject.slice(7)}, filed by event ${row.event}, is gone.`
  }
  found.all(broken(), () => 'Every finding says what the history recorded.')
}

/** The database itself: whole, with every reference leading somewhere, and still refusing what it must refuse. */
export function checkDatabase(db: Db, found: Findings): void {
  const loose = db.$client.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  found.all(
    loose.map(({ table, rowid, parent }) => `row ${rowid} of ${table} refers to a row of ${parent} that is not there.`),
    () => 'Every reference in the database leads somewhere.',
  )
  const damage = (db.$client.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  found.all(
    damage.map((line) => `the database file is damaged: ${line}`),
    () => 'The database file is whole.',
  )
  found.all(wrongTriggers(db), () => 'The database still refuses to change or delete what must stay.')
}

function* wrongTriggers(db: Db): Generator<string> {
  const there = new Map(
    db.$client
      .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      .all()
      .map(({ name, sql }) => [name, plainSql(sql)]),
  )
  for (const { name, sql } of triggers) {
    const now = there.get(name)
    if (now === undefined)
      yield `the safeguard ${name} is missing from the database; starting Linecheck puts it back, but what was done meanwhile was not refused.`
    else if (now !== plainSql(sql)) yield `the safeguard ${name} in the database is another than this version of Linecheck makes.`
    there.delete(name)
  }
  for (const name of there.keys()) yield `the database has a trigger ${name} that Linecheck did not make.`
}

const plainSql = (sql: string): string => sql.replace(/\s+/g, ' ').replace(/[;\s]+$/, '')
