import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'

/** The attributions of a text as "who: what", the pieces of what is said joined with a bar. */
function said(text: string): string[] {
  const words = (spans: readonly (readonly [number, number])[]): string =>
    spans.map(([from, to]) => text.slice(from, to).replaceAll(/\s+/gu, ' ')).join(' | ')
  return readArticle(text, { plain: true, rulesOnly: true }).attributions.map(
    ({ source, content }) => `${words(source)}: ${words(content)}`,
  )
}

/** Text with the first line as a headline, so that the rest is copy. */
const copy = (...paragraphs: string[]): string => paragraphs.join('\n\n')

describe('verbs that report', () => {
  test.each([
    ['The minister conceded the plan had been late.', 'The minister: the plan had been late'],
    ['The union quipped that the offer was worth a sandwich.', 'The union: that the offer was worth a sandwich'],
    ['The mayor blamed the flood on blocked drains.', 'The mayor: the flood on blocked drains'],
    ['The company brushed aside the complaint.', 'The company: the complaint'],
    ['The firm pointed out that no law had been broken.', 'The firm: that no law had been broken'],
    ['The premier ruled out a second vote.', 'The premier: a second vote'],
    ['The party called for an inquiry.', 'The party: for an inquiry'],
    ['She vowed to appeal.', 'She: to appeal'],
    ['The union is demanding a pay rise of 9 percent.', 'The union: a pay rise of 9 percent'],
    ['The rebels called the report “a joke”.', 'The rebels: the report “a joke”'],
    ['Witnesses reported hearing two blasts.', 'Witnesses: hearing two blasts'],
    ['Investors welcomed the news and shares rose 4 percent.', 'Investors: the news'],
    ['The harbour office declined to comment.', 'The harbour office: to comment'],
    ['Doctors fear the number could rise.', 'Doctors: the number could rise'],
  ])('%s', (text, expected) => expect(said(text)).toEqual([expected]))
})

describe('figures', () => {
  test.each([
    ['Regulators put the loss at 40 million euros.', 'Regulators: the loss at 40 million euros'],
    ['He estimated his loss at about $2,000.', 'He: his loss at about $2,000'],
    ['The coast guard counts 240.', 'The coast guard: 240'],
    ['The rebels claim 60,000.', 'The rebels: 60,000'],
  ])('%s', (text, expected) => expect(said(text)).toEqual([expected]))
})

describe('papers as sources', () => {
  test.each([
    ['The manifest lists 79 passengers.', 'The manifest: 79 passengers'],
    ['An annex lists three bunkers.', 'An annex: three bunkers'],
    ['The minutes record it as unanimous.', 'The minutes: it as unanimous'],
    ['A letter dated 4 May says the sale was agreed.', 'A letter dated 4 May: the sale was agreed'],
    ['Documents seen by the Herald show the firm knew of the leak.', 'Documents seen by the Herald: the firm knew of the leak'],
    ['Figures released by the ministry show a fall of 3 percent.', 'Figures released by the ministry: a fall of 3 percent'],
    ['The ferry left at noon, port logs show.', 'port logs: The ferry left at noon'],
    ['Sales fell by half, the paper reports.', 'the paper: Sales fell by half'],
    ['The ban was lifted, minutes of its safety committee show.', 'minutes of its safety committee: The ban was lifted'],
  ])('%s', (text, expected) => expect(said(text)).toEqual([expected]))
})

describe('where the speaker stands', () => {
  test.each([
    ['The dam, said the engineer, was never inspected.', 'the engineer: The dam | was never inspected'],
    ['If the dam breaks, she said, the valley will flood.', 'she: If the dam breaks | the valley will flood'],
    ['The real sum, he told the weekly, was close to $60 million.', 'he: The real sum | was close to $60 million'],
    ['The rules, which begin in May, were, she said, “a disaster”.', 'she: The rules, which begin in May, were | “a disaster”'],
    ['The bridge is shut and buses stop at noon, the council said.', 'the council: The bridge is shut and buses stop at noon'],
    ['Nothing was hidden, he insisted, and the clerk had acted alone.', 'he: Nothing was hidden | the clerk had acted alone'],
    [
      'The strike goes ahead, union leaders told members in a letter on Friday, and pickets will form.',
      'union leaders: The strike goes ahead | pickets will form',
    ],
    ['Asked whether he would go, the minister said he had no plans.', 'the minister: he had no plans'],
    ['He alleged, without offering evidence, that the vote was bought.', 'He: that the vote was bought'],
    ['“It is,” she said, “the worst harvest in years.”', 'she: “It is,” | “the worst harvest in years.”'],
    ['‘We will not move,’ said Ann Lee.', 'Ann Lee: ‘We will not move,’'],
  ])('%s', (text, expected) => expect(said(text)).toEqual([expected]))
})

