import path from 'node:path'
import Database from 'better-sqlite3'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open.ts'
import { claimKinds, identifications, outcomes, proximities, sourceKinds, stakes, voices } from '../../src/vocabulary.ts'
import { drawing } from '../support/random-newsroom.ts'

/** How many pieces a generated newsroom has; each has twenty claims. */
export const newsrooms = { small: 500, medium: 5_000, large: 100_000 } as const
const CLAIMS = 20
/** One source in so many claims; names come back in other pieces. */
const SOURCES = 8

/**
 * Fills a database with pieces, claims, chains over sources that come back, caveats, findings and evidence, in bulk: the search index is
 * left empty, since no audit asks it. Everything is drawn and the same every time.
 */
export function fillNewsroom(folder: string, pieces: number): string {
  const file = path.join(folder, 'linecheck.db')
  const made = openDatabase(file)
  migrateDatabase(made)
  made.$client.close()
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = OFF')
  const triggers = db.prepare("select name, sql from sqlite_master where type = 'trigger' and name like '%search%'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) db.exec(`drop trigger ${name}`)
  const into = (table: string, columns: string): Database.Statement =>
    db.prepare(
      `insert into ${table} (${columns}) values (${columns
        .split(',')
        .map(() => '?')
        .join(',')})`,
    )
  const article = into('articles', 'id,desk_id,publication,stage,headline,outlet,byline,published_at,created_at')
  const version = into('versions', 'id,article_id,number,text,sha256,format,encoding,blocks,created_at')
  const sentence = into('sentences', 'version_id,position,start,end')
  const claim = into('claims', 'id,article_id,version_id,number,wording,kind,voice,standing')
  const span = into('claim_spans', 'claim_id,position,start,end,quoted,before,after')
  const hop = into('attributions', 'claim_id,position,source_id,identified,stake,proximity,standing')
  const source = into('sources', 'id,name,kind,unnamed,standing,created_at')
  const placed = into('source_places', 'source_id,article_id')
  const caveat = into('caveats', 'id,version_id,start,end,quoted,standing')
  const qualifies = into('claim_caveats', 'claim_id,caveat_id')
  const review = into('reviews', 'claim_id,opinion,reviewer_id,said,outcome,reason,wording,chain,relied_on,filed_at')
  const evidence = into('evidence', 'claim_id,kind,title,stance,basis,source_id,added_at')
  const { below, one, chance } = drawing(pieces)
  const now = '2026-01-01T00:00:00.000Z'
  db.exec(`insert into desks (id, name, outlet, created_at) values (1, 'World desk', 'The Meridian', '${now}')`)
  db.exec(`insert into users (id, name, email, password_hash, created_at) values (1, 'Ada', 'ada@example.org', 'none', '${now}')`)
  db.exec("insert into memberships (user_id, desk_id, role) values (1, 1, 'admin')")
  db.transaction(() => {
    for (let k = 1; k <= pieces; k++) {
      const day = new Date(Date.UTC(2016, 0, 1 + Math.floor((k * 3650) / pieces))).toISOString()
      article.run(k, 1, 'published', 'on_desk', `Piece ${k}`, `Outlet ${below(40)}`, `Author ${below(300)}`, day.slice(0, 10), day)
      const text = Array.from({ length: CLAIMS }, (_, n) => `Statement ${n} of piece ${k} is so.`).join(' ')
      version.run(k, k, 1, text, String(k), 'text', 'UTF-8', '[]', day)
      sentence.run(k, 0, 0, text.length)
      caveat.run(k, k, 0, 9, 'Statement', 'suggested')
      const first = (k - 1) * SOURCES
      for (let s = 1; s <= SOURCES; s++) {
        source.run(first + s, `Source ${below(20_000)}`, one(sourceKinds), chance(0.2) ? 1 : 0, 'suggested', day)
        placed.run(first + s, k)
      }
      let at = 0
      for (let n = 0; n < CLAIMS; n++) {
        const id = (k - 1) * CLAIMS + n + 1
        const wording = `Statement ${n} of piece ${k} is so.`
        const voice = one(voices)
        claim.run(id, k, k, n + 1, wording, one(claimKinds), voice, chance(0.05) ? 'confirmed' : 'suggested')
        span.run(id, 0, at, at + wording.length, wording, '', '')
        at += wording.length + 1
        const chain = voice.startsWith('own') ? [] : Array.from({ length: 1 + below(2) }, () => first + 1 + below(SOURCES))
        chain.forEach((id2, position) => hop.run(id, position, id2, one(identifications), one(stakes), one(proximities), 'suggested'))
        if (chance(0.05)) qualifies.run(id, k)
        if (chance(0.02)) {
          review.run(id, 'first', 1, 'confirmed_relay', one(outcomes), 'Drawn.', wording, JSON.stringify(chain), '[]', day)
          evidence.run(id, 'note', 'Drawn', 'supports', 'first_hand', first + 1 + below(SOURCES), day)
        }
      }
    }
  })()
  for (const { sql } of triggers) db.exec(sql)
  db.exec('analyze')
  db.close()
  return file
}
