import type { Caveat } from '../caveats.ts'
import { MEDIUM } from '../words.ts'
import { originOf, nameWords, paragraphOf, type View, wordsOf } from './view.ts'

const REPORT = /^(?:reports?|story|article)$/u
const MEDIA = /^(?:outlet|news_agency|party_media)$/u
const PRESS = /^(?:media|press|newspapers?|paper|broadcaster|magazine|website|outlets)$/u
/** A report is looked for over so many claims. */
const NEAR = 4

/** "The report": all that the medium carried whose report was told last. Null where no medium carried what was said. */
export function carried(caveat: Caveat, view: View, heard: readonly number[]): number[] | null {
  if (caveat.owner.length > 0 || !caveat.about.some((noun) => REPORT.test(noun))) return null
  const before = heard.filter((k) => view.claims[k]?.kind !== 'opinion')
  const last = before.slice(-NEAR).findLast((k) => mediaOf(view, k).length > 0)
  const medium = last === undefined ? undefined : mediaOf(view, last).at(-1)
  if (last === undefined || medium === undefined) return null
  const run: number[] = []
  for (const k of before.slice(0, before.indexOf(last) + 1).reverse()) {
    const same = mediaOf(view, k).some((other) => other === medium || generic(view, other) || generic(view, medium))
    if (!same || paragraphOf(view, last) - paragraphOf(view, k) > 1) break
    run.unshift(k)
  }
  return run
}

/** "The paper": whichever was named. */
const generic = (view: View, index: number): boolean => /^(?:the )?\p{Ll}+$/u.test(view.sources[index]?.name ?? '')

/** The media through which a claim came, or that first had it. */
const mediaOf = (view: View, k: number): number[] =>
  (view.claims[k]?.chain ?? []).flatMap(({ sourceIndex }) => {
    if (sourceIndex === null) return []
    const medium = MEDIA.test(view.sources[sourceIndex]?.kind ?? '') || calledMedium(view, sourceIndex)
    return medium ? [sourceIndex] : []
  })

/** "The Daily Record": a name that ends as those of media do. */
function calledMedium(view: View, index: number): boolean {
  const name = view.sources[index]?.name ?? ''
  const last = name.toLowerCase().split(' ').at(-1) ?? ''
  return PRESS.test(last) || (/^\p{Lu}/u.test(name) && name.includes(' ') && MEDIUM.has(last))
}

const ALLEGATIONS = /^(?:allegations?|accusations?|charges?)$/u
const ACCUSER =
  /^(?:prosecutors?|prosecution|police|lawsuits?|suit|complaint|indictment|plaintiffs?|filings?|affidavit|investigators?|petition|papers|documents?|accuser|regulators?|claimants?)$/u
const ACCUSES = /^(?:alleg\w+|accus\w+)$/u

/** "The allegations have not been tested in court": what the accuser said last, over what the accused says. Null where nobody accuses. */
export function accused(caveat: Caveat, view: View, before: readonly number[]): number[] | null {
  if (caveat.owner.length > 0 || !caveat.about.some((noun) => ALLEGATIONS.test(noun))) return null
  const accuses = (k: number): boolean =>
    nameWords(view, originOf(view, k)).some((word) => ACCUSER.test(word)) ||
    wordsOf(view, k).some((token) => !token.quoted && ACCUSES.test(token.lower))
  const last = before.slice(-12).findLast(accuses)
  if (last === undefined) return null
  const origin = originOf(view, last)
  return before.filter(
    (k) =>
      k === last || (origin !== null && originOf(view, k) === origin && paragraphOf(view, last) - paragraphOf(view, k) < 3 && last - k < 6),
  )
}
