import { expect, test } from 'vitest'
import { createTurns } from '../../src/workers/turns.ts'

test('no more than so many at once, in order, whatever fails', async () => {
  const takeTurn = createTurns(2)
  const begun: number[] = []
  let running = 0
  let most = 0
  const work = (name: number) =>
    takeTurn(async () => {
      begun.push(name)
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running -= 1
      if (name % 3 === 0) throw new Error('failed')
      return name
    })

  const ends = await Promise.allSettled([1, 2, 3, 4, 5, 6, 7].map(work))

  expect(most).toBe(2)
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(ends.map(({ status }) => status[0]).join('')).toBe('ffrffrf')
})
