import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'

const claims = (text: string): string[] => readArticle(text, { plain: true }).claims.map((claim) => claim.text)

describe('cut: each side asserts by itself', () => {
  test.each<[string, string[]]>([
    [
      'The mayor said the road was closed and that the bridge was safe.',
      ['The mayor said the road was closed', 'that the bridge was safe.'],
    ],
    ['Police said nine people were hurt but that none had been shot.', ['Police said nine people were hurt', 'that none had been shot.']],
    [
      'One firm, founded in May, builds lifts; another, bought in June, sells them.',
      ['One firm, founded in May, builds lifts', 'another, bought in June, sells them.'],
    ],
    [
      'A clerk who asked not to be named said the vote was lost and a motion of no confidence was being drafted.',
      ['A clerk who asked not to be named said the vote was lost', 'a motion of no confidence was being drafted.'],
    ],
    [
      'The boat sank on Tuesday the group said but the coast guard insisted that it was afloat.',
      ['The boat sank on Tuesday the group said', 'the coast guard insisted that it was afloat.'],
    ],
    [
      'Core prices slipped in May, but rents “remain sticky”, the office said.',
      ['Core prices slipped in May', 'rents “remain sticky”, the office said.'],
    ],
    [
      'The scare had “evaporated”, he told the paper, and one of them was traced to an error.',
      ['The scare had “evaporated”, he told the paper', 'one of them was traced to an error.'],
    ],
    [
      'She conceded that talks took place in July, but denied that a price had been named.',
      ['She conceded that talks took place in July', 'denied that a price had been named.'],
    ],
    [
      'The institute blamed the gap on fares, adding that half of all workers had borrowed money.',
      ['The institute blamed the gap on fares', 'adding that half of all workers had borrowed money.'],
    ],
  ])('%s', (text, expected) => expect(claims(text)).toEqual(expected))
})

describe('cut: clauses that add a statement', () => {
  test.each<[string, string[]]>([
    [
      'The count was stopped at midnight, which left the party nine seats short of a majority.',
      ['The count was stopped at midnight', 'which left the party nine seats short of a majority.'],
    ],
    [
      'Crowds gathered outside the court, where razor wire had been laid on Monday.',
      ['Crowds gathered outside the court', 'where razor wire had been laid on Monday.'],
    ],
    [
      'The law allows a challenge only where the margin is narrow, a condition that both counts would meet.',
      ['The law allows a challenge only where the margin is narrow', 'a condition that both counts would meet.'],
    ],
    [
      'The mayor said the well was dry, that the pump had failed, and that the truck was late.',
      ['The mayor said the well was dry', 'that the pump had failed', 'that the truck was late.'],
    ],
    [
      'Seven have died according to health director Dr. Ann Oder who said most were children.',
      ['Seven have died according to health director Dr. Ann Oder', 'who said most were children.'],
    ],
    [
      'Two cars were burned by the crowd and the town’s police chief asked residents to stay at home.',
      ['Two cars were burned by the crowd', 'the town’s police chief asked residents to stay at home.'],
    ],
    [
      'The army killed 120 men in the town, a figure the rebels dismissed as a fairy tale.',
      ['The army killed 120 men in the town', 'a figure the rebels dismissed as a fairy tale.'],
    ],
    [
      'The officer said nobody was shot — something three witnesses insisted was false.',
      ['The officer said nobody was shot', 'something three witnesses insisted was false.'],
    ],
    [
      'Some 38,000 people fled the province, most of whom are sheltering with relatives.',
      ['Some 38,000 people fled the province', 'most of whom are sheltering with relatives.'],
    ],
    [
      'The test was taken on Monday, the result of which has not been made public.',
      ['The test was taken on Monday', 'the result of which has not been made public.'],
    ],
    [
      'Two men were killed in the town, following which the procession was moved.',
      ['Two men were killed in the town', 'following which the procession was moved.'],
    ],
    [
      'The contract ran until May, by which time the club had played four matches.',
      ['The contract ran until May', 'by which time the club had played four matches.'],
    ],
    ['The ferry sank off the island in 2008, when 51 people died.', ['The ferry sank off the island in 2008', 'when 51 people died.']],
    [
      'The agent said one page was signed late, though he put the sum lower.',
      ['The agent said one page was signed late', 'though he put the sum lower.'],
    ],
    ['The risk fell with the dose, which Ann Lee called a surprise.', ['The risk fell with the dose', 'which Ann Lee called a surprise.']],
  ])('%s', (text, expected) => expect(claims(text)).toEqual(expected))
})

