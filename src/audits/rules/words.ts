import { anyOf } from './piece.ts'

/** What gives a reason why somebody is not named, where a sentence speaks of not naming them. */
const namingWords = anyOf(String.raw`
  anonym\w+ | (?:not|never|nor) (?:to )?be(?:ing)? (?:named|identified|quoted) | (?:un)?named | identif\w+ | identit\w+
  (?:his|her|their|the|a) (?:real |full |last |sur)?names?
  speak(?:ing)? (?:publicly|openly|on the record|to (?:the )?(?:press|media|reporters|journalists))
  talk(?:ing)? (?:publicly|openly|to (?:the )?(?:press|media|reporters|journalists)) | on the record | go(?:ing)? public
  first names?(?: only)? | being identified | pseudonym | names? (?:have|has) been (?:changed|withheld)
  (?:publish|print|giv|reveal|disclos|us|withh[oe]ld|chang|shar|tell)\w* (?:his|her|their|the|any|no|a) (?:\p{L}+[’']s )?(?:real |full |last |sur)?names?`)
const reasonWords = anyOf(String.raw`
  because | since | as (?:he|she|they|the|it|no|staff|employees) | for fear | fear(?:s|ed|ing)? | afraid | out of
  to (?:protect|avoid|safeguard|shield|preserve) | citing | worried
  for (?:his|her|their|safety|security|legal|privacy|personal)\b.{0,30}(?:safety|security|reasons|privacy|job) | reprisals?
  retaliation | minors? | risk(?:s|ed|ing)? | lose (?:his|her|their) | so (?:as not )?to | owing to | due to | given the
  contract | sensitiv\w+ | saying | for that reason | laws? | legal\w* | rules? | polic(?:y|ies) | agreements? | pension | fired | sacked | evict\w+ | punish\w* | visa
  confidential\w* | immigration | under 1[68] | too young | safety | threat\w* | at stake | forbid\w* | bar(?:s|red)? | so that | in order`)
const selfExplaining = anyOf(String.raw`
  (?:not|n[o’']t|never|isn[’']t|wasn[’']t|weren[’']t|un) ?(?:been )?(?:authori[sz]ed|allowed|permitted|cleared|entitled) to (?:speak|talk|comment|discuss|brief|disclose|give|be quoted)
  (?:bar(?:s|red)|forbid(?:s|den)?|prohibit(?:s|ed)?|ban(?:s|ned)?|prevent(?:s|ed)?)\b.{0,40}(?:speak|talk|comment|discuss)\w*`)

/** Whether a sentence says why somebody in it is not named. */
export const saysWhyUnnamed = (text: string): boolean => selfExplaining.test(text) || (namingWords.test(text) && reasonWords.test(text))

/** Words that allege serious wrongdoing. */
const grave = anyOf(String.raw`
  brib\w+ | corrupt\w* | fraud\w* | embezzl\w+ | launder\w+ | forg(?:ed|ing|ery|eries) | falsif\w+ | faked? | fabricat\w+
  doctor(?:ed|ing) | kickbacks? | steal(?:ing)?|stole[n]?|theft | siphon\w+ | skimm(?:ed|ing) | pocket(?:ed|ing) | extort\w+
  blackmail\w* | threaten(?:ed|ing) | intimidat\w+ | abus(?:ed?|es|ing|ive) | assault(?:ed|s|ing)? | harass(?:ed|ment|ing)
  rap(?:ed|ing) | tortur\w+ | beat(?:en|ing|ings)? | murder(?:ed|s)? | kill(?:ed|ing) | executed | cover(?:ed|ing)?[ -](?:it )?up
  conceal\w* | hid(?:den)? | hush(?:ed)? | destroy(?:ed|ing)\b.{0,30}(?:files|records|documents|evidence|emails|logs|tapes)
  delet(?:ed|ing) | shredd(?:ed|ing) | tamper\w* | rigg(?:ed|ing) | manipulat\w+
  mis(?:led|lead|leading|used|using|appropriat\w+) | lied|lying | deceiv\w+ | cheat(?:ed|ing)? | dop(?:ed|ing) | illegal(?:ly)?
  unlawful(?:ly)? | insider trading | smuggl\w+ | traffick\w+ | neglig\w+ | neglect\w*
  ignored\b.{0,40}(?:warning|alarm|complaint|safety|report)\w* | backdat\w+ | inflat(?:ed|ing) | bugg(?:ed|ing) | spied|spying
  dump(?:ed|ing) | cash (?:payments?|in envelopes) | sign(?:ed|ing)? off\b.{0,40}(?:without|never)
  without (?:ever )?(?:inspecting|testing|checking|telling)
  knew\b.{0,60}(?:unsafe|faulty|contaminat\w+|defect\w*|leak\w*|crack\w*|danger\w*|poison\w*|risk\w*)`)

