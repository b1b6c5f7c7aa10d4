import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'

/** The two figures of every conflict, as the copy prints them. */
const conflictsOf = (text: string): [string, string, string][] =>
  readArticle(text).conflicts.map(({ about, spans: [one, other] }) => [about, text.slice(...one), text.slice(...other)])

describe('figures about the same thing that differ', () => {
  test.each([
    ['the dead', 'Police said 12 people were killed. The hospital said nine people were killed.', 'number', '12', 'nine'],
    [
      'other words for the dead',
      'The agency said at least 43 people were killed. A nurse said her team had counted 57 bodies.',
      'number',
      '43',
      '57',
    ],
    ['a bare answer', 'The ministry said 12 workers had died in the collapse. The union said 19.', 'number', '12', '19'],
    ['a crowd', 'Organisers said 40,000 people marched to the square. Police said 6,000 people marched.', 'number', '40,000', '6,000'],
    ['who was aboard', 'The hotline said 94 people were aboard. The coast guard said 71 people were aboard.', 'number', '94', '71'],
    ['an age', 'Tomas Reil, 34, drove the bus. Police said 43-year-old Tomas Reil had been tested.', 'number', '34', '43-year-old'],
    ['an hour', 'The train derailed at 8.40 pm, the operator said. A passenger said it derailed at 9.15 pm.', 'date', '8.40 pm', '9.15 pm'],
  ])('%s', (_, text, about, one, other) => expect(conflictsOf(text)).toEqual([[about, one, other]]))
})

describe('figures that agree, or are about different things', () => {
  test.each([
    ['a bound that holds', 'Police said more than 40 people were hurt. The hospital said 43 people were hurt.'],
    ['an earlier event', 'The ministry said 12 people were killed. In 2013 another fire killed 30 people, the union said.'],
    ['another place', 'Two people were killed in Aro, police said. Nine people were killed in Belm, the army said.'],
    ['a part of the whole', 'Police said 12 people were killed. The hospital said three of them were children killed at home.'],
    ['more on top', 'Police said 12 people were killed. The hospital said two more people were killed.'],
    ['another fate', 'Police said 12 people were killed. The hospital said 30 people were injured.'],
    ['another kind of people', 'The army said 120 rebels were killed. The hospital said 14 civilians were killed.'],
    ['the same source counting again', 'Police said 12 people were killed. Police said 14 people were killed.'],
    ['a number of another thing', 'The group said it freed 60 prisoners. The army put its losses at nine.'],
  ])('%s', (_, text) => expect(conflictsOf(text)).toEqual([]))
})
