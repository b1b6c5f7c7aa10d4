import { clear } from '../../src/accounts/policy.ts'
import { desks, memberships, users } from '../../src/accounts/schema.ts'
import { desksOf } from '../../src/accounts/sessions.ts'
import type { Viewer } from '../../src/accounts/viewer.ts'
import { findArticle } from '../../src/articles/queries.ts'
import { articles, sentences, versions } from '../../src/articles/schema.ts'
import { splitArticle } from '../../src/claims/split-article.ts'
import { migrateDatabase } from '../../src/db/migrate.ts'
import { type Db, openDatabase, write } from '../../src/db/open.ts'
import type { FoundClaim, FoundSource, Reading, Span } from '../../src/extraction/types.ts'
import { record, sha256, theProgram } from '../../src/events/events.ts'
import type { Role } from '../../src/vocabulary.ts'

/** The cast. Olga is at another desk and must see nothing of the others'. */
export const people = {
  ada: { id: 1, name: 'Ada', desk: 1, role: 'admin' },
  edith: { id: 2, name: 'Edith', desk: 1, role: 'editor' },
  ruth: { id: 3, name: 'Ruth', desk: 1, role: 'reviewer' },
  rory: { id: 4, name: 'Rory', desk: 1, role: 'reviewer' },
  cal: { id: 5, name: 'Cal', desk: 1, role: 'checker' },
  idris: { id: 6, name: 'Idris', desk: 1, role: 'reader' },
  olga: { id: 7, name: 'Olga', desk: 2, role: 'admin' },
} as const satisfies Record<string, { id: number; name: string; desk: number; role: Role }>
export type Person = keyof typeof people

export const deskNames = { 1: 'World desk', 2: 'City desk' } as const

/** The article every test starts from: article 1, on desk 1, split into claims 1 to 6. */
export const bridgeText = `Home

Bridge at Orme closed after overnight blast

Two people were killed when a device went off under the Orme bridge on Monday night, the Tarn news agency reported.

Engineers have closed the crossing to traffic. Governor Lena Varro told Tarn that the bridge would stay shut for ten days.

The Free Orme group said it had struck an army convoy, according to its own Signal agency.

Residents shot videos that have spread on social networks. In one video, a man can be heard shouting before two explosions. The Meridian could not independently verify the videos.

It was a long night.
`

/** The words of each of the article's claims, by number. */
export const bridgeClaims = {
  1: 'Two people were killed when a device went off under the Orme bridge on Monday night, the Tarn news agency reported.',
  2: 'Engineers have closed the crossing to traffic.',
  3: 'Governor Lena Varro told Tarn that the bridge would stay shut for ten days.',
  4: 'The Free Orme group said it had struck an army convoy, according to its own Signal agency.',
  5: 'Residents shot videos that have spread on social networks.',
  6: 'In one video, a man can be heard shouting before two explosions.',
} as const

/** Where words stand in a text. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return [start, start + words.length]
}

const source = (name: string, facets: Partial<FoundSource>): FoundSource => ({
  name,
  aliases: [],
  kind: 'unknown',
  identified: 'named',
  unnamed: false,
  affiliatedTo: null,
  stake: 'unknown',
  ...facets,
})

const bridgeSources: FoundSource[] = [
  source('Tarn news agency', { aliases: ['Tarn'], kind: 'news_agency', identified: 'organisation_only' }),
  source('Lena Varro', { aliases: ['Governor Lena Varro'], kind: 'person', identified: 'named_with_role' }),
  source('Free Orme group', { kind: 'armed_group', identified: 'organisation_only', stake: 'party' }),
  source('Signal agency', { kind: 'party_media', identified: 'organisation_only', stake: 'party', affiliatedTo: 2 }),
  source('videos shot by residents', { aliases: ['one video'], kind: 'media', identified: 'collective', unnamed: true }),
]

/** What the engine would say of the bridge article, written by hand so that tests of the desk do not hang on the engine. */
function bridgeReading(): Reading {
  const claim = (words: string, facets: Partial<FoundClaim> = {}): FoundClaim => ({
    spans: [spanOf(bridgeText, words)],
    text: words,
    kind: 'fact',
    checkable: true,
    voice: 'own_voice',
    quote: 'none',
    chain: [],
    caveats: [],
    confidence: 0.8,
    reasons: [],
    ...facets,
  })
  const hop = (sourceIndex: number, verb: string) => ({ sourceIndex, verb, cue: null })
  const claims = [
    claim(bridgeClaims[1], { voice: 'attributed', quote: 'indirect', chain: [hop(0, 'reported')], kind: 'number' }),
    claim(bridgeClaims[2]),
    claim(bridgeClaims[3], { voice: 'attributed', quote: 'indirect', chain: [hop(1, 'told'), hop(0, '')] }),
    claim(bridgeClaims[4], {
      voice: 'attributed',
      quote: 'indirect',
      chain: [hop(2, 'said'), hop(3, 'according to')],
      confidence: 0.62,
      reasons: [
        { code: 'cue', span: spanOf(bridgeText, 'said it had') },
        { code: 'learned_only', span: spanOf(bridgeText, 'according to its own') },
      ],
    }),
    claim(bridgeClaims[5], { confidence: 0.55, reasons: [{ code: 'maybe_cue', span: spanOf(bridgeText, 'shot videos') }] }),
    claim(bridgeClaims[6], { voice: 'attributed_with_caveat', quote: 'indirect', chain: [hop(4, 'heard')], caveats: [0] }),
  ]
  const caveat = spanOf(bridgeText, 'The Meridian could not independently verify the videos.')
  return {
    language: 'en',
    direction: 'ltr',
    parts: {
      headline: spanOf(bridgeText, 'Bridge at Orme closed after overnight blast'),
      byline: null,
      dateline: null,
      published: null,
      outlet: null,
    },
    furniture: [{ start: 0, end: 4, kind: 'menu' }],
    sentences: ledgerRows()
      .filter((row) => row.furniture === null)
      .map((row) => ({ start: row.start, end: row.end, claims: [], none: row.none })),
    sources: bridgeSources,
    attributions: [],
    claims,
    caveats: [{ start: caveat[0], end: caveat[1], claims: [5] }],
    statements: [],
    conflicts: [],
  }
}

