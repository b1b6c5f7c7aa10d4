import { anyOf, bodyOf, type Found, inSentence, type Rule, type RulePiece, type RuleSentence } from './piece.ts'
import { isGrave } from './words.ts'

const tells =
  '(?:sa(?:y|id|ys|ying)|tells?|told|alleg\\w+|claim(?:s|ed|ing)?|accus\\w+|describ\\w+|admit\\w*|whisper\\w*|insist\\w*|reveal\\w*|recall\\w*|spoke of|speaks of|disclos\\w+|recount\\w*|testif\\w+|wrote|writes|confid\\w+|maintain\\w*|put it|related|contend\\w*|confess\\w*|swears?|swore|remember\\w*|estimat\\w+|acknowledg\\w+|explain\\w*)'
/** "A nurse, who left in the autumn, described": one person of whom only this is told, before what they say. */
const before = new RegExp(
  `\\b(?:an?|one)(?: of (?:the|its|his|her|their|them|those)\\b)? ([\\p{L}\\d’'-]+(?: [\\p{L}\\d’'-]+){0,8}?)(?:,[^.;]{3,120}?,|\\([^)]*\\))? (?:(?:has|had|have|later|also|now|then|once|privately|quietly) )*${tells}\\b`,
  'iu',
)
/** "…, said an ex-employee", "according to a city official", "it was put to us by a docker". */
const after = new RegExp(
  `\\b(?:${tells}|according to|cited\\b[^.;]{0,20}|put to [^.;]{3,30} by|told [^.;]{2,25} by|(?:words|account|testimony|view|claim|allegation) of|from|otherwise to) (?:an?|one)(?: of (?:the|its|his|her|their|those)\\b)? ([^.;,“”"]{3,90})`,
  'iu',
)
const anonymousLetter =
  /\b(?:an? )?(?:unsigned|anonymous|unnamed) (?:letter|note|e-?mail|tip|call(?:er)?|message|complaint|post|whistle-?blower)\b/iu

/** What is said by none of these is said by one person without a name. */
const nobody = anyOf(String.raw`
  spokes\w+ | statements? | reports? | stud(?:y|ies) | survey | poll | court | judge | jury | ministry | company | firm | council | police | letter | email | e-mail | press | newspaper | website
  group | organi[sz]ation | union | charity | agency | committee | panel | inquiry | review | audit | indictment | lawsuit | document | memo | notice | release | recording | video | interview
  tribunal | witness statement | mediator | crowd | number | dozen | lot | few | year | month | week | day | third | half | quarter | hearing | bank | broadcaster | magazine | watchdog | leaflet
  conference | briefing | tweet | post | blog | book | memoir | ruling | verdict`)
const several =
  /\b(?:two|three|four|five|six|seven|eight|several|some|many|both|other|dozens of) (?:\p{L}+ ){0,3}?(?:people|officials|officers|employees|workers|women|men|nurses|doctors|teachers|players|singers|soldiers|guards|drivers|students|pupils|patients|staff|members|colleagues|insiders|sources|engineers|executives|residents|victims|athletes|clerks|farmers|parents|relatives|aides|agents|pilots|sailors|dancers|researchers|scientists|prisoners|inmates|former \p{L}+s)\b/iu
