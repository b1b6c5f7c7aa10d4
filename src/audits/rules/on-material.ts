import { bodyOf, anyOf, inSentence, type Rule, type RuleClaim, type RulePiece, type RuleSentence, sentenceOf } from './piece.ts'

/** Words by which a piece says that something was, or was not, checked by anybody independent. */
const checkedWords = anyOf(String.raw`
  (?:un|not (?:been )?)?verif\w+
  independent\w* (?:confirm\w*|corroborat\w*|check\w*|assess\w*|monitor\w*|observer\w*|establish\w*|review\w*)
  (?:confirm|corroborat|check|assess|establish|authenticat)\w* independently
  (?:un|could not be |not be |not been |nor )(?:independently )?(?:confirmed|corroborated|substantiated|authenticated|checked|established)
  geolocat\w+ | authenticat\w+ | no (?:independent )?(?:confirmation|evidence|proof|way (?:of|to) (?:check|verify|confirm))
  (?:unable|impossible|not possible|difficult|hard) to (?:independently )?(?:check|confirm|verify|establish|corroborate)
  could not (?:be )?(?:independently )?(?:check\w*|confirm\w*|establish\w*|corroborat\w*|trac\w+|reach\w*)
  (?:has|have|had) not been able to | unconfirmed | satellite \w+
  (?:no|nobody|none|neither)\b.{0,60}\b(?:in a position to|able to|allowed to|been able to) (?:check|verify|confirm|see|establish|enter)\w*
  (?:in no position|not in a position|no means|no way) (?:to|of) (?:check|verify|confirm)\w*
  (?:match(?:ed|es|ing)|compar(?:ed|ing)|cross-checked|checked|dated|traced|located|analy[sz]ed) (?:it|them|the|that|those|each|its|and)
  (?:our|this (?:newspaper|paper|newsroom)’?s?) (?:own )?(?:reporters?|correspondents?|journalists?|team|photographers?)
  (?:is|are|was|were|proved|turned out to be|dismissed as|that is) (?:\w+ )?(?:untrue|false|wrong|fake|a hoax|old|unfounded|baseless)
  hoax | there (?:was|were|had been) no | refut\w+ | debunk\w* | satellite (?:images?|imagery|photographs?)
  (?:UN|United Nations|Red Cross) (?:monitors?|observers?|investigators?|team|mission)\b.{0,40}\b(?:counted|found|confirmed|saw|established|documented)`)
const partyKinds = new Set(['armed_group', 'party_media', 'social_post'])
/** Who takes part in a fight, by name or noun: of their word alone nobody knows whether it is so. */
const partyWords = anyOf(String.raw`
  rebels? | militants? | militias? | militiamen | insurgents? | separatists? | guerr?illas?(?! (?:garden|market|film|gig)\w*)
  junta | jihadists? | gunmen | warlords? | paramilitar\w+ | cartels? | gang(?: leader)?s? | hackers? | fighters? | commandos?
  armed (?:group|faction|wing|force)s? | military | brigades?(?! (?:chief|members|crews?))
  liberation (?:front|army) | fronts? | (?:defen[cs]e|war) ministry | ministry of (?:defen[cs]e|war) | (?<!salvation )army | general staff | troops
  air ?force | navy | activists? | opposition (?:network|channel|media)\w* | border guards? | high command | soldiers?
  (?:clandestine|rebel|guerr?illa|pro-\w+) (?:radio|channel|station|media|news agency)`)
/** What somebody outside the newsroom filmed or posted. */
const postedWords = anyOf(String.raw`
  (?:video|clip|footage|photograph|photo|recording|voice (?:note|message)|audio(?: message)?|text message|message|livestream|post|thread)s? (?:[^.;]{0,60})?(?:posted|shared|sent|uploaded|passed|circulat\w+|published|filmed|shot|recorded|signed|left|that spread|going round|described|from (?:people|residents|inside))
  residents?(?:[’']s?)? (?:video|clip|footage|message|post|recording)s?
  (?:posted|wrote|written|writing|posting|appeared) on (?:a |an |the |its |his |her |their )?(?:[\p{L}-]+ ){0,2}(?:Telegram|Facebook|X|Twitter|TikTok|Instagram|WhatsApp|YouTube|VK|Reddit|forum|channel|group|board)
  (?:anonymous|unnamed|unsigned) (?:users?|posts?|accounts?|posters?|messages?|letters?|leaflets?) | social[ -]media (?:users?|posts?|accounts?)
  (?:someone|an account|a user|an? \w+ account) (?:using|calling|under|named|with) | on (?:Telegram|TikTok|Facebook|WhatsApp|X),`)
