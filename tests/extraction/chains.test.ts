import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'
import type { ReadOptions } from '../../src/extraction/types.ts'

/** The chains of a text's claims, the origin first, by name. */
function chains(text: string, options: ReadOptions = {}): (string | null)[][] {
  const { claims, sources } = readArticle(text, options)
  return claims.map(({ chain }) => chain.map(({ sourceIndex }) => (sourceIndex === null ? null : (sources[sourceIndex]?.name ?? null))))
}

describe('a medium between the speaker and the copy, in any order', () => {
  test.each([
    ['told a station', 'Ann Lee told Radio Marl that the road was closed.', [['Ann Lee', 'Radio Marl']]],
    ['told it from somewhere', '“The road is closed,” Ann Lee, 34, told Radio Marl from her hospital bed.', [['Ann Lee', 'Radio Marl']]],
    ['told it at some time', 'Ann Lee told Radio Marl last week that the road was closed.', [['Ann Lee', 'Radio Marl']]],
    ['told state television', '“The road is closed,” Ann Lee told state television.', [['Ann Lee', 'state television']]],
    [
      'told an agency',
      'A person familiar with the bank told the state-owned Carva agency that rates would fall.',
      [['person familiar with the bank', 'state-owned Carva agency']],
    ],
    [
      'quoted as telling another',
      'The state news agency quoted governor Petra Anz as telling local radio that the road was open.',
      [['Petra Anz', 'local radio', 'state news agency']],
    ],
    [
      'a medium of its own, named after it',
      'The group said through its own news agency, Fajr, that it held the bridge.',
      [['group', 'Fajr']],
    ],
    [
      'the arm that speaks for it',
      'Katiba al-Sahil said in a statement released by its media arm, Az-Zahra, that its fighters had left.',
      [['Katiba al-Sahil', 'Az-Zahra']],
    ],
    ['told a programme', "Ann Lee told Channel Nine's Morning Hour that the road was closed.", [['Ann Lee', 'Channel Nine']]],
    ['an interview', 'In an interview with the Marl Herald, Ann Lee said the road was closed.', [['Ann Lee', 'Marl Herald']]],
    [
      'an interview after the speaker',
      'Ann Lee, in an essay published in the Norden weekly, wrote that the road was closed.',
      [['Ann Lee', 'Norden weekly']],
    ],
    ['speaking to', 'Speaking to Radio Marl, farmer Joan Pike said her field was under water.', [['Joan Pike', 'Radio Marl']]],
    ['said on', '“The fire is out,” the governor, Petra Anz, said on Radio Marl.', [['Petra Anz', 'Radio Marl']]],
    [
      'comments carried by',
      'In comments carried by the Ostra news agency, Minister Karel Dorn said the troops had left.',
      [['Karel Dorn', 'Ostra news agency']],
    ],
    [
      'remarks broadcast on',
      'The troops have left, Minister Karel Dorn said in remarks broadcast on state television.',
      [['Karel Dorn', 'state television']],
    ],
    [
      'comments released by',
      '“It was close,” Ann Lee said in comments released by the Science Press Centre.',
      [['Ann Lee', 'Science Press Centre']],
    ],
    [
      'claimed to',
      'An official who spoke on condition of anonymity claimed to the Ostra agency that the boat was sunk.',
      [['official', 'Ostra agency']],
    ],
    [
      'asked by',
      'Ann Lee told Radio Marl that the road was closed. Lee, asked about it by the same station, said it would open.',
      [
        ['Ann Lee', 'Radio Marl'],
        ['Ann Lee', 'Radio Marl'],
      ],
    ],
    [
      'quoted by … as saying',
      'Karel Dorn, the defence minister, was quoted by the Ostra news agency as saying the troops had left.',
      [['Karel Dorn', 'Ostra news agency']],
    ],
    [
      'quoted as saying by …',
      'The troops had left, Minister Karel Dorn was quoted as saying by the Ostra news agency.',
      [['Karel Dorn', 'Ostra news agency']],
    ],
    ['X quoted Y as saying', 'Local media quoted the governor, Petra Anz, as saying the fire was out.', [['Petra Anz', 'Local media']]],
    [
      'a report of others',
      'The Ostra news agency reported that the troops had left, citing a senior officer.',
      [['senior officer', 'Ostra news agency']],
    ],
    ['others, then the report', 'Ostra, citing a source in the ministry, said the troops had left.', [['source in the ministry', 'Ostra']]],
    [
      'the report last',
      'The dam was weak, the Marl Herald reported on Friday, quoting people familiar with the matter.',
      [['people familiar with the matter', 'Marl Herald']],
    ],
    ['which quoted', 'The agency Ostra, which quoted a customs officer, said the ship carried arms.', [['customs officer', 'Ostra']]],
    [
      'according to A, quoting B',
      'According to the daily Norden, quoting a leaked report, the dam was weak.',
      [['leaked report', 'Norden']],
    ],
    [
      'according to A, quoted by B',
      'According to a person familiar with the matter, quoted by Norden, the firm will be sold.',
      [['person familiar with the matter', 'Norden']],
    ],
    [
      'a person close to somebody',
      'The Marl Times said the minister would resign, citing a person close to her.',
      [['person close to her', 'Marl Times']],
    ],
    [
      'a paper',
      'The dam is weak, according to documents obtained by the Marl Times.',
      [['documents obtained by the Marl Times', 'Marl Times']],
    ],
    [
      'two media',
      'Ann Lee said in an interview with the weekly Norden, carried by the Ostra news agency, that she was tired.',
      [['Ann Lee', 'Norden', 'Ostra news agency']],
    ],
  ])('%s', (_, text, expected) => expect(chains(text)).toEqual(expected))
})

