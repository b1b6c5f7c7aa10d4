import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../../src/claims/place.ts'
import { touching } from '../../src/claims/touching.ts'
import type { Span } from '../../src/extraction/types.ts'

test('the quick way finds exactly what comparing every pair finds', () => {
  const cuts = fc.uniqueArray(fc.nat(200), { minLength: 2, maxLength: 30 }).map((edges) => edges.sort((one, other) => one - other))
  const spans = fc.array(
    fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })).map(([start, length]): Span => [start, start + length]),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(cuts, fc.array(spans, { maxLength: 8 }), (edges, things) => {
      const stretches = edges
        .slice(0, -1)
        .flatMap((start, index) => (index % 3 === 2 ? [] : [{ id: index + 1, start, end: edges[index + 1] ?? 0 }]))
      const found = touching(stretches, things, (thing) => thing)
      for (const { id, start, end } of stretches) {
        expect(found.get(id) ?? []).toEqual(things.filter((thing) => thing.some((span) => overlaps(span, [start, end]))))
      }
    }),
  )
})
