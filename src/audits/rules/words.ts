import { anyOf } from './piece.ts'

/** What gives a reason why somebody is not named, where a sentence speaks of not naming them. */
const namingWords = anyOf(String.raw`
  anonym\w+ | (?:not|never|nor) (?:to )?be(?:ing)? (?:named|identified|quoted) | (?:un)?named | identif\w+ | identit\w+
  (?:his|her|their|the|a) (?:real |full |last |sur)?names?
  speak(?:ing)? (?:publicly|openly|on the record|to (?:the )?(?:press|media|reporters|journalists))
  talk(?:ing)? (?:publicly|openly|to (?:the )?(?:press|media|reporters|journalists)) | on the record | go(?:ing)? public
  first names?(?: only)?`)
const reasonWords = anyOf(String.raw`
  because | since | as (?:he|she|they|the|it|no|staff|employees) | for fear | fear(?:s|ed|ing)? | afraid | out of
  to (?:protect|avoid|safeguard|shield|preserve) | citing | worried
  for (?:his|her|their|safety|security|legal|privacy|personal)\b.{0,30}(?:safety|security|reasons|privacy|job) | reprisals?
  retaliation | minors? | risk(?:s|ed|ing)? | lose (?:his|her|their) | so (?:as not )?to | owing to | due to | given the
  contract | sensitiv\w+`)
const selfExplaining = anyOf(String.raw`
  (?:not|n[o’']t|never|isn[’']t|wasn[’']t|weren[’']t|un) ?(?:been )?(?:authori[sz]ed|allowed|permitted|cleared|entitled) to (?:speak|talk|comment|discuss|brief|disclose|give|be quoted)
  (?:bar(?:s|red)|forbid(?:s|den)?|prohibit(?:s|ed)?|ban(?:s|ned)?|prevent(?:s|ed)?)\b.{0,40}(?:speak|talk|comment|discuss)\w*`)

/** Whether a sentence says why somebody in it is not named. */
export const saysWhyUnnamed = (text: string): boolean => selfExplaining.test(text) || (namingWords.test(text) && reasonWords.test(text))

/** Words that allege serious wrongdoing. */
export const grave = anyOf(String.raw`
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

/** Words by which copy takes sides on what is disputable: blame, motive, secret intent, a toll. */
export const disputable = [
  grave,
  anyOf(String.raw`
  (?:to )?blame[ds]? | responsible for | (?:was|were|been) caused by | at fault | deliberate(?:ly)? | intentional(?:ly)?
  secret(?:ly)? | behind closed doors | plot(?:ted|ting)? | conspir\w+ | scheme[ds]?
  in order to (?:hide|avoid|silence|weaken|punish|win|please) | reckless(?:ly)? | botched | sabotag\w+ | betray\w+
  cynical(?:ly)? | turned a blind eye | fail(?:ed|ure) to (?:act|warn|protect|prevent|stop|inspect|report|maintain|respond)`),
  anyOf(String.raw`
  (?:at least |more than |nearly |almost |about |some |over |up to )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|dozens of|scores of|hundreds of|thousands of)\b[^.;]{0,40}\b(?:killed|dead|died|wounded|injured|missing|displaced|massacred|shot)
  (?:killed|wounded|injured|killing|wounding|injuring|displaced|displacing)\b[^.;]{0,25}\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands)`),
]
export const isDisputable = (text: string): boolean => disputable.some((words) => words.test(text))

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
