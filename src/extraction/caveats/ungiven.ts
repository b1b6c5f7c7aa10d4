import { BE, OF, OUTSIDER, re, THING } from './pieces.ts'
import { one, type Table, table } from './tables.ts'

/** "the images do not prove the claim", "a search of the records found no trace of it", "the figure appears nowhere in the accounts". */
const SILENT: readonly Table[] = [
  table(
    [
      one("_not_ n't"),
      one('prove establish confirm verif support corroborat substantiat'),
      one('image picture photo footage video clip document record paper data mail letter message'),
    ],
    () =>
      re(
        `(?:images?|imagery|pictures?|photos?|photographs?|footage|videos?|clips?|documents?|records?|papers|data|emails?|letters?|messages)(?: [^,;"]{0,50}?)? (?:do|does|did)(?: not|n't) (?:by (?:itself|themselves) |in (?:itself|themselves) |directly |conclusively )?(?:prove|establish|confirm|verify|support|corroborate|substantiate) (?:the|that|his|her|their|its|any|this|it|whether|either)`,
      ),
  ),
  table([one('_neither_'), one('image picture photo footage video document record')], () =>
    re(
      `(?:images?|imagery|pictures?|photos?|photographs?|footage|videos?|documents?|records?) neither (?:confirms?|proves?|supports?|shows?) nor`,
    ),
  ),
  table([one('reviewed_by examined_by seen_by checked_by obtained_by analysed_by analyzed_by')], () =>
    re(
      `(?:images?|imagery|pictures?|photographs?|photos?|footage|documents?|records?) (?:reviewed|examined|seen|checked|obtained|analy[sz]ed) by [^,;"]{2,50}? (?:do|does|did)(?: not|n't) (?:show|contain|support|mention|confirm)`,
    ),
  ),
  table([one('document'), one('itself themselves')], () =>
    re(`documents? (?:do|does|did)(?: not|n't) (?:by (?:itself|themselves) |in (?:itself|themselves) )(?:show|say)`),
  ),
  table(
    [one('search check review examination trawl'), one('found_no turned_up_no yielded_no produced_no revealed_no returned_no showed_no')],
    () =>
      re(
        `(?:search|searches|checks?|review|examination|trawl) (?:of|in|through) [^,;"]{0,40}?(?:records?|archives?|databases?|registers?|registry|filings?|files|documents|reports?|library|internet|web|accounts)(?: [^,;"]{1,30}?)? (?:found|turned up|yielded|produced|revealed|returned|showed) (?:no|nothing)`,
      ),
  ),
  table([one('appear be_found to_be_found')], () =>
    re(
      `${THING}${OF} (?:(?:do|does|did)(?: not|n't) appear|appears? nowhere|could(?: not|n't) be found|cannot be found|(?:is|are|was|were) nowhere to be found) (?:in|on|among)`,
    ),
  ),
]

