import { anyOf, bodyOf, type Found, inSentence, type Rule, type RulePiece, type RuleSentence } from './piece.ts'

const times = 'did|does|do|had|has|have|would|could|was|were|is|are|will'
const not = `(?:declin\\w+|refus\\w+|fail\\w*|yet|(?:${times})(?: not|n[’']t)|never|(?:chose|choosing|opted|opting|prefer\\w*|elected) (?:not|against)|neither|nobody|no one|none|nor|unwilling|unable|not (?:willing|prepared|ready|available|wish\\w*))`
const asked = '(?:calls?|messages?|e-?mails?|requests?|questions?|letters?|inquir\\w+|enquir\\w+|approach\\w*|texts?|queries)'
const answer = `(?:comment\\w*|repl(?:y|ied|ying)|respond\\w*|respons\\w+|answer\\w*|elaborat\\w+|be (?:drawn|reached|interviewed)|(?:reached|available|contactable)|(?:get|got|call(?:ed)?|write|wrote) back|return\\w*\\b[^.;]{0,25}\\b${asked}|pick(?:ed)? up|speak|discuss|talk|interview\\w*|say|confirm|deny|explain|address|add)`

/** Ways in which copy says that somebody gave no answer. */
const silent = new RegExp(
  [
    `\\b${not}\\b[^.;]{0,70}?\\b${answer}\\b`,
    '\\b(?:no|without|nor any) (?:immediate |further |official |public |such |an? )?(?:comment|answer|reply|response|statement|explanation|word)\\b(?! (?:yet )?on (?:when|how|why)\\b)',
    '\\bun(?:answered|returned|acknowledged)\\b|\\bwent nowhere\\b',
    `\\b${asked}\\b[^.;]{0,80}\\b(?:not|n[’']t|never|nor) (?:\\w+ )?(?:returned|answered|acknowledged|replied to)\\b`,
    '\\b(?:returned|took|answered) (?:no|none of (?:our|the)) (?:calls?|messages|questions|e-?mails)\\b',
    '\\bturned (?:down|away|aside) (?:an? |the |our |several |repeated |all |every )?(?:offers?|requests?|invitations?|chances?|opportunit\\w+|questions?)\\b',
    '\\b(?:was|were|is|are|has been|have been|remained|remains|stayed|kept) (?:saying nothing|silent|quiet|unavailable|not commenting|tight-lipped|unreachable)\\b',
    '\\b(?:let|waved?|brushed|batted) (?:the |a |every |all |any )?questions? (?:pass|aside|off|away|by)\\b',
    '\\b(?:kept|keeps|keeping) (?:(?:its|his|her|their) (?:own )?(?:counsel|silence)|mum)\\b',
    '\\b(?:prefer\\w*|chose|choosing|opted) (?:to (?:remain|stay|keep) (?:silent|quiet)|silence)\\b',
    '\\b(?:brought|drew|got|received|met with|met|elicited|yielded|produced) (?:only )?(?:silence|nothing)\\b',
    '\\b(?:hung up|put the phone down|silence of the)\\b',
    '\\bnothing (?:to (?:say|add)|further|more to (?:say|add))\\b',
  ].join('|'),
  'iu',
)
/** What looks like silence and is none: an anonymity that was asked for, a call for help, a quarrel about facts. */
const otherSilence =
  /\bhaving (?:declin|refus)\w+|\b(?:authori[sz]ed|allowed|permitted|cleared|entitled|free) to |\b(?:declin|refus|prefer|ask|want|wish)\w*(?: not)? to (?:be (?:named|identified|quoted)|give (?:his|her|their|a) (?:full |last |sur)?name)|\brespond\w* to (?:a |an |the |any |that )?(?:\w+ )?(?:call(?!s? (?:for|seeking|from) (?:comment|the|this|our|a reporter))|fire|alarm|incident|emergenc\w+|attack|treatment|offer|bid|appeal|signal|drug|threat|crisis|shooting)|\b(?:could|can|would|will|did|do|does) not (?:immediately )?(?:confirm|say) (?:that|how many)/iu

