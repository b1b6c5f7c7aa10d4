/**
 * The words that carry attribution in English news copy, as tables a reader can check.
 * Verbs stand as lemmas. A word is here for how reporters use it, never for a place, person or outlet.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Somebody utters something: takes a clause or a quotation, and makes the speaker a hop of the chain. */
export const SPEECH = words(`
  allow say tell add note write claim argue insist explain state declare announce report reply respond warn acknowledge admit assert suggest
  contend maintain reiterate remark observe tweet conclude confirm reveal joke quip predict estimate testify stress emphasize emphasise
  caution counter concede indicate allege boast recount repeat retort complain speculate comment disclose vow pledge promise post advise
  assure remind inform recall opine proclaim exclaim lament muse signal mention publish show find ask inquire agree recommend propose hold
  rule calculate outline describe forecast record plead swear deny quote cite reckon volunteer shout yell scream cry whisper mutter
  interject confide clarify elaborate certify attest affirm surmise reason deduce insinuate imply hint divulge relay relate recite specify
  stipulate pronounce brag gloat enthuse marvel caution notify brief guarantee threaten decree determine establish discover
  document dispute rebut refute scoff sneer jeer protest grumble fume gripe rage sniff shrug sigh laugh joke drawl snap log
  answer concur foresee project theorise theorize stress underline underscore contest enthuse rejoin read continue verify`)

/** Somebody thinks something: attributed all the same, to the one who is said to think it. */
export const THOUGHT = words(
  'believe think fear suspect hope expect know feel worry assume understand realize realise doubt consider guess imagine see learn hear remember wonder decide determine view regard',
)

/** Speech acts with an addressee or an object instead of a clause. */
export const ACT = words(`
  ask urge order demand request instruct advise invite call appeal deny reject dismiss condemn criticize criticise accuse blame praise
  denounce welcome thank threaten warn apologize apologise hail slam blast rebuke decry applaud question describe dub label brand
  liken characterise characterize caption lambast deride chide ridicule deplore scold lament dispute contest disown renounce castigate
  attribute ascribe contradict
  commend congratulate assail berate excoriate pillory reprimand blame implore beg exhort beseech petition object propose recommend criticise`)

/** Attitudes and intentions: nobody need have spoken. Marked as attributions, but they give a claim no hop. */
export const STANCE = words(
  'want plan intend back seek refuse decline aim wish prefer offer agree encourage expect hope support oppose endorse favor favour love like hate need defend tout propose consider promise vow pledge threaten call ban approve discuss mock echo admire trust respect reference highlight accept address portray compare detail fault tease disavow argue welcome wonder prefer rip refer pitch lobby push resist',
)

/** Too common in other senses to be a cue without "that", a quotation, or a comma before the speaker. */
export const NEEDS_THAT = words(
  'answer show find see hear learn know hold rule record agree post publish mention signal indicate suggest feel decide determine view regard consider outline describe calculate question remember ask wonder understand propose recommend reveal comment observe note add forecast estimate plead realize realise recall maintain counter concede respond reply quote cite read continue establish discover determine document verify relate project reason allow specify log contest relay brief recite hint imply rule protest sniff shrug sigh laugh cry rage snap',
)

/** Verbs whose object is the person spoken to. */
export const ADDRESSED = words(
  'tell ask warn assure reassure remind inform urge advise accuse encourage order invite instruct notify brief implore beg exhort caution request',
)

/** Verbs of two words, by the first: what follows, and with which force. Most take "that", a quotation or an object. */
export const PHRASAL: ReadonlyMap<string, ReadonlyMap<string, 'speech' | 'act'>> = new Map(
  `point:out:speech spell:out:speech set:out:speech lay:out:speech make:clear:speech make:plain:speech sum:up:speech
  hit:back:speech fire:back:speech shoot:back:speech hit:out:act lash:out:act chime:in:speech chip:in:speech weigh:in:speech
  brush:aside:act brush:off:act wave:away:act wave:aside:act wave:off:act shrug:off:act laugh:off:act write:off:act play:down:act
  rule:out:act turn:down:act push:back:speech call:for:act call:on:act appeal:for:act speak:of:act talk:of:act hint:at:act object:to:act
  point:to:act tell:off:act complain:about:act complain:of:act speak:out:act apologise:for:act apologize:for:act insist:on:act
  swear:blind:speech point:finger:act take:issue:act take:aim:act cast:doubt:act pour:scorn:act raise:doubts:act put:down:act`
    .trim()
    .split(/\s+/u)
    .reduce((table, row) => {
      const [verb = '', particle = '', force = ''] = row.split(':')
      const known = table.get(verb) ?? new Map<string, 'speech' | 'act'>()
      return table.set(verb, known.set(particle, force === 'act' ? 'act' : 'speech'))
    }, new Map<string, Map<string, 'speech' | 'act'>>()),
)

