import { isUnnamed } from '../figures.ts'
import { anyOf, bodyOf, type Found, inSentence, type Rule, type RuleClaim, type RulePiece, type RuleSentence, sentenceOf } from './piece.ts'
import { attributing, cueOf, isSomebody, somebodies } from './unnamed.ts'
import { judging, judgingVerb, speculating } from './words.ts'

/** "The feeling among veterans is that", "the mood inside the party was": nobody's opinion, and everybody's. */
const amongSome =
  /\b(?:feeling|mood|view|sense|fear|fears|suspicion|consensus|belief|verdict|talk|opinion|word|whisper|whispers)\s+(?:among|amongst|inside|within|in|around|at|of)\s+[^.;]{3,80}?\b(?:is|was|were|are)\b/iu
/** "For one official who was there, it was theatre": whose view it is stands first. */
const forSome = /^(?:For|To) (?:an?|one|another|some|several|many) [^,]{4,90}, (?!the day\b)/u

/** What a claim says, in the words of its sentence. */
const wordsOf = (claim: RuleClaim, { text, start }: RuleSentence): string =>
  claim.spans.map(([from, to]) => text.slice(Math.max(0, from - start), Math.max(0, to - start))).join(' ')

const opinionUnnamed: Rule = {
  id: 'opinion-unnamed',
  label: 'Opinion from an unnamed source',
  origin: 'AP',
  reads: 'copy',
  definition:
    'An opinion, a judgement of somebody, a prediction or a speculation is attributed to people without a name. AP lets unnamed sources give information only. What they say has been decided or planned is information.',
  find: (piece) => [
    ...piece.claims.flatMap((claim) => {
      const sentence = sentenceOf(piece, claim)
      if (!sentence || sentence.headline || !isUnnamed(claim) || !isSomebody(piece, claim, { plural: true })) return []
      const said = wordsOf(claim, sentence)
      const is = claim.kind === 'opinion' || judgingVerb.test(cueOf(piece, claim)) || judging.test(said) || speculating.test(said)
      return is ? [inSentence(sentence, claim)] : []
    }),
    ...bodyOf(piece)
      .filter(({ text }) => amongSome.test(text) || (forSome.test(text) && judging.test(text)))
      .map((sentence) => inSentence(sentence)),
  ],
}

/** Ways in which copy says that somebody gave no answer. */
const silent = new RegExp(
  [
    '(?<!\\b(?:having|had|previously|earlier|once) )\\b(?:declin\\w+|refus\\w+)\\b.{0,50}\\b(?:comment\\w*|interview\\w*|discuss|answer|say|elaborate|questions?|speak|be drawn|confirm|deny|talk|explain|address|add)\\b',
    "\\b(?:did|does|do|had|has|have|would|could|was|were)(?: not|n[’']t)(?: immediately| yet| be| want(?: to)?| wish(?: to)?| available(?: for)?){0,2} (?:repl\\w+|respond\\w*|comment\\w*|answer\\w*|return\\w*|drawn|reached|discuss|say|add|respond|speak)\\b",
    '\\b(?:offered|made|had|gave|give|giving|provided?|with) no (?:immediate |further )?(?:comment|answer|reply|response|statement|explanation)\\b',
    '\\b(?:went|go|were|was|remained|left|gone) (?:un(?:answered|returned)|without (?:an? )?(?:reply|answer|response)|not (?:returned|answered))\\b',
    '\\b(?:nobody|no one|none|neither)\\b.{0,80}\\b(?:could be reached|was available|were available|would (?:comment|speak|discuss|say)|responded|replied|answered|commented|wished|wanted|picked up|returned|had anything)\\b',
    '\\b(?:returned|took|answered) (?:no|none of (?:our|the)) (?:calls?|messages|questions|e-?mails)\\b',
    '\\bturned down (?:an? |the |our |several |repeated )?(?:offers?|requests?|invitations?|chances?|opportunit\\w+)\\b',
    '\\b(?:was|were|is|are|has been|have been|remained|remains|stayed|kept) (?:saying nothing|silent|quiet|unavailable|not commenting|tight-lipped)\\b',
    '\\b(?:let|waved?|brushed) (?:the |a |every |all |any )?questions? (?:pass|aside|off|away|by)\\b',
    '\\b(?:never|(?:do|does|did|chose|choosing|prefer\\w*|opted?|opting) not(?: to)?|don.t|doesn.t) (?:discuss\\w*|comment\\w*|speak)\\b',
    '\\b(?:kept|keeps|keeping) (?:(?:its|his|her|their) (?:own )?(?:counsel|silence)|mum)\\b',
    '\\b(?:prefer\\w*|chose|choosing|opted) (?:to (?:remain|stay|keep) (?:silent|quiet)|silence)\\b',
    '\\b(?:no one|nobody|none|not)\\b.{0,40}\\b(?:prepared|willing|ready|available|free) (?:to|for) (?:speak|comment|talk|discuss|answer|say|an interview)\\b',
    '\\b(?:brought|drew|got|received|met with|met|elicited|yielded) (?:no|only) (?:reply|response|answer|silence|comment)\\b',
    '\\b(?:hung up|put the phone down|silence of the)\\b',
    '\\bnothing (?:to (?:say|add)|further|more to (?:say|add))\\b',
    '\\bsaid (?:only )?(?:that )?(?:it|he|she|they) (?:would|could|did) not (?:comment|discuss|speak)\\b',
  ].join('|'),
  'iu',
)

