import type { SampleCheck, SampleSource } from './sample.ts'

const zirand: SampleSource = { name: 'Zirand agency', kind: 'party_media', inCopy: 'the group’s own Zirand agency' }
const ministry: SampleSource = { name: 'Belmun interior ministry', kind: 'official_body', inCopy: 'The interior ministry' }
const doctor: SampleSource = {
  name: 'Doctor at Ashkavar hospital',
  kind: 'person',
  unnamed: true,
  inCopy: 'A doctor at the town’s hospital',
}

/** What has been checked of the attack: the guards, the dead and the video. */
export const tollChecks: readonly SampleCheck[] = [
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
