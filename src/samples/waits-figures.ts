import { hop, type SampleCheck, type SampleSource } from './sample.ts'

const board: SampleSource = { name: 'Ferrowmouth regional health board', kind: 'official_body' }
const report: SampleSource = {
  name: 'Quarterly report of the regional health board',
  kind: 'document',
  inCopy: 'The board’s quarterly report',
}
const budget: SampleSource = { name: 'Draft budget of the city of Ferrowmouth', kind: 'document' }
const paper: SampleSource = { name: 'Impact paper of the city council', kind: 'document', inCopy: 'The council’s own impact paper' }
const brenner: SampleSource = { name: 'Oda Brenner', kind: 'person', inCopy: 'The finance chair' }
const official: SampleSource = {
  name: 'Senior official in Ferrowmouth social services',
  kind: 'person',
  unnamed: true,
  inCopy: 'A senior official in the city’s social services department',
}

const inReport = (locator: string, passage: string) =>
  ({
    kind: 'passage',
    title: 'Quarterly report of the regional health board, October to December 2024',
    locator,
    passage,
    stance: 'supports',
    basis: 'primary_record',
    source: report,
  }) as const

/** What has been checked of the piece on hospital waits: the figures of the board and of the budget. */
export const figureChecks: readonly SampleCheck[] = [
  {
    words: 'Hospital waits in Ferrowmouth double',
    chain: [],
    evidence: [inReport('table 2', 'Waiting over 12 weeks, hip and knee: 412 (Q4 2023), 831 (Q4 2024)')],
    finding: {
      said: 'no_attribution',
      outcome: 'verified',
      confidence: 'high',
      reason: '831 is 2.02 times 412. It holds for hips and knees; the headline is short, the first paragraph says which.',
    },
  },
  {
    words: 'from 412 to 831',
    chain: [hop(board, 'published', { channel: 'document', identified: 'organisation_only', stake: 'party' })],
    evidence: [inReport('table 2', 'Waiting over 12 weeks, hip and knee: 412 (Q4 2023), 831 (Q4 2024)')],
    finding: {
      said: 'confirmed_original',
      outcome: 'verified',
      confidence: 'high',
      reason: 'Both figures stand in the board’s own table; worked out again.',
    },
  },
  {
    words: '38 of the hospital’s 240 beds',
    chain: [hop(report, 'says', { channel: 'document' })],
    evidence: [inReport('page 14', 'In December, 38 of 240 beds could not be staffed.')],
    finding: {
      said: 'confirmed_original',
      outcome: 'verified',
      confidence: 'high',
      reason: 'The report says so in these figures, and gives the lack of nurses as the reason.',
    },
  },
  {
    words: 'In the same month of 2023',
    chain: [],
    evidence: [inReport('page 14, footnote', 'December 2023: 11 beds.')],
    finding: { said: 'no_attribution', outcome: 'verified', confidence: 'high', reason: 'The footnote on the same page has it.' },
  },
  {
    words: '1.4 million crowns from home care',
    chain: [],
    evidence: [
      {
        kind: 'passage',
        title: 'Draft budget 2025, home care',
        locator: 'chapter 6, line 3',
        passage: '2024: 14.9 million; 2025: 13.5 million',
        stance: 'supports',
        basis: 'primary_record',
        source: budget,
      },
    ],
    finding: {
      said: 'no_attribution',
      outcome: 'partly_verified',
      confidence: 'high',
      reason: 'The sum and the day of the vote stand. 1.4 of 14.9 million is 9.4 per cent: write “more than 9 per cent”.',
    },
  },
  {
    words: 'no honest alternative',
    chain: [hop(brenner, 'told', { channel: 'briefing', identified: 'named_with_role', stake: 'party' })],
    evidence: [
      {
        kind: 'link',
        title: 'Recording of the public meeting of 28 January',
        url: 'https://ferrowmouth.example/meetings/2025-01-28',
        locator: '1:02:15',
        passage: 'There is no honest alternative this year that I could bring to you tonight.',
        stance: 'context',
        basis: 'primary_record',
        source: brenner,
      },
      {
        kind: 'passage',
        title: 'Grant letters of the region, 2023 to 2025',
        locator: 'first page of each',
        passage: 'The grant remains at 22.1 million crowns.',
        stance: 'supports',
        basis: 'primary_record',
      },
    ],
    finding: {
      said: 'altered',
      outcome: 'verified',
      confidence: 'high',
      reason:
        'She said “this year that I could bring to you tonight”: the quotation makes it absolute. That the grant was frozen three times is right.',
    },
  },
  {
    words: 'about 260 people',
    chain: [
      hop(official, 'said', {
        channel: 'our_interview',
        identified: 'role_only',
        stake: 'party',
        proximity: 'first_hand',
        groundRule: 'background',
      }),
    ],
    evidence: [
      {
        kind: 'interview',
        title: 'The reporter’s notes of the official',
        withWhom: 'a senior official; name known to the desk',
        happenedOn: '30 January, 09:15, in person',
        note: 'Notes read in full. “Two hundred and sixty, from our own list.”',
        stance: 'supports',
        basis: 'first_hand',
        source: official,
      },
      {
        kind: 'passage',
        title: 'Impact paper 7/2025',
        locator: 'page 3',
        passage: 'Some 190 clients would no longer be visited daily.',
        stance: 'contradicts',
        basis: 'primary_record',
        source: paper,
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'disputed',
      confidence: 'medium',
      reason:
        'The official and the council’s paper differ by 70, and the list has not been shown to us. The copy gives both, which is fair.',
    },
  },
  {
    words: 'gives the figure as 190',
    chain: [hop(paper, 'gives', { channel: 'document' })],
    evidence: [
      {
        kind: 'passage',
        title: 'Impact paper 7/2025',
        locator: 'page 3',
        passage: 'Some 190 clients would no longer be visited daily.',
        stance: 'supports',
        basis: 'primary_record',
        source: paper,
      },
    ],
    finding: { said: 'confirmed_original', outcome: 'verified', confidence: 'high', reason: 'The paper says so on page 3.' },
  },
]
