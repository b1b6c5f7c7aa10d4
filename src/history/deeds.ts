import type { Statement } from 'better-sqlite3'
import type { Db } from '../db/open.ts'
import type { Act } from '../events/acts.ts'

export type Kept = Record<string, unknown>

/** An event as far as a row is held against it. */
export interface Deed {
  id: number
  actorId: number | null
  articleId: number | null
  /** As JSON. */
  subjects: string
  /** Null where nothing was kept, or it has been purged. */
  after: Kept | null
}
type Row = Omit<Deed, 'after'> & { body: string | null }

const columns = 'e.id, e.actor_id AS actorId, e.article_id AS articleId, e.subjects, p.body'

/** Reads events by what they are about, for checks that go through whole tables. */
export class Deeds {
  readonly #about: Statement<[string, string], Row>
  readonly #all: Statement<[string], Row>

  constructor(db: Db) {
    this.#about = db.$client.prepare(
      `SELECT ${columns} FROM event_subjects s JOIN events e ON e.id = s.event_id LEFT JOIN payloads p ON p.digest = e.after_digest
        WHERE s.subject = ? AND e.act = ? ORDER BY e.id`,
    )
    this.#all = db.$client.prepare(
      `SELECT ${columns} FROM events e LEFT JOIN payloads p ON p.digest = e.after_digest WHERE e.act = ? ORDER BY e.id`,
    )
  }

  about(subject: string, act: Act): Deed[] {
    return this.#about.all(subject, act).map(deed)
  }

  all(act: Act): Deed[] {
    return this.#all.all(act).map(deed)
  }
}

const deed = ({ body, ...row }: Row): Deed => ({ ...row, after: read(body) })

/** What cannot be read was changed, which the check of the payloads tells. */
function read(body: string | null): Kept | null {
  try {
    return body === null ? null : ((JSON.parse(body) as { value: Kept | null }).value ?? null)
  } catch {
    return null
  }
}
