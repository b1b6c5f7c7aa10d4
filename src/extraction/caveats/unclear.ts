import { DOCUMENTS, RECORDINGS } from '../words/lexicon.ts'
import { SAYINGS } from './words.ts'
import { firstIn, later, one, type Table, table } from './tables.ts'
import type { Found, Wording } from './wording.ts'

const alternatives = (...sets: Iterable<string>[]): string =>
  `(?:${sets
    .flatMap((set) => [...set])
    .filter(
      (word) =>
        !/^(?:that|this|it|these|those|order|charges?|index|news|count|counts|census|poll|information|details|casualties)$/u.test(word),
    )
    .join('|')})`

/** What was said, written or shown. */
const THING = alternatives(SAYINGS, RECORDINGS, DOCUMENTS, [
  'post',
  'posts',
  'screenshot',
  'screenshots',
  'list',
  'note',
  'table',
  'recording',
  'voice',
])
const OPEN = String.raw`(?:unclear|unknown|uncertain|in doubt|in question|an open question|open to (?:doubt|question)|(?:not|n't)(?: \w+)? (?:been )?(?:clear|known|certain|evident|established|disclosed|explained|documented))`
const BE = String.raw`(?:is|are|was|were|remains?|remained|has|have|had)`
/** How a recording, a paper or a figure came about. */
const MADE = String.raw`(?:filmed|shot|taken|recorded|made|written|wrote|drawn up|compiled|came (?:by|from|to)|comes? from|based|rests?|rested|obtained|arrived at|reached|calculated|counted|worked out|posted|uploaded|leaked|edited|altered|sent|signed|delivered|received|genuine|authentic|recent|real|accurate|true|staged|doctored)`
const WH = String.raw`(?:where|when|who|how|what|by whom|on what(?: \w+)?|whether|if|which|that)`

const re = (...patterns: string[]): RegExp => new RegExp(String.raw`\b(?:${patterns.join('|')})(?![\w-])`)

/** "it was not immediately clear whether", "it is unclear where that number comes from". */
const CLEAR = (): RegExp => new RegExp(String.raw`\bit (?:\w+ )?${BE}(?: \w+)? ${OPEN} (?<wh>${WH}) (?<rest>.*)`)
/** "where and when it was shot is not known", "on what basis it reached the estimate was not disclosed". */
const ASKED = (): RegExp =>
  new RegExp(
    String.raw`(?:^|[,;:(—–] |\b(?:but|and|though|exactly|just|quite) )(?:where|when|who|how|by whom|on what \w+|whether)(?: (?:and|or|exactly) \w+)? (?:[^,;:"]{0,60}? )?(?:${MADE}|${THING}) (?:[^,;:"]{0,40}? )?(?:${BE}(?: \w+)? (?:unclear|unknown|uncertain|(?:not|n't)(?: \w+)? (?:been )?(?:clear|known|certain|established|disclosed|explained|documented))|could(?: not|n't) (?:\w+ )?be (?:\w+ )?(?:determined|established|confirmed|verified|checked|ascertained|pinned down))(?![\w-])`,
  )
const PROPERTY = String.raw`(?:time|place|date|dates|location|source|origins?|provenance|author|authors|authorship|authenticity|veracity|accuracy|reliability|basis|context|content|contents|truth)`
/** "the provenance of the table is uncertain", "whose provenance is uncertain". */
const OF_THING = (): RegExp =>
  re(
    `${PROPERTY}(?: (?:and|or) \\w+)? of (?:[\\w-]+ ){0,3}?${THING}(?: [^;"]{0,60}?)? ${BE}(?: \\w+)? ${OPEN}`,
    `(?:whose|its|their) (?:exact |precise |full )?(?:context|provenance|author|authors|authorship|authenticity|veracity|accuracy|reliability|source|basis) ${BE}(?: \\w+)? ${OPEN}`,
    `${THING} (?:'s|’s|’|') (?:exact |precise )?(?:date|${PROPERTY}) ${BE}(?: \\w+)? ${OPEN}`,
    `whose (?:date|location|origins?|time|place|context) ${BE}(?: \\w+)? ${OPEN}`,
  )
/** "could not say which account was true". */
const WHICH = (): RegExp =>
  re(
    `(?:could|can|were|was|is|are)(?: not|n't)(?: \\w+)? (?:say|tell|judge|settle|decide|know) (?:which|whether|whose|what) (?:of the (?:\\w+ )?|either |the |part of the )*${THING}`,
  )
/** "that has yet to be tested in court", "the allegation has not been put to a judge". */
const UNTRIED = (): RegExp =>
  re(
    `(?:has|have|had|is|are)(?: not|n't| never| yet to)(?: yet)?(?: been| be)? (?:tested|proved|proven|put|argued|examined|tried|aired|answered) (?:in|before|to|by) (?:a |the |any |open )*(?:court|judge|jury|tribunal|magistrate|trial)`,
  )
const SUBJECT_SAID =
  /\b(?:that|this|it|they|these|those|which|claims?|allegations?|accusations?|charges?|account|version|evidence|story|assertions?|statements?)\b/u
