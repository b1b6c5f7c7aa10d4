import { BE, CHECKED, choice, FIGURES, list, NEG, OF, re, THING } from './pieces.ts'
import { firstOf, later, one, shelved, type Table, table } from './tables.ts'
import { UNGIVEN } from './ungiven.ts'
import type { Found, Wording } from './wording.ts'

/** "Verified by", "tested by". */
const BY_WHOM = CHECKED.slice(3, -1)
  .split('|')
  .map((word) => `${word} by `)

const IN_SPEECH = /^.{0,60}\b(?:called|describes?|dismissed|branded|rejected|according to his lawyer)\b/u
const plain = (_: RegExpExecArray, line: string): boolean => !IN_SPEECH.test(line)

/** "the figures are preliminary", "details remain sketchy": not settled yet. */
const UNSETTLED: readonly Table[] = [
  table([one('preliminary provisional unaudited incomplete partial revision')], () =>
    re(
      `${FIGURES}${OF} ${BE} (?:\\w+ly |still |only |only a )?(?:preliminary(?! to)|provisional|unaudited|incomplete|partial|subject to (?:\\w+ )?revision)`,
    ),
  ),
  table([one('details'), one('sketchy scant scarce murky hazy unconfirmed')], () =>
    re(`details(?: (?:of|about|on|from) [^,;"]{1,50}?)? ${BE} (?:\\w+ly |still )?(?:sketchy|scant|scarce|murky|hazy|unconfirmed)`),
  ),
  table([one('with_'), one('caution care_ care, scepticism skepticism pinch grain'), one('_be_')], () =>
    re(
      `${THING}${OF} (?:should|must|needs?|has|have|ought) (?:to )?be (?:treated|taken|read|viewed|handled|approached) with (?:\\w+ )?(?:caution|care|scepticism|skepticism|a pinch|a grain)`,
    ),
  ),
  table([one('only_one_side')], () =>
    re(`(?:claims?|lawsuit|complaint|suit|filings?|allegations?) (?:tells?|gives?|represents?|presents?) only one side`),
  ),
]

/** "the claim lacks evidence", "is not backed by any research". */
const LACKS: readonly Table[] = [
  table(
    [one('_lack')],
    () =>
      re(
        `${THING}${OF} (?:lacks?|lacked) (?:[\\w-]+ ){0,3}?(?:evidence|proof|support|basis|foundation|corroboration|confirmation|verification|sources?|substantiation|documentation)`,
      ),
    plain,
  ),
  table(
    [one('basis foundation _support_'), one('_no_')],
    () => re(`${THING}${OF} (?:has|have|had) no (?:[\\w-]+ )?(?:basis|foundation|support)(?! (?:for|from|in law))`),
    plain,
  ),
]

/** "awaits verification", "is working to verify the footage": those who would know are not done yet. */
const AWAITED: readonly Table[] = [
  table([one('await pending')], () =>
    re(
      `${THING}${OF} (?:still )?(?:awaits?|awaited|(?:is|are|was|were|remains?) (?:still )?(?:awaiting|pending)) (?:[\\w-]+ )?(?:verification|confirmation|corroboration|authentication|peer review|review)`,
    ),
  ),
  table(
    [
      one('_to_verify to_authenticat to_corroborat to_substantiat ly_verify ly_authenticat ly_corroborat'),
      one('work attempt try seek continu'),
    ],
    () =>
      re(
        `(?:work|working|attempt|attempting|try|trying|seek|seeking|continues?|continuing) to (?:\\w+ly )?(?:verify|authenticate|corroborate|substantiate) (?:it|them|(?:the|these|those|this|that|its|their|both|his|her) (?:[\\w-]+ ){0,2}?${THING}|these|those)`,
      ),
  ),
  table([one('verification_of authentication_of corroboration_of')], () =>
    re(
      `(?:verification|authentication|corroboration) of (?:the|these|those|this|its) [^,;"]{1,40}? (?:is|was|remains?|were|are) (?:still )?(?:under way|underway|ongoing|pending|in progress|continuing)`,
    ),
  ),
]