describe('kept together', () => {
  test.each([
    'Rebels attacked the town and occupied its barracks.',
    'The governor ordered all ferries to stay in port and urged relatives to register.',
    'The company cut its forecast in May, blaming weak demand for new homes.',
    'The road was closed after the storm hit the coast and the town.',
    'The shop shut in May because rents rose and customers left.',
    'Shares of one firm fell by a tenth, while those of its rival gained.',
    'Her team drew on records from Denmark, Scotland and the Netherlands kept between 2009 and 2022.',
    'Ann Lee said she and her husband had left the town.',
    'She hopes the mayor and other members do not make the same mistake.',
    'The council said that all schools would be closed and classes cancelled because of the heat.',
    'When the minister arrived at the port on Monday, he and the mayor had lunch.',
    'Two authors took fees from Belmar, which makes a rival tablet.',
    'In the village, they said, one tanker came.',
    'Norvane, which owns the mine and two more in the north, disputes this.',
    'The plan was drawn up by a firm named after its founder and an engineer born in Marl.',
    'The survey was done on cellphones and landlines among 1,358 registered voters.',
    'The clerk, who has worked there since May, denied taking anything.',
  ])('%s', (text) => expect(claims(text)).toEqual([text]))
})

describe('quotations', () => {
  test.each<[string, string[]]>([
    // One opinion in two sentences.
    ['“It is a disgrace. It is contempt,” she told Radio Vennen.', ['“It is a disgrace. It is contempt,” she told Radio Vennen.']],
    // Statements of fact: sentence by sentence.
    [
      '“The loading dock was empty. Nobody came,” she told Radio Vennen.',
      ['“The loading dock was empty.', 'Nobody came,” she told Radio Vennen.'],
    ],
  ])('%s', (text, expected) => expect(claims(text)).toEqual(expected))
})

describe('colons', () => {
  test('a lead-in belongs to the first of what it leads into', () => {
    const text =
      'It rained all night in the town.\n\nThe study by two engineers found that:\n\n• the culvert was too small for the houses\n• no survey of the mine had been made\n\nNobody was hurt in the town.'
    expect(readArticle(text).claims.map((claim) => claim.text)).toEqual([
      'It rained all night in the town.',
      'The study by two engineers found that: the culvert was too small for the houses',
      'no survey of the mine had been made',
      'Nobody was hurt in the town.',
    ])
  })
})

describe('sentences', () => {
  const sentences = (text: string): string[] => readArticle(text, { plain: true }).sentences.map(({ start, end }) => text.slice(start, end))
  test.each<[string, string[]]>([
    [
      'Insp. R.K. Balgo of the U.S. Army spoke. He left at 6 a.m. on Monday.',
      ['Insp. R.K. Balgo of the U.S. Army spoke.', 'He left at 6 a.m. on Monday.'],
    ],
    [
      'The meeting ended at 9 p.m. The mayor left. It cost $2.5 million.',
      ['The meeting ended at 9 p.m.', 'The mayor left.', 'It cost $2.5 million.'],
    ],
    ['“We saw it. It was old,” he said. “Nobody [...] Came.”', ['“We saw it.', 'It was old,” he said.', '“Nobody [...] Came.”']],
    ['Her manager, Col. (ret.) Sam Oder, left. He paid.', ['Her manager, Col. (ret.) Sam Oder, left.', 'He paid.']],
    [
      'She lives near St. Bronwen. Dr. Ann Lee Jr. and J. Oder agreed.',
      ['She lives near St. Bronwen.', 'Dr. Ann Lee Jr. and J. Oder agreed.'],
    ],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected))
})
