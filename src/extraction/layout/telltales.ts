import type { FurnitureKind } from '../../vocabulary.ts'
import { TELLTALE_ABROAD } from './furniture-abroad.ts'
import { promptKind } from './prompts.ts'

/**
 * Furniture that gives itself away by its own words, wherever it stands. The first rule that fits decides.
 * The words are those of publishing systems ("Continue reading below"), never of one site.
 */
const TELLTALE: readonly [FurnitureKind, RegExp][] = [
  [
    'legal',
    /^(?:©|\(c\)\s|copyright\b)|\ball rights reserved\b|^terms (?:of|and|cookies|privacy)\b|\bprivacy policy\b|\bcookies?\b.{0,80}\b(?:use|accept|consent|settings|policy|website|site|experience)\b|\b(?:use|uses|accept|store|manage) (?:all )?cookies\b|^by (?:continuing|clicking|submitting|signing up|providing|subscribing)\b.{0,80}\byou\b|^by .{0,40}\bI agree\b|\bI agree to the\b/iu,
  ],
  [
    'legal',
    /^(?:corrections?|clarifications?|editor[’']s note)\b(?:\s*\([^)]{0,30}\)|,\s*[\d:.]{1,8}(?:\s*[ap]\.?m\.?)?)?\s*(?:[:—–|-]|$)|^this (?:article|story|report|piece|headline|page)(?:[’']s (?:headline|picture|caption))? (?:was|has been|is)\b.{0,60}\b(?:amended|corrected|updated|first published|originally published|republished|published|edited)\b|^(?:an|the) (?:earlier|previous|original) version of (?:this|the) (?:article|story|report|piece|page|headline|caption)|\b(?:may not|must not) be (?:reproduced|republished|published)\b|\blicen[cs]ed under\b/iu,
  ],
  [
    'newsletter',
    /\bnewsletters?\b.{0,80}\b(?:sign|subscribe|inbox|free|daily|weekly|get|email|delivered|join)|\b(?:sign up|subscribe|register)\b.{0,80}\b(?:newsletters?|inbox|updates|alerts|briefing|emails?|today|now|free|unlimited|stories)\b|^(?:sign up|sign me up|subscribe|sign in|log in|register(?! offices?\b| of\b)|enter your e-?mail)\b|\b(?:delivered|straight|direct) to your (?:inbox|phone)\b|^(?:get|want) (?:the|our|more)\b.{0,80}\binbox\b|^(?:get|receive) .{0,60}\bnewsletters?\b|\bone e-?mail, no (?:adverts|ads|spam)\b|^we will never share your\b/iu,
  ],
  [
    'share',
    /^(?:share|tweet|retweet|pin it|e-?mail|mail|print|copy link|copy|whatsapp|viber|line|bluesky|threads|instagram|facebook|twitter|telegram|linkedin|reddit|messenger|like|follow us|save|bookmark|listen|comments?)(?:[\s|·•,/]+(?:share|this|article|story|on|via|tweet|pin|it|e-?mail|mail|print|copy|link|whatsapp|viber|line|facebook|twitter|x|bluesky|threads|instagram|telegram|linkedin|reddit|messenger|like|follow|us|save|bookmark|listen|or|and|with|friends?|by|to|comments?|\d+(?:\.\d)?k?))*[.:!]?$|^follow (?:us|@?\w+) on\b|^share (?:this|on|via|by)\b|^listen to this (?:story|article)\b|^(?:A[-+] ?){2,}|^(?:get in touch|contact us|email us|write to us)\b.{0,80}(?:@|:)|^(?:contact|reach|e-?mail|write to)\b.{0,60}\S@\S+\.\p{L}|\bcan be (?:reached|contacted) (?:at|on|via|by)\b.{0,60}(?:@|\d{3})|^(?:got|have) a (?:story|tip|question|view)\b.{0,80}\?|^share your (?:photos?|pictures?|videos?|stor(?:y|ies)|views?|thoughts|experiences?)\b|^(?:e-?mail|call|message|text) (?:him|her|them|us|the newsdesk)\b.{0,60}\b(?:newsdesk|newsroom|call|email|on|at|@)/iu,
  ],
  [
    'advert',
    /^(?:adverti[sz]ements?|advertising|sponsored(?: content| by .*)?|ad|ads|promoted(?: content)?|paid (?:content|post)|(?:story |article )?continues (?:below|after).*|continue reading(?: the main story| below)?|skip (?:past |ad|advert).*|donate.{0,60}|support (?:us|our|independent).{0,80})[.:]?$|^(?:sponsored|promoted|partner content|paid post|advertis(?:ement|er content|ing feature))\s*[:|·—–-]\s*\S|\b(?:make a donation|become a (?:member|supporter|subscriber)|support our (?:journalism|work))\b/iu,
  ],
  [
    'related',
    /^(?:read|see|watch|listen|find out|learn|hear)\s*(?:more|also|next|now|:)\s*(?:[:»>|—–-]|$|(?=\p{L}))|^(?:related|recommended|most (?:read|popular|viewed|shared|commented)|trending|(?:more|also|elsewhere) (?:from|on|stories|news|in (?!than\b)|like this|about this|for you)|you (?:may|might) (?:also )?(?:like|be interested|have missed)|in (?:case you missed|this story|pictures)|also (?:read|see|watch)|latest (?:news|stories|headlines|videos?|updates)|top stories|editor[’']?s?[’']? (?:picks?|choice)|what to read next|up next|keep reading|explore more|topics|tags?|filed under|in other news|further reading|don[’']t miss|must[- ]reads?|popular now|ICYMI)\b[^.]{0,60}[:»>]?(?:$|\s*[:»>—–])|^(?:related|recommended|see also|read also|also read|also see|read more|(?:don[’']t )?miss|tags?|topics|filed under|watch|video|opinion|analysis|gallery|in pictures|listen|podcast|ICYMI|more)\s*[:|]|^(?:read|see) (?:also|more)\b|^need a break\?|^play (?:the|our|today[’']s)\b.{0,40}\b(?:crossword|puzzles?|quiz|games?|sudoku)\b/iu,
  ],
  [
    'comment',
    /^(?:\d[\d,.]*k?\s+comments?|(?:all |view |show |see |read )(?:all )?(?:\d[\d,]* )?comments?|comments?(?: section)?\s*(?:\(\d[\d,]*\)|:|$)|leave a (?:comment|reply)|post a comment|comments? (?:are|is) (?:now )?closed|join the (?:conversation|discussion)|add (?:a|your) comment|have your say|what do you think\?.*|reply|report (?:this )?comment|log in to comment|be the first to comment|we want our comments\b.*|our (?:community|commenting) (?:rules|guidelines).*)/iu,
  ],
  [
    'credit',
    /^(?:photo(?:graph|graphs|s|graphy)?|images?|pictures?|pics?|credit|video|graphic|illustration|source|courtesy)\s*(?:credit|courtesy|by|of|source)?\s*[:©/|]|^(?:photographs?|photos?|pictures?|images?|video) (?:by|courtesy)\b|^(?:getty images|(?:file|handout|stock) (?:photo|image|picture))\b|^\(?(?:additional )?(?:reporting|editing|writing|compiled)(?: (?:and|by|editing|reporting|writing))* by\b|^\(?with (?:files|additional reporting|reporting|inputs?|agenc(?:y|ies)|contributions?)(?: inputs?)? (?:from|by)\b|^\(?(?:with )?(?:agency|agencies|wire) inputs?\)?\.?$|^\(?©/iu,
  ],
  [
    'caption',
    /^\[?(?:a )?(?:file (?:photo|picture|image)|(?:an? )?(?:undated|handout|screen ?grab|aerial|archive|illustrative|stock|representational) (?:photo|picture|image|photograph|view|shot)\b|pictured\b|photo shows|image shows|above:|below:|caption:|image caption|media caption)|[[(](?:photo|image|picture|file|credit)\b[^\])]{0,80}[\])]\.?$/iu,
  ],
  [
    'newsletter',
    /^(?:download|install|update|get) (?:the|our)\b.{0,30}\bapp\b.{0,20}\b(?:from|in|on) (?:your|the|apple|google)\b.{0,60}\b(?:store|play)\b/iu,
  ],
  // "[2/5] A man waits at the station.": the number of a picture in its row; and what agencies sell under one.
  ['caption', /^\[\d{1,2}\/\d{1,2}\]\s|\b(?:purchase licensing rights|buy (?:this )?(?:photo|print)s?|order prints)\.?$/iu],
  // "A man waits at the station. [Ann Lee/Marl Photos]": names with a stroke after the stop.
  ['caption', /[[(](?=\p{Lu})[^\])]{2,50}(?:\/[^\])]{2,40}){1,3}[^\])]{0,80}[\])]$/u],
  [
    'menu',
    /^(?:skip to|jump to|go to|back to) (?:the )?(?:main |top|content|navigation|search|home)|^(?:home|menu|search|navigation|close|clear|open|toggle|sections?|login|sign in|log in|my account|contact(?: us)?|about(?: us)?|subscribe|next|previous|back|loading|submit|more|all|view all|see all|show more|show less|load more|view thread|hide|live|en|news|sport|business|opinion|world|politics|culture|video|weather|breaking|e-?paper|newest first|oldest first)(?:[\s|·•>/›»,]+\p{L}[\p{L}&’'-]*)*\s?$/iu,
  ],
  [
    'date',
    /^\d+\s+(?:min(?:ute)?s?|hours?|days?|weeks?|months?)\s+(?:ago|read)\b|^(?:\d+|a|one|two|three|four|five)[\s-]min(?:ute)?s? read\b|^(?:last )?(?:updated|modified|published|posted)\b.{0,60}\d|^\(?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s*[ap]\.?m\.?)?(?:\s*(?:GMT|UTC|BST|[A-Z]{2,4}T|local time))?\)?(?:\s*[|·•—–-]\s*(?:view thread|\p{L}+ ?\d*))?$/iu,
  ],
  // What stands under a post: "10:58 PM · 27 Sep 2023", "4.1K Likes 902 Reposts".
  [
    'other',
    /^\d{1,2}[:.]\d{2}\s*(?:[AP]M)?\s*[·•]\s*.{4,30}$|^(?:\d[\d.,]*[KM]?\s+(?:likes?|reposts?|retweets?|views?|replies|shares|comments?|reactions|quotes?|bookmarks?|followers)[\s·|,]*)+$/iu,
  ],
  [
    'other',
    /^(?:view (?:this |the )?(?:post|tweet|thread|profile|more) (?:on|in)\b|view (?:this )?(?:post|tweet)$|see (?:the |this )?(?:post|new posts?)\b|this post (?:is|was) (?:un)?available|\d[\d,.]*k? (?:watching|viewers|views)$)/iu,
  ],
]

