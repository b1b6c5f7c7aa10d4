import { eq, inArray } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { desks, users } from '../../src/accounts/schema.ts'
import { listSentences } from '../../src/articles/queries.ts'
import { articles, versions } from '../../src/articles/schema.ts'
import { chainOf } from '../../src/claims/chain-queries.ts'
import { listClaims } from '../../src/claims/queries.ts'
import { attributions } from '../../src/claims/schema.ts'
import { type Db, openDatabase } from '../../src/db/open.ts'
import { evidence, pillarAnswers } from '../../src/evidence/schema.ts'
import { events } from '../../src/events/schema.ts'
import { queries, reviews } from '../../src/reviews/schema.ts'
import { progressOn } from '../../src/reviews/queries.ts'
import { bringInSamples } from '../../src/samples/samples.ts'
import { outcomes } from '../../src/vocabulary.ts'
import { serve, workers } from '../support/app.ts'
import { newsroom, viewerIn } from '../support/newsroom.ts'

let image: Buffer
beforeAll(async () => {
  const db = newsroom()
  await bringInSamples(db, workers(), viewerIn(db, 'ada'), 1)
  image = db.$client.serialize()
}, 60_000)
const filled = (): Db => openDatabase(image)

/** One of the samples, by its outlet. */
function sample(db: Db, outlet: string) {
  const article = db.select().from(articles).where(eq(articles.outlet, outlet)).get()
  if (!article) throw new Error(`no sample of ${outlet}`)
  const version = db.select().from(versions).where(eq(versions.articleId, article.id)).get()
  if (!version) throw new Error(`no version of ${outlet}`)
  const claims = listClaims(db, version.id)
  const found = db
    .select()
    .from(reviews)
    .where(
      inArray(
        reviews.claimId,
        claims.map((claim) => claim.id),
      ),
    )
    .all()
  const copy = listSentences(db, version.id).filter((row) => row.furniture === null && (row.part === null || row.part === 'headline'))
  return { article, version, claims, found, undecided: progressOn(db, 'everyone', article, version.id).undecided, copy }
}
const attack = (db: Db) => sample(db, 'The Continental')
const waits = (db: Db) => sample(db, 'The Ferrow Gazette')
const harbour = (db: Db) => sample(db, 'المرفأ')

