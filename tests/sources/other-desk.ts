import { articles } from '../../src/articles/schema.ts'
import { type Db, write } from '../../src/db/open.ts'
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
