/** The small words that open, join and close clauses in English news copy, as tables a reader can check. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))

/** Open an adverbial clause. */
export const SUBORDINATORS = words('after before as when because since although though while whereas if until once where unless so')
/** A clause begins right behind these: a noun between them and an "and" is half of its subject. */
export const CLAUSE_OPENERS = words(
  'that if whether how why what who whom whose which sure certain confident clear because when where while whereas although though unless until once',
)
/** Set one assertion against another: the clause behind them asserts by itself. */
export const CONCESSIVE = words('although though while whereas despite whilst')
/** Join clauses; the last ones only behind a comma. */
export const COORDINATORS = words('and but yet or so')
export const AFTER_COMMA_ONLY = words('yet so or')
/** Words before a subordinate clause that belong to it: "especially after", "just as". */
export const FOCUS = words('especially even just only shortly soon immediately hours days particularly mainly partly not long')
export const SUBJECT_PRONOUNS = words('he she it they we i you there')
/** Begin a subject, or are one, though a tagger may call them anything. */
export const SUBJECT_STARTS = words(
  'this that these those others some many one none all no nobody nothing everyone everybody someone somebody each every any another most several few half both neither either more two three other such',
)
/** Stand behind "of" in a subject: "one of them". */
export const OBJECT_PRONOUNS = words('them us you it him her those these which whom')
/** Nouns for what somebody said: ", a figure the rebels dismissed", "— a charge the club denied". */
export const VERDICT_NOUNS = words(
  'claim charge figure number toll account allegation accusation assertion report version suggestion statement estimate description characterisation characterization comparison view position stance remark comment decision move step plan policy measure practice demand offer proposal something one theory explanation rumour rumor promise argument reading finding conclusion point condition requirement threshold limit rule test target loss fall rise drop increase decrease gain cut delay outcome result tally price sum amount share rate level mistake error failure risk fact',
)
/** Begin a relative clause that asserts something by itself: ", by which time …", ", most of whom …". */
export const QUANTIFIERS = words('most many some all none both half several few one two three four five each much part the')
export const RELATIVE_PRONOUNS = words('which whom whose')
/** Join a second statement of the same speaker: ", adding that …". */
export const ADDING = words('adding')