/** What tells that it is told by somebody: the copy passes it on. */
const toldWords = anyOf(String.raw`
  sa(?:id|ys|ying) | claim\w* | told | announc\w+ | boast\w* | describ\w+ | wr(?:ote|itten) | report\w* | purport\w*
  show(?:s|ed|ing)? | appear(?:s|ed) to | declar\w+ | stat(?:ed|ement|ing) | according to | put(?:s)? the | insist\w* | accus\w+
  alleg\w+ | posted | warn\w+ | said it had | took credit | responsibility | maintain\w*`)

/** A party beside its word, for what the reading of chains leaves out: "the rebels said", "according to the army". */
const saidByParty = new RegExp(
  [
    `${partyWords.source}[^.;]{0,40}\\b(?:sa(?:id|ys)|told|put out|issued|claim(?:s|ed)|announced|boasted|declared|stated|put the|put its|insist(?:s|ed)|maintain(?:s|ed)|took credit|admitted|reported|posted|released)\\b`,
    `${partyWords.source}[^;]{0,160}\\b(?:it|its spokes\\w+|a spokes\\w+|its leader|General|Colonel|Gen\\.|Col\\.|Major|Captain)\\b[^;]{0,60}\\b(?:said|told)\\b`,
    `\\b(?:according to|said|claimed|announced by|claimed by|told by|account of) (?:an? |the )?(?:[\\p{L}’'-]+ ){0,4}${partyWords.source}`,
  ].join('|'),
  'iu',
)

function isUnverifiable(piece: RulePiece, claim: RuleClaim): boolean {
  const sentence = sentenceOf(piece, claim)
  if (!sentence || sentence.headline || claim.kind === 'opinion' || claim.kind === 'prediction' || claim.voice === 'denied') return false
  const ofParty = claim.chain.some(({ kind, stake }) => (kind !== null && partyKinds.has(kind)) || stake === 'party' || stake === 'aligned')
  const byParty = claim.hops.some(({ name }) => partyWords.test(name))
  return ofParty || byParty || (toldWords.test(sentence.text) && (postedWords.test(sentence.text) || saidByParty.test(sentence.text)))
}

const unverifiableNotSaid: Rule = {
  id: 'unverifiable-not-said',
  label: 'Not said that it could not be verified',
  origin: 'BBC 3.3.6, Reuters',
  reads: 'copy',
  definition:
    'What happened is told from a party to a conflict, its media, a post or residents’ videos, and nowhere in the piece is it said that this could not be verified, or who verified it. Found at the first such claim.',
  find: (piece) => {
    if (piece.caveats.length > 0 || bodyOf(piece).some(({ text }) => checkedWords.test(text))) return []
    return piece.claims
      .filter((claim) => isUnverifiable(piece, claim))
      .slice(0, 1)
      .flatMap((claim) => {
        const sentence = sentenceOf(piece, claim)
        return sentence ? [inSentence(sentence, claim)] : []
      })
  },
}

const recording =
  '(?:footage|videos?|clips?|photographs?|photos?|images?|pictures?|recordings?|audio|livestreams?|screenshots?|films?|selfies?|snapshots?|tapes?|imagery|stills|(?:sound|audio|video) files?)'
