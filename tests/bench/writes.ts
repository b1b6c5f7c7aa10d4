import { readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { completeSetup, makeSetupLink } from '../../src/accounts/joining.ts'
import { clear } from '../../src/accounts/policy.ts'
import type { Viewer } from '../../src/accounts/viewer.ts'
import { bringIn } from '../../src/articles/articles.ts'
import { findDesk } from '../../src/accounts/queries.ts'
import { findArticle } from '../../src/articles/queries.ts'
import { findClaim, lastEventOn } from '../../src/claims/queries.ts'
import { claims } from '../../src/claims/schema.ts'
import { splitArticle } from '../../src/claims/split-article.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { type Db, openDatabase } from '../../src/db/open.ts'
import { readPaste } from '../../src/documents/paste.ts'
import { readArticle } from '../../src/extraction/read.ts'
import { fileFinding } from '../../src/reviews/reviews.ts'
import { type Figure, interleaved, rounded } from './figures.ts'
import { freshFolder } from './server.ts'

const rounds = 9
/** Writes of each kind in a round. */
const several = 60
const reason = 'Asked the office that is named and two archives; no answer yet.'

/** Findings filed, each with its event, what it kept and the chain, against bare single rows: both on disk, one durable transaction each. */
export async function writes(): Promise<Figure[]> {
  const folder = freshFolder()
  const db = openDatabase(path.join(folder, 'linecheck.db'))
  migrateDatabase(db)
  const viewer = await somebody(db)
  while (db.select({ id: claims.id }).from(claims).all().length < (rounds + 1) * several) bringToDesk(db, viewer)

  const bare = new Database(path.join(folder, 'bare.db'))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) bare.pragma(pragma)
  bare.exec(
    'CREATE TABLE outcomes (id INTEGER PRIMARY KEY, claim_id INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, filed_at TEXT NOT NULL)',
  )
  const insert = bare.prepare('INSERT INTO outcomes (claim_id, outcome, reason, filed_at) VALUES (?, ?, ?, ?)')
  const insertOne = bare.transaction((claimId: number) => insert.run(claimId, 'unverified', reason, new Date().toISOString()))

  let claimId = 0
  let row = 0
  const kinds = {
    findings: () => rate(() => fileOne(db, viewer, ++claimId)),
    rows: () => rate(() => insertOne.immediate(++row)),
  }
  await interleaved(1, kinds)
  const { findings, rows } = await interleaved(rounds, kinds)
  db.$client.close()
  bare.close()
  return [
    {
      what: 'findings filed a second; baseline bare single-row inserts',
      value: rounded(findings),
      baseline: rounded(rows),
      ratio: findings / rows,
    },
  ]
}

function rate(write: () => void): number {
  const from = performance.now()
  for (let times = 0; times < several; times++) write()
  return (several * 1000) / (performance.now() - from)
}

function fileOne(db: Db, viewer: Viewer, claimId: number): void {
  const claim = clear(viewer, 'check', findClaim(db, viewer, claimId))
  fileFinding(db, viewer, claim, {
    seen: lastEventOn(db, claimId),
    said: 'not_checked',
    outcome: 'unverified',
    confidence: 'low',
    reason,
  })
}

async function somebody(db: Db): Promise<Viewer> {
  const form = { name: 'Ada Reyes', email: 'ada@example.org', password: 'three plain words', desk: 'World desk', outlet: 'The Meridian' }
  return (await completeSetup(db, makeSetupLink(db)?.token ?? '', form)).viewer
}

const text = readFileSync(path.join(import.meta.dirname, 'long-article.txt'), 'utf8')
const reading = readArticle(text)

function bringToDesk(db: Db, viewer: Viewer): void {
  const details = { publication: 'published', outlet: '', byline: '', url: '', publishedAt: '', dueAt: null } as const
  const { id } = bringIn(db, viewer, clear(viewer, 'check', findDesk(db, viewer, 1)), {
    document: readPaste(text, null),
    reading,
    details,
    fileName: '',
  })
  splitArticle(db, viewer, clear(viewer, 'check', findArticle(db, viewer, id)), reading)
}
