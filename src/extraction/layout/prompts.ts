import type { FurnitureKind } from '../../vocabulary.ts'

/**
 * What a page says to its reader: to subscribe, to write in, to give, to go somewhere else; and what it says of itself. Whole lines or whole
 * sentences, so that news which begins with the same words stays copy ("Join us in the square, the union told its members").
 */
const PROMPTS: readonly (readonly [FurnitureKind, RegExp])[] = [
  [
    'newsletter',
    /^(?:never|don[’']t) miss (?:an? |the |another |out|our )\b(?:big |breaking |top |single |beat|thing|story|stories|update|edition|post|on |news|headline|episode|latest|word|minute|moment|of |this |\p{L}+ ){0,8}[\p{L}’']*[.!]?$/iu,
  ],
  [
    'newsletter',
    /^(?:(?:stay|keep|be) (?:informed|updated|up[- ]to[- ]date|in the know|in the loop|in touch|ahead|connected|tuned)|keep up)\b(?: (?:with|on|of|about|for|by|to)\b.{0,70})?[.!]?$/iu,
  ],
  [
    'newsletter',
    /^(?:already|not yet|not) (?:a |an )?(?:subscriber|member|registered|subscribed)\b.{0,40}$|^(?:un)?lock (?:this|the full|unlimited|full|all|access)\b.{0,60}(?:article|story|access|content|stories)\b.{0,40}$|^to (?:continue|keep|go on) reading\b.{0,80}$|^(?:this|the full) (?:article|story|content|report|page) is (?:only )?(?:for|available (?:only )?to|exclusive(?:ly)? (?:for|to)|reserved for|free to|locked)\b.{0,60}$|^you (?:have|[’']ve) (?:\d+|one|two|three|read|reached|used|run out|no)\b.{0,40}\b(?:free|articles?|stories|limit)\b.{0,40}$|^you are reading (?:a|your|one of|the)\b.{0,40}\b(?:free|article|premium|preview|last)\b.{0,20}$/iu,
  ],
  [
    'newsletter',
    /^(?:save (?:up to )?\d+\s?(?:percent|%(?= ))|start your (?:free )?(?:trial|subscription)|try (?:it |us )?(?:free )?for (?:free|\d+|one|a)|cancel any ?time|no commitment|limited[- ]time offer|one month free)(?![\p{L}\p{N}]).{0,60}$|^(?:get|download|install|try|open) (?:our|the)\b.{0,50}\bapp\b.{0,60}$|^(?:turn on|enable|allow|get) (?:push |breaking[- ]news |news )?(?:notifications|alerts)\b.{0,50}$|^(?:get|receive) the (?:day|week|morning|latest|top|best|biggest|most important)\b.{0,60}\b(?:news|stories|headlines|updates|email|reporting|analysis)\b.{0,40}$/iu,
  ],
  [
    'newsletter',
    /^.{0,80}\b(?:in|to) your (?:inbox|mailbox)\b.{0,60}$|^you can (?:unsubscribe|opt out|cancel|change your preferences|update your preferences)\b.{0,60}$|^(?:unsubscribe|opt out) (?:at )?any ?time\b.{0,40}$|^we (?:may |will |only )?use your (?:sign-?up|e-?mail|data|details|information|address|personal)\b.{0,120}$/iu,
  ],
  [
    'newsletter',
    /^we (?:also )?(?:treat|send|offer) our (?:\p{L}+ ){0,2}(?:members|readers|subscribers)\b.{0,120}$|^did you know\b.{0,60}\b(?:subscri\w+|ad-lite|ads|app|newsletter)\b.{0,120}$|^if you (?:already |don[’']t )?have (?:the|our) app\b.{0,100}$|^privacy notice\b.{0,160}$/iu,
  ],
  [
    'related',
    /^(?:watch|see|hear|listen to) (?:the|our|more|this|[\p{L}’' ]{2,30}[’']s)\b.{0,40}\b(?:video|audio|media)? ?(?:player )(?:above|below)[.:!]?$|^(?:watch|see|play) (?:the|this) (?:clip|video|footage|gallery|photos)\b.{0,30}\b(?:above|below|here)[.:!]?$/iu,
  ],
  ['comment', /^we (?:want|[’']d love|would love|[’']d like|would like) to hear (?:from|what) you\b.{0,60}$/iu],
  [
    'share',
    /^you can (?:find|view|manage|access|see|read) (?:this (?:story|article)|(?:all )?your saved|(?:all )?saved)\b.{0,60}$|^(?:or )?by (?:navigating|going|clicking|tapping) (?:to|on) (?:the|your|my)\b.{0,60}$|^(?:this )?(?:story|article) (?:has been )?saved\b.{0,20}$/iu,
  ],
  ['comment', /^(?:Do|DO|Did|Were|Are|Have) YOU \p{Ll}.{0,80}\?$/u],
  [
    'share',
    /^for (?:all |more |all the |the )?latest (?:news|updates|stories|headlines)\b.{0,24}? (?:follow|join|visit|download|subscribe|like|check|watch)\b.{0,90}$|^(?:join|follow) (?:our|us on(?: our)?|the) (?:WhatsApp|Telegram|Viber|Facebook|Discord|Signal|Slack|YouTube)\b.{0,60}$|^(?:follow|join|find|like|add|subscribe to|message|watch) (?:us|our|the|me|him|her|them|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,4}|@\w+)(?:[’']s?)?(?: [\p{Lu}\p{Ll}]+){0,4}? (?:on|via|at|channel|in) (?:(?:our|the) )?(?:WhatsApp|Telegram|X|Twitter|Facebook|Instagram|TikTok|YouTube|Threads|Bluesky|LinkedIn|Viber|Google|Mastodon|Signal|Reddit)\b.{0,60}$|^(?:you can |please )?(?:follow|reach|contact|tweet|e-?mail|write to) (?:him|her|them|us|me|the (?:author|writer|reporter)|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}) (?:on|at|via|by|through)\b.{0,60}(?:@|\d{3}|\bTwitter|\bX\b|\bBluesky|\bhere).{0,40}$|^(?:make|add|set|choose) (?:us|\p{Lu}[\p{L} ]{2,30}) (?:as )?(?:your|a) (?:preferred|trusted|favou?rite) (?:source|news)\b.{0,40}$|^(?:gift|republish|reuse|reprint|cite|translate) (?:this|our|the) (?:article|story|piece|report|articles|stories|content|work)\b.{0,60}$/iu,
  ],
  [
    'comment',
    /^(?:feedback|letters(?: to the editor)?|your views?|have your say)\s*:\s*\S.{0,100}$|^use this form to\b.{0,80}$|^(?:tell us|let us know|let me know|send us|give us|write to us|share with us)\b(?: (?:what|how|about|if|your|in|of|by|whether|more|a)\b.{0,80})?[.!]?$|^(?:send|leave|submit|give) (?:us )?(?:your )?(?:feedback|comments?|thoughts|tips)\b.{0,60}$|^(?:was|did|have|would|spotted|seen|found|noticed|see|got|any) (?:this|you|your|an?|something|we)\b.{0,60}\b(?:helpful|useful|a (?:mistake|typo|error|tip|news tip|correction)|error|typo|mistake|wrong|enjoy(?:ed)?|like this|question|feedback|news tip|information about this|know more|more about this|affected by this)\b.{0,60}$|^do you (?:know more|have (?:information|a tip|a story|something))\b.{0,80}$|^report (?:a |an )?(?:typo|error|mistake|correction|problem|inaccuracy)\b.{0,50}$|^comments? (?:are|have been|is|will be|may be)\b.{0,20}\b(?:moderated|closed|turned off|disabled|switched off|open|reviewed)\b.{0,60}$|^please (?:read|keep|be|respect|note)\b.{0,60}\b(?:comment\w*|polite|civil|rules|guidelines|policy)\b.{0,60}$/iu,
  ],
  [
    'advert',
    /^(?:help us|help keep|help fund|help support)\b.{0,60}\b(?:journalism|reporting|free|newsroom|independent|stories)\b.{0,30}$|^(?:make|give|leave|set up) (?:a|your|an?) (?:one[- ]time |monthly |tax[- ]deductible |recurring )?(?:gift|donation|contribution)\b.{0,60}$|^your (?:support|gift|donation|contribution|subscription)\b.{0,40}\b(?:makes?|helps?|keeps?|funds?|allows?|means)\b.{0,60}$|^if you (?:value|like|enjoy|believe in|appreciate|can afford)\b.{0,120}\b(?:donat\w+|support\w*|subscri\w+|contribut\w+|gift|member)\b.{0,40}$|^we (?:depend|rely) on (?:readers|our readers|supporters|donations|your)\b.{0,60}$|^(?:become|be) an? (?:member|supporter|friend|patron|subscriber|sponsor)\b.{0,40}$/iu,
  ],
  [
    'other',
    /^(?:more|updates?|details|full story) (?:to follow|to come|coming|follows?|soon)\b.{0,20}$|^(?:this is a |developing |a )?(?:developing|breaking)(?: news)?(?: story)?\b.{0,12}\b(?:and |it |which |this (?:story|page|article) )?(?:will be |is being |is |being )?(?:updated|developing|refresh\w*)\b.{0,50}$|^this is a (?:developing|breaking)(?: news)? (?:story|article|report|item)[.!]?$|^this (?:story|article|page|report|post|item|live blog) (?:will be|is being|is|may be) (?:updated|refreshed|developing|breaking|no longer)\b.{0,60}$|^(?:check back|please refresh|refresh (?:the|this) page|come back)\b.{0,60}$|^(?:please )?enable javascript\b.{0,60}$|^your browser (?:does not|doesn[’']t|is)\b.{0,60}$|^(?:this (?:summary|text|article|translation|audio|version|content) (?:was|is|has been) (?:generated|translated|created|written|produced|read|narrated|summari[sz]ed)|(?:AI|machine|auto(?:matically)?)[- ](?:generated|translated|summary))\b.{0,90}\b(?:AI|artificial intelligence|automat\w+|machine|editors?|voice|summary|tools?|software)\b.{0,60}$|^AI[- ](?:generated|powered) \p{L}+[.]?$/iu,
  ],
  [
    'other',
    /^if you (?:have been|[’']ve been|are|were|or someone you know) .{0,40}\baffected by\b.{0,60}\b(?:issues?|this (?:story|article|report)|raised|programme)\b.{0,100}$|^(?:if you (?:have been|are|were|need|or someone)|for (?:help|support|advice|confidential))\b.{0,140}\b(?:help ?line|hotline|call|contact|available|support|visit|can be found|reach)\b.{0,80}(?:\d{2}|\bavailable\b|\bhere\b|\bhelp ?line\b|www\.|\.(?:org|com|net)\b).{0,60}$/iu,
  ],
  [
    'credit',
    /^(?:[—–-]{1,2}\s*)?(?:\p{Lu}[\p{L}.’'-]*|the|and|in|of|from|at|with|,|for)(?:[\s,]+(?:\p{Lu}[\p{L}.’'-]*|the|and|in|of|from|at|with|for|reporters?|correspondents?|writers?|staff|freelancer|researcher|journalists?)){0,24},?\s+(?:also )?contributed (?:to (?:this|the) (?:report|story|article|piece|reporting)(?: from \p{Lu}[\p{L} ,.]{2,40})?|(?:additional )?(?:reporting|research)(?: (?:from|to) [\p{L} ,.]{2,50})?)[.]?$/u,
  ],
  [
    'credit',
    /^this (?:story|article|report|reporting|series|project|investigation|piece) (?:was|is|has been) (?:(?:originally |first )?(?:produced|supported|funded|reported|made possible|written|translated|co-?published|commissioned|published|edited)(?: and \p{L}+)? (?:by|with|in|as|through|from|under|on|at)|part of (?:a|our|the))\b.{0,30}\b(?:partner\w*|fund\w*|grants?|foundation|support|fellowship|series|project|cent(?:er|re)|collaborat\w+|network|initiative|conversation|journalism|licen[cs]e|program(?:me)?)\b.{0,60}$|^(?:our standards|sources?)\s*:\s*\p{Lu}.{0,60}$|^image source[,:]\s*\S.{0,60}$/iu,
  ],
  [
    'credit',
    /^(?:[Ee]ditors?|[Ee]diting|[Cc]opy [Ee]ditors?|[Tt]ranslat(?:or|ion|ed)|[Gg]raphics?|[Dd]esign|[Ii]llustrations?|[Pp]roduction|[Pp]roducers?|[Rr]esearch|[Ff]act[- ][Cc]heck(?:ing|ed)?|[Aa]udio|[Cc]amera|[Mm]aps?)\s*(?::|by\b)\s*(?:\p{Lu}[\p{L}.’'-]*(?:[\s,/&]+|$)|and\s+){1,8}[.]?$/u,
  ],
  [
    'related',
    /^(?:click|tap|scroll|swipe|press) (?:here|below|through|down|the (?:image|link|button|video|picture)|on the|to|for|left|right)\b.{0,60}$|^(?:read|see|find|view|download|watch|listen to|hear) (?:the|our|this|more|all) (?:(?:full|complete|original|entire|whole|latest|previous|rest of the) )?(?:report|story|stories|article|study|statement|letter|ruling|judg(?:e)?ment|coverage|series|investigation|interview|video|episode|podcast|column|analysis|gallery|photos|document|transcript|live ?blog|privacy notice|rest)(?: (?:here|above|below|now|in full|online|at \S+|about .{2,60}|from .{2,60}|on our .{2,40}|in (?:spanish|english|french|arabic|portuguese|german|hindi|chinese|russian)))?[.:!]?$|^(?:read|available|lea|leer|lire|also available) (?:this (?:story|article) )?(?:in|en) (?:spanish|english|french|arabic|portuguese|german|hindi|chinese|russian|español|inglés|français|anglais|العربية)[.]?$|^(?:previous|next) (?:story|article|post|page|up|in \p{Lu}\p{L}+)\b\s*(?:[:»>|].*)?$|^(?:quiz|poll|vote|take the quiz|take our (?:quiz|poll|survey))\s*[:|]\s*.{3,80}$|^(?:take|answer|play) (?:our|the|this)\b.{0,30}\b(?:quiz|poll|survey|questionnaire)\b.{0,30}$/iu,
  ],
]

/** Somebody is speaking: "Join us on the square, she told …". */
const SPOKEN = /\b(?:said|says|told|asked|warned|urged|shouted|chanted|announced|according to|reported that|wrote|added)\b/iu

/** The kind of furniture a line or sentence is that speaks to the page's reader or of the page itself; null for any other. */
export function promptKind(text: string): FurnitureKind | null {
  if (text.length > 260 || /["“”]/u.test(text) || SPOKEN.test(text)) return null
  for (const [kind, pattern] of PROMPTS) if (pattern.test(text)) return kind
  return null
}
