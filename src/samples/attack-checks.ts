import type { SampleCheck, SampleSource } from './checking.ts'

const navreh: SampleSource = { name: 'Navreh news agency', kind: 'news_agency' }
const zirand: SampleSource = { name: 'Zirand agency', kind: 'party_media', inCopy: 'the group’s own Zirand agency' }
const ministry: SampleSource = { name: 'Belmun interior ministry', kind: 'official_body', inCopy: 'The interior ministry' }
const doctor: SampleSource = {
  name: 'Doctor at Ashkavar hospital',
  kind: 'person',
  unnamed: true,
  inCopy: 'A doctor at the town’s hospital',
}

/** What has been checked of the attack: about half of it. */
export const attackChecks: readonly SampleCheck[] = [
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
    words: 'killed all eleven guards',
    chain: [{ ...zirand, verb: 'according to', channel: 'post', seenByUs: true, identified: 'organisation_only', stake: 'party' }],
    evidence: [
      {
        kind: 'link',
        title: 'Zirand’s statement, saved from its channel',
        url: 'https://zirand.example/statements/14-march',
        stance: 'supports',
        basis: 'relayed',
        source: zirand,
        passage: 'Our fighters entered the station and none of its eleven guards left it alive.',
      },
      {
        kind: 'passage',
        title: 'Shift list of the power plant, 14 March',
        locator: 'night shift',
        passage: 'Guards on duty: 6',
        stance: 'contradicts',
        basis: 'primary_record',
        source: { name: 'Shift list of the Ashkavar power plant', kind: 'document' },
      },
      {
        kind: 'interview',
        title: 'Interview with the shift manager',
        withWhom: 'Davor Kest, shift manager',
        happenedOn: '15 March, 10:30, by video call',
        note: 'Six guards were on duty. Two died; he drove the other four to hospital himself.',
        stance: 'contradicts',
        basis: 'first_hand',
        source: { name: 'Davor Kest', kind: 'person' },
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'contradicted',
      confidence: 'high',
      reason: 'Zirand does claim it. The plant’s own list has six guards, and the man in charge of the shift says that four of them live.',
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
  {
    words: '17 bodies had been brought in',
    chain: [
      {
        ...doctor,
        verb: 'said',
        channel: 'our_interview',
        seenByUs: true,
        identified: 'role_only',
        stake: 'independent',
        proximity: 'first_hand',
        groundRule: 'background',
      },
    ],
    evidence: [
      {
        kind: 'interview',
        title: 'The reporter’s recording of the doctor',
        withWhom: 'a doctor at the hospital; name known to the desk',
        happenedOn: '14 March, 13:20',
        note: 'Heard in full. “Seventeen by noon, I signed for them.”',
        locator: '02:41',
        stance: 'supports',
        basis: 'first_hand',
        source: doctor,
      },
      {
        kind: 'link',
        title: 'Statement of the interior ministry, 14 March, evening',
        url: 'https://interior.belmun.example/statements/0314',
        stance: 'contradicts',
        basis: 'relayed',
        source: ministry,
        passage: 'Nine persons lost their lives.',
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'disputed',
      confidence: 'medium',
      reason: 'A doctor who signed for them says 17, the ministry says nine; nobody else has counted.',
    },
  },
  {
    words: 'the number of dead at nine',
    chain: [
      {
        ...ministry,
        verb: 'put',
        channel: 'statement',
        saidOn: '14 March',
        seenByUs: true,
        identified: 'organisation_only',
        stake: 'party',
      },
    ],
    evidence: [
      {
        kind: 'link',
        title: 'Statement of the interior ministry, 15 March, morning',
        url: 'https://interior.belmun.example/statements/0315',
        stance: 'context',
        basis: 'primary_record',
        source: ministry,
        passage: 'The number of victims has risen to fourteen.',
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'outdated',
      confidence: 'high',
      reason: 'Right on the evening of 14 March; since the morning of 15 March the ministry itself counts fourteen.',
    },
  },
  {
    words: 'women can be heard calling',
    chain: [
      {
        name: 'Videos filmed by residents of Ashkavar',
        kind: 'media',
        unnamed: true,
        verb: 'can be heard',
        channel: 'post',
        seenByUs: true,
        identified: 'collective',
        proximity: 'first_hand',
      },
    ],
    video: {
      caveat: 'could not independently verify',
      pillars: [
        {
          pillar: 'provenance',
          answer:
            'The earliest copy found was posted on 14 March at 06:41 by an account that also answers questions about it; it is not known whether that is the original.',
          confidence: 'medium',
        },
        {
          pillar: 'date',
          answer: 'Posted on 14 March, 06:41. The light fits the first half hour after sunrise; when it was filmed is not known.',
          confidence: 'medium',
        },
        {
          pillar: 'location',
          answer: 'A courtyard with a blue water tank; two such courtyards are known in the old quarter, neither has been matched.',
          confidence: 'low',
        },
      ],
    },
    evidence: [
      {
        kind: 'link',
        title: 'Earliest post of the courtyard video',
        url: 'https://clips.example/v/8h2k',
        locator: '00:12 to 00:31',
        stance: 'context',
        basis: 'own_observation',
        source: { name: 'Videos filmed by residents of Ashkavar', kind: 'media', unnamed: true },
        note: 'Watched and heard: women’s voices, then some four seconds of automatic fire.',
      },
    ],
    finding: {
      said: 'confirmed_original',
      outcome: 'unverified',
      confidence: 'low',
      reason:
        'Searched for an earlier copy and a second angle, and wrote to the account that posted it: no answer yet. The copy says that it is not verified.',
    },
  },
]

/** Sentences whose suggestions have been looked over and confirmed. */
export const attackDecided: readonly string[] = [
  'Where is Ashkavar?',
  'Who are the Veshti Front?',
  'The Veshti Front took up arms',
  'could not independently verify',
]