/** "has not been independently reviewed", "has not been confirmed by either club", "has not been matched by any other outlet". */
const BY_OTHERS: readonly Table[] = [
  table([one('independently externally officially formally forensically clinically')], () =>
    re(`${NEG} (?:\\w+ ){0,3}?(?:independently|externally|officially|formally|forensically|clinically) ${CHECKED}`),
  ),
  table([one('confirmed_by verified_by corroborated_by acknowledged_by')], () =>
    re(
      `${NEG} (?:been |be )?(?:\\w+ly )?(?:confirmed|verified|corroborated|acknowledged) by (?:either|neither|any|a third|both|his|her|their|its)`,
    ),
  ),
  table([one('_other'), one('matched repeated carried reported picked backed')], () =>
    re(`${NEG} (?:been |be )?(?:\\w+ly )?(?:matched|repeated|carried|reported|picked up|backed up) (?:by|in) (?:any |the )?other`),
  ),
  table([BY_WHOM], () => re(`${THING}${OF} (?:has|have|had) ${NEG} (?:yet )?been (?:\\w+ly )?${CHECKED} by`)),
  table([one('seen_by viewed_by reviewed_by examined_by inspected_by obtained_by')], () =>
    re(
      `${THING}${OF} ${NEG} (?:been |be )?(?:\\w+ly )?(?:seen|viewed|reviewed|examined|inspected|obtained) by (?:the|this) (?:[\\w-]+ )?(?:newspaper|paper|magazine|post|times|courier|herald|tribune|gazette|guardian|observer|chronicle|monitor|star|journal|agency|broadcaster|ledger|echo|mail|bbc|press|news)`,
    ),
  ),
]

/** "has not been peer reviewed", "certified by peer review": of research. */
const PEERS: readonly Table[] = [
  table([one('verification confirmation corroboration'), one('_mak')], () =>
    re(`mak(?:es?|ing) (?:independent )?(?:verification|confirmation|corroboration)(?: of [^,;"]{2,40}?)? (?:difficult|impossible|hard)`),
  ),
  table([one('peer')], () => re(`${NEG}(?: [^,;"]{0,30}?)? peer(?: |-)review(?:ed)?`)),
  table([one('by_peers by_other_scientists by_other_researchers')], () =>
    re(`${NEG}(?: [^,;"]{0,30}?)? (?:reviewed|vetted|scrutini[sz]ed|assessed) by (?:peers|other scientists|other researchers)`),
  ),
  table([one('journal')], () =>
    re(
      `(?:not|n't|never|yet to)(?: yet)? (?:been |be |appeared |published )(?:published )?in an? (?:[\\w-]+ )?(?:scientific |medical |academic |reviewed )?journal`,
    ),
  ),
]

const LINK = choice(
  list(
    'link links connection relationship effect effects benefit benefits safety efficacy effectiveness causation association correlation',
  ),
)
/** "the link has not been proven", "has not been shown in a controlled trial". */
const UNSHOWN_EFFECT: readonly Table[] = [
  table(
    [
      one('link connection relationship effect benefit safety efficacy causation association correlation'),
      one('prove establish demonstrat shown confirmed tested studied'),
    ],
    () =>
      re(
        `(?<!\\ba )${LINK}${OF} (?:has|have|had|is|are|was|were)(?: \\w+)? (?:not|n't|never|yet to be)(?: yet)? (?:been )?(?:\\w+ly )?(?:proven|proved|established|demonstrated|shown|confirmed|tested|studied)`,
      ),
  ),
  table([one('unproven untested')], () =>
    re(
      `(?:therapy|therapies|treatments?|drugs?|remed(?:y|ies)|cures?|supplements?|diets?|methods?|techniques?|theory|theories|links?|benefits?) (?:is|are|was|were|remains?) (?:\\w+ |as yet )?(?:unproven|untested)`,
    ),
  ),
  table([one('replicate reproduce')], () =>
    re(
      `(?:not|n't|unable|failed|struggled|yet)(?: [^,;"]{0,30}?)? (?:replicate|reproduce)d? (?:the|this|its|their|his|her|these|those|any) (?:[\\w-]+ )?(?:results?|findings?|effects?|experiments?|figures?|data|claims?|stud(?:y|ies)|work|measurements?)`,
    ),
  ),
  table([one('replicated reproduced')], () =>
    re(
      `(?:results?|findings?|effects?|experiments?|claims?|measurements?)${OF} (?:has|have|had)(?: not|n't| never| yet to)(?: yet)? (?:been |be )?(?:\\w+ly )?(?:replicated|reproduced)`,
    ),
  ),
  table([one('proven_ proved_ shown_')], () =>
    re(
      `(?:not|n't|never|yet to be)(?: yet)? (?:been )?(?:\\w+ly )?(?:proven|proved|shown) (?:to (?:work|cause|help|be|have|reduce|prevent|cure)|that|in)`,
    ),
  ),
  table([one('_in_a_ _in_an_'), one('trial stud experiment')], () =>
    re(
      `(?:not|n't|never|yet to be)(?: yet)? (?:been )?(?:\\w+ly )?(?:tested|shown|proven|demonstrated|confirmed) in an? (?:[\\w-]+ ){0,2}?(?:trials?|stud(?:y|ies)|experiments?)`,
    ),
  ),
]