describe('who the speaker is', () => {
  test.each([
    ['Radio Marl, the channel run by the staff, said 17 cars were lost.', 'Radio Marl, the channel run by the staff,: 17 cars were lost'],
    ['Relatives gathered at the gate said 100 people had paid.', 'Relatives gathered at the gate: 100 people had paid'],
    ['Two crews back in St. Ann said they saw lights.', 'Two crews back in St. Ann: they saw lights'],
    ['A diplomat who was at the talks said the deal was dead.', 'A diplomat who was at the talks: the deal was dead'],
    ['One of them, a baker, said the men had masks.', 'One of them, a baker,: the men had masks'],
    ['The ministry itself said the road was open.', 'The ministry itself: the road was open'],
    ['A release on March 3 had said the man was armed.', 'A release on March 3: the man was armed'],
    ['Under questioning the inspector said the door was open.', 'the inspector: the door was open'],
    ['Two neighbours who asked not to be named said they heard shouting.', 'Two neighbours: they heard shouting'],
  ])('%s', (text, expected) => expect(said(text)).toEqual([expected]))
})

describe('copy that spares its commas', () => {
  test.each([
    ['The engine had died and water was over the boards Ann Lee said.', ['Ann Lee: The engine had died and water was over the boards']],
    ['Police used tear gas to clear them eyewitnesses said.', ['eyewitnesses: Police used tear gas to clear them']],
    [
      'The fire began in the kitchen the fire chief said adding that nobody was hurt.',
      ['the fire chief: The fire began in the kitchen', 'the fire chief: that nobody was hurt'],
    ],
    ['She objected to bail saying the man had run before.', ['She: the man had run before']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected))
})

describe('several speakers in one sentence', () => {
  test.each([
    ['The ministry says four died; the union says six have died.', ['The ministry: four died', 'the union: six have died']],
    [
      'The leader insisted there was no deal, but two deputies said they had seen it.',
      ['The leader: there was no deal', 'two deputies: they had seen it'],
    ],
    [
      'The army said it had retaken the town, a claim the rebels dismissed as “a fairy tale”.',
      ['The army: it had retaken the town', 'the rebels: “a fairy tale”'],
    ],
    ['She said profits had risen but warned that costs were climbing.', ['She: profits had risen', 'She: that costs were climbing']],
    ['The chancellor hit back, saying the figures were wrong.', ['The chancellor: the figures were wrong']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected))
})

describe('other words that attribute', () => {
  test.each([
    ['As per the report, the valve was shut.', 'the report: the valve was shut'],
    ['Per court documents, the man bought the knife online.', 'court documents: the man bought the knife online'],
    ['In the words of one resident, the street was a river.', 'one resident: the street was a river'],
    ['In her view, the law is a mistake.', 'her: the law is a mistake'],
    ["By the ministry's own count, 300 people are missing.", 'the ministry: 300 people are missing'],
    ['As the mayor put it, the town is broke.', 'the mayor: the town is broke'],
    ['The route was, as reported by Radio Marl, never used.', 'Radio Marl: The route was'],
    ['According to police, the man, 24, was armed.', 'police: the man, 24, was armed'],
    ['The deaths were confirmed by the health ministry.', 'the health ministry: The deaths'],
    ['Lee was quoted by Radio Marl as saying the road was open.', 'Lee: the road was open'],
    ['The two men are said to have fled.', ': The two men | to have fled'],
    ['Police were told that the door had been open.', ': that the door had been open'],
    ['A claim by the union that two men were hurt has been denied.', 'the union: that two men were hurt'],
  ])('%s', (text, expected) => expect(said(text)[0]).toBe(expected))
})

describe('over sentences and paragraphs', () => {
  test('a quotation over paragraphs with its speaker at the end', () =>
    expect(said(copy('“The first thing we saw was smoke.', '“Then the windows broke.', '“We ran,” said Olu Adeyemi, a baker.'))).toEqual([
      'Olu Adeyemi, a baker: “The first thing we saw was smoke. “Then the windows broke. “We ran,”',
    ]))
  test('a quotation that opens a paragraph and belongs to the speaker at its end, not to the one before', () =>
    expect(said(copy('Ann Lee said it rained.', '“I saw it. It was there for an hour,” said Olu Adeyemi.'))).toEqual([
      'Ann Lee: it rained',
      'Olu Adeyemi: “I saw it. It was there for an hour,”',
    ]))
  test('a quotation behind a sentence about somebody', () =>
    expect(said('Karim Haddad waved to the crowd on Monday. “It was worth it.”')).toEqual(['Karim Haddad: “It was worth it.”']))
  test('a list behind a colon', () =>
    expect(said(copy('The study found that:', '• the valve was shut at noon', '• nobody was on duty'))).toEqual([
      'The study: the valve was shut at noon | nobody was on duty',
    ]))
  test('a list that a paper makes, without a verb of saying', () =>
    expect(said(copy('The report makes two findings:', '• the valve was shut at noon', '• nobody was on duty'))).toEqual([
      'The report: the valve was shut at noon | nobody was on duty',
    ]))
  test('a block quotation goes on while it speaks of itself', () =>
    expect(
      said(
        copy(
          'In an open letter, the residents wrote:',
          'We have lived here for forty years.',
          'Our children cannot walk to school.',
          'The road was built in 1911.',
        ),
      ),
    ).toEqual(['the residents: We have lived here for forty years | Our children cannot walk to school']))
  test('an interview with names before colons', () =>
    expect(said('Lee: We never agreed to that.')).toEqual(['Lee: We never agreed to that']))
  test('the next sentence, told without marks, is the copy’s own', () =>
    expect(said('Ann Lee said the road was closed. It reopened on Friday.')).toEqual(['Ann Lee: the road was closed']))
})

describe('no attribution', () => {
  test.each([
    'The museum showed 40 paintings last year.',
    'Police found two bodies in the river.',
    'A commander known as Bahr was among the dead.',
    'The party called a strike for Monday.',
    'The rebels claimed the town in 2016.',
    'The ministry has not said who ordered the review.',
    'No one has claimed responsibility for the attack.',
    'The airline put 40 planes at the disposal of the army.',
    'The letter was posted on the ministry’s website.',
  ])('%s', (text) => expect(said(text)).toEqual([]))
})

describe('papers, services, polls and finders answer for what they give', () => {
  test.each([
    ['The ordinance bars vendors from the square.', 'The ordinance: vendors from the square'],
    [
      'A list circulating among staff and seen by this paper gives 14 names.',
      'A list circulating among staff and seen by this paper: 14 names',
    ],
    ['The tracker ShipLens shows the tanker at anchor off Marl.', 'The tracker ShipLens: the tanker at anchor off Marl'],
    ['On the mapping site RoadWatch, the bridge is marked as closed.', 'the mapping site RoadWatch: the bridge is marked as closed'],
    ['A poll by Vantage had her ahead by four points.', 'A poll by Vantage: her ahead by four points'],
    ['Two engineers consulted by the Herald traced the crack to a weld.', 'Two engineers consulted by the Herald: the crack to a weld'],
    ['Width: 40 metres (harbour office)', 'harbour office: Width: 40 metres'],
  ])('%s', (text, expected) => expect(said(text)).toEqual([expected]))
})

describe('disputes, and words without a verb of saying', () => {
  test.each([
    ['Teachers at the school dispute the figure.', 'Teachers at the school: the figure'],
    ['Hallmark Foods, which owns the mill, disputes this.', 'Hallmark Foods, which owns the mill,: this'],
    ['The minister was adamant that no funds would follow.', 'The minister: that no funds would follow'],
    ['The firm would neither confirm nor deny the sale.', 'The firm: confirm nor deny the sale'],
    ['Friends of the singer pointed the finger at a driver.', 'Friends of the singer: at a driver'],
    ['The singer claimed he never saw the contract.', 'The singer: he never saw the contract'],
  ])('%s', (text, expected) => expect(said(text)).toEqual([expected]))
  test('it is clear to nobody in particular', () => expect(said('It was clear that no funds would follow.')).toEqual([]))
})