/** A recording that something is seen or heard in: "footage shows", "in the clip, a man lifts", "caught on video". */
const shows = new RegExp(
  [
    `\\b${recording}\\b[^.;]{0,60}\\b(?:show(?:s|ed|ing)?|captur(?:e[sd]?|ing)|depict\\w*|appear(?:s|ed)? to show|reveal\\w*|records?|recorded|catch(?:es)?|caught|document\\w*)\\b`,
    `\\b(?:seen|heard|shown|visible|captured|caught|audible|recorded|pictured)\\b[^.;]{0,30}\\b(?:in|on|by)\\b[^.;]{0,30}\\b${recording}\\b`,
    `\\b(?:in|on) (?:the|a|an|one|another|that|leaked|grainy|shaky|widely shared|viral|unverified)\\b[^.;,]{0,30}${recording}\\b[^.;,]{0,25},`,
    `\\bin (?:leaked|grainy|shaky|undated) ${recording},`,
  ].join('|'),
  'iu',
)
/** Where a recording comes from: who made it, who gave it, or where it was posted. That it was shared, or that the outlet saw it, is no such thing. */
const labelled = anyOf(String.raw`
  posted | uploaded | released | published | broadcast | aired | supplied | provided | handed (?:to|over) | sent (?:to|by|in)
  issued | submitted | obtained from | given to | shared (?:by|on|with) | circulat\w+ (?:on|by) | distributed
  played (?:to|in|at) | from (?:a|an|the|one|its|his|her) [^.;]{0,30}(?:camera|phone|helicopter|drone|satellite|body)\w* | CCTV
  security cameras? | surveillance | body-?(?:worn |cam)\w* | dash-?cam\w* | dashboard | webcams? | satellites? | drones?
  doorbells? | trail cameras? | traffic cameras?
  (?:taken|shot|filmed|made|recorded|captured|streamed|drawn|painted) (?:by|from|on) | whose
  (?:which|that) (?:[\p{L}-]+ ){1,6}(?:filmed|took|shot|recorded|made|put|posted)
  our (?:reporter|photographer|correspondent|own)\w* | (?:filmed|photographed|recorded) (?:it|them|the) | Telegram | Twitter
  on X | Facebook | Instagram | TikTok | YouTube | WhatsApp | Snapchat | Reddit | Weibo | VK | social media | online | exhibit\w*
  gallery | museum | exhibition | photographer[’']?s? | (?:photographs?|photos?|pictures?|images?|film|video) by (?:the )?\p{Lu}\S+ | cinema | festival | (?:film|its|the film[’']s) director | documentary | telescope | scans? | microscop\w+
  x-rays? | video (?:link|call|conference|message|game|assistant|referee)
  (?:resident|witness|police|council|reader|viewer|passenger|driver|student|motorist|bystander|activist|army|coastguard|ministry|company|court|prosecutor|friend|neighbour|tourist|fan|agency|station|channel)(?:s)?[’']s? [^.;]{0,30}\b(?:footage|videos?|clips?|photographs?|photos?|pictures?|recordings?|film)`)

const userContentUnlabelled: Rule = {
  id: 'user-content-unlabelled',
  label: 'A recording nobody is named for',
  origin: 'BBC',
  reads: 'copy',
  definition:
    'The copy tells what a video, a photograph or a recording shows, and neither that sentence nor its neighbours in the paragraph say who made it, where it was posted or that it comes from the public. That the outlet has seen it does not say whose it is.',
  find: (piece) => {
    const body = bodyOf(piece)
    return body.flatMap((sentence, k) => {
      if (!shows.test(sentence.text)) return []
      if (labelled.test(sentence.text)) return []
      // "A second video shows" is another than the one just labelled.
      if (/\b(?:second|third|another|other|separate|later|different)\b/iu.test(sentence.text)) return [inSentence(sentence)]
      const beside = [body[k - 1], body[k + 1]].filter((one) => one?.paragraph === sentence.paragraph)
      return beside.some((one) => one && labelled.test(one.text)) ? [] : [inSentence(sentence)]
    })
  },
}