function ledgerRows() {
  const row = (words: string, facets: { part?: 'headline'; furniture?: 'menu'; none?: 'caveat' } = {}) => {
    const [start, end] = spanOf(bridgeText, words)
    return {
      start,
      end,
      part: facets.part ?? null,
      suggestedPart: facets.part ?? null,
      furniture: facets.furniture ?? null,
      suggestedFurniture: facets.furniture ?? null,
      none: facets.none ?? null,
    }
  }
  return [
    row('Home', { furniture: 'menu' }),
    row('Bridge at Orme closed after overnight blast', { part: 'headline' }),
    row(bridgeClaims[1]),
    row(bridgeClaims[2]),
    row(bridgeClaims[3]),
    row(bridgeClaims[4]),
    row(bridgeClaims[5]),
    row(bridgeClaims[6]),
    row('The Meridian could not independently verify the videos.', { none: 'caveat' }),
    row('It was a long night.'),
  ]
}

/** Filled once per worker, then copied in memory for every test: no cleanup, no order, no mocks. */
const image = (() => {
  const db = openDatabase(':memory:')
  migrateDatabase(db)
  const now = '2026-03-02T08:00:00.000Z'
  write(db, (tx) => {
    tx.insert(desks)
      .values([
        { id: 1, name: deskNames[1], outlet: 'The Meridian', createdAt: now },
        { id: 2, name: deskNames[2], createdAt: now },
      ])
      .run()
    for (const [key, { id, name, desk, role }] of Object.entries(people)) {
      tx.insert(users)
        .values({ id, name, email: `${key}@example.org`, passwordHash: 'none', createdAt: now })
        .run()
      tx.insert(memberships).values({ userId: id, deskId: desk, role }).run()
    }
    tx.insert(articles)
      .values({
        id: 1,
        deskId: 1,
        publication: 'draft',
        headline: 'Bridge at Orme closed after overnight blast',
        outlet: 'The Meridian',
        language: 'en',
        createdAt: now,
        createdBy: people.cal.id,
      })
      .run()
    tx.insert(versions)
      .values({
        id: 1,
        articleId: 1,
        number: 1,
        text: bridgeText,
        sha256: sha256(bridgeText),
        format: 'text',
        encoding: 'UTF-8',
        blocks: [],
        createdAt: now,
      })
      .run()
    tx.insert(sentences)
      .values(ledgerRows().map((row, position) => ({ ...row, versionId: 1, position })))
      .run()
    record(tx, theProgram, {
      act: 'article.brought_in',
      subjects: ['article:1'],
      place: { articleId: 1, deskId: 1 },
      after: { headline: 'Bridge at Orme closed after overnight blast' },
    })
  })
  const cal = viewerIn(db, 'cal')
  splitArticle(db, cal, clear(cal, 'check', findArticle(db, cal, 1)), bridgeReading())
  return db.$client.serialize()
})()

/** A newsroom of one's own: the cast, and the bridge article split into claims that nobody has touched yet. */
export const newsroom = (): Db => openDatabase(image)

/** A person as everything is read through them. */
export function viewerIn(db: Db, who: Person): Viewer {
  const { id, name } = people[who]
  return { id, name, email: `${who}@example.org`, shortcuts: true, desks: desksOf(db, id) }
}