/** Deeds that are told without any word for a crime. */
const graver = anyOf(String.raw`
  tied\b.{0,40}\b(?:bed|chair|radiator|post) | touch(?:ed|ing) (?:her|him|me|them|girls|boys|children|women) | lock(?:ed|ing)\b.{0,30}\b(?:cellar|cupboard|room|up|in)
  passports? | (?:struck|hit|kicked|punched|slapped|whipped|choked|groped|pressed himself|fondled|drugged|starved|burn(?:ed|t)) (?:\p{L}+ ){0,2}(?:men|women|boys|girls|children|him|her|me|us|them|patients?|prisoners?|pupils?|recruits?|workers?|detainees?|inmates?|dogs?|horses?|residents?)
  order(?:ed|s)\b.{0,60}\b(?:shot|killed|burn\w*|destroy\w*|delet\w*|empty|dump\w*|shred\w*|kept quiet) | prisoners? (?:\p{L}+ )?(?:shot|killed|beaten|dead) | stuff(?:ed|ing)
  voted twice | counted twice | tip(?:ped|ping) off | insider | hidden | held back | sat on (?:the|a) | conceal\w* | kept (?:it|them|this|that)? ?(?:secret|quiet|from) | secretly | in secret | secret (?:deal|decision|talks|plan|meeting|payments?|account|agreement|pact|police|prison|list)s?
  invent(?:ed|ing) | made up | cooked | fiddl\w+ | fudg\w+ | fix(?:ed|ing) (?:the |a )?(?:match|race|vote|result|price|tender|exam|game|bid)\w* | thrown? (?:the |a )?(?:match|game|race)
  (?:alter|chang|correct|rewr|redat|swap|switch|wip|eras|remov|los|forg|copi|re-?label)\w*\b.{0,40}\b(?:sheets?|charts?|records?|results?|figures|minutes|dates?|labels?|samples?|papers?|logs?|readings|documents?|files?|footage|answers|data|tapes?|mileage|invoices?|certificates?|signatures?)
  switched off\b.{0,50}\b(?:alarms?|detectors?|sensors?|cameras?|monitors?|trackers?|transponder)
  private account | own account | for money | in return for | for (?:a|his|her|their) (?:cut|share|favour|favor) | (?:envelopes?|bags?|suitcases?|boxes|wads) (?:\p{L}+ ){0,3}(?:cash|money) | (?:their|his|an) envelope
  paid\b.{0,40}\b(?:to (?:secure|win|get|keep|silence|look|stay)|off|under the table|for (?:the|his|her|their) (?:silence|vote|votes|contract)) | took\b.{0,40}\b(?:money|cash|villa|gifts?|bribe|payments?|cut|watch|car)
  shared the money | wav(?:ed|ing) through | look(?:ed|ing) (?:the other way|away) | turn(?:ed|ing) a blind eye | nod(?:ded|ding) through | (?:dead|fake|false|non-existent|ghost|phantom) (?:\p{L}+ )?(?:tenants|voters|patients|workers|soldiers|names|invoices|employees|pupils|accounts?)
  who had died | had known | knew\b.{0,80}\b(?:fault\w*|before|months|weeks|since|risk|danger|leak\w*|crack\w*|brake\w*) | warn(?:ed|ings?)\b.{0,60}\b(?:ignored|deliberately|shelved|binned|suppressed)
  unsafe | expired | out of date | never (?:inspected|tested|checked|serviced|disinfected|cleaned)|unlicensed | unqualified | without (?:a )?(?:licen[cs]e|permit|consent|anaesthetic|their consent|her consent|asking)
  into the (?:brook|river|sea|lake|stream|drain|sewer|harbour|canal|creek|bay)\b | for sex | demand(?:ed|ing) (?:a night|sex|money|cash|payment|a share|favours) | underage | minors? | steroids? | inject\w+ | testosterone | EPO | blood bags?
  evidence (?:bags|room|was planted) | planted | framed | spies | spy(?:ing)? | mole | wiretap\w* | listening device | eavesdrop\w* | sold (?:\p{L}+ ){0,4}(?:secrets|organs|babies|places|jobs|visas|weapons|drugs|data|votes|diplomas|exam) | cash for
  skimm\w+ | overcharg\w+ | double-bill\w* | bill(?:ed|ing) (?:the \p{L}+ )?(?:for|twice)\b.{0,40}\b(?:never|not|nobody|dead) | kick(?:ed)? ?backs? | punish\w* | mutilat\w+ | disappear(?:ed)? | mass grave | bodies were (?:burned|buried|moved|dumped)`)
export const isGrave = (text: string): boolean => grave.test(text) || graver.test(text)

