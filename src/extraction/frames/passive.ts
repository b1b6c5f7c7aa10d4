import type { Cue } from './cues.ts'
import { frame, type Frame } from './frames.ts'
import { nominal, phraseFrom, type Range, trimmed } from '../words/phrases.ts'
import { canSpeak } from './relays.ts'
import { subjectOf } from './subject.ts'
import type { Token } from '../words/tokens.ts'

/** "is believed to", "it was reported that": said by somebody the copy does not name. */
const UNCLEAR = new Set('believe think say report suspect understand fear rumour rumor allege estimate presume'.split(' '))
/** Passives that tell what somebody said of the subject: "was described by X as", "were confirmed by X". */
const TOLD_OF = new Set(
  `describe confirm announce report deny condemn criticise criticize dismiss reject blame accuse praise denounce welcome denounce call label
  brand dub characterise characterize hail slam estimate put reveal disclose say tell quote cite note acknowledge predict warn decry dispute
  question contradict echo corroborate`.split(/\s+/u),
)

/** "X was quoted as saying", "it is believed that", "… is thought to be", "… was described by X as". Other passives are no attributions. */
export function passiveFrame(s: readonly Token[], cue: Cue, limit: number): Frame | null {
  const subject = subjectOf(s, cue.group[0])
  if (!subject) return null
  if (cue.lemma === 'quote' || cue.lemma === 'cite') return quotedAs(s, cue, subject, limit) ?? byFrame(s, cue, subject, limit)
  return byFrame(s, cue, subject, limit) ?? toldThat(s, cue, subject, limit) ?? unclearFrame(s, cue, subject, limit)
}

/** "Lee was quoted by Radio Marl as saying that …": who carried the words is a relay. */
function quotedAs(s: readonly Token[], cue: Cue, subject: Range, limit: number): Frame | null {
  const [from, to] = cue.group
  let saying = to
  while (saying < Math.min(limit, to + 16) && !(s[saying]?.lower === 'saying' || s[saying]?.lower === 'telling')) saying++
  if (saying >= Math.min(limit, to + 16)) return null
  let start = saying + 1
  const relays: Range[] = []
  const by = byBetween(s, to, saying)
  const relay = by >= 0 ? phraseFrom(s, by + 1, saying, false) : null
  if (relay) relays.push(relay)
  // "was quoted as saying by Radio Marl that …"
  if (s[start]?.lower === 'by' || s[start]?.lower === 'in') {
    const medium = phraseFrom(s, start + 1, limit, false)
    if (medium) {
      relays.push(medium)
      start = medium[1]
    }
  }
  const found = frame([from, saying + 1], [cue.at, cue.at + 1], cue.lemma, 'speech', subject, [trimmed(s, [start, limit])])
  found.relays.push(...relays)
  return found
}

function byBetween(s: readonly Token[], from: number, to: number): number {
  for (let k = from; k < to; k++) if (s[k]?.lower === 'by' && !s[k]?.quoted) return k
  return -1
}

/** "The deaths were confirmed by the ministry", "was described by Lee as “a mess”", "was accused by Lee of lying". */
function byFrame(s: readonly Token[], cue: Cue, subject: Range, limit: number): Frame | null {
  if (!TOLD_OF.has(cue.lemma)) return null
  const by = byBetween(s, cue.group[1], Math.min(limit, cue.group[1] + 8))
  const source = by >= 0 && nominal(s[by + 1]) ? phraseFrom(s, by + 1, limit, false) : null
  if (!source || !canSpeak(s, source) || s.slice(cue.group[1], by).some((token) => token.pos === 'VERB' || token.text === ',')) return null
  const rest = trimmed(s, [source[1], limit])
  const more = rest[1] > rest[0] && /^(?:as|of|for|to|that|on)$/u.test(s[rest[0]]?.lower ?? '')
  const told = cue.lemma === 'tell'
  if (told && !more) return null
  const content = told ? [rest] : more ? [trimmed(s, subject), rest] : [trimmed(s, subject)]
  return frame([cue.group[0], by + 1], [cue.at, cue.at + 1], cue.lemma, cue.speech ? 'speech' : 'act', source, content)
}

/** "Police were told that a van had fled": somebody told them, the copy does not say who. */
function toldThat(s: readonly Token[], cue: Cue, subject: Range, limit: number): Frame | null {
  if (cue.lemma !== 'tell' || s[cue.group[1]]?.lower !== 'that') return null
  const found = frame(cue.group, [cue.at, cue.at + 1], cue.lemma, 'speech', null, [trimmed(s, [cue.group[1], limit])])
  found.unclear = true
  found.audience = subject
  return found
}

function unclearFrame(s: readonly Token[], cue: Cue, subject: Range, limit: number): Frame | null {
  const [from, to] = cue.group
  if (!UNCLEAR.has(cue.lemma)) return null
  const impersonal = s[subject[0]]?.lower === 'it' && s[to]?.lower === 'that'
  if (!impersonal && s[to]?.lower !== 'to') return null
  const content: Range[] = impersonal ? [trimmed(s, [to, limit])] : [trimmed(s, [subject[0], from]), trimmed(s, [to, limit])]
  const found = frame(cue.group, [cue.at, cue.at + 1], cue.lemma, 'speech', null, content)
  found.unclear = true
  return found
}