describe('the sample articles', () => {
  it('are three, on the desk, with headline and date', () => {
    const db = filled()
    expect(
      [attack(db), waits(db), harbour(db)].map(({ article }) => [article.deskId, article.stage, article.headline, article.publishedAt]),
    ).toEqual([
      [1, 'on_desk', 'Residents take up arms as fighters storm power plant and police post in Ashkavar', '2025-03-14T21:20'],
      [1, 'on_desk', 'Hospital waits in Ferrowmouth double as council weighs cuts to home care', '2025-02-03'],
      [1, 'on_desk', 'المجلس البلدي في مرسى الزهور يقر خطة لإنقاذ الميناء القديم', '2025-01-12'],
    ])
    expect(harbour(db).article).toMatchObject({ language: 'ar', direction: 'rtl' })
  })

  it('have everything on them done by the admin, by recorded acts, and no account made', () => {
    const db = filled()
    expect(db.select().from(users).all()).toHaveLength(newsroom().select().from(users).all().length)
    const after = db.select().from(events).all().slice(newsroom().select().from(events).all().length)
    expect(new Set(after.map((event) => event.actorName))).toEqual(new Set(['Ada']))
    expect(after.at(-1)?.act).toBe('samples.brought_in')
    expect(new Set(after.map((event) => event.deskId))).toEqual(new Set([1]))
  })

  it('set furniture aside in the first: menu, tag line, read also, share bar, newsletter, legal notice', () => {
    const db = filled()
    const { version } = attack(db)
    const kinds = new Set(listSentences(db, version.id).flatMap((row) => row.furniture ?? []))
    for (const kind of ['menu', 'tagline', 'related', 'share', 'newsletter', 'legal'] as const) expect(kinds).toContain(kind)
  })

  it('leave the first about half checked, with one open query', () => {
    const db = filled()
    const { claims, found, undecided } = attack(db)
    const share = new Set(found.map((review) => review.claimId)).size / claims.length
    expect(share).toBeGreaterThan(0.3)
    expect(share).toBeLessThan(0.7)
    expect(undecided.length).toBeGreaterThan(2)
    expect(claims.some((claim) => claim.standing === 'suggested')).toBe(true)
    const asked = db
      .select()
      .from(queries)
      .where(
        inArray(
          queries.claimId,
          claims.map((claim) => claim.id),
        ),
      )
      .all()
    expect(asked.map((query) => query.recordedAt)).toEqual([null])
  })

  it('leave the second nearly done: every sentence decided, one claim to check', () => {
    const db = filled()
    const { claims, found, undecided } = waits(db)
    expect(undecided).toEqual([])
    expect(claims.filter((claim) => !found.some((review) => review.claimId === claim.id)).map((claim) => claim.wording)).toEqual([
      'Ferrowmouth last cut its home care budget in 2012, and reversed the decision a year later.',
    ])
  })

  it('leave the third as it was split', () => {
    const db = filled()
    const { claims, found } = harbour(db)
    expect(claims.length).toBeGreaterThan(4)
    expect(found).toEqual([])
    expect(claims.every((claim) => claim.standing === 'suggested')).toBe(true)
  })

  it('show every outcome, several kinds of evidence, every stance and basis', () => {
    const db = filled()
    expect(
      new Set(
        db
          .select()
          .from(reviews)
          .all()
          .map((review) => review.outcome),
      ),
    ).toEqual(new Set(outcomes.filter((outcome) => outcome !== 'not_checked')))
    const items = db.select().from(evidence).all()
    expect(new Set(items.map((item) => item.kind))).toEqual(new Set(['link', 'passage', 'interview', 'note']))
    expect(new Set(items.map((item) => item.stance)).size).toBe(3)
    expect(new Set(items.map((item) => item.basis)).size).toBe(4)
  })

  it('draw the chain from the governor through the agency, and tell the attackers’ agency from others', () => {
    const db = filled()
    const { claims } = attack(db)
    const chain = (words: string) => chainOf(db, claims.find((claim) => claim.wording.includes(words))?.id ?? 0)
    expect(chain('No government building').map((hop) => hop.source?.name)).toEqual(['Rostan Ilmek', 'Navreh news agency'])
    expect(chain('killed all eleven guards').at(-1)).toMatchObject({
      source: { name: 'Zirand agency', kind: 'party_media' },
      stake: 'party',
    })
  })

  it('carry some of the five pillars on a video, with the caveat of the copy tied to it', () => {
    const db = filled()
    const video = attack(db).claims.find((claim) => claim.restsOnMedia && claim.wording.includes('women can be heard'))
    expect(video).toMatchObject({ voice: 'attributed_with_caveat' })
    expect(video?.caveatIds).toHaveLength(1)
    const answers = db
      .select()
      .from(pillarAnswers)
      .where(eq(pillarAnswers.claimId, video?.id ?? 0))
      .all()
    expect(answers.map((answer) => answer.pillar)).toEqual(['provenance', 'date', 'location'])
  })

  it('name no source twice', () => {
    const db = filled()
    for (const { claims } of [attack(db), waits(db)]) {
      const hops = db
        .select()
        .from(attributions)
        .where(
          inArray(
            attributions.claimId,
            claims.map((claim) => claim.id),
          ),
        )
        .all()
      const names = new Map(
        hops.flatMap((hop) => (hop.sourceId === null ? [] : chainOf(db, hop.claimId).map((one) => [one.sourceId, one.source?.name]))),
      )
      expect(names.size).toBe(new Set(names.values()).size)
    }
  })

  it('show on every page without an error', async () => {
    const db = filled()
    const app = await serve(db)
    for (const { article } of [attack(db), waits(db), harbour(db)]) {
      for (const page of ['recognised', 'details', 'desk'])
        expect((await app.get('ada', `/articles/${article.id}/${page}`)).status).toBe(200)
    }
  })

  it('come to a desk of any outlet, and to no other', async () => {
    const db = newsroom()
    db.update(desks).set({ outlet: '' }).where(eq(desks.id, 2)).run()
    await bringInSamples(db, workers(), viewerIn(db, 'olga'), 2)
    expect(db.select().from(articles).where(eq(articles.deskId, 2)).all()).toHaveLength(3)
    expect(db.select().from(articles).where(eq(articles.deskId, 1)).all()).toHaveLength(1)
  })
})