describe('no medium', () => {
  test.each([
    ['reporters', 'Ann Lee told reporters that the road was closed.', [['Ann Lee']]],
    ['a news conference', 'Ann Lee told a news conference that the road was closed.', [['Ann Lee']]],
    ['a court', 'Ann Lee told the Marl court that the road was closed.', [['Ann Lee']]],
    ['a person', 'Joan Pike said it rained. Ann Lee told Mr Pike that the road was closed.', [['Joan Pike'], ['Ann Lee']]],
    ['shareholders', 'Ann Lee told shareholders that the price was low.', [['Ann Lee']]],
    ['the reason given', 'Ann Lee said the road was closed, citing safety concerns.', [['Ann Lee']]],
    ['a body’s own page', 'The ministry said in a statement on its website that the road was closed.', [['ministry']]],
    ['the record', 'The ministry said on the record that the road was closed.', [['ministry']]],
    ['a journal that prints a study', 'Sleep is short, according to a study published in the Journal of Rest.', [['study']]],
    ['a post', 'In a post on X, Mayor Ann Lee said the bridge was closed.', [['Ann Lee']]],
  ])('%s', (_, text, expected) => expect(chains(text)).toEqual(expected))

  test('the outlet itself', () => {
    expect(chains('Ann Lee told this newspaper that the road was closed.')).toEqual([['Ann Lee']])
    expect(chains('Ann Lee told the Echo that the road was closed.', { outlet: 'Marl Echo (Echo)' })).toEqual([['Ann Lee']])
    expect(chains('MARL, May 4 (Ostra News) - Ann Lee told Ostra News that the road was closed.')).toEqual([['Ann Lee']])
  })
})

describe('the medium stays while the speaker goes on', () => {
  test.each([
    [
      'he said',
      'Tom Brand told Radio Marl that the boat was sound. “It was checked,” he said.\n\nHe also denied that it was overloaded.',
      ['Radio Marl', 'Radio Marl', 'Radio Marl'],
    ],
    [
      'the officer',
      'According to the agency Ostra, quoting a senior officer, the men fired first. The officer added that nobody was hurt.',
      ['Ostra', 'Ostra'],
    ],
    [
      'the paper',
      'Tom Brand told the Norden daily that the boat was sound. He told the paper that it was new.',
      ['Norden daily', 'Norden daily'],
    ],
    [
      'was quoted as saying',
      'Tom Brand told the Norden daily that the boat was sound. It sank on Monday. “It was new,” Mr Brand was quoted as saying.',
      ['Norden daily', undefined, 'Norden daily'],
    ],
    [
      'another speaker',
      'Tom Brand told Radio Marl that the boat was sound. Police said it was not. Ann Lee said it was old.',
      ['Radio Marl', undefined, undefined],
    ],
    [
      'another audience',
      'Tom Brand told Radio Marl that the boat was sound. He told reporters that it was new.',
      ['Radio Marl', undefined],
    ],
  ])('%s', (_, text, expected) => expect(chains(text).map((chain) => chain[1] ?? undefined)).toEqual(expected))
})

describe('whose words are cited', () => {
  test.each([
    [
      'According to the state agency Marl Press, which quoted a draft note by the port authority, nine cranes were unsafe.',
      ['draft note by the port authority', 'Marl Press'],
    ],
    ['According to the Daily Plover quoting a memo from the port the crane was unsafe.', ['memo from the port', 'Daily Plover']],
    ['The singer Ann Lee, 40, told Wow! magazine she had warned him about the dog.', ['Ann Lee', 'Wow! magazine']],
  ])('%s', (text, expected) => expect(chains(text)).toEqual([expected]))
})

describe('who speaks where another name stands nearer to the verb', () => {
  test.each([
    [
      'Ann Lee, who runs the Plover Forum, a club that opposes tolls, told the Carva news agency that the road was bad.',
      ['Ann Lee', 'Carva news agency'],
    ],
  ])('%s', (text, expected) => expect(chains(text)).toEqual([expected]))

  test.each([
    ['“We have nothing to hide,” its spokesman, Jon Abel, told the public broadcaster Radio Sund.', ['Jon Abel', 'Radio Sund']],
    [
      'Minutes of the spring meeting, published by the weekly Harbour Echo, show that 14 members voted against.',
      ['Minutes of the spring meeting', 'Harbour Echo'],
    ],
    ['The site Marl Mirror, quoting “club insiders”, claimed that the striker would leave in May.', ['club insiders', 'Marl Mirror']],
  ])('%s', (text, expected) => expect(chains(text)).toEqual([expected]))

  test('the name after the role of whoever is cited', () => {
    const text = 'According to Radio Marl, citing its captain, Lt Tom Brand, two boats sank on Monday.'
    expect(chains(text, { rulesOnly: true })).toEqual([['Tom Brand', 'Radio Marl']])
  })

  test('a relative has a sex of her own', () => {
    const text =
      'The Dane Press said the pier fell. The teacher Nok Lee, whose nephew is missing, said nobody came. “They only ask,” she said.'
    expect(chains(text).at(-1)).toEqual(['Nok Lee'])
  })

  test('nobody knows the sex of a source', () => {
    const text =
      'A source in the office told the Carva news agency that Mr Brand had been offered the post on Monday. He confirmed that they had met.'
    expect(chains(text).at(-1)?.[0]).toMatch(/Brand$/u)
  })

  test('the paper in a report on a study', () => {
    const text = 'A study by the Marl Institute found that 40 boats sank in May. Most were old, the paper says.'
    expect(chains(text).at(-1)?.[0]).toMatch(/study/u)
  })
})
