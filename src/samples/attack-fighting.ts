import type { SampleCheck, SampleSource } from './sample.ts'

const navreh: SampleSource = { name: 'Navreh news agency', kind: 'news_agency' }

/** What has been checked of the attack: who fought, where, and what was held. */
export const fightingChecks: readonly SampleCheck[] = [
  {
    words: 'Armed residents have joined police',
    chain: [{ ...navreh, verb: 'reported', channel: 'agency_copy', seenByUs: true, identified: 'organisation_only', stake: 'independent' }],
    evidence: [
      {
        kind: 'link',
        title: 'Navreh dispatch, 14 March, 11:52',
        url: 'https://navreh.example/dispatches/41877',
        stance: 'supports',
        basis: 'relayed',
        source: navreh,
        locator: 'second paragraph',
        passage: 'Men of the Tannery quarter, some with hunting rifles, walked with the patrols from house to house.',
      },
      {
        kind: 'interview',
        title: 'Telephone interview with a baker who walked with a patrol',
        withWhom: 'Marden Tosk, baker',
        happenedOn: '14 March, 18:10, by telephone',
        note: 'Joined a patrol of six police and about ten neighbours at half past eight. Carried his own rifle.',
        stance: 'supports',
        basis: 'first_hand',
        source: { name: 'Marden Tosk', kind: 'person' },
      },
      {
        kind: 'interview',
        title: 'Telephone interview with a teacher at the window',
        withWhom: 'Ilva Renn, teacher',
        happenedOn: '14 March, 18:45, by telephone',
        note: 'Saw police and men without uniform go through Lime Street together, twice.',
        stance: 'supports',
        basis: 'first_hand',
        source: { name: 'Ilva Renn', kind: 'person' },
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'verified',
      confidence: 'high',
      reason: 'Two people who do not know each other saw it, and the agency’s own dispatch says the same.',
    },
  },
  {
    words: 'About 30 fighters',
    chain: [],
    evidence: [
      {
        kind: 'passage',
        title: 'Duty log of the Ashkavar police, 13 to 14 March',
        locator: 'entries 03:12 and 03:20',
        passage: '03:12 boats at the ford. 03:20 shots, square, mayor’s office.',
        stance: 'supports',
        basis: 'primary_record',
        source: { name: 'Ashkavar police duty log', kind: 'document' },
      },
    ],
    finding: {
      said: 'no_attribution',
      outcome: 'partly_verified',
      confidence: 'medium',
      reason: 'The crossing, the hour and the attack on the mayor’s office stand. Nothing shows how many they were.',
    },
    query: { question: 'Where does the number of 30 fighters come from, and did anybody count them?' },
  },
  {
    words: 'the gunmen held a police post',
    chain: [
      { ...navreh, verb: 'according to', channel: 'agency_copy', seenByUs: true, identified: 'organisation_only', stake: 'independent' },
    ],
    evidence: [
      {
        kind: 'note',
        title: 'Calls to the post and to the special unit',
        note: 'Post: no answer, four times. Special unit: will not comment on operations.',
        stance: 'context',
        basis: 'own_observation',
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'unverified',
      confidence: 'low',
      reason:
        'Tried the post by telephone, the special unit’s press desk and two shopkeepers on the square who had left before dawn. Only the agency says it.',
    },
  },
  {
    words: '62,000 people',
    chain: [],
    evidence: [
      {
        kind: 'passage',
        title: 'Census of Belmun province, 2023',
        locator: 'table 4, row 11',
        passage: 'Ashkavar (town) 61,940',
        stance: 'supports',
        basis: 'primary_record',
        source: { name: 'Census of Belmun province', kind: 'dataset' },
      },
    ],
    finding: {
      said: 'no_attribution',
      outcome: 'verified',
      confidence: 'high',
      reason: 'The census of 2023 has 61,940; the copy rounds it.',
    },
  },
  {
    words: 'No government building',
    chain: [
      {
        name: 'Rostan Ilmek',
        kind: 'person',
        inCopy: 'Ilmek',
        verb: 'said',
        identified: 'named_with_role',
        stake: 'party',
        proximity: 'second_hand',
      },
      { ...navreh, verb: 'told', channel: 'interview_by_another_outlet', seenByUs: true, identified: 'organisation_only' },
    ],
    evidence: [
      {
        kind: 'link',
        title: 'The interview in full, on Navreh’s site',
        url: 'https://navreh.example/interviews/ilmek',
        locator: '04:10 to 05:02',
        stance: 'context',
        basis: 'primary_record',
        source: navreh,
        passage: 'The mayor’s office, the court, the registry: all ours, all night. I do not speak of posts and booths.',
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'missing_context',
      confidence: 'medium',
      reason: 'He leaves posts out in so many words, and this copy reports that a police post was held. Say so beside it.',
    },
  },
]
