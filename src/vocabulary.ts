/**
 * The words of the field: every identifier that is stored, exported or shown, and the words a person reads for it.
 * Each list is defined once, here; tables, forms, exports and the engine take it from this page.
 */

/** Who must act on a claim. */
export const workflowStates = [
  'new',
  'assigned',
  'in_progress',
  'waiting',
  'proposed',
  'in_review',
  'signed_off',
  'reopened',
  'cut',
  'not_a_claim',
] as const
export type WorkflowState = (typeof workflowStates)[number]
export const workflowLabels: Record<WorkflowState, string> = {
  new: 'New',
  assigned: 'Assigned',
  in_progress: 'In progress',
  waiting: 'Waiting',
  proposed: 'Proposed',
  in_review: 'In review',
  signed_off: 'Signed off',
  reopened: 'Reopened',
  cut: 'Cut from the copy',
  not_a_claim: 'Not a claim',
}

/** What a waiting claim waits for. */
export const needs = ['reporter', 'source', 'document', 'expert'] as const
export type Need = (typeof needs)[number]
export const needLabels: Record<Need, string> = {
  reporter: 'the reporter',
  source: 'a source',
  document: 'a document',
  expert: 'an expert',
}

/** The attribution check: did the named source say it, and is it rendered fairly? */
export const saidFindings = [
  'not_checked',
  'confirmed_original',
  'confirmed_relay',
  'altered',
  'not_found',
  'misattributed',
  'no_attribution',
] as const
export type SaidFinding = (typeof saidFindings)[number]
export const saidLabels: Record<SaidFinding, string> = {
  not_checked: 'Not checked',
  confirmed_original: 'Original seen',
  confirmed_relay: 'Relay only',
  altered: 'Altered',
  not_found: 'Not found',
  misattributed: 'Misattributed',
  no_attribution: 'No attribution',
}

/** The content outcome: is it so? */
export const outcomes = [
  'not_checked',
  'verified',
  'partly_verified',
  'unverified',
  'disputed',
  'contradicted',
  'missing_context',
  'outdated',
  'not_checkable',
] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeLabels: Record<Outcome, string> = {
  not_checked: 'Not checked',
  verified: 'Verified',
  partly_verified: 'Partly verified',
  unverified: 'Unverified',
  disputed: 'Disputed',
  contradicted: 'Contradicted',
  missing_context: 'Missing context',
  outdated: 'Outdated',
  not_checkable: 'Not checkable',
}

/** How sure the checker is of an outcome; always with a sentence, never a percentage. */
export const confidences = ['high', 'medium', 'low'] as const
export type Confidence = (typeof confidences)[number]
export const confidenceLabels: Record<Confidence, string> = { high: 'High', medium: 'Medium', low: 'Low' }

/** How the copy puts a claim. */
export const voices = ['own_voice', 'own_voice_with_caveat', 'attributed', 'attributed_with_caveat', 'denied', 'question'] as const
export type Voice = (typeof voices)[number]
export const voiceLabels: Record<Voice, string> = {
  own_voice: 'Own voice',
  own_voice_with_caveat: 'Own voice, with a caveat',
  attributed: 'Attributed',
  attributed_with_caveat: 'Attributed, with a caveat',
  denied: 'Denied',
  question: 'Question',
}

export const claimKinds = ['fact', 'number', 'opinion', 'prediction', 'promise', 'instruction'] as const
export type ClaimKind = (typeof claimKinds)[number]
export const claimKindLabels: Record<ClaimKind, string> = {
  fact: 'Fact',
  number: 'Number',
  opinion: 'Opinion',
  prediction: 'Prediction',
  promise: 'Promise',
  instruction: 'Instruction',
}

/** Whether, and how, a claim's words are somebody's words. */
export const quoteKinds = ['direct', 'indirect', 'mixed', 'none'] as const
export type QuoteKind = (typeof quoteKinds)[number]
export const quoteLabels: Record<QuoteKind, string> = {
  direct: 'Direct quotation',
  indirect: 'Indirect',
  mixed: 'Partly quoted',
  none: 'No quotation',
}

/** Why a sentence holds no claim. `caveat` and `heading` are what the engine may find; the rest a person chooses too. */
export const noneReasons = ['opinion', 'question', 'scene_setting', 'duplicate', 'caveat', 'heading'] as const
export type NoneReason = (typeof noneReasons)[number]
export const noneLabels: Record<NoneReason, string> = {
  opinion: 'Opinion',
  question: 'Question',
  scene_setting: 'Scene-setting',
  duplicate: 'Duplicate',
  caveat: 'A caveat',
  heading: 'A heading',
}

