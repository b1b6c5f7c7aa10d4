import type { CopySentence } from '../layout/layout.ts'
import { textOf } from '../words/phrases.ts'

const OWN =
  /^(?:this|our|the present) (?:newspaper|paper|website|outlet|publication|magazine|reporter|correspondent|journalist|channel|station|news agency|agency|programme|program|site)(?:['’]s.*)?$|^(?:us|our (?:reporter|correspondent|newsroom|sister paper)|the (?:present )?(?:writer|author) of this (?:article|story|report))$/iu
const VERIFYING = /^(?:could|was|were|has|have|had|did|can|cannot|is|are)$/u

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** "صحيفة الضفة" is also "الضفة", "le journal L'Aube" also "L'Aube": a name without the noun that says what kind of medium it is. */
const withoutKind = (name: string): string =>
  name
    .replace(
      /^(?:صحيفة|جريدة|وكالة|قناة|موقع|شبكة|مجلة|إذاعة|راديو|تلفزيون|l agence|le (?:journal|quotidien|site)|la agencia|el (?:diario|periódico|portal))\s+/u,
      '',
    )
    .replace(/\s+(?:للأنباء|الإخبارية|الإخباري|الإلكترونية)$/u, '')

/** The names a copy's own outlet goes by: as given, in brackets, without "the", and its initials. */
export function outletNames(outlet: string | undefined): Set<string> {
  const names = new Set<string>()
  if (!outlet) return names
  const inBrackets = /\(([^()]{1,60})\)/u.exec(outlet)?.[1]
  for (const name of [outlet, outlet.replace(/\([^()]{0,60}\)/u, ' '), inBrackets ?? ''])
    if (plain(name)) names.add(plain(name)).add(withoutKind(plain(name)))
  const initials = outlet.replace(/\([^()]{0,60}\)/u, ' ').match(/\b\p{Lu}/gu) ?? []
  if (initials.length >= 3) names.add(initials.join('').toLowerCase())
  // "The Harbour Post" is also "the Post".
  const last =
    plain(outlet.replace(/\([^()]{0,60}\)/u, ' '))
      .split(' ')
      .at(-1) ?? ''
  if (/^(?:post|times|journal|gazette|herald|tribune|chronicle|mail|telegraph|mirror|sun|standard|observer|news)$/u.test(last))
    names.add(last)
  return names
}

/** An agency's own copy opens with the place, the date and its name in brackets: "HARBURY, May 4 (Ostra News) - …". */
function datelineAgency(text: string, sentences: readonly CopySentence[]): string | null {
  for (const { start } of sentences.slice(0, 6)) {
    const found = /\p{Lu}{2}[^()\n]{0,40}\(([^()\n]{2,30})\) ?[-–—]+ ?$/u.exec(text.slice(Math.max(0, start - 90), start))?.[1]
    if (found) return found
  }
  return null
}

const WITNESSED = /\b(?:seen|reviewed|obtained|heard) by the \p{Lu}/u
const WITNESSES = /\b(?:seen|reviewed|obtained|heard) by the (\p{Lu}[\p{L}’'-]*)/gu

/** Adds the name under which the copy says that it could itself not verify something. */
export function outletFromCaveats(
  text: string,
  sentences: readonly CopySentence[],
  names: Set<string>,
  isCaveat: (sentence: CopySentence) => boolean,
): Set<string> {
  if (names.size > 0) return names
  const dateline = datelineAgency(text, sentences)
  if (dateline) names.add(plain(dateline))
  for (const { tokens: s } of sentences) {
    const name = s[0]?.text === 'The' && /^(?:understands|can)$/u.test(s[2]?.lower ?? '') ? (s[1]?.text ?? '') : ''
    // Only a paper says so of itself, and it says what it was shown or could not confirm.
    if (!/^\p{Lu}/u.test(name) || !/^(?:that|reveal|disclose|report)$/u.test(s[3]?.lower ?? '')) continue
    if (WITNESSED.test(text.slice(0, 40_000)) && [...text.matchAll(WITNESSES)].some((match) => match[1] === name)) names.add(plain(name))
  }
  for (const sentence of sentences) {
    if (!isCaveat(sentence)) continue
    const s = sentence.tokens
    let to = 0
    while (to < s.length && to < 6 && !VERIFYING.test(s[to]?.lower ?? '')) to++
    const name = textOf(text, s, [0, to])
    if (
      VERIFYING.test(s[to]?.lower ?? '') &&
      /\p{Lu}/u.test(name) &&
      s.slice(0, to).every((token) => /^\p{Lu}|^the$/u.test(token.text)) &&
      s.slice(to, to + 5).some((token) => /^(?:not|n't|unable|yet|cannot)$/u.test(token.lower))
    )
      names.add(plain(name))
  }
  return names
}

/** Whether a name is the outlet's own: it is never a hop. */
export const isOutlet = (name: string, names: ReadonlySet<string>): boolean =>
  OWN.test(name.trim()) || (names.size > 0 && (names.has(plain(name)) || names.has(withoutKind(plain(name)))))
