import type { Token } from '../../words/tokens.ts'

/** Words under which copy speaks of one thing, by their stems; the first stands for all. */
const FAMILIES = `
  shoot shot shots fire gun gunfire bullet shooting
  death dead die dies died dying kill killed killing toll fatality fatalities body bodies loss losses
  deal agreement agree agreed sign signed contract pact
  document memo paper letter text file note dossier slide sheet minute report page
  video clip footage film recording tape
  message email chat screenshot
  dump dumped pump pumped tip tipped bury buried pour
  sale sell sold buy bought purchase owner
  pay paid wage wages salary payment
  call rang ring rung phone
  loan lend lent lender borrow debt
  deed conveyance title
  reading measure measurement decibel
  meeting meet met
  attack strike struck shell bomb raid
  photograph photo picture image
  papers burn stove
  board aboard onboard passenger
  breach hack hacker intrusion
  sighting spot spotted glimpse`

const familyOf: ReadonlyMap<string, string> = new Map(
  FAMILIES.trim()
    .split('\n')
    .flatMap((row) => {
      const members = row.trim().split(' ')
      return members.map((word): [string, string] => [stemmed(word), members[0] ?? word])
    }),
)

/** The stem of a word without its endings: "dumping", "dumped" and "dumps" are one. */
function stemmed(word: string): string {
  const bare = word.replace(/(?:ings?|ed|es|s|ment|ments)$/u, '')
  const stem = bare.length < 3 ? word : bare
  return stem.replace(/(?<twice>[bdgmnprt])\k<twice>$/u, '$<twice>').replace(/e$/u, '')
}

/** What a word speaks of: its family, or its stem. */
export const thingOf = (word: string): string => {
  const stem = stemmed(word)
  return familyOf.get(stem) ?? stem
}

/** Words that hold too little to tell one claim from another. */
const LIGHT = new Set(
  `be have do can could would will say tell make take give get go come see show put call more most other some any anybody anyone anything
  nobody day night time week month year people man woman way part thing matter case today yesterday true real genuine right wrong
  independent independently confirm verify check trace establish determine authenticate reach find produce provide evidence proof
  said told made took gave got came went saw seen put left kept held set let went gone done given taken known heard asked ask add added
  record copy source one two three first second last support back claim account`
    .split(/\s+/u)
    .map((word) => stemmed(word)),
)

/** The things that words speak of: nouns, and verbs with a sense of their own; names are nobody's thing. */
export function thingsIn(tokens: readonly Token[]): string[] {
  const found = new Set<string>()
  for (const { lower, pos } of tokens) {
    if ((pos !== 'NOUN' && pos !== 'VERB' && pos !== 'ADJ') || lower.length < 3) continue
    if (!LIGHT.has(stemmed(lower))) found.add(thingOf(lower))
  }
  return [...found]
}