export const sourceKinds = [
  'person',
  'organisation',
  'official_body',
  'news_agency',
  'outlet',
  'armed_group',
  'party_media',
  'ngo',
  'document',
  'dataset',
  'court_record',
  'social_post',
  'media',
  'collective',
  'own_reporter',
  'unknown',
] as const
export type SourceKind = (typeof sourceKinds)[number]
export const sourceKindLabels: Record<SourceKind, string> = {
  person: 'Person',
  organisation: 'Organisation',
  official_body: 'Official body',
  news_agency: 'News agency',
  outlet: 'News outlet',
  armed_group: 'Armed group',
  party_media: 'Media arm of a party',
  ngo: 'NGO or monitor',
  document: 'Document',
  dataset: 'Dataset',
  court_record: 'Court or legal record',
  social_post: 'Social post',
  media: 'Video, photo or audio',
  collective: 'Collective',
  own_reporter: 'Own reporter',
  unknown: 'Unknown',
}

/** How reliable a source is, on the Admiralty scale: of the source alone, whatever it says. `f` is no reproach: there is no basis yet. */
export const reliabilities = ['a', 'b', 'c', 'd', 'e', 'f'] as const
export type Reliability = (typeof reliabilities)[number]
export const reliabilityLabels: Record<Reliability, string> = {
  a: 'A · completely reliable',
  b: 'B · usually reliable',
  c: 'C · fairly reliable',
  d: 'D · not usually reliable',
  e: 'E · unreliable',
  f: 'F · reliability cannot be judged',
}

/** How the copy identifies a source. */
export const identifications = [
  'named_with_role',
  'named',
  'role_only',
  'organisation_only',
  'collective',
  'bare_anonymous',
  'unattributed',
] as const
export type Identification = (typeof identifications)[number]
export const identificationLabels: Record<Identification, string> = {
  named_with_role: 'Named, with role',
  named: 'Named',
  role_only: 'By role only',
  organisation_only: 'Organisation only',
  collective: 'Collective',
  bare_anonymous: 'Bare anonymous',
  unattributed: 'Unattributed',
}

/** A source's stake in the event. */
export const stakes = ['party', 'aligned', 'independent', 'unknown'] as const
export type Stake = (typeof stakes)[number]
export const stakeLabels: Record<Stake, string> = {
  party: 'Party to the event',
  aligned: 'Aligned with a party',
  independent: 'Independent',
  unknown: 'Stake unknown',
}

export const proximities = ['first_hand', 'second_hand', 'relayed', 'unknown'] as const
export type Proximity = (typeof proximities)[number]
export const proximityLabels: Record<Proximity, string> = {
  first_hand: 'First-hand',
  second_hand: 'Second-hand',
  relayed: 'Relayed',
  unknown: 'Proximity unknown',
}

export const groundRules = ['on_record', 'background', 'deep_background', 'off_record', 'unknown_from_copy'] as const
export type GroundRule = (typeof groundRules)[number]
export const groundRuleLabels: Record<GroundRule, string> = {
  on_record: 'On the record',
  background: 'Background',
  deep_background: 'Deep background',
  off_record: 'Off the record',
  unknown_from_copy: 'Unknown from the copy',
}

/** How a statement reached us. */
export const channels = [
  'our_interview',
  'briefing',
  'statement',
  'interview_by_another_outlet',
  'broadcast',
  'post',
  'document',
  'agency_copy',
  'translation',
] as const
export type Channel = (typeof channels)[number]
export const channelLabels: Record<Channel, string> = {
  our_interview: 'Our interview',
  briefing: 'Briefing',
  statement: 'Statement',
  interview_by_another_outlet: 'Interview by another outlet',
  broadcast: 'Broadcast',
  post: 'Post',
  document: 'Document',
  agency_copy: 'Agency copy',
  translation: 'Translation',
}

/** What a piece of evidence rests on. */
export const bases = ['own_observation', 'primary_record', 'first_hand', 'relayed'] as const
export type Basis = (typeof bases)[number]
export const basisLabels: Record<Basis, string> = {
  own_observation: 'Own observation',
  primary_record: 'Primary record',
  first_hand: 'First-hand source',
  relayed: 'Relayed',
}

export const stances = ['supports', 'contradicts', 'context'] as const
export type Stance = (typeof stances)[number]
export const stanceLabels: Record<Stance, string> = { supports: 'Supports', contradicts: 'Contradicts', context: 'Context' }

