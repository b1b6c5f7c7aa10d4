import { can, clear, type Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { fold } from '../db/fold.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Refusal } from '../errors.ts'
import { sourceKindLabels } from '../vocabulary.ts'
import { knownTo, type Known } from './known.ts'
import { desksKnowing, lastEventOnSource, type NamedSource } from './queries.ts'
import type { Source } from './schema.ts'
import { endsBefore } from '../web/forms.ts'
import { endsFirst } from './forms.ts'
import { changeSource, enterSource, type SourceDetails, type SourceOnDesk } from './sources.ts'
import type { RefusedRow, SourceRow } from './table.ts'

/** One thing that a row changes of a source, in words. */
export interface FieldChange {
  field: string
  before: string
  after: string
}

/** What a table made of the directory. */
export interface BroughtIn {
  made: { row: number; name: string; facts: FieldChange[] }[]
  changed: { row: number; id: number; name: string; fields: FieldChange[] }[]
  /** How many rows say what is there already. */
  same: number
  refused: RefusedRow[]
}

type Desk = Cleared<'check', { id: number; deskId: number }>

/** Thrown out of a transaction that is not to be kept. */
class TakenBack extends Error {}

/**
 * Brings rows into the directory in one transaction, if what comes of it is what `keep` wants; otherwise all of it is taken back, and what
 * would have come of it is known none the less. A row that cannot be used is left out with its reason; every other is an act of its own in
 * the history.
 */
export function bringInSources(
  db: Db,
  viewer: Viewer,
  desk: Desk,
  rows: readonly (SourceRow | RefusedRow)[],
  keep: (found: BroughtIn) => boolean,
): { found: BroughtIn; kept: boolean } {
  let found: BroughtIn | null = null
  try {
    write(db, (tx) => {
      found = bringIn(tx, viewer, desk, rows)
      if (!keep(found)) throw new TakenBack()
    })
  } catch (error) {
    if (!(error instanceof TakenBack) || !found) throw error
    return { found, kept: false }
  }
  if (!found) throw new Error('nothing was brought in')
  return { found, kept: true }
}

function bringIn(tx: Tx, viewer: Viewer, desk: Desk, rows: readonly (SourceRow | RefusedRow)[]): BroughtIn {
  const done: BroughtIn = { made: [], changed: [], same: 0, refused: rows.flatMap((row) => ('reason' in row ? [row] : [])) }
  const usable = rows.flatMap((one) => ('reason' in one ? [] : [one]))
  const work = {
    viewer,
    desk,
    done,
    taken: new Map<string, number>(),
    known: knownTo(
      tx,
      viewer,
      usable.flatMap(({ name = '', belongsTo = '' }) => [name, belongsTo]),
    ),
  }
  for (const row of ownersFirst(usable)) {
    try {
      // A row that fails in the middle leaves nothing of itself.
      write(tx, (inner) => bringInRow({ ...work, tx: inner }, row))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      done.refused.push({ row: row.row, name: row.name ?? `#${row.number}`, reason: error.message })
    }
  }
  done.refused.sort((a, b) => a.row - b.row)
  return done
}

/** Rows in such an order that what another row belongs to, by name, is there before it. */
function ownersFirst(rows: readonly SourceRow[]): SourceRow[] {
  const byName = new Map(rows.map((row) => [fold(row.name ?? ''), row]))
  const ordered = new Set<SourceRow>()
  const onTheWay = new Set<SourceRow>()
  const put = (row: SourceRow): void => {
    if (ordered.has(row) || onTheWay.has(row)) return
    onTheWay.add(row)
    const owner = byName.get(fold(row.belongsTo ?? ''))
    if (owner) put(owner)
    ordered.add(row)
  }
  for (const row of rows) put(row)
  return [...ordered]
}

interface Work {
  tx: Tx
  viewer: Viewer
  desk: Desk
  done: BroughtIn
  /** The names of sources that this table made, each with its row. */
  taken: Map<string, number>
  known: Known
}

function bringInRow(work: Work, row: SourceRow): void {
  const { done } = work
  const source = sourceOf(work, row)
  if (source === null) {
    done.made.push({ row: row.row, name: row.name ?? '', facts: makeFrom(work, row) })
    return
  }
  const fields = changeFrom(work, row, source)
  if (fields.length === 0) done.same++
  else done.changed.push({ row: row.row, id: source.id, name: source.name, fields })
}

/** The source that a row is about; null where it is a new one. */
function sourceOf(work: Work, row: SourceRow): NamedSource | null {
  const { taken, known } = work
  if (typeof row.number === 'number') {
    const source = known.find(row.number)
    if (source) return source
    throw new Refusal(`There is no source with the number ${row.number} on a desk of yours. Leave the number out to enter a new one.`)
  }
  if (!row.name) throw new Refusal('This row has neither a number nor a name.')
  if (row.number === 'another') return null
  const earlier = taken.get(fold(row.name))
  if (earlier !== undefined)
    throw new Refusal(`Row ${earlier} has the same name. Write “new” in the column “number” if this is somebody else.`)
  const [namesake, second] = known.called(row.name)
  if (!namesake) return null
  if (!second && differences(known, namesake, detailsOf(work, row, namesake)).length === 0) return namesake
  throw new Refusal(
    `There is already a source called “${namesake.name}” (#${namesake.id}). Write ${namesake.id} in the column “number” to change it, or “new” if this is somebody else.`,
  )
}

function makeFrom(work: Work, row: SourceRow): FieldChange[] {
  const { tx, viewer, desk, taken, known } = work
  const nothing: SourceDetails = {
    name: '',
    aliases: [],
    kind: 'unknown',
    unnamed: false,
    affiliatedTo: null,
    affiliatedSince: '',
    affiliatedUntil: '',
    note: '',
  }
  const details = detailsOf(work, row, nothing)
  const { id } = enterSource(tx, viewer, desk, details)
  known.changed(id, [details.name, ...details.aliases])
  taken.set(fold(details.name), row.row)
  return differences(known, nothing, details)
    .filter(({ field }) => field !== 'Name')
    .map((one) => ({ ...one, before: '' }))
}

function changeFrom(work: Work, row: SourceRow, source: NamedSource): FieldChange[] {
  const { tx, viewer, known } = work
  const details = detailsOf(work, row, source)
  const fields = differences(known, source, details)
  if (fields.length > 0) {
    changeSource(tx, viewer, toChange(tx, viewer, source), lastEventOnSource(tx, source.id), details)
    known.changed(source.id, [details.name, ...details.aliases])
  }
  return fields
}

/** A source cleared for one who may check on a desk that knows it. */
function toChange(tx: Tx, viewer: Viewer, source: Source): Cleared<'check', SourceOnDesk> {
  const deskId = (desksKnowing(tx, viewer, [source.id]).get(source.id) ?? []).find((desk) => can(viewer, 'check', desk))
  if (deskId === undefined) throw new Refusal('You may read this source and not change it: on none of its desks are you a checker.')
  return clear(viewer, 'check', { ...source, deskId })
}

/** What a row says of a source, over what is known of it. */
function detailsOf(work: Work, row: SourceRow, before: SourceDetails): SourceDetails {
  const affiliatedTo = row.belongsTo === undefined ? before.affiliatedTo : ownerOf(work, row.belongsTo, before.affiliatedTo)
  const [since, until] = affiliatedTo === null ? ['', ''] : [row.since ?? before.affiliatedSince, row.until ?? before.affiliatedUntil]
  if (endsBefore(until, since)) throw new Refusal(endsFirst)
  return {
    name: row.name ?? before.name,
    aliases: row.aliases ?? before.aliases,
    kind: row.kind ?? before.kind,
    unnamed: row.unnamed ?? before.unnamed,
    affiliatedTo,
    affiliatedSince: since,
    affiliatedUntil: until,
    note: row.note ?? before.note,
  }
}

/** The source that a cell names: by the number it ends in, or by a name that one source alone goes by. */
function ownerOf({ known }: Work, written: string, before: number | null): number | null {
  // One out of the viewer's sight stood as an empty cell: leaving it so takes nothing away.
  if (written === '') return before !== null && !known.find(before) ? before : null
  const id = /(?:^|#)([1-9]\d{0,14})$/u.exec(written)?.[1]
  if (id) {
    const source = known.find(Number(id))
    if (source && (written.replace(/^#/u, '') === id || written.startsWith(source.name.trim().replaceAll(/\s+/gu, ' ')))) return source.id
    throw new Refusal(`“${written.slice(0, 80)}” names no source on a desk of yours: the number and the name have to be of the same one.`)
  }
  const [only, second] = known.called(written)
  if (only && !second) return only.id
  throw new Refusal(
    only && second
      ? `Several sources are called “${written.slice(0, 80)}”: give the number as well, such as #${only.id}.`
      : `No source on your desks is called “${written.slice(0, 80)}”, and no row that can be used.`,
  )
}

function differences(known: Known, before: SourceDetails, after: SourceDetails): FieldChange[] {
  const words: readonly (readonly [field: string, of: (details: SourceDetails) => string])[] = [
    ['Name', ({ name }) => name],
    [
      'Other names',
      ({ name, aliases }) =>
        [...new Set(aliases)]
          .filter((one) => one !== name)
          .sort()
          .join(' | '),
    ],
    ['Kind', ({ kind }) => sourceKindLabels[kind]],
    ['Unnamed', ({ unnamed }) => (unnamed ? 'yes' : 'no')],
    ['Belongs to', ({ affiliatedTo }) => (affiliatedTo === null ? '' : nameOf(known, affiliatedTo))],
    ['Since', ({ affiliatedSince }) => affiliatedSince],
    ['Until', ({ affiliatedUntil }) => affiliatedUntil],
    ['Note', ({ note }) => note],
  ]
  return words.flatMap(([field, of]) => (of(before) === of(after) ? [] : [{ field, before: of(before), after: of(after) }]))
}

/** Nothing where it is out of the viewer's sight. */
function nameOf(known: Known, id: number): string {
  const source = known.find(id)
  return source ? `${source.name} #${id}` : ''
}
