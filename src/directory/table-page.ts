import type { DeskPlace } from '../articles/queries.ts'
import type { BroughtIn, FieldChange } from '../sources/bring-in.ts'
import type { RefusedRow } from '../sources/table.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { plural } from '../web/words.ts'

export interface SourceTablePage {
  title: string
  section: string
  errors: { href: string; message: string }[]
  file: { error: string | null }
  /** Null where there is only one desk to choose. */
  desks: SharedPartials['shared/_select']['options'] | null
  deskId: string
}

export interface SourceChangesPage {
  title: string
  section: string
  problem: string | null
  facts: string
  /** What is sent back when somebody agrees; null where there is nothing to do. */
  agree: { label: string; table: string; deskId: string; seen: string } | null
  made: { name: string; facts: FieldChange[] }[]
  changed: { href: string; name: string; fields: FieldChange[] }[]
  refused: RefusedRow[]
  /** How many of each list are not shown, in words. */
  further: { made: string | null; changed: string | null; refused: string | null }
}

/** Rows of each kind that a page shows: the counts above them are of all. */
const shown = 200

export function sourceTablePage(desks: readonly DeskPlace[], error: string | null, chosen: string): SourceTablePage {
  const deskId = chosen || String(desks[0]?.id ?? '')
  return {
    title: 'The directory as a table',
    section: '/sources',
    errors: error === null ? [] : [{ href: '#file', message: error }],
    file: { error },
    desks: desks.length < 2 ? null : desks.map(({ id, name }) => ({ value: String(id), label: name, selected: String(id) === deskId })),
    deskId,
  }
}

/** What a table would change, before anybody has agreed. `seen` is the digest of what is shown. */
export function sourceChangesPage(
  { made, changed, same, refused }: BroughtIn,
  sent: { table: string; deskId: number; seen: string; problem: string | null },
): SourceChangesPage {
  const count = made.length + changed.length
  const rest = (all: number): string | null => (all > shown ? `and ${(all - shown).toLocaleString('en-GB')} more` : null)
  return {
    title: 'What this table would change',
    section: '/sources',
    problem: sent.problem,
    facts: [`${made.length} new`, `${changed.length} changed`, `${same} as they are`, `${refused.length} that cannot be used`].join(' · '),
    agree:
      count === 0
        ? null
        : {
            label: `Make ${count === 1 ? 'this change' : `these ${plural(count, 'change')}`}`,
            table: sent.table,
            deskId: String(sent.deskId),
            seen: sent.seen,
          },
    made: made.slice(0, shown).map(({ name, facts }) => ({ name, facts })),
    changed: changed.slice(0, shown).map(({ id, name, fields }) => ({ href: `/sources/${id}`, name, fields })),
    refused: refused.slice(0, shown),
    further: { made: rest(made.length), changed: rest(changed.length), refused: rest(refused.length) },
  }
}

/** What was done, in a sentence. */
export const doneWords = ({ made, changed, refused }: BroughtIn): string =>
  `${plural(made.length, 'source')} entered, ${changed.length.toLocaleString('en-GB')} changed${refused.length > 0 ? `; ${plural(refused.length, 'row')} left out` : ''}.`
