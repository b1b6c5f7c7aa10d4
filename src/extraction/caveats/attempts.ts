import { BODIES, ORGANISATIONS, PEOPLE_NOUNS } from '../words/lexicon.ts'
import { capitalised, isVerb } from '../words/phrases.ts'
import type { Token } from '../words/tokens.ts'
import { any, PROOF } from './unshown.ts'
import { MEDIUM } from './words.ts'
import { firstIn, later, mayHold, one, type Table, table } from './tables.ts'
import { type Found, reported, wordAt, type Wording } from './wording.ts'

/** Those who were there, and could bear a thing out. */
const WITNESSES = any(`
  witness(?:es)? survivors? residents? villagers? neighbours neighbors locals inhabitants passengers bystanders participants anyone anybody nobody
  somebody people others them none families relatives crew staff colleagues teachers students employees workers guests those`)
const PLACES = any(
  'site scene village area front spot town camp building house grave cell compound valley island base prison factory plant district',
)
const CHECK = any(`
  check(?:ed|ing)? verif(?:y|ied|ying) confirm(?:ed|ing)? establish(?:ed|ing)? determined? corroborat(?:e|ed|ing) authenticat(?:e|ed|ing)
  substantiated? ascertain(?:ed)? see seen view(?:ed)? examined? inspect(?:ed)? review(?:ed)? trac(?:e|ed) match(?:ed)? reproduced? replicated? test(?:ed)? judge
  reconciled? geolocated? cross-check compared? read observed? independently`)
const REACH = `(?:reach(?:ed)?|sp(?:eak|oken) (?:to|with)|contact(?:ed)?|interview(?:ed)?|find|found|locate[d]?|trace[d]?|meet|met|visit(?:ed)?|enter(?:ed)?|access(?:ed)?|get (?:in )?to|talk(?:ed)? (?:to|with))`
const SO_FAR = any('yet so_far ever immediately also then since been however still already')
/** Not to manage. */
const UNABLE = `(?:(?:could|can|did|do|does)(?: not|n't)|cannot|(?:has|have|had)(?: ${SO_FAR})*(?: not|n't| never)(?: ${SO_FAR})*|(?:(?:has|have|had) )?(?:was|were|is|are|been|be)(?: ${SO_FAR})* (?:unable|not able|not in a position|in no position|not allowed|not permitted|not invited)|(?:was|were|been)(?: ${SO_FAR})*(?: not|n't| never) (?:given|granted|offered|shown|allowed)|failed|struggled|tried in vain)`
const ONWARD =
  '(?: (?:been|be|able|managed?|manage|allowed|in|a|any|the|chance|opportunity|means|position|to|of|immediately|yet|fully|directly))*'

const re = (...patterns: string[]): RegExp => new RegExp(String.raw`\b(?:${patterns.join('|')})(?![\w-])`)
/** What an outlet did not manage, right after its name. */
const OUTLET_UNABLE = later(
  () =>
    new RegExp(
      String.raw`^(?:(?:,|[\w-]+ly|also|so far|however|too) )*(?:${UNABLE}${ONWARD} ${CHECK}\b|${UNABLE}${ONWARD} (?:find|found|obtain|obtained|get|shown|access) (?:[\w-]+ ){0,3}?${PROOF}\b|${UNABLE}${ONWARD} ${REACH} (?:[\w-]+ ){0,4}?(?:${WITNESSES}|${PLACES})\b|(?:has|have|had)(?: not|n't)(?: yet)? been (?:shown|given|sent|provided|granted)|could (?:\w+ly )?(?:confirm|verify|trace|establish|match|check) only\b|could only (?:confirm|verify|trace|establish|match|check)\b)`,
    ),
)
/** What an outlet looked for and did not see. */
const OUTLET_SAW =
  /^(?:has |have |had |also |then )*(?:saw|seen|see|found|find|heard|located|traced|reached|met|noticed|observed) (?:(?:no|little)(?: [\w-]+){0,2}? (?:signs?|trace|evidence|proof|records?|documents?|damage|wreckage|mention|indication|hint|papers?|entry|wound|graves?|witness(?:es)?|source|sources|confirmation)|none of|nobody who|no one who|nothing (?:to|that|of the kind))\b/u
