import type { Viewer } from '../accounts/viewer.ts'
import { fold } from '../db/fold.ts'
import type { Reader } from '../db/open.ts'
import { aliasesOf, findSourceIfAny, listSourcesCalled, type NamedSource } from './queries.ts'

/** The part of the directory that a table speaks of, as one viewer sees it while its rows come in. */
export interface Known {
  find: (id: number) => NamedSource | undefined
  /** Who goes by a name, letter forms and diacritics aside. */
  called: (name: string) => NamedSource[]
  /** A source was made or changed, and goes by these names as well. */
  changed: (id: number, names: readonly string[]) => void
}

/** Looks through the directory once for all the names of a table: once for each of its rows would be a thousand times. */
export function knownTo(db: Reader, viewer: Viewer, names: readonly string[]): Known {
  const byName = new Map<string, Set<number>>()
  const seen = new Map<number, NamedSource>()
  const find: Known['find'] = (id) => {
    const met = seen.get(id)
    if (met) return met
    const source = findSourceIfAny(db, viewer, id)
    if (!source) return undefined
    const named = { ...source, aliases: aliasesOf(db, id) }
    seen.set(id, named)
    return named
  }
  const goesBy = (id: number, all: readonly string[]): void => {
    for (const name of all.map(fold)) byName.set(name, (byName.get(name) ?? new Set()).add(id))
  }
  for (const { id, name } of listSourcesCalled(db, viewer, ...names)) goesBy(id, [name, ...(find(id)?.aliases ?? [])])
  return {
    find,
    // A row may have changed what a source is called since, or have been taken back.
    called: (name) =>
      [...(byName.get(fold(name)) ?? [])].flatMap((id) => {
        const source = find(id)
        return source && [source.name, ...source.aliases].some((one) => fold(one) === fold(name)) ? [source] : []
      }),
    changed: (id, all) => {
      seen.delete(id)
      goesBy(id, all)
    },
  }
}