/** Words by which copy takes sides on what is disputable: blame, motive, secret intent, a toll. */
export const disputable = [
  grave,
  anyOf(String.raw`
  (?:to )?blame[ds]? | responsible for | (?:was|were|been) caused by | at fault | deliberate(?:ly)? | intentional(?:ly)?
  secretly | in secret | secret (?:deal|decision|talks|plan|meeting|payments?|account|agreement|pact|police|prison|list)s? | behind closed doors | plot(?:ted|ting)? | conspir\w+ | scheme[ds]?
  in order to (?:hide|avoid|silence|weaken|punish|win|please) | reckless(?:ly)? | botched | sabotag\w+ | betray\w+
  cynical(?:ly)? | turned a blind eye | fail(?:ed|ure) to (?:act|warn|protect|prevent|stop|inspect|report|maintain|respond)`),
  anyOf(String.raw`
  (?:at least |more than |nearly |almost |about |some |over |up to )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens of|scores of|hundreds of|thousands of)\b[^.;]{0,40}\b(?:killed|dead|died|wounded|injured|missing|displaced|massacred|shot)
  (?:killed|wounded|injured|killing|wounding|injuring|displaced|displacing)\b[^.;]{0,25}\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands)`),
]
export const isDisputable = (text: string): boolean => disputable.some((words) => words.test(text))

/** What somebody would dispute although nobody is accused of a crime: a cause, a forecast, what was decided in secret, what was kept from others. */
const contested = anyOf(String.raw`
  caus(?:ed|es|ing) | (?:is|are|was|were) (?:giving|making|killing|poisoning|harming|driving|turning|destroying|wrecking)\b.{0,60} | led to | leads to | fuel(?:led|ling)
  (?:will|won[’']?t|would)\b.{0,60}\b(?:never|collapse|fail|lose|cost|die|drown|underwater|run out|bankrupt|dismiss|sack|close|disappear|vanish|double|triple|recover|flood|shrink|fall|rise|crash|default|abandon)
  agreed\b.{0,20}\bto (?:sell|scrap|cut|close|sack|hand) | steer(?:ed|ing)\b.{0,80}\b(?:contracts?|money|millions?|funds|business) | bypass(?:ed|ing) | let (?:her|him|them|it)\b.{0,30}\banyway
  left (?:\p{L}+ ){0,3}(?:without|to (?:die|drown|starve|rot)) | chained | could not get out | bug(?:ged)? | microphones? | copied from | plagiari[sz]\w+ | lifted from | swapp?ed | replaced\b.{0,40}\b(?:copies|photocopies|fakes)
  took\b.{0,60}\bhome | kept (?:quiet|silent) | ignored | knew | known for (?:years|months|weeks) | covered | lobbied in secret | behind the back | on purpose | breach(?:ed|ing) | broke (?:the law|its own|sanctions|rules)
  violat\w+ | illegally | overcharg\w+ | underpaid | exploit(?:ed|ing) | discriminat\w+ | spy(?:ing)? | bugs | banned steroid | positive for | doping | contaminat\w+ | poison\w*`)
export const isContentious = (text: string): boolean => isDisputable(text) || isGrave(text) || contested.test(text)

/** Words that name or point to who says something, wherever they stand in a sentence. */
export const sourced = anyOf(String.raw`
  according to | sa(?:y|id|ys|ying) | t(?:ell|ells|old) | announc\w+ | report(?:ed|s|ing)? | alleg\w+ | claim(?:ed|s|ing)?
  accus\w+ | warn(?:ed|s|ing)? | confirm(?:ed|s)? | conclud\w+ | found | finds | show(?:ed|s)? | reveal(?:ed|s)? | testif\w+
  court heard | charg(?:ed|es) | suspect(?:ed|s)? | estimat\w+ | believ\w+ | cit(?:ed|es|ing) | den(?:y|ied|ies) | insist\w*
  argu(?:e|ed|es) | disclos\w+ | acknowledg\w+ | admit\w* | put the (?:toll|figure|number) | convicted | ruled | sentenced
  pleaded | jury | judge | court`)

/** Verbs by which somebody's view is given, not what they know. */
export const judgingVerb =
  /\b(?:believ\w+|consider(?:s|ed)|regard(?:s|ed)|rate[sd]?|think\w*|thought|fear(?:s|ed|ing)?|feel(?:s|ing)?|felt|suspect\w*|reckon\w*|predict\w*|doubt\w*|call(?:s|ed|ing)?|dub(?:s|bed)?|brand(?:s|ed)?|dismiss\w*|deride[sd]?|mock(?:s|ed)?|grumbl\w+|moan\w*|jok(?:e|es|ed|ing)|quip(?:s|ped)?|sneer\w*|scoff\w*|lament\w*|complain\w*|sniff(?:s|ed)?|shrug(?:s|ged)?|praise[sd]?|hail(?:s|ed)?|marvel\w*|guess\w*|speculat\w+|joked|muse[sd]?|rail(?:s|ed))\b/u