const withName = /,\s+(?:\p{Lu}[\p{L}.’'-]*\s+)+(?:(?:van|von|de|al|bin)\s+)?\p{Lu}[\p{L}’'-]+(?:,|\s+\(|\s+(?:said|says|told))/u
const taken = anyOf(
  String.raw`he | she | they | the (?:\p{L}+ )?(?:man|woman|official|officer|worker|employee|source|nurse|clerk|doctor|driver|soldier|teacher|engineer|player|guard|aide|insider|person|caller|writer|researcher|guest|diplomat|witness|boy|girl)`,
)

/** Others who bear out that something wrong was done: by what they admit, by papers, in court, or as a body that accuses. */
const bearing = anyOf(String.raw`
  court | jury | judge | tribunal | prosecut\w+ | indict\w+ | charg(?:ed|es) with | convicted | pleaded | inquiry | inquest (?:found|heard) | audit\w* (?:found|find|show)\w* | auditors? (?:found|general) | police said | statements? (?:obtained|seen|show)\w*
  recording | footage | documents? | (?:emails|e-mails|letters|messages|records|invoices|papers|logs|photographs) (?:seen|obtained|show|reviewed|confirm)\w* | confirmed both | admitted | confess\w* | acknowledged | report says | report found | organi[sz]ation
  union | accused | lawsuit | complaint lodged | commission found | regulator found`)

const admitting = /\b(?:admit(?:s|ted|ting)|confess\w*|pleaded guilty|confirmed (?:both|it|this|the (?:account|allegation|claim)s?))\b/iu

interface Speaking {
  /** Every sentence in which they speak. */
  sentences: RuleSentence[]
  many: boolean
}

/** People of whom no name is given, with the sentences in which they speak. */
function speakersOf(piece: RulePiece): Speaking[] {
  const body = bodyOf(piece)
  return body.flatMap((sentence, k) => {
    const plain = sentence.text.replaceAll(/[“"«][^”"»]*[”"»]?/gu, ' “” ').replaceAll(/\s+/gu, ' ')
    const letter = anonymousLetter.test(plain)
    const found = personIn(plain)
    if (!letter && !found)
      return several.test(plain) && new RegExp(`\\b${tells}\\b`, 'iu').test(plain) ? [{ sentences: [sentence], many: true }] : []
    if (isNamedLater(body, k, found?.[1] ?? '')) return []
    const next = body.slice(k + 1).filter(({ paragraph }) => paragraph === sentence.paragraph)
    const goesOn = next.slice(0, 3).filter(({ text }) => taken.test(text) || /^[“"]/u.test(text))
    return [{ sentences: [sentence, ...goesOn], many: several.test(found?.[0].split(/,/u)[0] ?? '') }]
  })
}

/** The first that a sentence tells of who speaks, is one person, and has no name in it. */
function personIn(plain: string): RegExpExecArray | undefined {
  const all = [before, after].flatMap((how) => [...plain.matchAll(new RegExp(how.source, 'giu'))])
  return all.find((found) => {
    const head = (found[1] ?? '').replace(
      / (?:of|at|in|from|who|with|to|close|on|inside|within|for|familiar|by|whose|that|there|working)\b.*$/u,
      '',
    )
    return !nobody.test(head) && !withName.test(found[0]) && !withName.test(plain.slice(found.index, found.index + found[0].length + 40))
  })
}

/** "The former employee, Wade Ellery, 58"; "His name is Declan Moyes". */
function isNamedLater(body: readonly RuleSentence[], from: number, described: string): boolean {
  const noun = described
    .trim()
    .split(/\s+/u)
    .slice(0, 3)
    .join(' ')
    .replace(/ (?:of|at|in|from|who|with)\b.*/u, '')
  const head = noun.split(' ').at(-1) ?? ''
  if (head === '') return false
  const again = new RegExp(`\\bthe (?:\\p{L}+ )?${head.replaceAll(/[^\p{L}-]/gu, '')},? (?:\\p{Lu}[\\p{L}’'-]+ )+`, 'iu')
  return body
    .slice(from + 1)
    .some(({ text }) => /\b(?:his|her) name is \p{Lu}/iu.test(text) || (again.exec(text)?.[0].match(/\p{Lu}\p{Ll}+/gu)?.length ?? 0) > 1)
}

const denies = /\b(?:nothing of the kind|den(?:y|ies|ied)|no such thing|never happened|untrue|rejected)\b/iu

export const singleUnnamed: Rule = {
  id: 'single-unnamed',
  label: 'A serious allegation by one unnamed source',
  origin: 'BBC, Reuters',
  reads: 'copy',
  definition:
    'A sentence alleges serious wrongdoing and rests on one person without a name, and nobody else in the piece says it. The BBC has such an allegation referred up and Reuters keeps it for exceptional cases: waive the finding once a senior editor has approved it, and their name and reason stay on record.',
  find: (piece): Found[] => {
    const alleging = speakersOf(piece)
      .map(({ sentences, many }) => ({ many, sentences: sentences.filter(({ text }) => isGrave(text) && !denies.test(text)) }))
      .filter(({ sentences }) => sentences.length > 0)
    const [only] = alleging
    if (!only || only.many || alleging.length > 1) return []
    const own = new Set(only.sentences.map(({ start }) => start))
    if (only.sentences.some(({ text }) => /\b(?:court|jury|tribunal|hearing)\b/iu.test(text))) return []
    const backed = bodyOf(piece).some(
      ({ text, start }) => !own.has(start) && (admitting.test(text) || (bearing.test(text) && isGrave(text))) && !denies.test(text),
    )
    return backed ? [] : only.sentences.map((sentence) => inSentence(sentence))
  },
}