/** Verbs that give a figure its source when "at" and a number follow: "put the toll at nine", "estimated his loss at". */
export const SET_AT = words('put place peg estimate value assess set reckon calculate')
/** Verbs that do so with the number as their object: "the Front claims 60,000", "the coast guard counts 240". */
export const COUNTED = words('count claim report estimate tally register log confirm list')
/** What a paper does with what it says. Cues only where the subject is a paper. */
export const PAPER_VERBS = words(
  'list name put record state say note call describe identify set count mention detail specify contain reveal suggest warn recommend indicate contradict find show give carry bear require allow bar ban forbid prohibit permit oblige limit cap provide define entitle exempt punish',
)

/** Makes a direct quotation unmistakable when it follows or precedes a name: the pattern works without a tagger's help. */
export const FORMS: ReadonlyMap<string, string> = new Map(
  `said:say says:say saying:say told:tell tells:tell telling:tell added:add adds:add adding:add announced:announce announces:announce
  reported:report reports:report reporting:report claimed:claim claims:claim claiming:claim warned:warn warns:warn warning:warn
  stated:state states:state asked:ask asks:ask denied:deny denies:deny denying:deny wrote:write writes:write insisted:insist insists:insist
  confirmed:confirm confirms:confirm alleged:allege alleges:allege admitted:admit admits:admit argued:argue argues:argue noted:note notes:note
  noting:note explained:explain explains:explain declared:declare declares:declare testified:testify replied:reply tweeted:tweet
  urged:urge urges:urge estimated:estimate estimates:estimate predicted:predict predicts:predict acknowledged:acknowledge
  acknowledges:acknowledge stressed:stress insisting:insist vowed:vow pledged:pledge promised:promise promises:promise concluded:conclude
  concludes:conclude found:find finds:find showed:show shows:show believe:believe believes:believe believed:believe ordered:order
  suggested:suggest suggests:suggest accused:accuse accuses:accuse condemned:condemn rejected:reject dismissed:dismiss recalled:recall
  remarked:remark revealed:reveal reveals:reveal posted:post maintains:maintain maintained:maintain asserted:assert contended:contend
  called:call blamed:blame demanded:demand criticised:criticise criticized:criticize praised:praise thought:think thinks:think feared:fear
  fears:fear hopes:hope hoped:hope expects:expect expected:expect knew:know`
    .trim()
    .split(/\s+/u)
    .map((pair) => pair.split(':') as [string, string]),
)

/** Forms that are as often nouns: cues only where the tagger calls them verbs or the frame is plain. */
export const NOUN_TOO = words(
  'claims reports warning states notes estimates promises fears hopes finds shows showed posts thought orders calls demands plans reporting report',
)

/** Adverbs and auxiliaries that stand inside a verb group and belong to the cue. */
export const IN_VERB_GROUP = words(
  "also since not n't never still then later again recently repeatedly often already even once just now first previously publicly earlier further has have had did does do would will could is was be been being has initially briefly quickly later privately openly flatly strongly",
)

export const BE = words("am is are was were be been being 's 're get got")
export const DAYS = words(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow morning afternoon evening night week month year january february march april june july august september october november december noon midday midnight nightfall daybreak dusk',
)
/** Words that put a speech in time or place after its verb, between the verb and what is said. */
export const ADJUNCT_STARTS = words(
  'on in at during after before late early earlier last this today yesterday tonight by through via from when while as following to without outside inside hours days minutes weeks over under monday tuesday wednesday thursday friday saturday sunday',
)

/** Audiences in general: being told is no relaying. */
export const GENERIC_AUDIENCE = words(`
  reporters journalists reporter journalist media press conference court courts jurors jury judge judges parliament lawmakers legislators senators
  mps congress senate assembly police officers officer investigators detectives inquest inquiry hearing tribunal committee commission council
  councillors meeting crowd supporters audience people viewers readers listeners residents followers investors analysts shareholders employees
  staff workers students parents family families friends friend colleagues ministers delegates members officials authorities government voters
  me us him her them you it everyone others summit forum rally briefing session house cabinet prosecutors lawyers neighbours neighbors
  relatives wife husband mother father son daughter brother sister customers patients union board donors allies nations nation country world passengers`)

/** Words that make a name that of a medium. */
export const MEDIA_WORDS = words(
  'news newspaper agency newswire wire tv television channel radio broadcaster daily weekly times post magazine journal gazette herald tribune chronicle website network press media outlet station portal site bulletin podcast',
)

/** Nouns for moving or still pictures and sound: a claim about what one shows rests on the recording itself. */
export const RECORDINGS = words(
  'video videos footage clip clips photo photos photograph photographs picture pictures image images recording recordings audio film livestream cctv',
)

