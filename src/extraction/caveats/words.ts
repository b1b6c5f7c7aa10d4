/**
 * The words in which copy says that something was not verified. Sets hold lower-case forms; where a set says "weak", its words make a
 * caveat only beside the outlet's own inability ("we could not establish"), since they are also news of their own.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Checking, in so many words: a negation beside one of these is a caveat. */
export const VERIFY = words(`
  verify verified verifying verifiable confirm confirmed confirming corroborate corroborated corroborating authenticate authenticated
  authenticating substantiate substantiated substantiating ascertain ascertained ascertaining vouch vouched`)
/** Checking, and much else: weak. */
export const FIND_OUT = words(`
  establish established determine determined reproduce reproduced replicate replicated trace traced check checked reconcile reconciled
  identify identified geolocate geolocated locate located judge judged gauged measured told dated placed tested matched pinpoint pinpointed stand back bear validate validated review reviewed independently`)
/** What has not been seen by anybody independent: "has not been peer-reviewed", "not been published or seen by other scientists". */
export const REVIEWED = words(
  'peer-reviewed peer-review published replicated reproduced audited scrutinised scrutinized reviewed examined seen',
)
/** Of these, a preposition or particle completes the sense: "stand up", "back up", "bear out". */
export const PARTICLE: ReadonlyMap<string, string> = new Map([
  ['stand', 'up'],
  ['back', 'up'],
  ['bear', 'out'],
])

export const NOT = words("not n't never cannot rarely seldom hardly")
/** Somebody did not manage it: "was unable to", "failed to", "it was impossible to", "hard to". */
export const INABILITY = words('unable impossible failed fails failing difficult hard struggled powerless unsuccessful')
/** Quantifiers that negate from the subject's or object's place: "none of the claims could be confirmed", "confirmed neither toll". */
export const NO_PART = words('none neither nothing nobody no few little nor')

export const UNVERIFIED = words(`
  unverified unconfirmed uncorroborated unsubstantiated unverifiable unauthenticated unsourced unchecked unevidenced yet-to-be-verified
  yet-to-be-confirmed non-verified unsupported`)
/** A judgement too, so only before what somebody said ("baseless claims"), never in the predicate, which is mostly a denial. */
export const BASELESS = words('baseless unfounded unproven untested groundless evidence-free')
/** "He baselessly claimed": one word for "without evidence". */
export const BASELESSLY = words('baselessly groundlessly')

/** What would bear a claim out. */
export const CONFIRMATION = words('confirmation verification corroboration substantiation authentication')
export const EVIDENCE = words('evidence proof documentation substantiation records record trace basis sources')
/** What is evidence only where it is said to back something. */
export const PAPERS = words('document documents data papers receipts statistics')
/** To hand over evidence. */
export const GIVING = words(`
  give gave given gives giving offer offered offers offering provide provided provides providing present presented presents presenting
  produce produced produces producing cite cited cites citing show showed shown shows showing supply supplied supplying furnish furnished
  adduce adduced share shared release released publish published point pointed`)

/** Nouns that stand for what was said. */
export const SAYINGS = words(`
  claim claims report reports allegation allegations account accounts statement statements figure figures toll tolls number numbers
  accusation accusations assertion assertions details casualties this that it these those version versions story stories testimony
  charge charges suggestion suggestions rumour rumours rumor rumors total totals count counts estimate estimates information tally
  tallies news theory theories narrative narratives remark remarks quote quotes anecdote anecdotes`)
/** Of these, what is counted. */
export const COUNTED = words(
  'figure figures toll tolls number numbers casualties total totals count counts estimate estimates tally tallies',
)
/** Nouns that say nothing of what was not verified: "the authenticity of the video" is about the video. */
export const EMPTY = words(`
  content contents authenticity veracity accuracy truth date location details information origin source whether one time number provenance
  validity existence circumstances extent identity identities cause part parts side sides evidence confirmation verification corroboration
  proof way basis moment press night today court independent`)

/** Who a caveat's "neither side" means. */
export const SIDES = words('side sides party parties camp camps')
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ['first', 0],
  ['former', 0],
  ['second', 1],
  ['third', 2],
  ['latter', -1],
  ['last', -1],
  ['latest', -1],
])

/** Names of newspapers and other media, as they end: who can be the outlet itself. */
export const MEDIUM = words(`
  news newspaper times post mail mirror sun star standard observer guardian herald tribune chronicle gazette journal courier dispatch ledger
  echo sentinel express telegraph examiner inquirer enquirer register record bulletin argus advertiser reporter review wire agency press
  daily weekly today now online radio tv television channel broadcaster bbc cnn afp ap dw rfi memo independent monitor globe nation
  citizen leader recorder messenger argos pioneer outlook insider beacon bugle advocate democrat republican reuters upi`)

/** A negation is looked for so many words before the verb of checking. */
export const BEFORE = 9
/** Properties of a document or recording that a caveat names instead of the thing. */
export const AUTHENTICITY = /^(?:authenticity|veracity|accuracy|provenance|existence|origin|whereabouts)$/u
export const PRONOUN = /^(?:it|this|that|these|those)$/u
/** Nouns that take up what was told, where a caveat hangs on them: "a feat no timekeeper witnessed". */
export const TAKEN_UP = words(
  'feat sum scene meeting incident encounter exchange conversation detail episode sighting sequence date identity distance link connection motive explanation',
)
