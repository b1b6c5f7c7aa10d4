import { SAYINGS, TAKEN_UP } from './words.ts'
import { firstIn, one, type Table, table } from './tables.ts'
import type { Found, Wording } from './wording.ts'

/** Alternatives for a pattern, out of a table. */
export const any = (list: string): string => `(?:${list.trim().split(/\s+/u).join('|').replaceAll('_', ' ')})`

/** What would bear a thing out and can be laid on a table. */
export const PROOF = any(`
  evidence proof wreckage documents? documentation records? logs? receipts? cop(?:y|ies) contracts? invoices? transcripts? minutes footage
  photographs? orders? confirmation corroboration verification substantiation certificates? data figures breakdown methodology workings
  statistics files? papers? maps? lists? correspondence originals? raw_data full_text samples? test_results results source_code images`)
/** To let others see it. */
const SHOWN = any(`
  shown produced presented provided supplied offered emerged surfaced obtained made_public made_available published disclosed given
  forthcoming come_to_light released shared kept opened handed_over available`)
const AGO = any('yet so_far ever been be since publicly immediately still to independently')
/** "has not been", "was never", "could not be", "has yet to be". */
const NOT_BEEN = `(?:has|have|had|was|were|is|are|could|can)(?: ${AGO})*(?: (?:not|n't|never)|(?<=yet))(?: ${AGO})*`
/** Papers and archives, which speak or keep silent. */
const ARCHIVES = any(`
  videos? recordings? records? registers? archives? registry logs? logbooks? databases? minutes files? documents? papers data books certificates? photographs? footage images?
  imagery accounts ledgers? rolls? rosters? manifests? statistics filings? correspondence emails? transcripts? reports? studies`)
const OUTSIDERS = any(`
  bod(?:y|ies) firms? observers? inspectors? journals? scientists? experts? outsiders? laborator(?:y|ies) auditors? academics? peers? researchers? outlets? newspapers? media agenc(?:y|ies)
  witness(?:es)? officials? sources? reporters? historians? archivists?`)
const SAID = `(?:${[...SAYINGS].filter((word) => !/^(?:that|this|it|these|those|details|news|charges?|information)$/u.test(word)).join('|')})`

const re = (...alternatives: string[]): RegExp => new RegExp(String.raw`\b(?:${alternatives.join('|')})(?![\w-])`)

/** "no wreckage has been shown", "no written order has come to light", "a copy of the contract could not be obtained". */
const NOT_SHOWN = (): RegExp =>
  re(
    `no (?:[\\w-]+ ){0,2}${PROOF}(?: (?:of|for|to|that|on|from|behind) [^,;"]{1,60}?)? (?:has|have|had|was|were|could|is|are)(?: ${AGO})* ${SHOWN}`,
    `${PROOF}(?: (?:of|for|behind|from) [^,;"]{1,50}?)?(?: that| which)? ${NOT_BEEN} ${SHOWN}(?! for (?:comment|an interview))`,
  )
/** "a claim for which there is no proof", "an allegation of which no record survives". */
const FOR_WHICH = (): RegExp => re(`${SAID} (?:for|of|about|behind) which (?:[^,;"]{1,40} )??(?:no|little|nothing|not|n't|never)`)
/** "proof is lacking", "and hospital records for the night are missing": joined on to what was said. */
const MISSING = (): RegExp =>
  new RegExp(
    String.raw`(?:[,;:(—–] |\b(?:but|and|though|while) )(?:[\w-]+ ){0,3}?${PROOF}(?: (?:of|for|from|on|to) [^,;"]{1,40}?)? (?:is|are|was|were|remains?) (?:\w+ )?(?:lacking|missing|absent|scant|elusive|thin|incomplete|lost|wanting)\b|(?:[,;:(—–]|\b(?:but|and|though)) there (?:is|was|are|were|has been|have been) no (?:[\w-]+ )?${PROOF}(?! (?:whatsoever )?that)\b`,
  )