/** Somebody of whom no name is given, with the role and whatever follows it: "an employee in the bank's risk department". */
const indefinite =
  /\b(?:an?|one|another|two|three|four|five|six|seven|several|some|many|multiple|(?:people|persons?|those|members|employees|officials|staff|insiders|sources|workers|officers|aides|colleagues|players|executives|someone|somebody)(?= (?:at|of|in|from|inside|within|close|familiar|with|working)\b))\b(?! (?:day|week|month|year|hour|statement|report|letter|spokes|time))/giu
const roles = anyOf(String.raw`
  insiders? | sources? | officials? | officers? | aides? | ministers? | colleagues? | lawmakers? | diplomats? | advis[eo]rs? | staff(?:ers)? | executives?
  directors? | managers? | bankers? | traders? | veterans? | team-?mates? | players? | coach(?:es)? | scouts? | agents? | commanders? | soldiers?
  detectives? | prosecutors? | doctors? | surgeons? | nurses? | teachers? | scientists? | researchers? | engineers? | pilots? | strategists? | councillors?
  senators? | people | persons? | members? | employees? | workers? | producers? | guards? | clerks? | supervisors? | dispatchers? | stewards? | inspectors?
  technicians? | analysts? | accountants? | curators? | journalists? | editors? | reporters? | drivers? | operators? | midwi(?:fe|ves) | professors? | lecturers?
  trustees? | administrators? | colonels? | generals? | majors? | admirals? | lawyers? | attorneys? | planners? | buyers? | salesm[ae]n | judges? | someone | somebody | figure | figures | sergeants? | lieutenants? | captains? | constables? | conductors? | designers? | programmers? | developers?
  librarians? | wardens? | keepers? | handlers? | cooks? | chefs? | crew | deputy | deputies | consultants? | assistants? | secretar(?:y|ies) | bishop | priests?
  monks? | nuns? | musicians? | dancers? | physios? | physiotherapists? | postal worker | hands? | foreman | foremen | shareholders?`)
/** They speak for themselves and against the body, or for another one. */
const others = anyOf(String.raw`
  union (?:members?|officials?|leaders?|reps?|representatives?) | rivals? | competitors? | regulator | former(?:ly)? | ex-\w+ | retired | neighbou?rs? | customers? | suppliers? | opposition | independent
  relatives? | patients? | passengers? | residents? | tenants? | creditors? | investors? | watchdog | lawyers? for the (?:plaintiffs|families|victims) | spokes\w+
  who (?:left|quit|resigned|retired) | campaigners? | protesters? | pensioners? | witness(?:es)? | onlookers? | left the`)
const speaking = anyOf(String.raw`
  sa(?:y|ys|id|ying) | t(?:ell|ells|old) | according to | spoke | speaks? | reveal\w* | describ\w+ | confirm\w* | claim\w* | insist\w* | add(?:ed|s) | recall\w*
  show(?:ed|s|n) | put it | wrote | writes | called | explain\w* | warn\w* | admit\w* | disclos\w+ | complain\w* | ask(?:ed|s) | identified | named | anonymity
  know\w* | handed | passed | provided | shared | estimat\w+ | quoted`)

/** What copy calls a body instead of by its name: one that has a name of another kind, and one that bears the word in its name. */
const firms = anyOf(String.raw`
  club | company | firm | airline | carrier | campaign | brand | maker | manufacturer | retailer | operator | builder | developer | broadcaster | station | chain
  group | studio | label | team | paper | theatre | museum | bank | lender | clinic | hospital | infirmary | school | charity | church | side | insurer | supplier
  producer | \w+(?:maker|builder|tester|owner) | streamer | start-?up | network | publisher | festival | circus | orchestra | zoo | shop | store | plant | yard | mine | mill | franchise | brewery | startup`)
const bodies = anyOf(String.raw`
  party | ministry | bureau | agency | force | palace | university | college | council | government | federation | league | army | navy | police | airport
  board | department | chambers | rebels | committee | union | embassy | authority | service | jail | prison | parliament | assembly | observatory | office
  institute | laborator(?:y|ies) | county | city | state | trust | association | commission | court | academy | regiment | unit | depot | house | foundation | administration
  diocese | archdiocese | administration | chamber | senate | congress | treasury | society | fund | centre | center | museum | hospital | school | bank | club`)
