import { articles, sentences, versions } from '../../src/articles/schema.ts'
import { attributions, caveats, claimCaveats, claims, claimSpans } from '../../src/claims/schema.ts'
import { corrections } from '../../src/corrections/schema.ts'
import { type Db, write } from '../../src/db/open.ts'
import { evidence } from '../../src/evidence/schema.ts'
import { sha256 } from '../../src/events/events.ts'
import { reviews } from '../../src/reviews/schema.ts'
import { sourcePlaces, sources } from '../../src/sources/schema.ts'
import {
  bases,
  claimKinds,
  identifications,
  outcomes,
  proximities,
  saidFindings,
  sourceKinds,
  stakes,
  stances,
  standings,
  voices,
} from '../../src/vocabulary.ts'
import { newsroom, people } from './newsroom.ts'

/** Numbers that look drawn and are the same every time (mulberry32). */
export function drawing(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { next, below, one: <T>(of: readonly T[]): T => of[below(of.length)] as T, chance: (share: number) => next() < share }
}

/**
 * A newsroom of many pieces with everything in them drawn: voices, chains over shared sources with owners, caveats, findings, evidence.
 * The bridge article is in it, too. Returns whom each source belongs to.
 */
export function randomNewsroom(seed: number, pieces: number): { db: Db; owners: Map<number, number> } {
  const db = newsroom()
  const { below, one, chance } = drawing(seed)
  const owners = new Map<number, number>()
  write(db, (tx) => {
    const known = Array.from({ length: 12 }, (_, k) => {
      const owner = k > 4 && chance(0.4) ? 100 + below(4) : null
      if (owner !== null) owners.set(100 + k, owner)
      return {
        id: 100 + k,
        name: `Source ${k}`,
        kind: one(sourceKinds),
        affiliatedTo: owner,
        standing: 'confirmed' as const,
        createdAt: '2026-01-01T00:00:00.000Z',
      }
    })
    tx.insert(sources).values(known).run()
    for (let k = 0; k < pieces; k++) {
      const articleId = 10 + k
      const deskId = chance(0.8) ? 1 : 2
      const day = `2026-0${1 + below(6)}-1${below(10)}`
      const text = Array.from({ length: 12 }, (_, n) => `Statement ${n} of piece ${k}.`).join(' ')
      tx.insert(articles)
        .values({
          id: articleId,
          deskId,
          publication: one(['draft', 'published']),
          stage: 'on_desk',
          headline: `Piece ${k}`,
          outlet: one(['The Meridian', 'Harbour Post', '']),
          byline: one(['Ann Ayre', 'Ben Bray and Ann Ayre', '']),
          publishedAt: chance(0.8) ? day : '',
          createdAt: `${day}T09:00:00.000Z`,
        })
        .run()
      tx.insert(versions)
        .values({
          id: articleId,
          articleId,
          number: 1,
          text,
          sha256: sha256(text),
          format: 'text',
          encoding: 'UTF-8',
          blocks: [],
          createdAt: `${day}T09:00:00.000Z`,
        })
        .run()
      tx.insert(sentences).values({ versionId: articleId, position: 0, start: 0, end: text.length }).run()
      const caveat = tx
        .insert(caveats)
        .values({ versionId: articleId, start: 0, end: 9, quoted: text.slice(0, 9), standing: 'suggested' })
        .returning()
        .get()
      const few = chance(0.4)
      for (let n = 0; n < below(9); n++) drawClaim(n, few)

      function drawClaim(n: number, few: boolean): void {
        const wording = `Statement ${n} of piece ${k}.`
        const voice = one(voices)
        const claim = tx
          .insert(claims)
          .values({
            articleId,
            versionId: articleId,
            number: n + 1,
            wording,
            kind: one(claimKinds),
            voice,
            standing: one(standings),
            state: chance(0.1) ? one(['cut', 'not_a_claim']) : 'new',
            withdrawn: chance(0.05),
          })
          .returning()
          .get()
        const start = text.indexOf(wording)
        tx.insert(claimSpans)
          .values({ claimId: claim.id, position: 0, start, end: start + wording.length, quoted: wording, before: '', after: '' })
          .run()
        const hops = voice.startsWith('own') ? 0 : 1 + below(3)
        const chain = Array.from({ length: hops }, () => (chance(0.1) ? null : 100 + below(few ? 2 : 12)))
        chain.forEach((sourceId, position) => {
          tx.insert(attributions)
            .values({
              claimId: claim.id,
              position,
              sourceId,
              identified: one(identifications),
              stake: one(stakes),
              proximity: one(proximities),
              standing: 'suggested',
            })
            .run()
          if (sourceId !== null) tx.insert(sourcePlaces).values({ sourceId, articleId }).onConflictDoNothing().run()
        })
        if (chance(0.3)) tx.insert(claimCaveats).values({ claimId: claim.id, caveatId: caveat.id }).run()
        if (chance(0.4))
          tx.insert(reviews)
            .values({
              claimId: claim.id,
              opinion: 'first',
              reviewerId: people.cal.id,
              said: one(saidFindings),
              outcome: one(outcomes),
              reason: 'Drawn.',
              wording: chance(0.9) ? wording : 'Other words.',
              chain,
              reliedOn: [],
              filedAt: `${day}T10:00:00.000Z`,
            })
            .run()
        if (chance(0.3))
          tx.insert(evidence)
            .values({
              claimId: claim.id,
              kind: 'note',
              title: 'Drawn',
              stance: one(stances),
              basis: one(bases),
              sourceId: chance(0.7) ? 100 + below(12) : null,
              addedAt: `${day}T10:00:00.000Z`,
              withdrawnAt: chance(0.2) ? `${day}T11:00:00.000Z` : null,
            })
            .run()
      }
      if (chance(0.3))
        tx.insert(corrections)
          .values({
            articleId,
            text: 'Drawn',
            place: 'page 2',
            publishedOn: day,
            recordedBy: people.edith.id,
            recordedAt: `${day}T12:00:00.000Z`,
            ...(chance(0.3) && { withdrawnBy: people.edith.id, withdrawnAt: `${day}T13:00:00.000Z`, withdrawnReason: 'Drawn' }),
          })
          .run()
    }
  })
  return { db, owners }
}
