import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { ExportedFigure } from '../../src/audits/export.ts'
import { wilson } from '../../src/audits/interval.ts'
import type { Report, ReportClaim } from '../../src/reports/schema.ts'
import { articles } from '../../src/articles/schema.ts'
import { people } from '../support/newsroom.ts'
import { serve } from '../support/app.ts'
import { randomNewsroom } from '../support/random-newsroom.ts'

/** The figures once more, by plain loops over the reports that the app exports, with nothing of the audit’s own code. */
function slowly(reports: Report[], owners: ReadonlyMap<number, number>): Map<string, [n: number, of: number, confirmed: number]> {
  const top = (id: number): number => (owners.has(id) ? top(owners.get(id) as number) : id)
  const figures = new Map<string, [number, number, number]>()
  const count = (id: string, of: boolean, holds: () => boolean, confirmed: boolean): void => {
    const [n, all, sure] = figures.get(id) ?? [0, 0, 0]
    const counts = of && holds()
    figures.set(id, [n + Number(counts), all + Number(of), sure + Number(counts && confirmed)])
  }
  for (const { claims, corrections } of reports) {
    const attributed = claims.filter(({ voice }) => ['attributed', 'attributed_with_caveat', 'denied'].includes(voice))
    const unnamed = ({ chain }: ReportClaim): boolean =>
      ['role_only', 'collective', 'bare_anonymous', 'unattributed'].includes(chain[0]?.identified ?? 'none')
    const party = ({ chain }: ReportClaim): boolean => ['party', 'aligned'].includes(chain[0]?.stake ?? '')
    const checked = ({ counting, withheld }: ReportClaim): boolean => !withheld && counting !== null && counting.outcome !== 'not_checked'
    const over = (claim: ReportClaim): boolean => claim.counting?.outcome === 'unverified' && claim.voice === 'own_voice'
    const oneOrigin = ({ chain, evidence }: ReportClaim): boolean => {
      const origin = chain[0]?.source?.id
      if (origin === undefined) return false
      const standing = evidence.filter(({ withdrawn, stance }) => withdrawn === null && stance === 'supports')
      if (standing.some(({ basis }) => basis === 'own_observation' || basis === 'primary_record')) return false
      const all = [origin, ...standing.flatMap(({ basis, source }) => (basis === 'first_hand' && source ? [source.id] : []))]
      return new Set(all.map(top)).size === 1
    }
    for (const claim of claims) {
      const sure = claim.standing !== 'suggested'
      const isAttributed = attributed.includes(claim)
      count('own-voice', true, () => claim.voice.startsWith('own_voice'), sure)
      count('attributed', true, () => isAttributed, sure)
      count('unnamed', isAttributed, () => unnamed(claim), sure)
      count('unnamed-collective', isAttributed, () => claim.chain[0]?.identified === 'collective', sure)
      count('one-origin', isAttributed, () => oneOrigin(claim), sure)
      count('party', isAttributed, () => party(claim), sure)
      count('stake-unknown', isAttributed, () => claim.chain[0]?.stake === 'unknown', sure)
      count(
        'relayed',
        isAttributed,
        () => claim.chain.some(({ source }) => ['news_agency', 'outlet', 'party_media'].includes(source?.kind ?? '')),
        sure,
      )
      count('first-hand', isAttributed, () => claim.chain[0]?.proximity === 'first_hand', sure)
      count('documents', isAttributed, () => ['document', 'dataset', 'court_record'].includes(claim.chain[0]?.source?.kind ?? ''), sure)
      count('with-caveat', true, () => claim.caveats.length > 0, sure)
      count(
        'follow-up',
        !claim.withheld,
        () =>
          claim.counting?.outcome === 'unverified' ||
          (claim.caveats.length > 0 && !checked(claim) && claim.evidence.every(({ withdrawn }) => withdrawn !== null)),
        sure,
      )
      count('over-claim', checked(claim), () => over(claim), sure)
      count('stale-caveat', checked(claim) && claim.counting?.outcome === 'verified', () => claim.caveats.length > 0, sure)
      count(
        'quoted-wrong',
        checked(claim) && claim.counting?.outcome === 'contradicted',
        () => (claim.counting?.said ?? '').startsWith('confirmed_'),
        sure,
      )
    }
    const sure = claims.every(({ standing }) => standing !== 'suggested')
    const roots = (some: ReportClaim[]): Set<number> =>
      new Set(some.flatMap(({ chain }) => (chain[0]?.source ? [top(chain[0].source.id)] : [])))
    count(
      'single-origin',
      attributed.length > 0,
      () => attributed.every(({ chain }) => chain[0]?.source) && roots(attributed).size === 1,
      sure,
    )
    count(
      'one-party',
      attributed.some(party),
      () => roots(attributed.filter(party)).size === 1 && !attributed.some(({ chain }) => chain[0]?.stake === 'independent'),
      sure,
    )
    count('unnamed-only', attributed.length > 0, () => attributed.every(unnamed), sure)
    count('nobody-speaks', claims.length > 0, () => attributed.length === 0, sure)
    count('corrected', claims.length > 0, () => corrections.length > 0, sure)
    count('with-over-claim', claims.some(checked), () => claims.some((claim) => checked(claim) && over(claim)), sure)
    const qualified = new Map<number, ReportClaim[]>()
    for (const claim of claims) for (const id of claim.caveats) qualified.set(id, [...(qualified.get(id) ?? []), claim])
    for (const some of qualified.values())
      count(
        'caveats-followed-up',
        true,
        () => some.some((claim) => checked(claim) || claim.evidence.some(({ withdrawn }) => withdrawn === null)),
        some.every(({ standing }) => standing !== 'suggested'),
      )
  }
  return figures
}

