import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchExpression, wantedIn } from '../../src/search/query.ts'
import { segmentsOf } from '../../src/search/segments.ts'

const any = fc.string({ unit: 'binary', maxLength: 400 })

test('segments put together are the text itself, or a piece of it between dots', () => {
  fc.assert(
    fc.property(any, any, (text, q) => {
      const joined = segmentsOf(text, wantedIn(q), 80)
        .map((segment) => segment.text)
        .join('')
      const bare = joined.replace(/^… /, '').replace(/ …$/, '')
      return joined === text || text.includes(bare)
    }),
  )
})

test('any text at all makes an expression of quoted words', () => {
  fc.assert(fc.property(any, (q) => /^("[\p{L}\p{N}\p{Co}]+"\*?( |$))*$/u.test(matchExpression(wantedIn(q)))))
})

test('the first hit of a long text is in the piece that is shown', () => {
  const text = `${'word '.repeat(200)}needle ${'word '.repeat(200)}`
  expect(segmentsOf(text, wantedIn('needle')).filter((segment) => segment.hit)).toEqual([{ text: 'needle', hit: true }])
})

test('one letter is looked for as a word, two as a beginning', () => {
  expect(matchExpression(wantedIn('b'))).toBe('"b"')
  expect(matchExpression(wantedIn('Brí'))).toBe('"bri"*')
})