/** Words that judge somebody or something. */
export const judging = anyOf(String.raw`
  doomed | nast(?:y|ier|iest) | ugl(?:y|ier|iest) | vile | rotten | hideous | repulsive | hateful | spiteful | vindictive | sinister | creepy
  doomed | out of (?:his|her|its|their) (?:depth|league) | incompeten\w+ | incapable | inept\w* | useless | hopeless\w* | helpless
  disast\w+ | catastroph\w+ | disgrac\w+ | shame\w* | sham | shambl\w+ | joke | farc\w+ | fiasco | circus | theatre | theater
  pantomime | charade | mad(?:ness)? | insan\w+ | craz\w+ | lunacy | stupid\w* | foolish\w* | idiot\w* | silly | absurd\w* | nonsens\w*
  arrogan\w+ | lazy | weak(?:ness|est|er)? | feeble | spineless | coward\w* | brilliant\w* | gifted | genius | terrible | awful | appalling
  dreadful | horrible | lousy | dire | worst | best | toxic | poisonous | mess | messy | finished | washed up | past (?:it|his|her) | mistakes?
  blunder\w* | clueless | ego\w* | vain | vanity | naive | na[iï]vely? | ridicul\w+ | embarrass\w+ | humiliat\w+ | pathetic
  laughable | laughing stock | no idea | overrated | bull(?:y|ies|ying) | selfish\w* | greedy | petty | cynical\w* | cruel\w* | heartless
  callous | ungrateful | disloyal | treacher\w+ | dishonest\w* | liar | untrustworthy | unfair\w* | unjust\w* | pointless\w* | futile
  worthless | waste of | badly | poorly | half-baked | ill-(?:judged|conceived|advised|considered|prepared) | short-sighted | misguided
  reckless\w* | rash | clumsy | chaotic | chaos | rudderless | adrift | hollow | empty gesture | window.dressing | cosmetic | gimmick\w*
  stunt | vanity project | white elephant | makes? (?:no|little|perfect) (?:strategic |economic |commercial |military |political )?sense
  sold (?:out|us) | sell-?out | betray\w+ | stab(?:bed)? .{0,20}in the back | little more than | nothing (?:more|but|short) | not fit (?:for|to)
  unfit | fit for | couldn[’']?t (?:organi[sz]e|run|manage|tell|care) | should (?:have|never|resign|go|be ashamed|know) | ought to | deserv\w+
  too (?:old|slow|late|proud|weak|soft|timid|cautious|clever|big|stubborn|thin|nice|close) | impossible to | hard to (?:like|love|work|trust|see)
  difficult (?:man|woman|person|boss) | temper | tantrum\w* | bored | tired of | fed up | obsess\w+ | paranoi\w+ | unstable | erratic | unhinged
  charmless | charming | dull | tedious | lifeless | dreary | ugly | beautiful\w* | stunning | magnificent | superb | masterful | heroic
  masterstroke | the real (?:problem|reason|issue) | to blame | lost (?:the dressing|his|her|its|their) (?:room|way|touch|nerve|mind|grip)
  a (?:puppet|fraud|snake|bore|clown|fool|loser|dinosaur|passenger|lightweight|amateur|liability|tyrant|monster|dictator|control freak|saint)
  amateur\w* | lightweight | second-rate | third-rate | mediocre | unimpress\w+ | disappoint\w+ | let (?:us|them|everyone|people) down
  thrown away | wast(?:ed|ing) | worthwhile | sheer | frankly | honestly | everyone knows | everybody knows | nobody (?:believes|trusts|likes)
  no (?:backbone|shame|clue|plan|vision|strategy|spine)`)

/** Words that guess at what will come or why. */
export const speculating = anyOf(String.raw`
  probabl[ey] | presumably | perhaps | maybe | unlikely | likely | almost certain\w* | bound to | certain to | sure to | no chance
  (?:little|slim|no) (?:chance|hope|prospect) | never (?:recover|happen|work|win|return|forgive|be) | will never | won[’']?t (?:last|survive|work|happen)
  (?:will|would|may|might|could) (?:soon |yet |well |probably )?(?:collapse|fail|quit|resign|crumble|implode|backfire|fall apart|be gone|cave in|regret)
  matter of time | days are numbered | numbered | writing is on the wall | on borrowed time | I[’']?d say | I (?:think|doubt|suspect|reckon|bet|guess)
  wouldn[’']?t be surprised | my (?:guess|bet|sense|hunch) | must have (?:been|known|had) | looks (?:like|as if|finished) | seems (?:to|like)
  heading for | destined | inevitabl\w+ | odds | too late to`)
