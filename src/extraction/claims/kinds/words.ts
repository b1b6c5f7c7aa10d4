/** The words that tell an opinion, a prediction, a promise or an instruction from a statement of fact. Lower-case forms; lemmas where said. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Words of judgement: what they say of a thing cannot be looked up. */
export const EVALUATIVE = words(`
  troubling worrying alarming disturbing shocking disgraceful shameful outrageous unacceptable wonderful terrible horrible horrific awful tragic
  heroic brilliant fantastic amazing incredible beautiful ugly disgusting cowardly brave courageous unfair fair unjust wrong right foolish stupid
  irresponsible reckless absurd ridiculous nonsense excellent great good bad best worst better worse important crucial vital essential necessary
  inevitable unfortunate regrettable impressive remarkable extraordinary historic encouraging promising welcome
  hopeful optimistic pessimistic confident dangerous barbaric evil heinous despicable betrayal disgrace scandal triumph tragedy disaster
  catastrophe nightmare failure success mistake insult mockery joke shame pleasure honour honor wake-up
  obscene meaningless pointless pathetic cynical hypocritical hypocrisy laughable farce farcical circus fiasco shambles sham charade madness
  insane insanity crazy cruel cruelty inhumane inhuman indefensible inexcusable unforgivable intolerable unbearable unthinkable disrespectful contempt
  contemptible cowardice arrogant arrogance incompetent incompetence weak pitiful appalling atrocious ghastly dreadful lovely superb
  outstanding magnificent terrific marvellous marvelous exciting boring fun sensible reasonable unreasonable proportionate disproportionate excessive
  inadequate insufficient premature overdue misguided naive irrelevant trivial laudable commendable admirable noble
  hero heroes coward cowards traitor traitors thug thugs clown clowns monster monsters liar liars idiot idiots friend enemy enemies disservice
  blessing curse miracle milestone breakthrough gamechanger game-changer injustice outrage embarrassment embarrassing humiliation humiliating
  bleak grim dire rosy dismal miserable stunning thrilling gripping enchanting tedious dull clumsy crass tasteless callous heartless brazen masterpiece
  feeble clever timid bold polished uneven predictable unpredictable overblown overrated underrated ambitious unambitious vague muddled 
  opaque messy chaotic scandalous sinister suspicious odd strange bizarre weird baffling puzzling curious understandable legitimate illegitimate unjustified
  credible implausible plausible ludicrous preposterous hysterical reassuring heartbreaking heartening uplifting harrowing haunting heart-warming dazzling
  sublime hostile friendly cordial frosty generous mean-spirited harsh lenient  worthwhile worthless useless useful futile hopeless helpless
  overvalued undervalued overpriced unbearable gamble bluff stunt sideshow distraction lifeline blow setback relief surprise puzzle mystery irony paradox headache nuisance bargain burden delight struggle ordeal
  rollercoaster privilege lottery con trick trap
  spectacle witch-hunt smear sound healthy robust flawed unworkable unrealistic realistic half-baked half-hearted hollow cosmetic rushed misplaced
  wasteful clueless pointless short-sighted shortsighted one-sided simplistic sloppy lazy lacklustre dire stale flat-footed tone-deaf ill-conceived ill-judged
  damning hypocrites elegant charming graceful witty compelling convincing unconvincing persuasive memorable forgettable delightful slap gift godsend travesty fantasy wishful petty greedy selfish spineless toothless brutal savage`)
/** Judgements only where they stand before a noun ("a positive step"): elsewhere they measure. */
export const EVALUATIVE_BEFORE_NOUN = words('positive negative proud sad happy')
/** What people say they feel. Judged only in their own words: that somebody is said to be livid can be asked. */
export const FEELING = words(`
  proud happy delighted disappointed disappointing heartbroken devastated thrilled grateful thankful sorry sad saddened concerned worried
  shocked appalled angry furious disgusted pleased glad satisfied convinced committed determined relieved ashamed tired sick afraid scared
  honoured honored humbled excited frustrated outraged horrified dismayed alarmed ecstatic overjoyed fed lucky blessed sure certain ready
  heartsick bitter numb upset nervous anxious`)
/** Lemmas: what a first person thinks, wishes or feels now. */
export const MINDING = words(
  'think believe feel hope want love hate fear wish regret grieve mourn trust expect worry suspect doubt prefer applaud welcome condemn reject deplore thank salute pray stand support oppose refuse',
)
/** Nouns of which "there is no …" judges. */
export const NO_SUCH = words(
  'excuse excuses justification doubt alternative choice point place room reason shame way question substitute harm',
)

/** Lemmas. */
export const OBLIGATION = words('should must ought')
export const ORDER = words('ask urge order call demand tell advise instruct request invite appeal warn beg implore plead')
export const PROMISE = words('vow pledge promise swear guarantee')
export const VERDICT = words(
  'condemn criticize criticise praise denounce welcome thank hail applaud slam blast rebuke decry deplore mock ridicule lambast lambaste deride laud salute commend castigate excoriate berate scold chide congratulate lament bemoan sneer scoff jeer taunt',
)
export const FORETELL = words('predict forecast foresee anticipate')
export const WISHING = words('hope wish')
export const JESTING = words('quip joke')
/** What these say will be is settled, not foretold. */
export const SETTLED = words('announce confirm order rule decide report publish decree stipulate specify show list')
/** Verbs that put somebody's name on a thing: with "as" or without. */
export const CALLING = words('call brand label dub term deem consider')
export const CALLING_AS = words(
  'describe dismiss brand label portray deride deplore denounce hail characterise characterize paint depict regard see condemn praise',
)

export const BIG_WORDS = words(
  'hundred hundreds thousand thousands million millions billion billions trillion dozen dozens percent per cent half third quarter two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
)
export const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u
/** What something is or was in fact, even when somebody's own words for it are quoted: "an old draft", "a typing error". */
export const PLAIN =
  /^(?:error|mistake|draft|copy|forgery|fake|hoax|lie|lies|test|drill|warning|accident|misunderstanding|record|drone|trawler|van|lorry|truck|gun|knife|building|house|area|plane|boat|ship|car|man|woman|child|boy|girl|member|relative|civilian|civilians|soldier|coincidence|leak|bomb|fire|explosion|blast|murder|suicide|homicide|robbery|withdrawal|operation|response|exercise|precaution|measure|decision|agreement|matter|majority|minority|number|handful|few|couple|lot|bit|day|week|month|year|percent|cent|metres|meters|miles|kilometres|feet|times)$/u
