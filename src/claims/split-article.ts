import { eq } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { currentVersion, listSentences, textOf } from '../articles/queries.ts'
import { type Article, articles, sentences, type Version } from '../articles/schema.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict } from '../errors.ts'
import type { FoundClaim, FoundSource, Reading } from '../extraction/types.ts'
import { record } from '../events/events.ts'
import { makeSource } from '../sources/sources.ts'
import { type Source, sources as sourceTable } from '../sources/schema.ts'
import { tidySpans } from './place.ts'
import { insertClaim } from './rows.ts'
import { attributions, caveats, claimCaveats } from './schema.ts'

/** Makes the claims that the engine suggests for an article's current version, with their sources, chains and caveats. All are suggestions. */
export function splitArticle(db: Db, viewer: Viewer, article: Cleared<'check', Article>, reading: Reading): void {
  write(db, (tx) => {
    const now = tx.select({ stage: articles.stage }).from(articles).where(eq(articles.id, article.id)).get()
    if (now?.stage !== 'recognised') throw new Conflict('This article has already been split into claims; they are on the desk.')
    const version = currentVersion(tx, article)
    const text = textOf(version)

    const sources = suggestSources(tx, viewer, article.id, reading)
    const caveatIds = reading.caveats.map(
      ({ start, end }) =>
        tx
          .insert(caveats)
          .values({ versionId: version.id, start, end, quoted: text.slice(start, end), standing: 'suggested' })
          .returning()
          .get().id,
    )
    const made = reading.claims.flatMap((claim, index) =>
      suggestClaim(tx, version, { claim, number: index + 1, reading, sources, caveatIds }),
    )
    suggestNone(tx, version, reading)

    tx.update(articles)
      .set({ stage: 'on_desk', language: reading.language, direction: reading.direction })
      .where(eq(articles.id, article.id))
      .run()
    record(tx, viewer, {
      act: 'article.split',
      subjects: [`article:${article.id}`, ...made.map((id) => `claim:${id}`)],
      place: { articleId: article.id, deskId: article.deskId },
      after: {
        claims: reading.claims.map((claim) => claim.text),
        sources: reading.sources.map((source) => source.name),
        caveats: reading.caveats.length,
      },
    })
  })
}

function suggestSources(tx: Tx, viewer: Viewer, articleId: number, reading: Reading): Source[] {
  const made = reading.sources.map(({ name, aliases, kind, unnamed }) =>
    makeSource(tx, viewer, articleId, { name, aliases, kind, unnamed, affiliatedTo: null, standing: 'suggested' }),
  )
  // Affiliations need both ends, and the copy may name the smaller first.
  reading.sources.forEach((source, index) => {
    const parent = source.affiliatedTo === null ? undefined : made[source.affiliatedTo]
    const child = made[index]
    if (parent && child && parent.id !== child.id)
      tx.update(sourceTable).set({ affiliatedTo: parent.id }).where(eq(sourceTable.id, child.id)).run()
  })
  return made
}

interface Suggested {
  claim: FoundClaim
  number: number
  reading: Reading
  sources: readonly Source[]
  caveatIds: readonly number[]
}

function suggestClaim(tx: Tx, version: Version, { claim, number, reading, sources, caveatIds }: Suggested): number[] {
  const spans = tidySpans(textOf(version), claim.spans)
  if (spans.length === 0) return []
  const found = claim.chain.map((hop) => (hop.sourceIndex === null ? null : (reading.sources[hop.sourceIndex] ?? null)))
  const row = insertClaim(tx, version, spans, {
    number,
    kind: claim.kind,
    checkable: claim.checkable,
    voice: claim.voice,
    quote: claim.quote,
    standing: 'suggested',
    restsOnMedia: found.some((source) => source?.kind === 'media'),
    suggestion: { claim, sources: found.filter((source): source is FoundSource => source !== null) },
  })
  claim.chain.forEach((hop, position) => {
    const source = hop.sourceIndex === null ? undefined : sources[hop.sourceIndex]
    const facets = found[position]
    tx.insert(attributions)
      .values({
        claimId: row.id,
        position,
        sourceId: source?.id ?? null,
        verb: hop.verb,
        cueStart: hop.cue?.[0] ?? null,
        cueEnd: hop.cue?.[1] ?? null,
        identified: facets?.identified ?? 'unattributed',
        stake: facets?.stake ?? 'unknown',
        standing: 'suggested',
      })
      .run()
  })
  const links = [...new Set(claim.caveats)].flatMap((index) => caveatIds[index] ?? [])
  if (links.length > 0)
    tx.insert(claimCaveats)
      .values(links.map((caveatId) => ({ claimId: row.id, caveatId })))
      .run()
  return [row.id]
}

/** The ledger keeps its own cuts; each of its sentences takes the engine's reason where the engine found no claim in it. */
function suggestNone(tx: Tx, version: Version, reading: Reading): void {
  for (const row of listSentences(tx, version.id)) {
    const found = reading.sentences.find((sentence) => sentence.start < row.end && row.start < sentence.end && sentence.none !== null)
    if (found && row.none !== found.none) tx.update(sentences).set({ none: found.none }).where(eq(sentences.id, row.id)).run()
  }
}