/** "the figures have not been audited", "its raw data were not shared with outside scientists". */
const UNAUDITED = (): RegExp =>
  re(
    `(?:figures?|numbers?|data|results?|findings|claims?|totals?|estimates?|survey|method|methods|they|which|it)(?: [^,;"]{0,30}?)? (?:has|have|had|was|were|is|are)(?: not| n't| never| yet to)(?: yet)?(?: been| be)?(?: \\w+ly)? (?:audited|peer-reviewed|peer reviewed|made available|shared with|opened to|cross-checked|fact-checked|checked (?:by|against)|subject to|seen by|examined by|tested by|reviewed by)`,
    `(?:has|have|had|was|were)(?: not|n't| never| yet to)(?: yet)?(?: been| be)? (?:dated|tested|examined|inspected|assessed|audited|analy[sz]ed|studied|weighed|measured|timed|certified) by (?:a|an|any|outside|independent|the) (?:[\\w-]+ ){0,2}?(?:laborator(?:y|ies)|experts?|auditors?|scientists?|engineers?|historians?|specialists?|doctors?|researchers?|bod(?:y|ies)|observers?|inspectors?)`,
  )
/** "did not explain how the sum had been worked out", "without saying how it had been counted". */
const UNEXPLAINED = (): RegExp =>
  re(
    `(?:did|does|do|has|have|had)(?: not|n't) (?:say|said|explain(?:ed)?|disclosed?|reveal(?:ed)?|make clear|stated?|specif(?:y|ied)|set out) (?:how|where|what|on what|which) [^;"]{0,60}?(?:${MADE}|learn(?:ed|t)|knew|used)`,
    `without (?:saying|explaining|disclosing|specifying|stating) (?:how|where|what|on what) [^;"]{0,60}?(?:${MADE}|learn(?:ed|t)|knew)`,
  )
/** "making the claim impossible to test", "pictures were too cloudy to tell". */
const UNTESTABLE = (): RegExp =>
  re(
    `(?:making|makes?|made|leaves?|left|leaving) (?:the |this |that |these |its |their |his |her |such )?(?:[\\w-]+ )?(?:${THING}|it|them|that|this) (?:\\w+ )?(?:impossible|hard|difficult) to (?:test|check|verify|confirm|prove|establish|corroborate|assess|judge)`,
    `${THING}(?: [^,;"]{0,40}?)? (?:is|are|was|were) too [\\w-]+ to (?:tell|judge|show|confirm|verify|make out|establish|identify|say)`,
  )
/** What is yet to come is nobody's claim. */
const TO_COME = /^(?:[^,;]{0,40} )?(?:will|would|wo|might|may|going to)\b/u

/** What is open is asked of the thing itself: "whether the picture was recent", "where that number comes from", "how it was filmed". */
const OF_THE_THING = later(
  () =>
    new RegExp(
      String.raw`^(?:(?:and|or) (?:where|when|how|by whom|who) )?(?:either |any |both |all |of )*(?:(?:is|was|were|stood|stands) behind (?:the|this|that|these|those) |(?:this|that|these|those|the|its|their|his|her|a|an) (?:[\w-]+ ){0,2}?${THING}\b|(?:it|they|this|that|these|those|he|she|one|the \w+)(?: \w+)? (?:is|are|was|were|had been|has been|comes|came)(?: \w+)? ${MADE}\b|(?:it|they|he|she|the \w+(?: \w+)?)(?: had| has| have)? (?:arrived at|c[ao]me by|obtained|calculated|counted|reached|compiled) (?:its|their|the|his|her|that|this|it)|(?:filmed|shot|took|recorded|made|wrote|posted|leaked|uploaded) )`,
    ),
)

/** "Whether the picture was recent", and at once "whether anybody was hurt"; why a train did not stop is an open question, no caveat. */
function stillOpen(match: RegExpExecArray): boolean {
  const rest = match.groups?.['rest'] ?? ''
  if (TO_COME.test(rest)) return false
  const at = /^(?:whether|if)$/u.test(match.groups?.['wh'] ?? '') && /immediately|independently/u.test(match[0].slice(0, 60))
  return at || OF_THE_THING().test(rest)
}

const DOUBT = 'unclear unknown uncertain doubt question clear known certain evident established disclosed explained documented'

const TABLES: readonly Table[] = [
  table([one('_it_'), one(DOUBT)], CLEAR, stillOpen),
  table(
    [one('where when who how by_whom on_what whether'), one(`${DOUBT} determined confirmed verified checked ascertained pinned_down`)],
    ASKED,
    (match) => !/\b(?:will|would|shall)\b/u.test(match[0]),
  ),
  table(
    [
      one("_of_ whose its_ their_ 's_ ’s_ s_'_ s_’_"),
      one('time place date location source origin provenance author veracity accuracy reliability basis context content truth'),
      one(DOUBT),
    ],
    OF_THING,
  ),
  table([one('_say_ _tell_ judge settle decide know_'), one('which whether whose what'), one("_not_ n't")], WHICH),
  table(
    [one('court judge jury tribunal magistrate trial'), one('tested prove put argued examined tried aired answered')],
    UNTRIED,
    (match, line) => SUBJECT_SAID.test(line.slice(Math.max(0, match.index - 60), match.index)),
  ),
  table(
    [
      one(`audited peer made_available shared_with opened_to checked subject_to seen_by examined tested reviewed_by dated inspected assessed analy
      studied weighed measured timed certified`),
    ],
    UNAUDITED,
  ),
  table(
    [one('_say said explain disclos reveal make_clear stat specif set_out'), one('how_ where_ what_ which_'), one("_not_ n't without")],
    UNEXPLAINED,
  ),
  table([one('impossible_to hard_to difficult_to _too_'), one('_mak _made_ leav _left_ _too_')], UNTESTABLE),
]

/**
 * Where copy says that it is open whether a thing said or shown is so, where it comes from or how it was counted. Its first and
 * last word, or null.
 */
export const unclearAt = (wording: Wording): Found => firstIn(wording, TABLES)