const media =
  '(?:(?<!social )media(?! (?:centre|center|officer|adviser|company|group))|(?:the|in|British|local|foreign|national|state|\\p{Lu}\\p{L}+) press(?! (?:conference|release|secretary|office|association|freedom|officer|box|gang))|newspapers?|tabloids?|broadcasters?|dailies|weeklies|news agencies|wire services|(?:several|some|other|local|national|two|three|four|regional|rival) (?:papers|dailies|broadsheets)|(?:local|state|national|public|foreign) (?:radio|television|TV|news)|news (?:sites?|outlets?|websites?|channels?|programmes?)|(?:media|press) outlets?|magazines?|(?:TV|television|radio|news) (?:channels?|stations?)|(?:several|some|other|local|various|many|foreign|national|two|three|online) (?:outlets|channels|stations|websites|sites)|in the papers|(?:an?|one|another) (?:[\\p{L}-]+ ){1,2}(?:daily|weekly|paper|tabloid|broadsheet|website)|bloggers?)'
const telling =
  '(?:reports?(?! (?:of|by|to|from)\\b)|reported|reporting|says?|said|claim(?:s|ed)?|suggest(?:s|ed)?|name[ds]?|publish(?:ed|es)|print(?:s|ed)|carr(?:y|ied|ies)|sp(?:eak|oke|eaks) of|quot\\w+|put|ha(?:s|ve|d) it|describ\\w+|wr(?:ote|ite|ites)|rumou?rs?|speculat\\w+|cit(?:ed|es|ing)|alleg\\w+|estimat\\w+|identif\\w+|credit\\w*|count\\w*|found|calculat\\w+|reckon\\w*|revealed|predict\\w*|have (?:him|her|it|them)|link(?:ed|s)|tip(?:ped|s))'