const CREDIT_WORD =
  'PHOTO|IMAGE|PICTURE|CREDIT|[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]ictures?|[Pp]ics?|[Cc]redits?|[Ii]llustration|[Ss]creengrab|[Cc]ourtesy'
const CREDITED = String.raw`[\p{Lu}@](?:[^.!?:;]|\.(?=\S|\s\p{Lu}\p{Ll}+$)|(?<=\b\p{Lu})\.){0,70}\.?$`
/** A picture's credit at the end of its caption: "… on Monday. Photograph: Ann Lee/Marl Photos", "… (Marl photo by A. Lee)". */
const CREDIT_AT_END = new RegExp(
  String.raw`(?:(?:^|[.!?…”"’)\]|–—]\s*|[([])(?:\p{Lu}[\p{L}.]*\s){0,2}(?:${CREDIT_WORD})(?:\s+(?:[Cc]redit|[Cc]ourtesy))?(?:\s*[:/©]\s*|\s+(?:by|BY|of)\s+)|\s(?:Photo(?:graph)?s?|Image|Picture|Pic|Credit)s?:\s|[.!?]\s*©\s?|[.!?]\s*[/|]\s*(?=\p{Lu}{2})|[.!?]\s+\p{Lu}{2,}(?:\s\p{Lu}{2,})?\/(?=\p{Lu}\p{Ll}))${CREDITED}`,
  'u',
)
const ALL = [...TELLTALE, ...TELLTALE_ABROAD]