/** Other people than those of the body beside which they are named. */
const others = anyOf(String.raw`
  union | rivals? | competitors? | regulator | formerly? | ex-\w+ | neighbou?rs? | customers? | suppliers? | opposition | analysts? | relatives?
  patients? | passengers? | residents? | tenants? | creditors? | investors? | watchdog | lawyers? for the (?:plaintiffs|families|victims)`)
const emptyWords = anyOf(String.raw`
  the | a | an | its | his | her | their | and | or | of | at | in | for | to | on | by | senior | one | who | spokes\w+ | office
  officials? | press | department | two | three | four | several | some | those | someone | somebody | person | people | man | woman | with | from
  officers? | managers? | staff | member | members | employees? | workers? | working | executives? | executive | insiders? | sources? | aides?
  chief | speak | familiar | knowledge | not | name | named | close | plant | service | group | nobody | neither | nor | messages | left | calls
  emails? | requests? | comment | asked | questions? | said | told | was | were | had | has | have | did | that | this | would`)

const contentWords = (text: string): Set<string> =>
  new Set(
    [...text.toLowerCase().matchAll(/[\p{L}\p{N}]{3,}/gu)]
      .map(([word]) => word.replace(/(?:’|')?s$/u, ''))
      .filter((word) => !new RegExp(`^(?:${emptyWords.source})$`, 'iu').test(word)),
  )

/** What copy calls an organisation without its name. */
const generic = anyOf(String.raw`
  club | company | firm | airline | party | campaign | ministry | bank | school | hospital | bureau | agency | force | palace | clinic | brand | maker
  retailer | operator | builder | developer | broadcaster | university | college | council | government | chain | group | federation | league
  charity | church | studio | label | team | paper | theatre | museum | army | navy | police | airport | board | department | chambers | rebels
  committee | union | embassy`)

const anonymousAndDeclined: Rule = {
  id: 'anonymous-and-declined',
  label: 'Quoted without a name, and “declined to comment”',
  origin: 'AP',
  reads: 'copy',
  definition:
    'Somebody of an organisation speaks without a name, and of the same organisation the copy says that it declined to comment or did not respond: readers are misled about who talked.',
  find: (piece) => {
    const unnamed = somebodies(piece).flatMap(({ claim, sentence }) => describedAs(piece, claim, sentence) ?? [])
    const lead = bodyOf(piece)[0]?.text ?? ''
    return bodyOf(piece).flatMap((sentence): Found[] => {
      const who = partSilent(sentence.text)
      return who !== null && unnamed.some((described) => areOne(described, who, lead)) ? [inSentence(sentence)] : []
    })
  },
}

/** The part of a sentence in which somebody gives no answer: "…; messages left with the campaign went unanswered". */
function partSilent(text: string): string | null {
  const said = text.replaceAll(/[“"][^”"]*[”"]/gu, (quoted) => (/\bwe (?:do not|don[’']t|never)\b/iu.test(quoted) ? quoted : ' '))
  return said.split(/;|, (?:and|but|while) /u).find((part) => silent.test(part)) ?? null
}

/** Whether the silent are those for whom somebody spoke: they share a name or noun, or one is called by what the other is ("the club"). */
function areOne(described: string, who: string, lead: string): boolean {
  const before = who.slice(0, silent.exec(who)?.index ?? undefined) || who
  const subject = before.split(',').findLast((part) => contentWords(part).size > 0) ?? who
  const of = contentWords(subject)
  const own = contentWords(described)
  const shared = [...own].filter((word) => of.has(word))
  // Two ministries are two; "the ministry" beside an official of one is that one.
  if (shared.some((word) => !generic.test(word)) || (shared.length > 0 && Math.min(own.size, of.size) === 1)) return true
  const names = subject.match(/(?<=\s)\p{Lu}[\p{L}-]+|^\p{Lu}\p{L}+(?=[’']s\b)/gu) ?? []
  const body = described.replace(/(\p{Lu}\S*?)[’']s .*$/u, '$1')
  if (/\p{Lu}/u.test(body)) return generic.test(subject) && names.length === 0 && !generic.test(body)
  return /\b(?:at|of|in|for|from) the /u.test(described) && generic.test(described) && names.some((name) => lead.includes(name))
}

/** How somebody without a name is described: their role, and whom they are "at", "of" or "close to"; null for somebody of another side. */
function describedAs(piece: RulePiece, claim: RuleClaim, sentence: RuleSentence): string | null {
  const { text } = attributing(piece, claim, sentence)
  const name = claim.hops[0]?.name ?? ''
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  const described = at < 0 ? name : text.slice(at, at + name.length + 60)
  return others.test(described) ? null : (described.split(/[,;“”"]| (?:said|told|say|added) /u)[0] ?? null)
}

/** Rules about what people without a name may be quoted for. */
export const rulesOnAnonymity: readonly Rule[] = [opinionUnnamed, anonymousAndDeclined]