/** "allegations not proven in court", "none has been proven", "a judge has not ruled on them". */
const UNPROVEN: readonly Table[] = [
  table([one('proven proved tested')], () =>
    re(
      `(?:allegations?|claims?|charges?|accusations?|which|they|it)(?: [^,;"]{0,40}?)? (?:not|n't|never|yet to be)(?: yet)? (?:been )?(?:proven|proved|tested)`,
    ),
  ),
  table([one('proven proved tested substantiated'), one('allegation claim charge accusation')], () =>
    re(
      `(?:none|neither|no)(?: of)?(?: the| these| those| his| her| their)? (?:allegations?|claims?|charges?|accusations?)(?: [^,;"]{0,40}?)? (?:has|have|had|was|were|is|are) (?:ever )?(?:been )?(?:proven|proved|tested|substantiated)`,
    ),
  ),
  table([one('ruled_on decided_on')], () =>
    re(
      `no (?:judge|court|tribunal|jury|magistrate) has (?:\\w+ )?(?:ruled|decided) on (?:them|it|those|these|the (?:claims?|allegations?|accusations?|evidence))`,
    ),
  ),
  table([one('_rule _decide tested'), one('judge court tribunal jury magistrate')], () =>
    re(
      `(?:judge|court|tribunal|jury|magistrate) (?:has|have|had)(?: not|n't| yet to| never)(?: yet)? (?:ruled?|decided?|tested) (?:on )?(?:them|it|those|these|the (?:claims?|allegations?|accusations?|evidence))`,
    ),
  ),
]

/** "the time has not been ratified", "has yet to be officially measured": of records. */
const UNRATIFIED: readonly Table[] = [
  table(
    [
      one('ratified homologated verified recogni certified officially'),
      one('time mark record throw jump distance result catch weight feat attempt'),
    ],
    () =>
      re(
        `(?:time|mark|record|throw|jump|distance|result|catch|weight|feat|attempt)(?: [^,;"]{0,40}?)? (?:has|have|had|is|are|was|were)(?: not|n't| yet to| still to)(?: yet)? (?:been |be )?(?:ratified|homologated|verified|recognised|recognized|certified|officially \\w+ed)`,
      ),
  ),
]

const TABLES = later(() =>
  shelved([...UNSETTLED, ...LACKS, ...AWAITED, ...BY_OTHERS, ...PEERS, ...UNSHOWN_EFFECT, ...UNPROVEN, ...UNRATIFIED, ...UNGIVEN]),
)

/**
 * Where copy says that a thing is not settled: figures that are provisional, claims that lack support, research nobody has reviewed,
 * allegations no court has tried, proof that was not given. Its first and last word, or null.
 */
export const unsettledAt = (wording: Wording): Found => firstOf(wording, TABLES())