const generic = (word: string): boolean => firms.test(word) || bodies.test(word)

/** Parts of a body: they set nothing apart. */
const parts =
  /^(?:departments?|offices?|units?|depots?|board|centre|center|branch|desk|headquarters|services?|house|team|administration)$/iu

const empty = anyOf(String.raw`
  the | an? | we | our | i | it | he | she | they | contacted | reached | inmates | mr | mrs | ms | dr | its | his | her | their | and | or | of | at | in | for | to | on | by | from | with | inside | within | one | who | whom | whose | spokes\w+ | press
  two | three | four | five | six | several | some | those | this | that | these | working | senior | junior | not | name | named | names | close | left | calls? | e-?mails?
  requests? | comment\w* | asked | questions? | said | told | was | were | had | has | have | did | would | could | speak | familiar | knowledge | nobody | neither | nor
  messages? | phone | repeated | written | several | further | been | there | also | both | media | reporters? | newspaper | approached | contacted | general | chief | head
  chairman | chairwoman | secretary | director | president | management | bosses | board members? | monday | tuesday | wednesday | thursday | friday | saturday | sunday
  condition | anonymity | current | people | members? | late | last | night | time | publication | deadline | website | own | does | any | it | active | high | level | ranking`)
const wordsOf = (text: string): string[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]+/gu)]
    .map(([word]) => word)
    .filter((word) => !new RegExp(`^(?:${empty.source})$`, 'iu').test(word) && !new RegExp(`^(?:${roles.source})$`, 'iu').test(word))