/** "no independent witness has come forward", "no immediate word on casualties", "only his word for it". */
const NOBODY: readonly Table[] = [
  table([one('no_independent no_outside no_neutral no_foreign no_international no_third no_impartial')], () =>
    re(
      `no ${OUTSIDER} (?:[\\w-]+ )?(?:witness(?:es)?|observers?|investigation|inquiry|assessment|review|study|studies|audit|means|monitors?)`,
    ),
  ),
  table([one('no_immediate no_official no_independent no_further'), one('word confirmation verification')], () =>
    re(`no (?:immediate|official|independent|further) (?:word|confirmation|verification) (?:on|about|of|whether|that)`),
  ),
  table([one('come_forward')], () =>
    re(`(?:nobody|no one|none|no other [\\w-]+)(?: else)? has (?:yet )?come forward to (?:back|support|corroborate|confirm|bear)`),
  ),
  table([one('exist survive be_found was_found been_found were_found'), one('record trace cop evidence proof')], () =>
    re(
      `no (?:[\\w-]+ )?(?:records?|trace|copy|copies|evidence|proof) (?:of|that) [^,;"]{1,50}? (?:exists?|survives?|(?:could|can) be found|(?:was|has been|were|have been) found)`,
    ),
  ),
  table([one('no_reliable no_accurate no_precise no_verified no_trustworthy')], () =>
    re(`no (?:reliable|accurate|precise|verified|trustworthy) (?:figures?|data|estimates?|statistics|numbers?|count|toll|information)`),
  ),
  table([one("there_is there_'s"), one('evidence_that evidence_to proof_that proof_to')], () =>
    re(`there (?:is|'s) (?:currently |still |as yet |so far )?no (?:[\\w-]+ ){0,2}?(?:evidence|proof) (?:that|to suggest)`),
  ),
  table([one('nothing_'), one('_to_ that_'), one('produced shown offered presented published found emerged')], () =>
    re(`nothing (?:has|was|could|had)(?: [^,;"]{1,25}?)? (?:produced|shown|offered|presented|published|found|emerged) (?:to|that)`),
  ),
  table([one('no_support no_basis no_grounds no_corroboration no_confirmation')], () =>
    re(`(?:found|find|finds) no (?:support|basis|grounds|corroboration|confirmation) for (?:[\\w-]+ ){0,3}?${THING}`),
  ),
  table([one('no_second no_other no_independent no_further'), one('found traced located identified')], () =>
    re(
      `no (?:second|other|independent|further) (?:source|witness|account|document|record) (?:[\\w ]{0,12}?)?(?:could be|has been|was) (?:found|traced|located|identified)`,
    ),
  ),
  table([one('word_for word_on')], () => re(`only (?:his|her|their|its|the [\\w-]+ 's|the [\\w-]+'s) word (?:for|on)`)),
  table(
    [
      one('independent outside neutral foreign international third-party impartial'),
      one('observer journalist monitor investigator reporter expert inspector media'),
      one('able allowed permitted granted given admitted'),
    ],
    () =>
      re(
        `${OUTSIDER} (?:observers?|journalists?|monitors|investigators|reporters|experts|inspectors|media) (?:have|had|were|are|could|can|has)(?: not|n't|not)(?: yet)? (?:been )?(?:able|allowed|permitted|granted|given access|given|admitted)(?: [^,;"]{0,40}?)? to (?:\\w+ly )?(?:verify|check|confirm|assess|investigate|examine|inspect|establish)`,
      ),
  ),
]

/** "nothing he had been shown bore out her account", "had not received any material supporting the report", "did not back up its assertions". */
const UNBORNE: readonly Table[] = [
  table(
    [
      one("_nothing no_ _not_ n't without_ none_ unable failed"),
      one(
        'support bore_out bear_out bears_out bearing_out borne_out back_up backs_up backed_up backing_up stand_up stood_up substantiat corroborat',
      ),
    ],
    () =>
      re(
        `(?:nothing|none|no|not|n't|without|unable to|failed to)(?: [^,;"]{1,60}?)? (?:to |that |which )?(?:support(?:s|ed|ing)?|b(?:ear(?:s|ing)?|ore|orne) out|back(?:s|ed|ing)? up|st(?:and|ood) up|substantiat\\w+|corroborat\\w+) (?:any of )?(?:it|this|(?:the|that|his|her|their|its|these|those|this|either|such) (?:[\\w'-]+ ){0,3}?(?:${THING.slice(3, -1)}|suspicions?|evidence|recollections?|theory|belief|charges?))`,
      ),
  ),
  table([one('too_soon too_early'), one('say tell know confirm determine judge establish')], () =>
    re(`too (?:soon|early) to (?:say|tell|know|confirm|determine|judge|establish)(?! (?:yes|no|goodbye))`),
  ),
  table([one('untested unexamined')], () => re(`${THING}${OF} (?:is|are|was|were|remains?|remained) (?:\\w+ )?(?:untested|unexamined)`)),
  table([one('yet_known immediately_known currently_known yet_been_established')], () =>
    re(`(?:not|n't) (?:yet|immediately|currently) (?:been )?(?:known|established) (?:how|what|who|why|when|where|whether|if|by whom)`),
  ),
  table([one('confirmed established proven'), one('in_any in_either')], () =>
    re(
      `(?:has|have|had|was|were)(?: not|n't) (?:yet )?been (?:confirmed|established|proven) in (?:any|either) (?:of )?(?:the|these|those)?`,
    ),
  ),
]