/** "were kept too far away to see for themselves", "was denied access to the site". */
const KEPT_AWAY =
  /^(?:(?:was|were|is|are|been|has been|have been) )(?:\w+ ){0,2}?(?:kept|held|barred|prevented|stopped|blocked|turned back|denied|refused)\b[^,;"]{0,40}? (?:to (?:see for|check|verify|judge|tell|confirm)|from (?:checking|verifying|seeing|examining|inspecting|speaking|confirming|visiting the|reaching the)|access to (?:\w+ ){0,2}?(?:site|scene|village|area|records?|archives?|originals?|data|documents?|footage|witnesses))\b/u

/** "other witnesses could not be reached", "none of the survivors could be found". */
const NOT_REACHED = (): RegExp =>
  re(
    `(?:witness(?:es)?|eyewitness(?:es)?|survivors|residents|villagers|neighbours|neighbors|other (?:passengers|employees|guests|members)) (?:[\\w-]+ ){0,5}?(?:could|can|have|had|has)(?: not|n't|not)(?: \\w+)? (?:be|been) (?:reached|contacted|found|traced|interviewed|located)(?! for comment)`,
  )
const ATTEMPT = '(?:attempts?|efforts?|requests?|appeals?|bids?)'
const FAILED = any(
  'failed fail unsuccessful fruitless came_to_nothing nowhere in_vain nothing without_success refused denied rejected declined unanswered not_successful not_immediately_successful',
)
/** "attempts to reach other witnesses failed", "efforts to verify the footage were fruitless". */
const IN_VAIN = (): RegExp =>
  re(
    `${ATTEMPT} (?:by [\\w ]{3,30} )?(?:to|at) (?:independently )?(?:verify(?:ing)?|check(?:ing)?|confirm(?:ing)?|corroborate|authenticate|substantiate|cross-check) [^;"]{0,70}?${FAILED}`,
    `(?:${ATTEMPT}|calls|messages|emails) (?:[\\w ]{3,30} )?to [^;",]{3,60}? to (?:confirm|verify|check|corroborate) [^;"]{0,60}?${FAILED}`,
    `${ATTEMPT} (?:by [\\w ]{3,30} )?to (?:reach|contact|find|trace|speak (?:to|with)|locate|interview) (?:[\\w-]+ ){0,3}?(?:witness(?:es)?|eyewitness(?:es)?|survivors|residents|villagers|neighbours|neighbors|anyone|anybody|others) [^;"]{0,50}?${FAILED}`,
    `${ATTEMPT} (?:by [\\w ]{3,30} )?(?:to|for) (?:obtain|see|get|view|inspect|access)? ?(?:[\\w-]+ ){0,4}?${PROOF} [^;"]{0,50}?${FAILED}`,
  )
/** "a total we were not given any means of checking". */
const NO_MEANS = (): RegExp =>
  re(
    `(?:no|not \\w+ any|n't \\w+ any) (?:independent |immediate |easy |obvious |reliable )?(?:means|possibility|opportunity|chance|method|way)(?: for [\\w ]{2,30}?)? (?:to|of) (?:\\w+ly )?(?:check|verify|verifi|confirm|corroborat|test|establish|judg)(?:y|ing|ying|e)?`,
  )
/** "would not let us see the account". */
const NOT_LET = (): RegExp =>
  re(
    `(?:would(?: not|n't)|did(?: not|n't)|refused to|declined to|will(?: not|n't)) (?:let|allow|permit) (?:us|reporters|journalists|this newspaper)(?: to)? (?:see|inspect|examine|check|verify|view|read|visit|enter|the|any|a)`,
  )

const TABLES: readonly Table[] = [
  table(
    [one('reached contacted found traced interviewed located'), one('witness survivors residents villagers neighbo other_')],
    NOT_REACHED,
  ),
  table(
    [
      one('attempt effort request appeal _bid calls messages emails'),
      one('fail successful fruitless nothing nowhere vain success refused denied rejected declined unanswered'),
    ],
    IN_VAIN,
  ),
  table([one('means possibility opportunity chance method way'), one('check verif confirm corroborat test establish judg')], NO_MEANS),
  table([one('_us_ reporters journalists this_newspaper'), one('let_ allow permit')], NOT_LET),
]

/** So many letters after an outlet's name hold the words that say it did not manage. */
const UNABLE_WITHIN = 60
const UNABLE_NEEDS = [one("_not_ _n't_ never unable cannot failed struggled in_vain only no_position")]
const UNABLE_TO = [
  one(`check verif confirm establish determin corroborat authenticat substantiat ascertain see view examin inspect review trac match reproduc replicat
  test judge reconcil geolocat compare read observ independently find found obtain get shown access given sent provided granted reach spoke speak
  contact interview locat meet met visit enter talk`),
]
const SAW_NEEDS = [one('_no_ none_of nobody no_one nothing little')]
const KEPT_NEEDS = [one('kept held barred prevented stopped blocked turned_back denied refused')]

/**
 * Where the outlet, or nobody in particular, tried to look and could not: "the Ledger was unable to speak to anyone who was there",
 * "reporters saw no sign of the damage", "attempts to reach witnesses failed". Its first and last word, or null.
 */
export function attemptAt(wording: Wording): Found {
  const found = firstIn(wording, TABLES)
  if (found) return found
  const { s, line, starts } = wording
  for (let k = 0; k + 2 < s.length; k++) {
    if (!outlet(s, k)) continue
    const tail = line.slice(starts[k + 1])
    const opening = ` ${tail.slice(0, UNABLE_WITHIN)} `
    const match =
      (mayHold(opening, UNABLE_NEEDS) && mayHold(tail, UNABLE_TO) ? OUTLET_UNABLE().exec(tail) : null) ??
      (mayHold(opening, SAW_NEEDS) ? OUTLET_SAW.exec(tail) : null) ??
      (mayHold(opening, KEPT_NEEDS) ? KEPT_AWAY.exec(tail) : null)
    if (!match || /\bfor (?:comment|an interview|a response)\b/u.test(tail)) continue
    const last = wordAt(wording, (starts[k + 1] ?? 0) + match[0].length - 1)
    if (!reported(wording, k, last)) return [k, last]
  }
  return null
}

/** The last word of a name for the outlet or its people: "we", "reporters", "this newspaper", "the Ledger". */
function outlet(s: readonly Token[], k: number): boolean {
  const token = s[k]
  if (!token || token.quoted) return false
  const word = token.lower
  if (word === 'we') return true
  if (/^(?:reporters|journalists|correspondents|monitors|observers)$/u.test(word)) return s[k - 1]?.pos !== 'ADP'
  if (!MEDIUM.has(word) && plainName(s, k)) return true
  if (!MEDIUM.has(word)) return /^(?:website|magazine|site|programme|paper|publication)$/u.test(word) && s[k - 1]?.lower === 'this'
  return capitalised(token)
    ? k > 0 || /^[\p{Lu}]{2,}$/u.test(token.text) || word === 'reuters'
    : /^(?:this|our|the)$/u.test(s[k - 1]?.lower ?? '') && word !== 'post' && word !== 'record' && word !== 'memo' && word !== 'report'
}

/** "The Meridian has not been shown the list": a name with an article, of no body or people that we know. */
const plainName = (s: readonly Token[], k: number): boolean =>
  s[k]?.pos === 'PROPN' &&
  capitalised(s[k]) &&
  /^\p{Lu}\p{Ll}+$/u.test(s[k]?.text ?? '') &&
  s[k - 1]?.lower === 'the' &&
  isVerb(s[k + 1]) &&
  !(s[k]?.lower ?? '').endsWith('s') &&
  ![PEOPLE_NOUNS, BODIES, ORGANISATIONS].some((set) => set.has(s[k]?.lower ?? ''))