/** Other media's reporting, in the words in which copy takes it over. */
const reported = new RegExp(
  [
    '\\b(?:media|press|news|newspaper|television|tv|radio|local|national|foreign|online|published|earlier|recent|some|several|various|other|multiple|widespread|unconfirmed) reports?(?! (?:to|by|of|on|for|from|card)\\b)\\b',
    '\\baccording to (?:(?!the\\b|these\\b|those\\b|its\\b|their\\b|his\\b|her\\b|our\\b)[\\p{L}-]+ ){0,2}reports\\b',
    '\\baccording to (?:[\\p{L}-]+ ){0,2}(?:media|press|newspapers?|news sites?|broadcasters?|outlets?)\\b',
    '\\breportedly\\b',
    '\\b(?:it (?:was|is|has been|had been) (?:widely )?reported(?! (?:to|by|missing|stolen)\\b)|(?:is|are|was|were|has been|have been) (?:widely )?reported to (?:have|be)\\b|(?:has|have|had) been (?:widely |previously )?reported(?! (?:to|by|from|in|at|missing|overdue|stolen|dead|safe|lost|absent)\\b)|as (?:was |has been )?(?:widely |previously )?reported(?! by\\b))\\b',
    `(?<!\\bof (?:[\\p{L}-]+ ){0,3})\\b${media}\\b[^.;,]{0,60}?\\b${telling}\\b`,
    '\\b(?:press|media|newspaper|news) (?:accounts|stories|coverage|leaks?)\\b(?! of (?:his|her|their|the (?:trial|match|race|wedding))\\b)',
    `\\b(?:aired|broadcast|shown|carried|published|printed|run|screened) (?:by|on|in) (?:an?|one|another|several|some|two|local|national|state)\\b[\\p{L} -]{0,25}\\b(?:channels?|stations?|broadcasters?|newspapers?|websites?|sites?|television|TV|radio|media|outlets?|magazines?|dail(?:y|ies)|papers?)\\b`,
    '\\bon (?:breakfast|daytime|morning|national|state|local|live|regional|foreign) (?:TV|television|radio)\\b',
    '\\bin an? (?:[\\p{L}-]+ )?(?:television|TV|radio|newspaper|magazine|podcast) interview\\b',
    '\\b(?:reports|stories|rumours|rumors|speculation|accounts) (?:on \\w+ |this week |last week |at the weekend |over the weekend |in the press |in the papers |earlier )?(?:say|said|suggest|suggested|claim|claimed|indicate|indicated|emerged|had it|have it|put|are circulating|circulated|surfaced|spoke|that)\\b',
  ].join('|'),
  'iu',
)
/** Words that somebody gave to, or that stood in, a medium of which only the kind is told: whoever spoke, it was not to this outlet. */
const printedElsewhere = new RegExp(
  [
    `\\b(?:told|given to|an interview (?:with|in|to)|published (?:in|by)|printed (?:in|by)|leaked to|quoted (?:in|by)|emerged (?:in|from)|surfaced in|appeared in|splashed (?:in|across)|seen by|read in)\\b[^.;]{0,20}?\\b(?:${media}|(?:an?|one) (?:[\\p{L}-]+ )?(?:magazine|newspaper|podcast|programme|radio station|television station))\\b`,
    `\\b(?:that|which) (?:an?|one|several|some) (?:[\\p{L}-]+ )?${media} (?:had |has )?(?:printed|published|obtained|carried|aired|broadcast)\\b`,
  ].join('|'),
  'iu',
)
/** An outlet by its name: a well-known one, a name of the kind that newspapers bear, or a name beside the word for what it is. */
const outletNamed =
  /\b(?:[Tt]he (?:\p{Lu}[\p{L}’'-]+ )*(?:Times|Post|Herald|Guardian|Gazette|Tribune|Chronicle|Journal|Mail|Star|Sun|Telegraph|Observer|Courier|Echo|Standard|Record|News|Review|Mirror|Express|Argus|Dispatch|Independent|Examiner|Ledger|Bulletin|Advertiser|Mercury|Globe|Press|Leader|Citizen|Democrat|Sentinel|Messenger|Economist|Scotsman|Register)|Reuters|AFP|BBC|CNN|NPR|ITV|NHK|RTÉ|ZDF|ARD|Al Jazeera|Associated Press|Agence France-Presse|Bloomberg|Politico|\p{Lu}\p{L}+ (?:Radio|TV|Television|FM|News Agency|[Aa]gency|Broadcasting|Online|Daily|Weekly|newspaper|magazine|broadcaster|website|channel|station)|(?:Radio|Channel|Daily|Der|El|La|Le|Die|Il|De|O) \p{Lu}\p{L}+|(?:newspaper|agency|broadcaster|channel|website|site|outlet|station|weekly|daily|magazine|tabloid|blog),? (?:the )?\p{Lu}\p{L}+)/u

/** The outlet’s own words, and what stands between quotation marks, are no other media’s. */
const othersWords = (text: string): string =>
  text
    .replaceAll(/[“"«][^”"»]*[”"»]/gu, (quoted) => ' '.repeat(quoted.length))
    .replaceAll(
      /\b(?:this|our) (?:own )?(?:newspaper|paper|news agency|agency|website|site|channel|station|magazine|programme|broadcaster|outlet|news organi[sz]ation)\b/giu,
      (own) => ' '.repeat(own.length),
    )

/** Whether somebody with a name says it who spoke before the other media come up, or with whom the sentence ends. */
function saysByName({ claims, start, end, text }: RuleSentence, at: number): boolean {
  const reportedly = text.slice(at, at + 10).toLowerCase() === 'reportedly'
  return claims.some(({ chain, hops }) => {
    const cue = hops[0]?.cue
    if (!cue || (chain[0]?.identified !== 'named' && chain[0]?.identified !== 'named_with_role')) return false
    if (/\b\b(?:reports?|media|press|newspapers?|outlets?|websites?|channels?|agencies)\b/iu.test(hops[0]?.name ?? '')) return false
    return cue[0] - start < at || end - cue[1] < 30 || reportedly
  })
}

const reportsUncredited: Rule = {
  id: 'reports-uncredited',
  label: 'Other media without a name',
  origin: 'AP, Poynter',
  reads: 'copy',
  definition:
    'Something is taken over from other media, and the sentence names none of them: “media reports say”, “reportedly”, “local press has it”. Whose reporting it is belongs in the copy.',
  find: (piece) =>
    bodyOf(piece).flatMap((sentence) => {
      const text = othersWords(sentence.text)
      if (outletNamed.test(text)) return []
      const taken = reported.exec(text)
      const is = printedElsewhere.test(text) || (taken !== null && !saysByName(sentence, taken.index))
      return is ? [inSentence(sentence)] : []
    }),
}

/** Rules about material that comes from elsewhere. */
export const rulesOnMaterial: readonly Rule[] = [unverifiableNotSaid, userContentUnlabelled, reportsUncredited]
