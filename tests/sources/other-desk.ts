import { articles, versions } from '../../src/articles/schema.ts'
import { claims } from '../../src/claims/schema.ts'
import { type Db, write } from '../../src/db/open.ts'
import { sha256 } from '../../src/events/events.ts'
import { makeSource } from '../../src/sources/sources.ts'
import { people } from '../support/newsroom.ts'

/** An article of Olga's desk, with a source that nobody on the others' desk has met. */
export function articleOfOlga(db: Db): { articleId: number; sourceId: number } {
  return write(db, (tx) => {
    const article = tx
      .insert(articles)
      .values({
        deskId: 2,
        publication: 'draft',
        headline: 'Mayor weighs tram line',
        stage: 'on_desk',
        createdAt: '2026-03-02T08:00:00.000Z',
        createdBy: people.olga.id,
      })
      .returning()
      .get()
    const source = makeSource(tx, people.olga, article.id, {
      name: 'Mayor Tilda Quist',
      aliases: ['Tilda Quist'],
      kind: 'person',
      unnamed: false,
      affiliatedTo: null,
      standing: 'suggested',
    })
    return { articleId: article.id, sourceId: source.id }
  })
}

/** A claim of that article, for evidence to stand on. */
export function claimOfOlga(db: Db): number {
  const { articleId } = articleOfOlga(db)
  const text = 'The mayor weighs a tram line.'
  const version = db
    .insert(versions)
    .values({ articleId, number: 1, text, sha256: sha256(text), format: 'text', encoding: 'UTF-8', blocks: [], createdAt: '2026-03-02' })
    .returning()
    .get()
  return db
    .insert(claims)
    .values({ articleId, versionId: version.id, number: 1, wording: text, voice: 'own_voice', standing: 'suggested' })
    .returning()
    .get().id
}
