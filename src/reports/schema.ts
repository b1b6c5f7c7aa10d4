import { z } from 'zod'
import { publications } from '../articles/schema.ts'
import { challengeAnswers } from '../corrections/schema.ts'
import { dropReasons } from '../claims/schema.ts'
import { opinions } from '../reviews/schema.ts'
import {
  bases,
  channels,
  claimKinds,
  confidences,
  evidenceKinds,
  furnitureKinds,
  groundRules,
  identifications,
  needs,
  noneReasons,
  outcomes,
  partKinds,
  pillars,
  proximities,
  quoteKinds,
  saidFindings,
  sourceKinds,
  stakes,
  stances,
  standings,
  voices,
  workflowStates,
} from '../vocabulary.ts'

/**
 * The report, as every format writes it: the page, the JSON and the CSV are made from this and from nothing else.
 * The JSON Schema in docs/report.schema.json is generated from here; a change of meaning takes a new `formatVersion`.
 */

const id = z.int().positive()
const text = z.string()
const time = z.string().describe('ISO 8601, UTC')
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const offset = z.int().nonnegative().describe('UTF-16 code units into the exact text, half-open')
const person = z.string().nullable().describe('A name; null where nobody with an account did it')

const passage = z.strictObject({ start: offset, end: offset, quoted: text, before: text, after: text })

const hop = z.strictObject({
  position: z.int().nonnegative().describe('0 is the origin; the last is nearest the copy'),
  source: z
    .strictObject({ id, name: text, kind: z.enum(sourceKinds), unnamed: z.boolean() })
    .nullable()
    .describe('Null: attributed, but unclear to whom'),
  verb: text.describe('The copy’s own word'),
  channel: z.enum(channels).nullable(),
  saidOn: text,
  seenByUs: z.boolean(),
  identified: z.enum(identifications),
  stake: z.enum(stakes),
  proximity: z.enum(proximities),
  groundRule: z.enum(groundRules),
  standing: z.enum(standings),
})

const finding = z.strictObject({
  id,
  opinion: z.enum(opinions),
  counts: z.boolean().describe('Whether this opinion is about the present wording and the newest of its kind'),
  said: z.enum(saidFindings),
  outcome: z.enum(outcomes),
  confidence: z.enum(confidences).nullable(),
  reason: text,
  by: person,
  at: time,
  wording: text.describe('What the claim said when this was filed'),
  earlierChain: z.boolean().describe('Others stood in the chain when this was filed: of whether they said it, it counts no longer'),
  reliedOn: z.array(id).describe('Ids of evidence'),
})

const evidence = z.strictObject({
  id,
  kind: z.enum(evidenceKinds),
  title: text,
  url: text,
  locator: text,
  passage: text,
  withWhom: text,
  happenedOn: text,
  note: text,
  stance: z.enum(stances),
  basis: z.enum(bases),
  source: z.strictObject({ id, name: text }).nullable(),
  file: z
    .strictObject({ name: text, sha256, size: z.int().nonnegative().nullable(), mediaType: text.nullable(), purged: z.boolean() })
    .nullable(),
  addedBy: person,
  addedAt: time,
  withdrawn: z.strictObject({ at: time, reason: text }).nullable(),
})

const pillar = z.strictObject({
  pillar: z.enum(pillars),
  answer: text.nullable().describe('Null: not looked at'),
  confidence: z.enum(confidences).nullable(),
  evidenceId: id.nullable(),
  by: person,
  at: time.nullable(),
})

const query = z.strictObject({
  id,
  question: text,
  askedBy: person,
  askedAt: time,
  answer: text.nullable(),
  answeredOn: text.nullable(),
  answeredHow: text.nullable(),
  recordedBy: person,
  recordedAt: time.nullable(),
})

export const reportClaim = z.strictObject({
  id,
  number: id,
  url: z.url(),
  wording: text,
  passages: z.array(passage),
  kind: z.enum(claimKinds),
  checkable: z.boolean(),
  voice: z.enum(voices),
  quote: z.enum(quoteKinds),
  standing: z.enum(standings),
  state: z.enum(workflowStates),
  waitingFor: z.enum(needs).nullable(),
  chain: z.array(hop),
  origins: text,
  caveats: z.array(id),
  withheld: z.boolean().describe('Whoever made this report holds an open second check on the claim: the findings of others are not in it'),
  counting: z
    .strictObject({
      opinion: z.enum(opinions),
      said: z.enum(saidFindings),
      outcome: z.enum(outcomes),
      confidence: z.enum(confidences).nullable(),
    })
    .nullable()
    .describe('The finding that counts; null where there is none or it is withheld'),
  differ: z.boolean().describe('First and second check say different things, and nobody has decided'),
  findings: z.array(finding),
  secondCheckTakenBy: text.nullable(),
  unverifiedInCopy: z.enum(['said', 'not_said']).nullable().describe('For an unverified claim: whether the copy says so'),
  evidence: z.array(evidence),
  pillars: z.array(pillar).nullable().describe('Null where the claim rests on no video, photo or audio'),
  queries: z.array(query),
})
export type ReportClaim = z.infer<typeof reportClaim>

