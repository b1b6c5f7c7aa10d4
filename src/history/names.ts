import { inArray } from 'drizzle-orm'
import { desks, users } from '../accounts/schema.ts'
import { articles, sentences, versions } from '../articles/schema.ts'
import { claims } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { evidence } from '../evidence/schema.ts'
import { sources } from '../sources/schema.ts'
import { shorten } from '../web/words.ts'
import { type Act } from '../events/acts.ts'
import { events } from '../events/schema.ts'
import { type Name, spoken } from './telling.ts'

/** What subjects such as `claim:12` are called today. One read for each kind of thing, however many events a page shows. */
export function nameSubjects(db: Reader, subjects: readonly string[]): (subject: string) => Name {
  const wanted = new Map<string, number[]>()
  for (const subject of new Set(subjects)) {
    const [kind = '', id = ''] = subject.split(':')
    if (/^\d{1,15}$/.test(id)) wanted.set(kind, [...(wanted.get(kind) ?? []), Number(id)])
  }
  const names = new Map<string, Name>()
  for (const [kind, ids] of wanted) {
    for (const [id, name] of readers[kind]?.(db, ids) ?? []) names.set(`${kind}:${id}`, name)
  }
  return (subject) => names.get(subject) ?? spoken(bare(subject))
}

type Named = [number, Name][]

const people = (db: Reader, ids: number[]): Named =>
  db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, ids))
    .all()
    .map(({ id, name }) => [id, { text: name, href: null, isolate: true }])

const readers: Record<string, (db: Reader, ids: number[]) => Named> = {
  claim: (db, ids) =>
    db
      .select({ id: claims.id, number: claims.number })
      .from(claims)
      .where(inArray(claims.id, ids))
      .all()
      .map(({ id, number }) => [id, { text: `claim ${number}`, href: `/claims/${id}`, isolate: false }]),
  article: (db, ids) =>
    db
      .select({ id: articles.id, headline: articles.headline })
      .from(articles)
      .where(inArray(articles.id, ids))
      .all()
      .map(({ id, headline }) => [
        id,
        { text: `“${shorten(headline || 'an article without a headline', 80)}”`, href: `/articles/${id}`, isolate: true },
      ]),
  version: (db, ids) =>
    db
      .select({ id: versions.id, number: versions.number, articleId: versions.articleId })
      .from(versions)
      .where(inArray(versions.id, ids))
      .all()
      .map(({ id, number, articleId }) => [id, { text: `version ${number}`, href: `/articles/${articleId}/report`, isolate: false }]),
  sentence: (db, ids) =>
    db
      .select({ id: sentences.id, position: sentences.position })
      .from(sentences)
      .where(inArray(sentences.id, ids))
      .all()
      .map(({ id, position }) => [id, spoken(`sentence ${position + 1}`)]),
  source: (db, ids) =>
    db
      .select({ id: sources.id, name: sources.name })
      .from(sources)
      .where(inArray(sources.id, ids))
      .all()
      .map(({ id, name }) => [id, { text: name, href: `/sources/${id}`, isolate: true }]),
  evidence: (db, ids) =>
    db
      .select({ id: evidence.id, title: evidence.title })
      .from(evidence)
      .where(inArray(evidence.id, ids))
      .all()
      .map(({ id, title }) => [id, { text: `“${shorten(title, 80)}”`, href: null, isolate: true }]),
  desk: (db, ids) =>
    db
      .select({ id: desks.id, name: desks.name })
      .from(desks)
      .where(inArray(desks.id, ids))
      .all()
      .map(({ id, name }) => [id, { text: name, href: null, isolate: true }]),
  person: people,
  user: people,
  event: (db, ids) =>
    db
      .select({ id: events.id, act: events.act })
      .from(events)
      .where(inArray(events.id, ids))
      .all()
      .map(({ id, act }) => [id, { text: `event ${id} (${actWords(act)})`, href: null, isolate: false }]),
}

/** `claim.recut` as words; for lists of acts, where there is no subject to speak of. */
export const actWords = (act: Act): string => act.replaceAll('_', ' ').replace('.', ': ')

/** A subject that has no name of its own: `query:3` is “query 3”, a file is told by the first letters of its digest. */
function bare(subject: string): string {
  const [kind = '', id = ''] = subject.split(':')
  return `${kind.replaceAll('_', ' ')} ${id.length > 15 ? id.slice(0, 8) : id}`
}
