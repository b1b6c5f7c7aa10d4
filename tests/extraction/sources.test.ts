import { describe, expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'
import type { FoundSource } from '../../src/extraction/types.ts'

/** The origin of each claim of a text, by name; null for nobody the copy names, 'own' for the outlet's own voice. */
function origins(text: string): (string | null)[] {
  const { claims, sources } = readArticle(text)
  return claims.map(({ chain }) => {
    const first = chain[0]
    if (!first) return 'own'
    return first.sourceIndex === null ? null : (sources[first.sourceIndex]?.name ?? null)
  })
}

/** How many sources a text has, and the one with a name. */
function source(text: string, name: string): FoundSource | undefined {
  return readArticle(text).sources.find((found) => found.name === name)
}

describe('pronouns mean the last speaker that fits, or whoever became the subject since', () => {
  test.each([
    [
      'a subject that has not spoken yet',
      'Mayor Ann Lee opened the bridge on Monday. She said the road behind it would follow in May.',
      ['own', 'Ann Lee'],
    ],
    [
      'a role before a name',
      'The mayor of Harbury, Ann Lee, said the road was closed. “It is not safe,” she said.',
      ['Ann Lee', 'Ann Lee'],
    ],
    [
      'gender',
      'Joan Pike, a nurse, said she saw smoke. Her husband, Ivo, said he heard a bang. She said the windows broke.',
      ['Joan Pike', 'Ivo', 'Joan Pike'],
    ],
    [
      'a person, not a company',
      'The captain said the engine had failed. The ferry company said the captain was wrong. He said he had warned them.',
      ['captain', 'ferry company', 'captain'],
    ],
    ['a body, not a person', 'The charity Open Doors said 40 families had fled. It said most were children.', ['Open Doors', 'Open Doors']],
    ['a body as subject', 'The council approved the plan on Monday. It said the school would open in May.', ['own', 'council']],
    ['several people', 'Residents said they heard shots. They said two vans had fled.', ['Residents', 'Residents']],
    [
      'no person for a new subject',
      'Foreign Minister Ida Holm arrived on Monday. The minister said talks would start.',
      ['own', 'Ida Holm'],
    ],
    [
      'the spokeswoman, not the police',
      'Police said a man had been arrested. A police spokeswoman said he was 34. She said he had no lawyer.',
      ['Police', 'police spokeswoman', 'police spokeswoman'],
    ],
  ])('%s', (_, text, expected) => expect(origins(text)).toEqual(expected))
})

describe('one source under several names', () => {
  test.each([
    [
      'a title and a surname',
      'Insp. Dora Varga said two men had been arrested. A third was released, the inspector added.',
      ['Dora Varga', 'Dora Varga'],
    ],
    [
      'initials in brackets',
      'The National Flood Agency (NFA) said the river had crested. The NFA said the dam was sound. The agency said it would fall.',
      ['National Flood Agency', 'National Flood Agency', 'National Flood Agency'],
    ],
    ['initials as an apposition', 'The refugee agency, UNRA, said 40,000 people had fled. UNRA said it lacked tents.', ['UNRA', 'UNRA']],
    [
      'the company',
      'The pump maker Oskar Industries said it would cut 300 jobs. The company said the plant would close.',
      ['Oskar Industries', 'Oskar Industries'],
    ],
    [
      'a noun that says what it does',
      'Hallam plc, the bus operator, said fares would rise. The operator said wages had gone up.',
      ['Hallam plc', 'Hallam plc'],
    ],
    [
      'the watchdog',
      'Open Eyes Group said 40 people were held. The rights group said six were children. The watchdog said it had names.',
      ['Open Eyes Group', 'Open Eyes Group', 'Open Eyes Group'],
    ],
    [
      'an age',
      'Footballer Jon Pell, 41, said he would retire. The 41-year-old said his knees hurt. The striker added that he would coach.',
      ['Jon Pell', 'Jon Pell', 'Jon Pell'],
    ],
    ['a nationality', 'Rovers coach Marco Deri said Pell was fit. The Italian said he would start.', ['Marco Deri', 'Marco Deri']],
    [
      'an office held before',
      'Former president Joan Pike said the vote was fair. The former president said she would accept it.',
      ['Joan Pike', 'Joan Pike'],
    ],
    [
      'part of a name',
      'Six men had died, according to the Lowland Front. The Front said it had taken the town.',
      ['Lowland Front', 'Lowland Front'],
    ],
    [
      'a body named in passing',
      'Dr. Amir Hadi of the Marl Institute for Public Health said cases had doubled. The institute said beds were full.',
      ['Amir Hadi', 'Marl Institute for Public Health'],
    ],
    [
      'whom a chief executive speaks for',
      'Oskar Industries chief executive Rita Moor said the plant would close. The company said it was sorry.',
      ['Rita Moor', 'Oskar Industries'],
    ],
    [
      'whose statement it was',
      'The ministry said in a statement that the cost had risen. The statement said the work was on time.',
      ['ministry', 'ministry'],
    ],
    [
      'lawyers',
      'Lawyers for the driver said he was asleep. The lawyers said he had worked two shifts.',
      ['Lawyers for the driver', 'Lawyers for the driver'],
    ],
    [
      'a foreign name with a small word',
      'The front’s own outlet, Sawt al-Nahr, claimed that six men had died. It said the town had fallen.',
      ['Sawt al-Nahr', 'Sawt al-Nahr'],
    ],
  ])('%s', (_, text, expected) => expect(origins(text)).toEqual(expected))
})

describe('sources that only look alike stay apart', () => {
  test('a ministry, its spokesman and an official of it', () => {
    const text =
      'The Transport Ministry said the line would open. A spokesman for the Transport Ministry said it was late. A Transport Ministry official said it was unsafe.'
    expect(origins(text)).toEqual(['Transport Ministry', 'spokesman for the Transport Ministry', 'Transport Ministry official'])
    expect(readArticle(text).sources.map(({ unnamed }) => unnamed)).toEqual([false, true, true])
  })

  test('unnamed officials', () => {
    const { sources } = readArticle(
      'One official said the dam was weak. Another official said it was sound. A third official said nobody had looked.',
    )
    expect(sources.map(({ name }) => name)).toEqual(['official', 'another official', 'third official'])
  })

  test('one unnamed source that goes on in the same sentence', () => {
    const { sources } = readArticle('A source close to the board said the vote was lost and added that the chairman would resign.')
    expect(sources).toHaveLength(1)
  })

  test('an aide to somebody named is not that person', () =>
    expect(origins('An aide to Mrs. Lee, who asked not to be identified, said the paper was sent back twice.')).toEqual([
      'aide to Mrs. Lee',
    ]))

  test('an officer of a body is not the body', () =>
    expect(origins('A Coast Guard petty officer at the pier said nobody had signed the form.')).toEqual([
      'Coast Guard petty officer at the pier',
    ]))
})

describe('the head of a long phrase', () => {
  test.each([
    [
      'a reason for not being named',
      'A senior official in the provincial water authority who asked not to be named because she was not authorised to speak said the valves had failed.',
      'senior official in the provincial water authority',
      true,
    ],
    ['a calling before a name', 'Bank Orel analyst Eva Kern said the price was high.', 'Eva Kern', false],
    ['an office with its body', 'Secretary of State Rui Alves said the money was gone.', 'Rui Alves', false],
    ['an office with its place', 'Superintendent of Police Devi Rao said 14 people were held.', 'Devi Rao', false],
    ['a possessor', "The bank's chairman Ivo Lund said profits had fallen.", 'Ivo Lund', false],
    ['a possessor and an apposition', 'The player’s agent, Tom Vasek, said one page was late.', 'Tom Vasek', false],
    ['a body with a preposition', 'The Ministry of Health and Welfare said beds were full.', 'Ministry of Health and Welfare', false],
    ['a person with two titles', 'Coast Guard spokesperson Lt. Cmdr. Arne Quint said 14 people had died.', 'Arne Quint', false],
    ['a surname that names a body elsewhere', 'Tom Brand, who runs the ferry, said the boat was sound.', 'Tom Brand', false],
  ])('%s', (_, text, name, unnamed) => expect(source(text, name)?.unnamed).toBe(unnamed))
})

describe('kinds', () => {
  test.each([
    ['The rebels held the town, according to their own Zirand agency.', 'Zirand agency', 'party_media'],
    ['Al-Sahil, the television channel run by the general staff, said the town had fallen.', 'Al-Sahil', 'party_media'],
    ['News agency United Lines said six people had died.', 'United Lines', 'news_agency'],
    ['Marl Water said the leak was fixed.', 'Marl Water', 'organisation'],
    ['The 2,000 signatures are false, the council’s website showed.', 'council’s website', 'document'],
    ['Unions said they had not been told.', 'Unions', 'collective'],
  ])('%s', (text, name, kind) => expect(source(text, name)?.kind).toBe(kind))
})

describe('recordings', () => {
  test('“it” and “one” take up the recordings named before', () => {
    const { claims, sources } = readArticle(
      'A video of the fire went viral on Monday. It purports to show two men running.\n\nResidents shared clips. One, filmed from a roof, shows smoke above the port; another appears to show a boat on fire.',
    )
    const kinds = claims.map(({ chain }) => chain.map((hop) => sources[hop.sourceIndex ?? -1]?.kind))
    expect(kinds).toEqual([[], ['media'], [], ['media'], ['media']])
  })

  test('a clip with an apposition, and one without a comma after it', () => {
    expect(origins('A second clip, shared by users in four towns, appears to show a flag in a drain.')).toEqual(['second clip'])
    expect(origins('In a shorter clip a man points a gun at the crowd.')).toEqual(['shorter clip'])
  })
})

describe('who is taken up', () => {
  test.each([
    [
      'an agent by name',
      'The actor was paid well, insiders say, though his agent Bea Toll laughed off the figure.\n\n“If only,” she joked.',
      ['insiders', 'Bea Toll', 'Bea Toll'],
    ],
    [
      "a firm whose name could be a person's",
      'Hill Dairies said its tanks were clean. It blamed a lorry hired from a rival.',
      ['Hill Dairies', 'Hill Dairies'],
    ],
    [
      'one more of the same',
      '“It is a farce,” said one neighbour. Another swore there were four of them.',
      ['neighbour', 'another neighbour'],
    ],
  ])('%s', (_, text, expected) => expect(origins(text)).toEqual(expected))
})

describe('what stands next to the verb may only describe who speaks', () => {
  test.each([
    ['brackets', 'The deputy mayor, Nora Quist (Green, Harbury), called the plan “a wheel without a road”.', ['Nora Quist']],
    [
      'brackets behind a subject',
      'Councillor Ida Brandt (Labour, Marl) left early. She said the ferry would be empty by May.',
      ['own', 'Ida Brandt'],
    ],
    [
      'how a paper came to light',
      'Records obtained by the Gazette through a court order show that 12 of the 30 boilers had failed.',
      ['Records obtained by the Gazette through a court order'],
    ],
    [
      'a relative clause without commas',
      'Radio Marl which bought the programme Night Owl in May said it would keep the presenter.',
      ['Radio Marl'],
    ],
    ['the object of a verb', 'The rebels held the town, according to the Zirand agency.', ['Zirand agency']],
    [
      'an apposition and its relative clause',
      'Ann Pike, a geologist at the institute who surveyed the slope, said the wall had moved.',
      ['Ann Pike'],
    ],
    [
      'who speaks at the end',
      'Lawyer Ada Frey told the court the papers were lost. Her client would call six witnesses, she said.',
      ['Ada Frey', 'Ada Frey'],
    ],
    ['a count', 'Two nurses with knowledge of the audit said the ward had closed twice.', ['two nurses with knowledge of the audit']],
  ])('%s', (_, text, expected) => expect(origins(text)).toEqual(expected))
})

describe('whom a pronoun or a role takes up', () => {
  test.each([
    [
      'somebody’s manager',
      'The pianist Clara Holm is suing the theatre. Her manager left the hall. “She was promised forty evenings,” he said.',
      ['own', 'own', 'manager'],
    ],
    [
      'an operator who has no name',
      'Ivo Prat said the pumps were sound. A former crane operator who left in May walked by. He said the pumps leaked.',
      ['Ivo Prat', 'own', 'former crane operator'],
    ],
    [
      'one without a name who has just spoken',
      'Owner Lev Stone said the club was safe. One goalkeeper at the club said the wages were late. “We eat toast,” said the player.',
      ['Lev Stone', 'goalkeeper at the club', 'goalkeeper at the club'],
    ],
    [
      'the movement named in the same sentence',
      'The movement Sea Watch said it had seen nobody. The islands are held by the movement Free Reef. The flag of Free Reef is blue; the movement says it has 300 members.',
      ['Sea Watch', 'own', 'own', 'Free Reef'],
    ],
    [
      'a firm, not a society',
      'The mill belongs to Tarn Textiles Ltd, which bought it. The walls were listed in 1971, according to the Dale Heritage Group. The looms will stop in June, the company said.',
      ['own', 'Dale Heritage Group', 'Tarn Textiles Ltd'],
    ],
  ])('%s', (_, text, expected) => expect(origins(text)).toEqual(expected))
})

test.each([
  ['Reuters reported that the port had closed.', 'Reuters', 'news_agency'],
  ['The bridge is open, AFP reported.', 'AFP', 'news_agency'],
  ['The BBC reported that the port had closed.', 'BBC', 'outlet'],
  ['Al Jazeera reported that the port had closed.', 'Al Jazeera', 'outlet'],
  ['The state news agency said the port had closed.', 'state news agency', 'news_agency'],
  ['The environment agency said the port had closed.', 'environment agency', 'official_body'],
])('what a medium is: %s', (text, name, kind) => {
  expect(source(text, name)).toMatchObject({ kind, identified: 'organisation_only', unnamed: false })
})

test.each([
  ['a union is not a town', 'Nurses in Larnford walked out. The seafarers’ union said two crews were stranded.', 'seafarers’ union'],
  ['a trust is not a saint', "Nurses at St Brannoc's walked out on Monday. The hospital trust said it was open.", 'hospital trust'],
])('a body with a word of its own is nobody named before: %s', (_, text, name) => {
  expect(origins(text).at(-1)).toBe(name)
})