export const evidenceKinds = ['link', 'file', 'passage', 'interview', 'note'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
export const evidenceKindLabels: Record<EvidenceKind, string> = {
  link: 'Link',
  file: 'File',
  passage: 'Passage of a document',
  interview: 'Interview',
  note: 'Note',
}

/** Page furniture: what stands on a page around an article. */
export const furnitureKinds = [
  'menu',
  'tagline',
  'date',
  'share',
  'advert',
  'related',
  'newsletter',
  'caption',
  'credit',
  'biography',
  'comment',
  'legal',
  'other',
] as const
export type FurnitureKind = (typeof furnitureKinds)[number]
export const furnitureLabels: Record<FurnitureKind, string> = {
  menu: 'Menu',
  tagline: 'Tag line',
  date: 'Date line',
  share: 'Share bar',
  advert: 'Advert',
  related: 'Read also',
  newsletter: 'Newsletter prompt',
  caption: 'Caption',
  credit: 'Credit',
  biography: 'Biography',
  comment: 'Comment',
  legal: 'Legal notice',
  other: 'Other',
}

/** The parts of a piece that stand outside the running copy; the headline is the one that may hold claims. */
export const partKinds = ['headline', 'byline', 'dateline', 'published', 'outlet'] as const
export type PartKind = (typeof partKinds)[number]
export const partLabels: Record<PartKind, string> = {
  headline: 'Headline',
  byline: 'Byline',
  dateline: 'Dateline',
  published: 'Date',
  outlet: 'Outlet',
}

/** The five pillars of visual verification (First Draft, 2019), and the question each asks. */
export const pillars = ['provenance', 'source', 'date', 'location', 'motivation'] as const
export type Pillar = (typeof pillars)[number]
export const pillarLabels: Record<Pillar, { name: string; question: string }> = {
  provenance: { name: 'Provenance', question: 'Are you looking at the original?' },
  source: { name: 'Source', question: 'Who captured it?' },
  date: { name: 'Date', question: 'When was it captured, and when first posted?' },
  location: { name: 'Location', question: 'Where was it captured?' },
  motivation: { name: 'Motivation', question: 'Why was it captured?' },
}

/** Where a suggestion of the engine stands; kept and shown apart for ever. */
export const standings = ['suggested', 'corrected', 'confirmed'] as const
export type Standing = (typeof standings)[number]
export const standingLabels: Record<Standing, string> = { suggested: 'Suggested', corrected: 'Corrected', confirmed: 'Confirmed' }

/** Why the engine read a claim as it did. A person's decision ends what these say. */
export const reasonCodes = [
  'cue',
  'source',
  'pronoun',
  'no_source',
  'carried_on',
  'rules_only',
  'learned_only',
  'maybe_cue',
  'own_voice',
] as const
export type ReasonCode = (typeof reasonCodes)[number]
/** `…` stands for the words in question, which are put in quotation marks; `plain` is for where none are known. */
export const reasonLabels: Record<ReasonCode, { quoting: string; plain: string }> = {
  cue: { quoting: '… says that somebody said it', plain: 'words in it say that somebody said it' },
  source: { quoting: '… was taken as who said it', plain: 'words in it were taken as who said it' },
  pronoun: {
    quoting: 'whom … means was worked out from the copy before',
    plain: 'whom its pronoun means was worked out from the copy before',
  },
  no_source: { quoting: '…: said by somebody whom the copy does not name', plain: 'said by somebody whom the copy does not name' },
  carried_on: {
    quoting: '… has no speaker of its own, and was given to the one before',
    plain: 'a quotation without a speaker of its own, given to the one before',
  },
  rules_only: {
    quoting: 'only the fixed patterns see … as a cue, the trained reader does not',
    plain: 'only the fixed patterns see a cue here, the trained reader does not',
  },
  learned_only: { quoting: 'only the trained reader sees … as a cue', plain: 'only the trained reader sees a cue here' },
  maybe_cue: {
    quoting: 'taken as the outlet’s own voice, but … may say that somebody said it',
    plain: 'taken as the outlet’s own voice, but it may say that somebody said it',
  },
  own_voice: { quoting: '… does not say that somebody said it', plain: 'nothing here says that somebody said it' },
}

export const roles = ['reader', 'checker', 'reviewer', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]
export const roleLabels: Record<Role, string> = {
  reader: 'Reader',
  checker: 'Checker',
  reviewer: 'Reviewer',
  editor: 'Editor',
  admin: 'Admin',
}