/** "could not say whether the signature was genuine", "it is hard to know how reliable the figures are". */
const UNJUDGED: readonly Table[] = [
  table([one('of_uncertain of_unknown of_unclear of_doubtful of_disputed of_dubious')], () =>
    re(`${THING} of (?:uncertain|unknown|unclear|doubtful|disputed|dubious) (?:origins?|provenance|authenticity|authorship|date)`),
  ),
  table([one('impossible_to difficult_to hard_to')], () =>
    re(
      `(?:numbers?|figures?|toll|total|truth|extent)${OF} (?:is|are|was|were) (?:impossible|difficult|hard) to (?:know|establish|determine|gauge|verify)`,
    ),
  ),
  table(
    [one('whether _if_ that_'), one('genuine authentic _real true accurate altered doctored manipulated fake forged staged reliable')],
    () =>
      re(
        `(?:could|can|was|were|is|are|has|have)(?: not|n't|not)(?: \\w+)? (?:say|said|tell|judge|determine|decide|establish|be (?:sure|certain)|certain|sure|clear|known)(?: \\w+)? (?:whether|if|that) [^,;"]{1,50}? (?:genuine|authentic|real|true|accurate|altered|doctored|manipulated|faked?|forged|staged|reliable)`,
      ),
  ),
  table(
    [
      one('reliable accurate representative genuine credible trustworthy true _real correct authentic'),
      one('difficult hard impossible no_way unclear not_clear telling'),
    ],
    () =>
      re(
        `(?:difficult|hard|impossible|no way|unclear|not clear|no telling) ?(?:to (?:know|say|tell|judge|gauge|assess|determine))? (?:how (?:reliable|accurate|representative|genuine|credible|trustworthy)|(?:whether|if) [^,;"]{1,40}? (?:accurate|reliable|true|genuine|real|correct|authentic))`,
      ),
  ),
  table([one('whether_'), one('known unclear not_clear unproven unconfirmed uncertain disputed')], () =>
    re(
      `whether [^,;"]{1,60}? (?:was|were|had|met|took place|happened|existed|paid|knew|saw|did)(?: [^,;"]{0,50}?)? (?:is|was|remains?) (?:not known|unknown|unclear|not clear|unproven|unconfirmed|uncertain|disputed)`,
    ),
  ),
  table(
    [one('authenticity_of veracity_of accuracy_of provenance_of reliability_of truth_of credibility_of origin_of origins_of context_of')],
    () =>
      re(
        `(?:authenticity|veracity|accuracy|provenance|reliability|truth|credibility|origins?|context) of (?:the |these |those |this |that |his |her |its |their )?(?:[\\w-]+ ){0,2}?${THING}${OF} (?:(?:has|have) yet to be|${BE} (?:in dispute|disputed|contested|open to)|(?:has|have)(?: not|n't) (?:yet )?been) ?(?:\\w+ly )?\\w*`,
      ),
  ),
]

