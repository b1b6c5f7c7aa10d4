import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evidence } from '../../src/evidence/schema.ts'
import { type GraphEvidence, type GraphSource, originGraph } from '../../src/evidence/origin-graph.ts'
import { sources } from '../../src/sources/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'

const source = (id: number, facets: Partial<GraphSource> = {}): GraphSource => ({
  id,
  entryId: id,
  name: `Source ${id}`,
  kind: 'person',
  affiliations: [],
  ...facets,
})
const bears = (of: GraphSource, facets: Partial<GraphEvidence> = {}): GraphEvidence => ({
  source: of,
  sourceId: of.id,
  affiliations: of.affiliations,
  basis: 'first_hand',
  stance: 'supports',
  withdrawnAt: null,
  ...facets,
})
const agency = source(7, { kind: 'news_agency' })

test('three outlets that echo one man are three outlets and one origin', () => {
  const echo = (id: number) => bears(source(id, { kind: 'outlet' }), { basis: 'relayed' })
  const graph = originGraph(
    [
      { source: source(1), verb: 'said' },
      { source: agency, verb: 'reported' },
    ],
    [echo(20), echo(21)],
  )
  expect(graph).toMatchObject({ outlets: 3, origins: 1, firsts: ['Source 1'], relays: ['Source 7', 'Source 20', 'Source 21'] })
  expect(graph.lines).toEqual([
    { from: 'Source 7', to: 'Source 1', reason: { why: 'relayed', verb: 'reported' } },
    { from: 'Source 20', to: null, reason: { why: 'unknown' } },
    { from: 'Source 21', to: null, reason: { why: 'unknown' } },
    { from: 'Source 1', to: 1, reason: { why: 'own' } },
  ])
})

test('what the origin itself says elsewhere is no relay', () => {
  const elsewhere = bears(source(1), { basis: 'relayed' })
  expect(originGraph([{ source: source(1), verb: 'said' }], [elsewhere])).toMatchObject({ origins: 1, relays: [] })
})

test('every tie of two sources in one origin has its reason', () => {
  const group = source(1)
  const reasonWith = (other: GraphSource) =>
    originGraph([{ source: group, verb: 'said' }], [bears(other)]).lines.find(({ from }) => from === other.name)?.reason
  expect(reasonWith(source(2))).toEqual({ why: 'own' })
  expect(reasonWith(source(2, { affiliations: [1] }))).toEqual({ why: 'belongs', with: 'Source 1' })
  expect(reasonWith(source(2, { entryId: 1, affiliations: [1] }))).toEqual({ why: 'same', with: 'Source 1' })
  const owned = originGraph([{ source: source(1, { affiliations: [9] }), verb: 'said' }], [bears(source(2, { affiliations: [9] }))])
  expect(owned).toMatchObject({ origins: 1 })
  expect(owned.lines.at(-1)?.reason).toEqual({ why: 'common_owner', with: 'Source 1' })
  const owner = originGraph([{ source: source(1, { affiliations: [2] }), verb: 'said' }], [bears(source(2))])
  expect(owner.lines.at(-1)?.reason).toEqual({ why: 'owns', with: 'Source 1' })
})

test('what contradicts, is context or was withdrawn is not in it; an unclear origin is none', () => {
  const not: Partial<GraphEvidence>[] = [{ stance: 'contradicts' }, { stance: 'context' }, { withdrawnAt: '2026-03-02' }]
  expect(
    originGraph(
      [],
      not.map((facets, k) => bears(source(k + 1), facets)),
    ),
  ).toEqual({ outlets: 0, origins: 0, relays: [], firsts: [], lines: [] })
  expect(
    originGraph(
      [
        { source: null, verb: '' },
        { source: agency, verb: 'reported' },
      ],
      [],
    ),
  ).toMatchObject({ outlets: 1, origins: 0, relays: ['Source 7'] })
})

test('the order of the evidence changes no count, and an affiliate more never raises it', () => {
  const evidenceOf = fc.array(fc.record({ id: fc.integer({ min: 2, max: 7 }), owner: fc.option(fc.integer({ min: 2, max: 7 })) }), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(evidenceOf, (items) => {
      const all = items.map(({ id, owner }) => bears(source(id, { affiliations: owner === null || owner === id ? [] : [owner] })))
      const chain = [{ source: source(1), verb: 'said' }]
      const { origins } = originGraph(chain, all)
      expect(originGraph(chain, all.toReversed()).origins).toBe(origins)
      expect(originGraph(chain, [...all, bears(source(50, { affiliations: [1] }))]).origins).toBe(origins)
    }),
  )
})

test('the page draws it, with the reason of each line beside', async () => {
  const db = newsroom()
  const app = await serve(db)
  db.insert(sources)
    .values({
      id: 60,
      name: 'Varro’s office',
      kind: 'official_body',
      affiliatedTo: 2,
      standing: 'confirmed',
      createdAt: '2026-03-02T10:00:00.000Z',
    })
    .run()
  db.insert(evidence)
    .values({
      claimId: 3,
      kind: 'note',
      title: 'Call',
      stance: 'supports',
      basis: 'first_hand',
      sourceId: 60,
      addedAt: '2026-03-02T10:00:00.000Z',
    })
    .run()
  const page = await app.text('idris', '/claims/3/origins')
  expect(page).toContain('<b>1 outlet, 1 origin</b>')
  expect(page).toMatch(/Tarn news agency<\/bdi><\/th><td data-label="Leads to"><bdi>Lena Varro/)
  expect(page).toMatch(
    /Varro’s office<\/bdi><\/th><td data-label="Leads to"><bdi>Origin 1<\/bdi><\/td><td data-label="Why"><bdi>belongs to Lena Varro/,
  )
  expect(page.match(/<path /g)).toHaveLength(3)
  expect((await app.get('olga', '/claims/3/origins')).status).toBe(404)
  expect(await app.text('idris', '/claims/2/origins')).toContain('Nobody stands behind this claim yet')
  expect(await app.text('idris', '/claims/3')).toContain('/claims/3/origins')
})