/** A line of places to go: three or more short names between bars, dots or arrows. */
const STRIP = /^(?:[^|·•›»>/]{1,28}\s*[|·•›»>]\s*){2,}[^|·•›»>]{0,28}$|^(?:[^/]{1,28}\s\/\s){1,}[^/]{1,28}$/u
/** Prices and scores: arrows, or little but figures and capitals. */
const TICKER = /[▲▼△▽↑↓]|^(?:\p{Lu}[\p{L}.&]*\s){1,4}\d{1,3}\s?[-–:]\s?\d{1,3}\s(?:\p{Lu}[\p{L}.&]*\s?){1,4}(?:\([^)]{1,8}\))?$/u
const HANDLE = /(?:^|\s)@[\p{L}\p{N}_]{2,30}\b/u

/** How many words and figures a stretch holds. */
export function wordsIn(text: string): number {
  let count = 0
  WORD.lastIndex = 0
  while (WORD.test(text)) count++
  return count
}
const WORD = /[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu

/** A paragraph is judged as a whole, and once more as the sentence that it is: what was said of so many last texts is kept. */
const LAST = 300
const last = new Map<string, FurnitureKind | null>()

/** The first sentence of a short stretch, roughly: up to a stop that a capital follows. */
function firstSentence(text: string): string {
  const stop = /[.!?]["”’)]*(?=\s+[\p{Lu}“"‘(])/u.exec(text)
  return stop ? text.slice(0, stop.index + stop[0].length) : text
}

/** The kind of furniture a short paragraph or sentence gives itself away as, or null. Looks at its first 400 units only. */
export function telltale(text: string): FurnitureKind | null {
  if (text.length > 400) return null
  const before = last.get(text)
  if (before !== undefined) return before
  if (last.size >= LAST) last.clear()
  const kind = kindByWords(text)
  last.set(text, kind)
  return kind
}

function kindByWords(text: string): FurnitureKind | null {
  if (wordsIn(text) > 45) return null
  for (const [kind, pattern] of ALL) {
    if (pattern.test(text)) return kind
  }
  return promptKind(text)
}

/**
 * The kind of furniture a whole paragraph gives itself away as, or null. Of a paragraph of several sentences the first must tell:
 * copy with a prompt at its end stays copy, and the prompt is taken out of it by itself.
 */
export function telltaleParagraph(text: string): FurnitureKind | null {
  if (isCorrection(text)) return 'legal'
  if (text.length > 400) return null
  const words = wordsIn(text)
  if (words > 60) return null
  if (CREDIT_AT_END.test(text.slice(-140))) return 'caption'
  if (words <= 14 && STRIP.test(text) && !/[.!?]["”’)]*$/u.test(text)) return 'menu'
  if (words <= 14 && TICKER.test(text) && !/[.!?]["”’)]*$/u.test(text)) return 'other'
  const first = firstSentence(text)
  return telltale(first === text ? text : first) ?? (words <= 12 ? telltale(text) : null)
}

/** A note that says what an earlier version had wrong. It may run over several sentences, and quotes what is not so. */
const isCorrection = (text: string): boolean => text.length < 1500 && CORRECTION.test(text.slice(0, 160))

const CORRECTION =
  /^(?:corrections?|clarifications?|editor[’']s note)(?:\s*\([^)]{0,30}\)|,?\s+\d{1,2}(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?|\s\p{L}{3,9})?)?\s*[:—–-]\s|^this (?:article|story|report|piece)(?:[’']s (?:headline|picture|caption))? (?:was|has been) (?:amended|corrected|updated)\b|^(?:an|the) (?:earlier|previous|original) version of (?:this|the) (?:article|story|report|piece|page|headline|caption|post)\b|^in an (?:earlier|previous|original) version of (?:this|the) (?:article|story|report|piece|page|post)\b|^in our (?:issue|edition|report|story|article|online report|front-page (?:story|report))\b.{0,80}\bwe (?:\p{L}+ )?(?:said|reported|stated|wrote|published|named|described)\b|^an (?:earlier|previous) (?:post|entry) (?:on|in) this (?:page|blog|live ?blog|story)\b|^(?:we|this (?:page|live ?blog|newspaper|article)) (?:(?:earlier|previously|originally|initially|incorrectly|wrongly|mistakenly) (?:wrote|reported|said|stated|published|quoted)|(?:wrote|reported|said|stated) (?:here|in error|earlier on this page))\b/iu

/** A line that names an account: "Marl Post @marlpost · 3 May". */
export const isHandle = (text: string): boolean => text.length <= 90 && wordsIn(text) <= 9 && HANDLE.test(text) && !/[.!?]$/u.test(text)
