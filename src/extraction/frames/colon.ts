import { isPaper } from './cues.ts'
import { frame, type Frame } from './frames.ts'
import { isFinite, phraseFrom, type Range } from '../words/phrases.ts'
import { canSpeak } from './relays.ts'
import type { Token } from '../words/tokens.ts'

/** Nouns for what a list or quotation behind a colon holds: "made three demands:", "the key findings:". */
const ANNOUNCED =
  /^(?:findings?|demands?|claims?|points?|conclusions?|recommendations?|reasons?|allegations?|answers?|reply|response|words|statement|message|warnings?|conditions|proposals?|promises?|pledges?|questions?|text|passage|lines?|excerpts?|summary)$/u

/**
 * A sentence that only opens what stands behind its colon, without a verb of saying: "The letter reads:", "The report makes three
 * findings:", "A letter from the head, Ann Lee, was read out:", "From the ruling:". Null where nobody and no paper is named.
 */
export function colonFrame(s: readonly Token[]): Frame | null {
  const colon = s.length - 1
  if (s[colon]?.text !== ':' || s[colon]?.quoted || colon < 2 || s.some((token) => token.quoted)) return null
  const source = sourceOf(s, colon)
  if (!source) return null
  const found = frame([colon, colon + 1], [colon, colon + 1], ':', 'speech', source, [])
  found.opensColon = true
  return found
}

function sourceOf(s: readonly Token[], colon: number): Range | null {
  if (/^(?:from|in)$/u.test(s[0]?.lower ?? '')) {
    const paper = phraseFrom(s, 1, colon, false)
    return paper && paper[1] === colon && isPaper(s, paper) ? paper : null
  }
  const subject = phraseFrom(s, 0, colon)
  if (!subject) return null
  const announced = s.slice(subject[0], colon).some((token) => ANNOUNCED.test(token.lower))
  if (isPaper(s, subject)) {
    if (!announced && !s.slice(subject[1], colon).some((token) => SHOWN.test(token.lower))) return null
    return writerOf(s, subject) ?? subject
  }
  return announced && canSpeak(s, subject) && s.slice(subject[1], colon).some((_, k) => isFinite(s, subject[1] + k)) ? subject : null
}

const SHOWN = /^(?:read|reads|says|said|ran|runs|went|goes|posted|published|released|issued|states|continues|concludes|ends|begins|opens)$/u

/** "A letter from the head, Ann Lee,": who wrote it said it. */
function writerOf(s: readonly Token[], [from, to]: Range): Range | null {
  for (let k = from + 1; k < to; k++) {
    if (!/^(?:from|by)$/u.test(s[k]?.lower ?? '')) continue
    const writer: Range = [k + 1, to]
    return canSpeak(s, writer) ? writer : null
  }
  return null
}