/** "a feat no timekeeper witnessed", "a figure nobody at the ministry would repeat". */
const UNWITNESSED = (): RegExp =>
  new RegExp(
    String.raw`, (?:a|an|the|another) (?:[\w-]+ )?(?:${SAID}|${[...TAKEN_UP].join('|')}) (?:that |which )?(?:no|nobody|neither|none|few)\b(?: [\w-]+){0,6}? (?:witnessed|saw|seen|heard|repeat(?:ed)?|recalls?|recalled|remembers?|remembered|confirm(?:ed)?|back(?:ed)?|record(?:ed|s)?|report(?:ed)?|mentions?|mentioned|corroborated?|vouch(?:ed)?)\b`,
  )
/** "is not borne out by weather records", "has not been backed by documents". */
const NOT_BACKED = (): RegExp =>
  re(
    `(?:is|are|was|were|been)(?: not| n't| never)?(?: so far)? (?:borne out|supported|backed|backed up|corroborated|substantiated|matched|reflected) (?:by|in) (?:any |the |its )?(?:[\\w-]+ )?(?:${ARCHIVES}|research|evidence|proof|witness(?:es)?)`,
  )
/** "no official toll has been released", "there has been no official word on it". */
const NO_WORD = (): RegExp =>
  re(
    `no (?:official|independent|outside|forensic|documentary|public|separate) (?:[\\w-]+ )?(?:word|confirmation|toll|count|figures?|total|data|source|corroboration|verification|evidence|proof|records?|account|check|audit|tally|estimate)`,
  )
/** "the register does not mention any such sale", "bank records do not bear that out". */
const SILENT = (): RegExp =>
  re(
    `${ARCHIVES}(?: [^,;"]{1,60}?)? (?:do|does|did|has|have|could)(?: not|n't) (?:support|confirm|corroborate|substantiate|match|tally with|agree with|bear (?:\\w+ ){1,4}out|back (?:\\w+ ){1,4}up|back up)`,
    `${ARCHIVES}(?: [^,;"]{1,60}?)? (?:do|does|did)(?: not|n't) (?:mention|show|list|contain|record|reflect|include|name|identify|refer to) (?:any )?(?:such|it|this|that|him|her|them|anyone|anybody|anything)`,
    `(?:something|which)(?: [^,;"]{0,40}?)? ${ARCHIVES}(?: [^,;"]{1,30}?)? (?:do|does|did)(?: not|n't) (?:mention|show|list|contain|record|reflect)`,
    `${ARCHIVES}(?: [^,;"]{1,60}?)? (?:holds?|held|contains?|contained|have|has|had|shows?|showed|makes?|made|bears?|bore|keeps?|kept|gives?) no (?:trace|record|mention|sign|evidence|entry|reference|note|hint)`,
  )
/** "a preprint that no journal has reviewed", "no other outlet has reported it". */
const NOBODY = (): RegExp =>
  re(
    `(?:no|none of the|nobody|no one)(?: (?!longer)[\\w-]+){0,2}? (?:${OUTSIDERS}|else)(?: [\\w-]+){0,3}? (?:has|have|had|could|would)(?: \\w+){0,3}? (?:reviewed|checked|examined|replicated|reproduced|verif(?:y|ied)|confirm(?:ed)?|assessed|tested|corroborated?|vouch(?:ed)?|backed|repeated|authenticated?|reported)`,
    `(?:nobody else|no one else|no other [\\w-]+)(?: [\\w-]+){0,5}? (?:reported|saw|confirmed|witnessed|recorded|heard|repeated|backed|remembers?|recalls?)`,
  )
