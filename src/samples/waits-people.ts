import { hop, type SampleCheck, type SampleSource } from './sample.ts'

const court: SampleSource = { name: 'Judgment 114/2024 of the Ferrow administrative court', kind: 'court_record' }
const survey: SampleSource = { name: 'Survey by the carers’ union', kind: 'dataset', inCopy: 'a survey' }
const dorn: SampleSource = { name: 'Pavel Dorn', kind: 'person' }
const solheim: SampleSource = { name: 'Ingrid Solheim', kind: 'person' }

/** What has been checked of the piece on hospital waits: the court, the carers and those who spoke. */
export const peopleChecks: readonly SampleCheck[] = [
  {
    words: '310,000 crowns',
    chain: [hop(court, 'show', { channel: 'document' })],
    evidence: [
      {
        kind: 'passage',
        title: 'Judgment 114/2024',
        locator: 'paragraphs 21 and 22',
        passage: 'The city shall pay 310,000 crowns for visits made between May and July.',
        stance: 'supports',
        basis: 'primary_record',
        source: court,
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'verified',
      confidence: 'high',
      reason: 'The judgment of 19 November orders it, for the visits that the copy names.',
    },
  },
  {
    words: 'The city has appealed',
    chain: [
      hop({ name: 'Tomas Wield', kind: 'person', inCopy: 'its lawyer' }, 'said', {
        channel: 'our_interview',
        identified: 'named_with_role',
        stake: 'aligned',
      }),
    ],
    evidence: [
      {
        kind: 'passage',
        title: 'Register of the Ferrow court of appeal',
        locator: 'entry 9 of 2025',
        passage: 'City of Ferrowmouth v. Hearthside, received 8 January',
        stance: 'supports',
        basis: 'primary_record',
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'verified',
      confidence: 'high',
      reason: 'The appeal is in the register; the lawyer confirmed his words by e-mail.',
    },
  },
  {
    words: 'Hearthside employs 140 carers',
    chain: [],
    evidence: [
      {
        kind: 'interview',
        title: 'Call to Hearthside',
        withWhom: 'Mara Linden, personnel',
        happenedOn: '3 February, 11:00, by telephone',
        note: '140 was the figure of last June. 121 since 1 January.',
        stance: 'contradicts',
        basis: 'first_hand',
        source: { name: 'Mara Linden', kind: 'person' },
      },
    ],
    finding: {
      said: 'no_attribution',
      outcome: 'outdated',
      confidence: 'high',
      reason: 'Right in June 2024. Since 1 January 2025 it is 121.',
    },
  },
  {
    words: 'One in four carers plans to leave',
    chain: [hop(survey, 'according to', { channel: 'document', stake: 'party' })],
    evidence: [
      {
        kind: 'passage',
        title: 'The union’s survey, method',
        locator: 'page 2',
        passage: '88 members were asked; 41 answered, 10 of them intend to leave.',
        stance: 'context',
        basis: 'primary_record',
        source: survey,
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'missing_context',
      confidence: 'high',
      reason: 'Ten of 41 who answered, of 88 asked. Without that, “one in four carers” says more than the survey does.',
    },
  },
  {
    words: 'needing help with a shower',
    chain: [hop(solheim, 'said', { channel: 'our_interview', identified: 'named_with_role' })],
    evidence: [
      {
        kind: 'interview',
        title: 'The reporter’s recording',
        withWhom: 'Ingrid Solheim',
        happenedOn: '31 January, in person',
        note: 'Word for word as quoted, at 06:50.',
        stance: 'context',
        basis: 'first_hand',
        source: solheim,
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'not_checkable',
      confidence: 'high',
      reason: 'An opinion about what is to come; the words are hers.',
    },
  },
  {
    words: 'declined to comment',
    chain: [hop(dorn, 'declined to comment', { channel: 'statement', identified: 'named_with_role', stake: 'party' })],
    evidence: [
      {
        kind: 'note',
        title: 'His office’s e-mail to the reporter',
        note: 'Seen in the reporter’s mailbox, 31 January, 16:04: “Mr Dorn will not comment on a budget that is before the council.”',
        stance: 'supports',
        basis: 'own_observation',
        source: dorn,
      },
    ],
    query: {
      question: 'When was he asked, and how did he decline?',
      answer: {
        answer: 'By e-mail on 31 January at noon; his office answered the same afternoon. Forwarded.',
        answeredOn: '3 February, 15:20',
        answeredHow: 'in the newsroom',
      },
    },
    finding: { said: 'confirmed_original', outcome: 'verified', confidence: 'high', reason: 'The e-mail has been seen.' },
  },
  {
    words: '640 crowns a patient',
    chain: [hop(dorn, 'warned', { channel: 'document', identified: 'named_with_role', stake: 'party' })],
    evidence: [
      {
        kind: 'passage',
        title: 'Letter to the mayor, 9 January',
        locator: 'second page',
        passage: 'Each day on which a patient could go home but cannot costs us 640 crowns.',
        stance: 'context',
        basis: 'first_hand',
        source: dorn,
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'unverified',
      confidence: 'medium',
      reason:
        'The letter says it. Asked the board’s finance office for the working, and looked through three annual reports: no figure per day.',
    },
  },
]