test.each([1, 2, 3, 4])('the figures are those of plain loops over the exported reports (newsroom %i)', async (seed) => {
  const { db, owners } = randomNewsroom(seed, 40)
  const app = await serve(db)
  const own = db
    .select()
    .from(articles)
    .all()
    .filter(({ deskId }) => deskId === people.cal.desk)
  const reports = await Promise.all(own.map(async ({ id }) => JSON.parse(await app.text('cal', `/articles/${id}/report.json`)) as Report))
  // The bridge article’s sources: the group’s agency belongs to the group.
  const expected = slowly(reports, new Map([...owners, [4, 3]]))
  const { figures, claims, pieces } = JSON.parse(await app.text('cal', '/audits.json')) as {
    figures: ExportedFigure[]
    claims: number
    pieces: number
  }
  expect(claims).toBe(reports.flatMap((report) => report.claims).length)
  expect(pieces).toBe(reports.filter((report) => report.claims.length > 0).length)
  for (const [id, [n, of, confirmed]] of expected) {
    const figure = figures.find((one) => one.figure === id)
    expect([id, figure?.count, figure?.of, figure?.confirmed]).toEqual([id, n, of, confirmed])
  }
  // Each opens exactly what it counts.
  for (const { figure, count } of figures.filter(({ figure: id }) => !id.startsWith('caveats')).slice(0, 18)) {
    const html = await app.text('cal', `/audits/claims?figure=${figure}`)
    expect([figure, Math.min(50, count)]).toEqual([figure, html.match(/<li class="entry">/g)?.length ?? 0])
  }
})

test('a selection counts the pieces that its filters let through, and no others', async () => {
  const { db } = randomNewsroom(7, 60)
  const app = await serve(db)
  const all = db.select().from(articles).all()
  const counted = async (query: string): Promise<string[]> =>
    [...(await app.text('cal', `/audits/pieces?${query}`)).matchAll(/href="\/articles\/(\d+)\/audit"/g)]
      .map((match) => match[1] ?? '')
      .sort()
  const withClaims = new Set(await counted(''))
  const those = (holds: (article: (typeof all)[number]) => boolean): string[] =>
    all
      .filter((article) => withClaims.has(String(article.id)) && holds(article))
      .map(({ id }) => String(id))
      .sort()
  const day = ({ publishedAt, createdAt }: (typeof all)[number]): string => (publishedAt || createdAt).slice(0, 10)
  expect(await counted('outlet=harbour+post')).toEqual(those(({ outlet }) => outlet === 'Harbour Post'))
  expect(await counted('author=ann')).toEqual(those(({ byline }) => byline.includes('Ann')))
  for (const { id } of all.slice(0, 20))
    db.update(articles)
      .set({ subjects: id % 2 ? 'War, Kirkuk' : 'Kirk' })
      .where(eq(articles.id, id))
      .run()
  const tagged = all.slice(0, 20).filter(({ id }) => id % 2)
  expect(await counted('subject=kirkuk')).toEqual(those((one) => tagged.includes(one)))
  expect(await counted('publication=published')).toEqual(those(({ publication }) => publication === 'published'))
  expect(await counted('from=2026-02-01&to=2026-03-31')).toEqual(those((one) => day(one) >= '2026-02-01' && day(one) <= '2026-03-31'))
  expect(await counted('desk=2')).toEqual([])
  expect(await counted('from=tomorrow&outcome=sure&desk=x&source=-1')).toEqual([...withClaims].sort())
})

test('the interval is that of the published table, and never empty at either end', () => {
  // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  for (const [n, of, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    expect(wilson(n, of)?.[0]).toBeCloseTo(low, 4)
    expect(wilson(n, of)?.[1]).toBeCloseTo(high, 4)
  }
  expect(wilson(0, 0)).toBeNull()
})