/** Nouns for written sources. */
export const DOCUMENTS = words(`
  report reports document documents statement statements letter letters memo email emails filing filings indictment affidavit lawsuit complaint
  study studies survey poll audit review data figures statistics records record bulletin transcript transcripts dossier paper research analysis
  ruling judgment judgement verdict order documents census forecast index papers files file`)

/** Written things that say something without being anybody's statement: lists, notices, logs, pages. */
export const PAPERS = words(`
  manifest annex minutes notice notices permit decree log logs register registers circular contract contracts presentation slide slides
  spreadsheet database website site page post posts tweet tweets release communiqué communique certificate appendix preprint chart table map
  inventory invoice invoices receipt receipts footnote timetable schedule petition leaflet brochure payroll accounts budget draft agreement
  treaty protocol guidance guidelines poster plaque screenshot screenshots diary notebook note warrant article blog book manual code rules
  law laws act statute ordinance bylaw bylaws regulation regulations constitution directive clause paragraph section rule copy copies list lists
  tally tallies count counts projection projections register scan scans tests readings samples swabs measurements results prospectus syllabus menu memoir memoirs biography charter petition accounts abstract questionnaire calendar correspondence message messages figure number total`)

/** Generic heads of unnamed sources. */
export const PEOPLE_NOUNS = words(`
  official officials source sources eyewitness eyewitnesses bystander bystanders onlooker onlookers passerby passersby medic medics rescuer rescuers author authors organiser organisers organizer organizers insider defendant claimant plaintiff counsel barrister solicitor constable pollster historian engineers lawmakers lawmaker legislator ministers mayors spokesman spokeswoman spokesperson witness witnesses resident residents local locals activist activists
  analyst analysts expert experts officer officers soldier soldiers doctor doctors survivor survivors neighbour neighbours neighbor neighbors
  villager villagers employee employees worker workers staff critics supporters people person man woman men women relatives relative family
  aide aides adviser advisers advisor diplomat diplomats lawyer lawyers prosecutor prosecutors minister mayor governor president chairman
  chairwoman chair director manager chief chiefs head leader leaders commander general judge engineer owner teacher driver captain inspector
  detective sergeant secretary ambassador professor researcher researchers scientist scientists economist economists trader traders fisherman
  farmer farmers passenger passengers student students parent parents executive executives founder coach player author columnist reporter
  journalist correspondent editor deputy senator congressman congresswoman candidate councillor clerk nurse paramedic firefighter firefighters
  rescuer rescuers investigator investigators insider insiders shopkeeper protester protesters demonstrators campaigners campaigner observer observers
  mother father son daughter brother sister wife husband uncle aunt cousin friend friends colleague colleagues attorney superintendent
  bishop priest imam rabbi cleric sheikh king queen prince princess premier chancellor treasurer curator coroner pathologist magistrate
  shareholder shareholders investor investors customer customers patient patients tenant tenants guard guards pilot pilots rebels militants fighters civilians migrants refugees`)

/** Nouns for bodies of the state. */
export const BODIES = words(`
  ministry department government police army military navy council court parliament office authority commission agency force forces bureau
  administration committee cabinet senate congress prefecture municipality directorate secretariat embassy treasury inspectorate regulator
  coastguard service brigade board tribunal inquiry house state customs`)

/** Nouns for other organisations. */
export const ORGANISATIONS = words(`
  company firm group organisation organization union party bank charity association institute university hospital school club foundation
  federation centre center airline operator manufacturer retailer campaign coalition alliance movement church corporation league team
  network society trust fund opposition front faction mission delegation panel jury plant observatory monitor watchdog ngo developer supplier utility authority owner brand startup airport port militia`)

export const ARMED = words(
  'group militants militia rebels insurgents fighters army brigade faction gunmen jihadists extremists terrorists movement',
)
export const NGO_WORDS = words('charity ngo watchdog monitor observatory foundation campaigners nonprofit')

/** Words that copy also sets with a full stop, as short forms: "gen" and "gen.". */
export const abbreviated = (list: string): ReadonlySet<string> => new Set([...words(list)].flatMap((word) => [word, `${word}.`]))

/** Personal titles before a name. */
export const TITLE = abbreviated(`
  mr mrs ms mx miss dr prof professor sir dame lord lady sen senator gov governor rep gen general lt lieutenant col colonel sgt sergeant
  cpl capt captain maj major cmdr commander adm admiral insp inspector supt superintendent det detective judge justice president minister
  mayor king queen prince princess pope bishop imam sheikh sheik ayatollah rabbi rev reverend father sister chancellor premier chief
  constable ambassador councillor cllr attorney coach officer spokesman spokeswoman spokesperson chairman chairwoman director secretary
  deputy engineer nurse economist analyst lawyer farmer teacher`)