/** "gave no details to support the claim", "did not provide figures to back it", "did not name its source". */
const UNBACKED: readonly Table[] = [
  table([one('to_support to_back to_substantiate to_prove to_corroborate to_bear to_verify that_would which_would that_could')], () =>
    re(
      `(?:not|n't|never|no|nor|without)(?: [\\w-]+){0,2}? (?:provid|offer|g[ai]v|present|produc|cit|shar|suppl|releas|publish|disclos|advanc|furnish)\\w*(?: [\\w-]+){0,4}? (?:to|that would|which would|that could) (?:support|back|substantiate|prove|corroborate|bear out|verify) (?:the|his|her|its|their|this|that|it|these|those|any|up|such)`,
    ),
  ),
  table([one('to_support to_back to_substantiate to_prove to_corroborate to_verify that_would')], () =>
    re(
      `(?:provided|offered|gave|given|presented|produced|cited|shared|supplied|released|published) (?:no|few|little|scant) (?:[\\w-]+ ){1,3}?(?:to|that would) (?:support|back|substantiate|prove|corroborate|verify) (?:the|his|her|its|their|this|that|it|these|those|any|up|such)`,
    ),
  ),
  table([one('evidence proof'), one("_not_ n't")], () =>
    re(
      `(?:did|do|does|has|have|had)(?: not|n't) (?:[\\w]+ (?:or|and) )?(?:present|provide|offer|give|produce|cite|show)\\w* (?:any )?(?:evidence|proof)(?! (?:to|at|before|in) )`,
    ),
  ),
  table([one('source'), one("_not_ n't")], () =>
    re(
      `(?:did|do|does|has|have|had)(?: not|n't) (?:name|identify|cite|disclose|reveal|specify)d? (?:its|their|his|her|the|any|a) (?:[\\w-]+ )?sources?(?! of)`,
    ),
  ),
  table(
    [
      one('declined_to refused_to has_yet have_yet failed_to'),
      one('stud survey data evidence proof method findings research document figures results report analysis'),
    ],
    () =>
      re(
        `(?:declined|refused|has yet|have yet|failed) to (?:share|release|publish|disclose|provide|produce|show) (?:the |its |their |any |his |her )?(?:[\\w-]+ )?(?:study|survey|data|dataset|evidence|proof|methodology|findings|research|documents?|figures|(?:[\\w-]+ )?results|report|analysis)(?! (?:with|to|until|on time))`,
      ),
  ),
  table(
    [
      one("would_not wouldn't would_n't declined_to refused_to"),
      one('email mail message letter recording contract receipt text tape photograph'),
    ],
    () =>
      re(
        `(?:would(?: not|n't)|declined to|refused to) (?:share|show|produce) (?:the |its |their |any |his |her |a )?(?:[\\w-]+ )?(?:e-?mails?|messages?|letters?|recordings?|contract|receipts?|texts?|tapes?|photographs?)(?! (?:with|to|until|on time))`,
      ),
  ),
  table([one('_made_ _make_'), one('public available')], () =>
    re(
      `(?:not|n't|never|yet to)(?: yet)? (?:made|make) (?:its|their|the|any|his|her) (?:[\\w-]+ )?(?:data|evidence|proof|results|documents?|figures|methods?|methodology|findings) (?:public|available)`,
    ),
  ),
  table([one('but_did but_has but_have and_did and_has and_have'), one('evidence proof document recording tape copy')], () =>
    re(
      `(?:evidence|proof|documents?|recordings?|tapes?|copy)(?: [^;,"]{1,20}?)? (?:but|and) (?:did|has|have)(?: not|n't| yet to) (?:produced?|shown?|shared?|publish(?:ed)?|released?|provided?|reveal(?:ed)?) (?:it|them|any)`,
    ),
  ),
  table([one('neither none nobody no_one'), one('evidence proof document record receipt')], () =>
    re(
      `(?:neither|none|nobody|no one)(?: [\\w-]+){0,4}? (?:produced|provided|offered|presented|showed|gave|supplied) (?:any |a |the )?(?:[\\w-]+ )?(?:evidence|proof|documents?|records?|receipts?)`,
    ),
  ),
  table([one('short_of')], () => re(`stopped short of (?:confirming|verifying|corroborating)`)),
]

/** "names of the dead have not been released", "the victim has not been formally identified". */
const UNNAMED: readonly Table[] = [
  table([one('names_of name_of identity_of identities_of')], () =>
    re(
      `(?:names?|identity|identities) of (?:the |those )?[^,;"]{2,40}? (?:has|have|had)(?: not|n't| yet to)(?: yet)? (?:been |be )?(?:officially |formally |publicly )?(?:released|confirmed|made public|published|disclosed|established)`,
    ),
  ),
  table([one('officially formally publicly'), one('identified named')], () =>
    re(
      `(?:victims?|body|bodies|man|woman|dead|suspects?|boy|girl|remains|deceased)(?: [^,;"]{0,30}?)? (?:has|have|had|is|are|was|were)(?: not|n't| yet to)(?: yet)? (?:been |be )?(?:officially|formally|publicly) (?:identified|named)`,
    ),
  ),
  table([one('formal_identification')], () => re(`formal identification (?:has|had|is|was)(?: not|n't| yet to)(?: yet)?`)),
]

/** Where copy says that proof was not given, that papers are silent, or that nobody can judge. */
export const UNGIVEN: readonly Table[] = [...SILENT, ...NOBODY, ...UNBORNE, ...UNJUDGED, ...UNBACKED, ...UNNAMED]
