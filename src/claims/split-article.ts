import { eq } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { currentVersion, listSentences, textOf } from '../articles/queries.ts'
import { type Article, articles, sentences, type Version } from '../articles/schema.ts'
import { type Tx, type Writer, write } from '../db/open.ts'
import { inPieces } from '../db/pieces.ts'
import { Conflict } from '../errors.ts'
import type { FoundClaim, FoundHop, Reading, Span } from '../extraction/types.ts'
import { record } from '../events/events.ts'
import { makeSource } from '../sources/sources.ts'
import { type Source, sources as sourceTable } from '../sources/schema.ts'
import { placeOf, tidySpans, wordingOf } from './place.ts'
import { touching } from './touching.ts'
import { attributions, caveats, claimCaveats, claimSpans, claims } from './schema.ts'

/** Makes the claims that the engine suggests for an article's current version, with their sources, chains and caveats. All are suggestions. */
export function splitArticle(db: Writer, viewer: Viewer, article: Cleared<'check', Article>, reading: Reading): void {
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
    const made = suggestClaims(tx, version, { reading, sources, caveatIds })
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
  reading: Reading
  sources: readonly Source[]
  caveatIds: readonly number[]
}

/** Many claims at once, each with its spans, its chain and its caveats. Returns their ids, in the order of the reading. */
function suggestClaims(tx: Tx, version: Version, { reading, sources, caveatIds }: Suggested): number[] {
  const text = textOf(version)
  const found = reading.claims
    .map((claim, index) => ({ claim, number: index + 1, spans: tidySpans(text, claim.spans) }))
    .filter(({ spans }) => spans.length > 0)

  const idOf = new Map<number, number>()
  for (const piece of inPieces(found, 200)) {
    const rows = piece.map(({ claim, number, spans }) => claimRow(version, text, claim, number, spans, reading))
    for (const { id, number } of tx.insert(claims).values(rows).returning({ id: claims.id, number: claims.number }).all())
      idOf.set(number, id)
  }

  const places: (typeof claimSpans.$inferInsert)[] = []
  const hops: (typeof attributions.$inferInsert)[] = []
  const links: (typeof claimCaveats.$inferInsert)[] = []
  for (const { claim, number, spans } of found) {
    const claimId = idOf.get(number) ?? 0
    places.push(...spans.map((span, position) => ({ claimId, position, ...placeOf(text, span) })))
    hops.push(...claim.chain.map((hop, position) => hopRow(claimId, position, hop, reading, sources)))
    const caveats = [...new Set(claim.caveats)].flatMap((index) => caveatIds[index] ?? [])
    links.push(...caveats.map((caveatId) => ({ claimId, caveatId })))
  }
  for (const piece of inPieces(places)) tx.insert(claimSpans).values(piece).run()
  for (const piece of inPieces(hops)) tx.insert(attributions).values(piece).run()
  for (const piece of inPieces(links)) tx.insert(claimCaveats).values(piece).run()
  return [...idOf.values()]
}

function claimRow(version: Version, text: string, claim: FoundClaim, number: number, spans: readonly Span[], reading: Reading) {
  const quoted = claim.chain.flatMap((hop) => (hop.sourceIndex === null ? [] : (reading.sources[hop.sourceIndex] ?? [])))
  return {
    articleId: version.articleId,
    versionId: version.id,
    number,
    wording: wordingOf(text, spans),
    kind: claim.kind,
    checkable: claim.checkable,
    voice: claim.voice,
    quote: claim.quote,
    restsOnMedia: quoted.some((source) => source.kind === 'media'),
    standing: 'suggested' as const,
    suggestion: { claim, sources: quoted },
  }
}

function hopRow(claimId: number, position: number, hop: FoundHop, reading: Reading, sources: readonly Source[]) {
  const facets = hop.sourceIndex === null ? undefined : reading.sources[hop.sourceIndex]
  return {
    claimId,
    position,
    sourceId: hop.sourceIndex === null ? null : (sources[hop.sourceIndex]?.id ?? null),
    verb: hop.verb,
    cueStart: hop.cue?.[0] ?? null,
    cueEnd: hop.cue?.[1] ?? null,
    identified: facets?.identified ?? ('unattributed' as const),
    stake: facets?.stake ?? ('unknown' as const),
    standing: 'suggested' as const,
  }
}

/** The ledger keeps its own cuts; each of its sentences takes the engine's reason where the engine found no claim in it. */
function suggestNone(tx: Tx, version: Version, reading: Reading): void {
  const rows = listSentences(tx, version.id)
  const read = touching(
    rows,
    reading.sentences.filter((sentence) => sentence.none !== null),
    (sentence) => [[sentence.start, sentence.end]],
  )
  for (const row of rows) {
    const found = read.get(row.id)?.[0]
    if (found && row.none !== found.none) tx.update(sentences).set({ none: found.none }).where(eq(sentences.id, row.id)).run()
  }
}
