import type { Caveat } from '../caveats.ts'
import { mentions, nameWords, originOf, paragraphOf, said, type View, wordsOf } from './view.ts'

const PARTY_KINDS = new Set(['armed_group', 'party_media'])
const PARTY =
  /^(?:army|military|forces?|troops|rebels?|insurgents?|militants?|fighters|police|government|junta|ministry|navy|gendarmerie|militia|regime|militias|command)$/u

/** What both parties said, with the sentences that go on with "it" or "they" where nobody was found for those. */
export function partiesOf(view: View, before: readonly number[]): number[] {
  const found: number[] = []
  for (const k of before) {
    const goesOn = originOf(view, k) === null && found.at(-1) === k - 1 && paragraphOf(view, k) === paragraphOf(view, k - 1)
    if (fromParty(view, k) || (goesOn && /^(?:it|they|he|she)$/u.test(wordsOf(view, k)[0]?.lower ?? ''))) found.push(k)
  }
  return found
}

/** Said by a party to the event, or by its own media. */
function fromParty(view: View, k: number): boolean {
  return (view.claims[k]?.chain ?? []).some(({ sourceIndex }) => {
    const source = sourceIndex === null ? undefined : view.sources[sourceIndex]
    if (!source) return false
    if (source.stake === 'party' || PARTY_KINDS.has(source.kind) || source.affiliatedTo !== null) return true
    return nameWords(view, sourceIndex).some((word) => PARTY.test(word))
  })
}

/** Words under which copy speaks of one and the same source. */
const CLASSES = [
  /^(?:group|rebels?|militants?|insurgents?|fighters|militia|faction|front|movement|separatists?|jihadists?|organisation|organization)$/u,
  /^(?:government|ministry|minister|authorities|officials?|state|regime|administration|governor|president)$/u,
  /^(?:army|military|troops|soldiers|forces|command|defence|defense|generals?)$/u,
  /^(?:company|firm|manufacturer|operator|maker|airline|bank|owner)$/u,
  /^(?:union|workers|strikers)$/u,
  /^(?:residents?|villagers?|locals?|witness(?:es)?|neighbou?rs?|survivors?)$/u,
]

/** "the group's claims", "the Pigeon report": what that source said or carried; "his account": what the person quoted last said. */
export function ownedBy(caveat: Caveat, view: View, before: readonly number[]): number[] {
  const [first] = caveat.owner
  if (first === undefined) return []
  if (/^(?:his|her|their|its)$/u.test(first)) return []
  return claimsOf(caveat.owner, view, before)
}

/** The claims of whoever is called by some of these words. */
function claimsOf(names: readonly string[], view: View, before: readonly number[]): number[] {
  const owner = names.filter((word) => word.length > 2)
  const owned = before.filter((k) =>
    (view.claims[k]?.chain ?? []).some((hop) => {
      const known = nameWords(view, hop.sourceIndex)
      return owner.some((word) => known.includes(word))
    }),
  )
  if (owned.length > 0) return withMembers(view, before, owned)
  const alike = CLASSES.filter((words) => owner.some((word) => words.test(word)))
  const ofClass = before.filter((k) =>
    (view.claims[k]?.chain ?? []).some((hop) => nameWords(view, hop.sourceIndex).some((word) => alike.some((words) => words.test(word)))),
  )
  if (ofClass.length > 0) return withMembers(view, before, ofClass)
  return before.filter((k) => said(view, k) && mentions(view, k, owner)).slice(-1)
}

/** "Residents said …. One, a teacher, said …": with what one of them says right after. */
function withMembers(view: View, before: readonly number[], claims: readonly number[]): number[] {
  const last = claims.at(-1) ?? 0
  const members = before.filter(
    (k) =>
      k > last &&
      k - last < 3 &&
      paragraphOf(view, k) === paragraphOf(view, last) &&
      (/^(?:one|another)$/u.test(wordsOf(view, k)[0]?.lower ?? '') || (wordsOf(view, k)[0]?.quoted === true && speaksForMany(view, last))),
  )
  return [...claims, ...members]
}

const speaksForMany = (view: View, k: number): boolean => view.sources[originOf(view, k) ?? -1]?.kind === 'collective'

/** "Neither the governor's toll nor the directorate's losses": the claims of each that the caveat names as an owner; empty for one owner. */
export function eachOwner(caveat: Caveat, view: View, before: readonly number[]): number[][] {
  const s = view.sentences[caveat.sentence]?.tokens ?? []
  const owners: string[][] = []
  for (let k = caveat.range[0] + 1; k < caveat.range[1]; k++) {
    const mark = s[k]?.text ?? ''
    if (s[k]?.quoted || (s[k]?.lower !== "'s" && mark !== '’' && mark !== "'" && mark !== '’s')) continue
    if (k > 1 && /^(?:NOUN|PROPN)$/u.test(s[k - 1]?.pos ?? '')) owners.push([s[k - 1]?.lower ?? ''])
  }
  return owners.length < 2 ? [] : owners.map((owner) => claimsOf(owner, view, before)).filter((claims) => claims.length > 0)
}