const GIVE = any(
  'gives? gave given offer(?:s|ed)? provide[sd]? produce[sd]? present(?:s|ed)? show(?:s|n|ed)? share[sd]? suppl(?:y|ies|ied) cite[sd]? publish(?:es|ed)? release[sd]? disclose[sd]? advance[sd]?',
)
/** "produced nothing in support of it", "did not provide a copy", "has not backed that up". */
const UNGIVEN = (): RegExp =>
  re(
    `${GIVE} (?:\\w+ )?(?:nothing|little) (?:in support|in the way of|by way of|to (?:show|support|back|prove|substantiate|confirm|corroborate)|that (?:shows?|showed|supports?|supported|backs?|backed|proves?|proved))`,
    `(?:did|has|have|had|does|do)(?: ${AGO})*(?: not|n't| never| failed to)(?: ${AGO})* ${GIVE} (?:[\\w-]+ ){0,3}?(?:evidence|proof|cop(?:y|ies)|sources?|basis|methodology|documentation|wreckage|workings|underlying|documents?)`,
    `(?:has|have|had)(?: ${AGO})*(?: not|n't| never)(?: ${AGO})* (?:published|released|shared|disclosed) (?:the|its|their|any|his|her) (?:[\\w-]+ )?(?:trial|study|survey|audit|data|findings|method|analysis)`,
    `(?:has|have|had|found|finds) no (?:\\w+ )?record of (?:it|this|that|the|him|her|them|any|such|a|receiving|having|being|ever)`,
    `(?:did|has|have|had|does|do)(?: ${AGO})*(?: not|n't| never)(?: ${AGO})* back(?:ed)? (?:\\w+ ){1,3}up`,
    `(?:but|though|and|it|they|he|she)(?: (?:has|have|had|also))* (?:gave|given|gives|offered|provided|published|released|showed|shown|produced|supplied) no (?:[\\w-]+ )?(?:names?|photographs?|pictures?|images?|footage|video|figures|breakdown|dates?|list)`,
    `(?:gave|given|gives|offered|provided|published|released|cited|named|disclosed) (?:no|any) (?:source|sources|basis|methodology|breakdown|documents?|documentation)`,
  )
/** "asked for a copy of the letter, it did not provide one", "asked to see the sales figures and was refused". */
const REFUSED = (): RegExp =>
  re(
    `(?:asked|requests?|requested|pressed) (?:to (?:see|inspect|examine|view)|for) (?:[\\w-]+ ){0,4}?(?:${PROOF})\\b[^;"]{0,70}?(?:(?:was|were|been) (?:refused|rejected|declined|turned down|denied|ignored|not \\w+)|did(?: not|n't) (?:provide|supply|produce|offer|send|show|share|give|respond|reply|answer)|declined|refused|received (?:none|nothing)|(?:has|have|had)(?: not|n't) received)`,
  )
/** Who asks: the outlet, or nobody in so many words; what the police asked for is news. */
const ASKING =
  /(?:^|[,;] |\b(?:we|reporters?|journalists?|newspaper|when|but|and|paper|while|website|repeated|several|our) )$|^the [\w-]+ $/u
/** "rests on a single witness", "all of this is hearsay", "his account stands alone". */
const THIN = (): RegExp =>
  re(
    `(?:rests?|rested|relies|relied|relying|resting|depends?|based|known) (?:\\w+ly |only |largely )?(?:on|upon|from) (?:a single|one|a lone|the word of|hearsay|second-hand|unverified|unnamed|anonymous)`,
    `(?:is|are|was|were|remains?|amounts? to) (?:\\w+ )?hearsay`,
    `${SAID} stands? alone`,
    `(?:evidence|proof)(?: [\\w-]+){0,4}? (?:is|was|are|were|remains?) (?:\\w+ )?(?:anecdotal|patchy|thin|scant|weak|limited|circumstantial|inconclusive|flimsy)`,
    `(?:has|had|have|with) no (?:known|named|identifiable|identified|clear|obvious) (?:source|author|origin|provenance)`,
  )

/** In court what was not shown is not shown to the court. */
const IN_COURT = /^[^,;]{0,30}\b(?:court|jury|jurors|judge|trial|tribunal)\b/u

