import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Db } from '../db/open.ts'
import { pathOf } from '../evidence/store.ts'
import { plural } from '../web/words.ts'
import type { Findings } from './verify.ts'

interface FileRow {
  sha256: string
  size: number
  purgedBy: number | null
  act: string | null
  subjects: string | null
}

/** Holds the uploaded files on the disk against their SHA-256 and size, and looks for those that nothing refers to. */
export function checkFiles(db: Db, dataFolder: string, found: Findings): void {
  const rows = db.$client
    .prepare<[], FileRow>(
      'SELECT f.sha256, f.size, f.purged_by AS purgedBy, e.act, e.subjects FROM files f LEFT JOIN events e ON e.id = f.purged_by',
    )
    .all()
  const purged = rows.filter((row) => row.purgedBy !== null)
  found.all(
    [...broken(rows, dataFolder), ...wronglyPurged(db)],
    () => `The uploaded files are there and fit their SHA-256: ${plural(rows.length - purged.length, 'file')}.`,
  )
  if (purged.length > 0) found.say(`Purged, as the history says: ${plural(purged.length, 'uploaded file')}.`)

  const known = new Set(rows.map((row) => row.sha256))
  const strays = filesIn(path.join(dataFolder, 'files')).filter((name) => !known.has(name))
  if (strays.length > 0) {
    found.say(
      `On the disk, but nothing refers to them: ${plural(strays.length, 'file')} (an upload that was not finished; they can be deleted): ${strays.slice(0, 5).join(', ')}${strays.length > 5 ? ' …' : ''}`,
    )
  }
}

/** Evidence from which a file was taken by no event that says so, and bytes that are gone although evidence relies on them. */
function* wronglyPurged(db: Db): Generator<string> {
  const unsaid = db.$client.prepare<
    [],
    { id: number; sha256: string }
  >(`SELECT v.id, v.file_sha256 AS sha256 FROM evidence v LEFT JOIN events e ON e.id = v.file_purged_by
    WHERE v.file_purged_by IS NOT NULL AND NOT (e.act IS 'file.purged' AND instr(e.subjects, '"file:' || v.file_sha256 || '"') > 0
      AND (instr(e.subjects, '"evidence:' || v.id || '"') > 0 OR instr(e.subjects, '"evidence:') = 0))`)
  for (const { id, sha256 } of unsaid.iterate()) yield `file ${sha256} is marked as purged from evidence ${id}, but no event says so.`
  const back = db.$client.prepare<[], { event: number; id: string }>(`SELECT s.event_id AS event, substr(s.subject, 10) AS id
    FROM events e JOIN event_subjects s ON s.event_id = e.id AND s.subject LIKE 'evidence:%'
    WHERE e.act = 'file.purged' AND NOT EXISTS (SELECT 1 FROM evidence v WHERE v.id = CAST(substr(s.subject, 10) AS INTEGER) AND v.file_purged_by = e.id)`)
  for (const { event, id } of back.iterate())
    yield `the file that event ${event} purged from evidence ${id} is no longer marked as purged there.`
  const relied = db.$client.prepare<[], { id: number; sha256: string }>(`SELECT v.id, f.sha256 FROM evidence v
    JOIN files f ON f.sha256 = v.file_sha256 WHERE f.purged_by IS NOT NULL AND v.file_purged_by IS NULL`)
  for (const { id, sha256 } of relied.iterate()) yield `file ${sha256} is marked as purged, but evidence ${id} relies on it.`
}

function* broken(rows: readonly FileRow[], dataFolder: string): Generator<string> {
  for (const { sha256, size, purgedBy, act, subjects } of rows) {
    const place = pathOf(dataFolder, sha256)
    const there = statSync(place, { throwIfNoEntry: false })
    if (purgedBy !== null) {
      if (act !== 'file.purged' || !subjects?.includes(`"file:${sha256}"`))
        yield `file ${sha256} is marked as purged, but no event says so.`
      else if (there) yield `file ${sha256} was purged, but lies on the disk still: delete ${place}.`
    } else if (!there?.isFile()) {
      yield `file ${sha256} is missing from the disk.`
    } else if (there.size !== size) {
      yield `file ${sha256} was changed: it has ${there.size} bytes now, not ${size}.`
    } else if (hashOf(place) !== sha256) {
      yield `file ${sha256} was changed: it has another SHA-256 now.`
    }
  }
}

/** The SHA-256 of a file, read piece by piece: what is kept may be larger than memory. */
function hashOf(place: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(1 << 20)
  const file = openSync(place, 'r')
  try {
    for (let length = readSync(file, piece); length > 0; length = readSync(file, piece)) hash.update(piece.subarray(0, length))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

function filesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
}
