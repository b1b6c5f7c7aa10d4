import type { Viewer } from '../accounts/viewer.ts'
import { readArrival, readSent } from '../articles/arrivals.ts'
import { statedDetails } from '../articles/forms.ts'
import { type DeskPlace, listDesksToCheck } from '../articles/queries.ts'
import type { Db } from '../db/open.ts'
import { Refusal } from '../errors.ts'
import { sha256 } from '../events/events.ts'
import type { Workers } from '../workers/pool.ts'
import type { Container } from './container.ts'
import type { Item } from './items.ts'
import { noteItem } from './notes.ts'
import type { Import } from './schema.ts'
import type { Storing } from './storing.ts'

/** What one piece is brought in with. */
export interface Bringing {
  db: Db
  workers: Workers
  storing: Storing
  container: Container
  into: Import
  /** In whose name: as they are now. */
  viewer: Viewer
}

/** Brings one piece of an import in and splits it into claims, or notes why not. Afterwards both the article and its line are there, or neither. */
export async function bringInOne(bringing: Bringing, item: Item): Promise<void> {
  const { db, into } = bringing
  try {
    await attempt(bringing, item)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    noteItem(db, into, item.name, { outcome: 'refused', reason: error.message, articleId: null })
  }
}

async function attempt({ db, workers, storing, container, into, viewer }: Bringing, item: Item): Promise<void> {
  const desk = deskFor(db, viewer, into, item)
  const stated = statedDetails.safeParse(item)
  if (!stated.success) throw new Refusal(stated.error.issues[0]?.message ?? 'What is said of this piece cannot be used.')
  const file = 'file' in item.content ? { name: item.content.file, bytes: await container.read(item.content.file) } : null
  const document = await readSent(workers, { text: 'text' in item.content ? item.content.text : '', html: '', file })
  const url = stated.data.url || (document.declared.url ?? '')
  const here = await storing.known(viewer, { url, sha256: sha256(document.text) })
  if (here) {
    const reason = `The same ${here.same} is here already.`
    return noteItem(db, into, item.name, { outcome: 'here_already', reason, articleId: here.articleId })
  }
  const details = { ...stated.data, publication: into.publication, dueAt: null }
  const arrival = await readArrival(workers, document, file, details, desk.outlet)
  await storing.store(viewer, into, item.name, desk, arrival)
}

/** The desk that a row names, or the one chosen for all. */
function deskFor(db: Db, viewer: Viewer, into: Import, { desk: named }: Item): DeskPlace {
  const desks = listDesksToCheck(db, viewer)
  const found = named === '' ? desks.find(({ id }) => id === into.deskId) : desks.find(({ name }) => same(name, named))
  if (!found)
    throw new Refusal(`You may not bring pieces in on a desk called “${named.slice(0, 80)}”: leave it out, or name a desk of yours.`)
  return found
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()