const after = (match: RegExpExecArray, line: string): string => line.slice(match.index + match[0].length)
const TOO_LATE = /^(?: \w+){0,2} (?:on time|until|because|before|to (?:him|her|them))\b/u

const PROOFS = one(`
  evidence proof wreckage document record log receipt cop contract invoice transcript minutes footage photograph order confirmation corroboration
  verification substantiation certificate data figures breakdown methodology workings statistics file paper map list correspondence original
  sample results source_code images full_text`)
const PAPERS = one(`
  video recording record regist archive log database minutes file document paper data book certificate photograph footage image account ledger
  roll roster manifest statistics filing correspondence email transcript report stud`)
const NEVER = one("_not n't never _no_")

const TABLES: readonly Table[] = [
  table([one('_which_')], FOR_WHICH),
  table(
    [
      one(`shown produced presented provided supplied offered emerged surfaced obtained made_public made_available published disclosed given
      forthcoming come_to_light released shared kept opened handed_over available`),
      PROOFS,
    ],
    NOT_SHOWN,
    (match, line) => !IN_COURT.test(after(match, line)) && !TOO_LATE.test(after(match, line)),
  ),
  table([one('no_official no_independent no_outside no_forensic no_documentary no_public no_separate')], NO_WORD),
  table(
    [
      one('lacking missing absent scant elusive thin incomplete lost wanting there_is_no there_was_no there_are_no there_were_no been_no_'),
      PROOFS,
    ],
    MISSING,
  ),
  table(
    [
      one(',_a_ ,_an_ ,_the_ ,_another_'),
      one('_no_ _nobody_ _neither_ _none_ _few_'),
      one('witness saw_ seen_ heard repeat recall remember confirm back record report mention corroborat vouch'),
    ],
    UNWITNESSED,
  ),
  table(
    [
      one('borne_out supported backed corroborated substantiated matched reflected'),
      one('_by_ _in_'),
      [...PAPERS, 'research', 'evidence', 'proof', 'witness'],
    ],
    NOT_BACKED,
    (match, line) => /\b(?:not|n't|never)\b/u.test(line.slice(Math.max(0, match.index - 12), match.index + 20)),
  ),
  // "Records do not bear him out: it rained for 40 days": the copy knows better, and says so.
  table(
    [
      PAPERS,
      NEVER,
      one(`support confirm corroborat substantiat match tally_with agree_with bear_ back_ mention show_ list_ contain_ record_ reflect_ include_
      name_ identify_ refer_to no_trace no_record no_mention no_sign no_evidence no_entry no_reference no_note no_hint`),
    ],
    SILENT,
    (match, line) => !/ [:—] /u.test(after(match, line)),
  ),
  table(
    [
      one('_no_ none_of_the nobody'),
      one(`review check examin replicat reproduc verif confirm assess test corroborat vouch back repeat authenticat report saw_ witness record heard
      remember recall`),
    ],
    NOBODY,
  ),
  table(
    [
      one("nothing little _not_ n't never failed_to _no_ any_"),
      one('giv gave offer provid produc present show shar suppl cit publish releas disclos advanc record_of back nam'),
      one(`evidence proof cop source basis methodology documentation wreckage workings underlying document nothing little trial study survey audit data
      findings method analysis record_of back name photograph picture image footage video figures breakdown date list`),
    ],
    UNGIVEN,
    (match, line) => !IN_COURT.test(after(match, line)),
  ),
  table([one('asked request pressed'), PROOFS], REFUSED, (match, line) => ASKING.test(line.slice(0, match.index))),
  table(
    [one('_rest relie relying depend based known hearsay stands_alone stand_alone evidence proof has_no had_no have_no with_no')],
    THIN,
  ),
]

/**
 * Where copy says that nothing was shown to bear a thing out: proof not produced, papers that are silent, nobody else who has looked,
 * requests refused, one witness only. Its first and last word, or null.
 */
export const unshownAt = (wording: Wording): Found => firstIn(wording, TABLES)
