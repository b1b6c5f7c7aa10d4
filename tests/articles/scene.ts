import { clear } from '../../src/accounts/policy.ts'
import { bringIn } from '../../src/articles/articles.ts'
import type { GivenDetails } from '../../src/articles/details.ts'
import { findDesk } from '../../src/accounts/queries.ts'
import type { Article } from '../../src/articles/schema.ts'
import type { Db } from '../../src/db/open.ts'
import { readArticle } from '../../src/extraction/read.ts'
import { viewerIn } from '../support/newsroom.ts'

const ferry = `Home

Ferry to Aldin stopped

By Mila Roth

3 March 2026

The ferry between Port Selm and Aldin has been stopped, the harbour authority said on Tuesday. Nobody was hurt.

Subscribe to our newsletter. It is free.
`

const details: GivenDetails = { publication: 'draft', outlet: '', byline: '', url: '', publishedAt: '', dueAt: null }

/** Cal has brought an article in to the World desk; the newest of the desk. */
export function articleTo(db: Db, { text = ferry, ...given }: Partial<GivenDetails> & { text?: string } = {}): Article {
  const cal = viewerIn(db, 'cal')
  const desk = clear(cal, 'check', findDesk(db, cal, 1))
  const document = { text, blocks: [], format: 'text' as const, encoding: 'UTF-8', declared: {} }
  return bringIn(db, cal, desk, { document, reading: readArticle(text), details: { ...details, ...given }, fileName: '' })
}
