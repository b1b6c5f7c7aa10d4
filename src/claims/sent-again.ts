import { desc, eq, getTableColumns } from 'drizzle-orm'
import type { Viewer } from '../accounts/viewer.ts'
import type { Reader } from '../db/open.ts'
import type { Act } from '../events/acts.ts'
import { events, eventSubjects } from '../events/schema.ts'

/**
 * The id of the thing (`noun:id`) that this person made by the very last event on a claim; null where something else was last.
 * If a form says the same again then, its button was pressed twice: nothing has happened in between that could be answered so.
 */
export function justMade(db: Reader, viewer: Viewer, claimId: number, act: Act, noun: string): number | null {
  const last = db
    .select(getTableColumns(events))
    .from(eventSubjects)
    .innerJoin(events, eq(events.id, eventSubjects.eventId))
    .where(eq(eventSubjects.subject, `claim:${claimId}`))
    .orderBy(desc(eventSubjects.eventId))
    .limit(1)
    .get()
  if (!last || last.act !== act || last.actorId !== viewer.id) return null
  const subject = last.subjects.find((one) => one.startsWith(`${noun}:`))
  return subject ? Number(subject.slice(noun.length + 1)) : null
}

/** Whether a row says in each of these fields what the form says. */
export const sameFields = <Row extends object>(row: Row, form: { [Field in keyof Row]?: Row[Field] | undefined }): boolean =>
  (Object.keys(form) as (keyof Row)[]).every((field) => row[field] === form[field])
