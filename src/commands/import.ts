import path from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command, Option } from 'commander'
import { and, eq } from 'drizzle-orm'
import { clear } from '../accounts/policy.ts'
import { users } from '../accounts/schema.ts'
import { findActiveViewer } from '../accounts/sessions.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type DeskPlace, listDesksToCheck } from '../articles/queries.ts'
import type { Publication } from '../articles/schema.ts'
import { databaseIn } from '../data-folder.ts'
import { type Db, openDatabase } from '../db/open.ts'
import { Refusal } from '../errors.ts'
import { beginImport, setRunning } from '../imports/importer.ts'
import { bringInAll, endImport } from '../imports/importing.ts'
import { findImport, listProblems, outcomesOf } from '../imports/queries.ts'
import { imports } from '../imports/schema.ts'
import { storeInPlace } from '../imports/storing.ts'
import { createWorkers } from '../workers/pool.ts'
import { overRecords } from './records.ts'

interface Options {
  as: string
  desk?: string
  draft?: boolean
}

/** `linecheck import`: many pieces at once out of a folder, an archive or a table on this machine. Begun again, it goes on where it was. */
export function importCommand(): Command {
  return new Command('import')
    .description('bring in many pieces from a folder, a .zip, a .csv or a .jsonl file; begun again on the same path, it goes on')
    .argument('<path>', 'the folder or file')
    .addOption(new Option('--as <email>', 'in whose name: somebody who may check on the desk').makeOptionMandatory())
    .option('--desk <name>', 'the desk; needed where the person may check on several')
    .option('--draft', 'these are drafts; without it they count as published')
    .action((place: string, options: Options) =>
      overRecords(async (_reader, settings) => {
        const db = openDatabase(databaseIn(settings.dataFolder))
        try {
          return await run(db, path.resolve(place), options)
        } finally {
          db.$client.close()
        }
      }),
    )
}

async function run(db: Db, place: string, { as, desk: named, draft }: Options): Promise<number> {
  const viewer = personCalled(db, as)
  const desk = deskCalled(db, viewer, named)
  const importId = begun(db, viewer, desk, place, draft ? 'draft' : 'published')
  const workers = createWorkers({ threads: 1 })
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const bar = new SingleBar({
    format: '{bar} {value} of {total} pieces, {eta_formatted} to go',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  })
  try {
    await bringInAll({
      db,
      workers,
      storing: storeInPlace(db),
      importId,
      signal: stop.signal,
      tell: (done) => {
        if (!bar.isActive) bar.start(findImport(db, importId)?.total ?? done, done)
        bar.update(done)
      },
    })
  } finally {
    bar.stop()
    await workers.close()
  }
  return told(db, importId, stop.signal.aborted)
}

function told(db: Db, importId: number, aborted: boolean): number {
  const into = findImport(db, importId)
  const { brought_in, here_already, refused } = outcomesOf(db, importId)
  if (into?.state === 'running') endImport(db, into, 'stopped', 'Stopped on the command line.')
  for (const { name, reason } of listProblems(db, importId)) process.stderr.write(`${name}: ${reason}\n`)
  process.stdout.write(`Brought in: ${brought_in}. Here already: ${here_already}. Refused: ${refused}.\n`)
  if (aborted) process.stdout.write('Stopped. Begin it again with the same path, and it goes on.\n')
  else if (into?.state === 'stopped') throw new Refusal(into.problem)
  return refused > 0 || aborted ? 1 : 0
}

/** The import of this path that was not finished, or a new one. */
function begun(db: Db, viewer: Viewer, desk: DeskPlace, place: string, publication: Publication): number {
  const earlier = db
    .select()
    .from(imports)
    .where(and(eq(imports.path, place), eq(imports.deskId, desk.id), eq(imports.createdBy, viewer.id)))
    .orderBy(imports.id)
    .all()
    .findLast(({ state }) => state !== 'done')
  if (!earlier) return beginImport(db, viewer, clear(viewer, 'check', desk), { name: path.basename(place), path: place, publication })
  if (earlier.state === 'stopped') setRunning(db, viewer, earlier)
  return earlier.id
}

function personCalled(db: Db, email: string): Viewer {
  const user = db.select({ id: users.id }).from(users).where(eq(users.email, email.trim().toLowerCase())).get()
  const viewer = user && findActiveViewer(db, user.id)
  if (!viewer) throw new Refusal(`Nobody signs in here as ${email}.`)
  return viewer
}

function deskCalled(db: Db, viewer: Viewer, named: string | undefined): DeskPlace {
  const desks = listDesksToCheck(db, viewer)
  const [only, ...more] = named === undefined ? desks : desks.filter(({ name }) => name.toLowerCase() === named.trim().toLowerCase())
  const own = desks.map(({ name }) => `“${name}”`).join(', ') || 'none'
  if (!only)
    throw new Refusal(
      named === undefined
        ? `${viewer.name} may bring pieces in on no desk.`
        : `${viewer.name} may bring pieces in on no desk called “${named}”. Their desks: ${own}.`,
    )
  if (more.length > 0) throw new Refusal(`${viewer.name} may bring pieces in on several desks: say which with --desk. Their desks: ${own}.`)
  return only
}