const stem = (word: string): string => word.toLowerCase().replace(/(?:’|')?s$/u, '')

/** A body as some words of the copy point to it. */
interface Pointed {
  /** Words of its name. */
  names: Set<string>
  /** Nouns for what it is, each with the word before it: "defence" ministry. */
  kinds: Map<string, string>
}

function pointedAt(text: string): Pointed {
  const words = wordsOf(text.replaceAll(/[’']s\b/gu, ''))
  const kinds = words.flatMap((word, k): [string, string][] => (isKind(word) ? [[stem(word), stem(words[k - 1] ?? '')]] : []))
  const whole = kinds.filter(([kind]) => !parts.test(kind))
  return {
    names: new Set(words.filter((word) => /^\p{Lu}/u.test(word)).map(stem)),
    kinds: new Map(whole.length > 0 ? whole : kinds),
  }
}
const isKind = (word: string): boolean => generic(word) || generic(stem(word))
const isNothing = ({ names, kinds }: Pointed): boolean => names.size + kinds.size === 0

/** Whether words point to one body: they share a name, or one is called by what the other is. `lead` is what the piece begins with. */
function areOne(speaks: Pointed, mute: Pointed, lead: string): boolean {
  if ([...speaks.names].some((word) => mute.names.has(word))) return true
  for (const [kind, which] of speaks.kinds) {
    const other = mute.kinds.get(kind)
    // The defence ministry is not the interior ministry, and Tarn council not Orme council.
    const apart = which !== other && which !== '' && other !== ''
    if (other !== undefined && !apart && (speaks.names.size === 0 || mute.names.size === 0)) return true
  }
  const only = ({ kinds }: Pointed, which: RegExp): boolean => [...kinds.keys()].every((kind) => which.test(kind) || parts.test(kind))
  // "A Calder Air pilot" and "the airline"; "an insider at the club" and "Rovers", of whom the piece tells from its beginning.
  if (speaks.names.size > 0 && mute.names.size === 0) return mute.kinds.size > 0 && only(mute, firms) && only(nameless(speaks), parts)
  if (speaks.names.size === 0 && mute.names.size > 0)
    return (
      speaks.kinds.size > 0 &&
      only(speaks, firms) &&
      only(nameless(mute), parts) &&
      [...mute.names].some((word) => new RegExp(`\\b${word}`, 'iu').test(lead))
    )
  return false
}

/** What a body is called beside its name. */
const nameless = ({ names, kinds }: Pointed): Pointed => ({ names, kinds: new Map([...kinds].filter(([kind]) => !names.has(kind))) })

/** Words in which somebody without a name is brought in, one text for each: up to where what they say begins. */
function speakersIn(piece: RulePiece): string[] {
  const body = bodyOf(piece)
  return body.flatMap((sentence, k) => {
    const plain = unquoted(sentence.text)
    return [...plain.matchAll(indefinite)].flatMap((found) => {
      const rest = plain.slice(found.index)
      const described = (rest.split(/[,;:]| (?:said|told|says?|added|who|which|that|spoke|has|had|was|were|is|are) /u)[0] ?? '').slice(
        0,
        110,
      )
      if (
        !roles.test(described) ||
        others.test(/^ who\b/u.test(rest.slice(described.length)) ? rest.slice(0, described.length + 40) : described) ||
        others.test(plain.slice(0, found.index).slice(-12))
      )
        return []
      const many =
        /^(?:people|persons?|those|members|employees|officials|staff|insiders|sources|workers|officers|aides|colleagues|players|executives)\b/iu.test(
          rest,
        )
      if (!speaks(plain) && (many || !speaks(unquoted(body[k + 1]?.text ?? '')))) return []
      // "A nurse working there", "one of its guards", "a guard said": the body stands before.
      const near = /\b(?:there|its)\b/iu.test(described)
        ? `${body[k - 1]?.paragraph === sentence.paragraph || k > 0 ? unquoted(body[k - 1]?.text ?? '') : ''} ${plain.slice(0, found.index)}`
        : isNothing(pointedAt(described))
          ? plain.slice(0, found.index)
          : ''
      return [near === '' ? described : `${described} ${bodiesIn(near)}`]
    })
  })
}

const speaks = (text: string): boolean => speaking.test(text)

/** The names and the nouns for bodies in a text, without the rest. */
const bodiesIn = (text: string): string =>
  wordsOf(text)
    .filter((word) => /^\p{Lu}/u.test(word) || generic(word))
    .join(' ')

const unquoted = (text: string): string => text.replaceAll(/[“"«][^”"»]*[”"»]/gu, ' “” ')

/** The parts of a sentence in which somebody gives no answer, each as far as it says who. */
function silentIn({ text }: RuleSentence): string[] {
  const said = text.replaceAll(/[“"][^”"]*[”"]/gu, (quoted) => (/\bwe (?:do not|don[’']t|never)\b/iu.test(quoted) ? quoted : ' '))
  return said.split(/;|, (?:and|but|while) |:/u).flatMap((part) => {
    const found = silent.exec(part)
    if (!found || otherSilence.test(part)) return []
    const [before, after] = [part.slice(0, found.index), part.slice(found.index)]
    const from = /\b(?:from|by|with|to|at|of|for) (?:the )?[\p{L}’' -]{3,60}/u
    const who = /^(?:no|without|nobody|no one|none|neither|nor)\b/iu.test(found[0])
      ? `${before} ${found[0]} ${from.exec(after)?.[0] ?? ''}`
      : before
    return isNothing(pointedAt(who)) ? [part] : [who]
  })
}

export const anonymousAndDeclined: Rule = {
  id: 'anonymous-and-declined',
  label: 'Quoted without a name, and “declined to comment”',
  origin: 'AP',
  reads: 'copy',
  definition:
    'Somebody of an organisation speaks without a name, and of the same organisation the copy says that it declined to comment or did not respond: readers are misled about who talked.',
  find: (piece) => {
    const body = bodyOf(piece)
    const lead = piece.sentences
      .filter(({ headline, paragraph }) => headline || paragraph === body[0]?.paragraph)
      .map(({ text }) => text)
      .join(' ')
    const speakers = speakersIn(piece).map(pointedAt)
    if (speakers.length === 0) return []
    return body.flatMap((sentence): Found[] =>
      silentIn(sentence).some((who) => speakers.some((speaker) => areOne(speaker, pointedAt(who), lead))) ? [inSentence(sentence)] : [],
    )
  },
}
