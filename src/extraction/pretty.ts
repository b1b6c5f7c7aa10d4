import { claimKindLabels, voiceLabels } from '../vocabulary.ts'
import type { Reading } from './types.ts'

const WIDTH = 76

/** The claims of a reading as text for a terminal: number, words, who said it through whom, and what qualifies it. */
export function claimTable(id: string, text: string, reading: Reading): string {
  const lines = [`${id}  (${reading.language}, ${reading.claims.length} claims, ${reading.sources.length} sources)`, '']
  for (const [k, claim] of reading.claims.entries()) {
    const chain = claim.chain.map((hop) => (hop.sourceIndex === null ? 'unclear' : (reading.sources[hop.sourceIndex]?.name ?? 'unclear')))
    const number = String(k + 1).padStart(4)
    const [first = '', ...rest] = wrap(oneLine(claim.text))
    lines.push(`${number}  ${first}`, ...rest.map((line) => `      ${line}`))
    const facts = [
      voiceLabels[claim.voice],
      claimKindLabels[claim.kind],
      claim.checkable ? '' : 'not checkable',
      chain.length > 0 ? `from ${chain.join(', through ')}` : '',
    ]
    lines.push(`      · ${facts.filter(Boolean).join(' · ')}`)
    for (const index of claim.caveats) {
      const caveat = reading.caveats[index]
      if (caveat) lines.push(`      ! ${oneLine(text.slice(caveat.start, caveat.end))}`)
    }
    lines.push('')
  }
  return `${lines.join('\n')}\n`
}

/** No control characters reach the terminal, whatever the article holds. */
const oneLine = (words: string): string => words.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()

function wrap(words: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}