const openItem = z.strictObject({ number: id, url: z.url().nullable() })

const signOff = z.strictObject({ by: text, at: time, sha256 })

export const reportSchema = z.strictObject({
  format: z.literal('linecheck-report'),
  formatVersion: z.literal(1),
  article: z.strictObject({
    id,
    url: z.url(),
    headline: text,
    outlet: text,
    byline: text,
    address: text,
    publishedAt: text,
    publication: z.enum(publications),
    desk: text,
    language: text,
    direction: z.enum(['ltr', 'rtl']),
  }),
  version: z.strictObject({ id, number: id, sha256, characters: z.int().nonnegative().nullable(), purged: z.boolean() }),
  made: z.strictObject({ at: time, by: text }),
  history: z
    .strictObject({ events: z.int().nonnegative(), digest: sha256 })
    .describe('The head of the history’s chain when this report was made'),
  signOff: signOff.nullable(),
  earlierSignOffs: z.array(signOff.extend({ reopenedBy: person, reopenedAt: time, reason: text })),
  coverage: z.strictObject({ sentences: z.int().nonnegative(), decided: z.int().nonnegative() }),
  outcomes: z.array(z.strictObject({ outcome: z.enum([...outcomes, 'withheld']), count: id })),
  open: z.strictObject({
    words: z.array(text),
    undecidedSentences: z.array(openItem),
    uncheckedClaims: z.array(openItem),
    openQueries: z.array(openItem),
    withoutSecondCheck: z.array(openItem),
    differing: z.array(openItem),
    unsupported: z.array(openItem).describe('Claims whose outcome has lost the evidence that it needs'),
  }),
  withheldClaims: z.array(id).describe('Numbers of the claims whose findings are withheld from whoever made this report'),
  people: z.strictObject({ firstChecks: z.array(text), secondChecks: z.array(text), finalDecisions: z.array(text) }),
  copy: z
    .array(
      z.strictObject({
        kind: z.enum(['headline', 'heading', 'paragraph']),
        runs: z.array(
          z.strictObject({ text, claim: id.nullable().describe('The claim’s number'), first: z.boolean(), caveat: z.boolean() }),
        ),
      }),
    )
    .nullable()
    .describe('Null where the text has been purged'),
  claims: z.array(reportClaim),
  notClaims: z.array(
    z.strictObject({
      id,
      number: id,
      url: z.url(),
      wording: text,
      state: z.enum(['not_a_claim', 'cut']),
      reason: z.enum(dropReasons).nullable(),
      duplicateOf: id.nullable(),
    }),
  ),
  caveats: z.array(
    z.strictObject({ id, start: offset, end: offset, quoted: text, claims: z.array(id).describe('Numbers of the claims it qualifies') }),
  ),
  corrections: z.array(
    z.strictObject({
      '@context': z.literal('https://schema.org'),
      '@type': z.literal('CorrectionComment'),
      identifier: id,
      text,
      datePublished: z.string().describe('ISO 8601 day'),
      url: text.optional().describe('Where it was published, if that is an address'),
      place: text.describe('Where it was published, as it was recorded'),
      claim: id.nullable().describe('Number of the claim it corrects'),
    }),
  ),
  challenges: z.array(
    z.strictObject({
      id,
      receivedOn: z.string().describe('ISO 8601 day'),
      claim: id.nullable().describe('Number of the claim that is challenged'),
      what: text,
      answer: z.enum(challengeAnswers).nullable().describe('null while nobody has answered'),
      why: text,
      answeredBy: person,
      answeredAt: time.nullable(),
    }),
  ),
  withoutClaims: z.array(
    z.strictObject({
      number: id,
      start: offset,
      end: offset,
      text,
      reason: z.enum(noneReasons).nullable(),
      decidedBy: person,
      decided: z.boolean(),
    }),
  ),
  setAside: z.array(
    z.strictObject({ start: offset, end: offset, text, furniture: z.enum(furnitureKinds).nullable(), part: z.enum(partKinds).nullable() }),
  ),
})
export type Report = z.infer<typeof reportSchema>
