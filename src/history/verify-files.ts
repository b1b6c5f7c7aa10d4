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
    broken(rows, dataFolder),
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
