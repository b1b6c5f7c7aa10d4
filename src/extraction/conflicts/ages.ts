import type { Token } from '../words/tokens.ts'
import { numberAt, type Quantity } from './numbers.ts'

/** "Anna Lee, 34," and "34-year-old Anna Lee": the ages a claim gives to people it names, keyed by the name's last word. */
export function agesIn(s: readonly Token[]): (Quantity & { about: string })[] {
  const found: (Quantity & { about: string })[] = []
  for (let k = 1; k < s.length; k++) {
    const named = /^(\d{1,3})-year-old$/u.exec(s[k]?.lower ?? '')
    if (named) {
      const name = nameFrom(s, k + 1)
      if (name) found.push({ value: Number(named[1]), bound: 'exact', from: k, to: k + 1, about: `age/${name}` })
      continue
    }
    const number = s[k - 1]?.text === ',' && /^\d{1,3}$/u.test(s[k]?.text ?? '') ? numberAt(s, k) : null
    const name = s[k - 2]
    const closes = k + 1 >= s.length || /^[,.;]$/u.test(s[k + 1]?.text ?? '')
    if (number && closes && name?.pos === 'PROPN' && s[k - 3]?.pos === 'PROPN' && number.value < 120)
      found.push({ ...number, bound: 'exact', about: `age/${s[k - 3]?.lower ?? ''} ${name.lower}` })
  }
  return found
}

/** The first two words of the name that begins at `from` or after one noun ("34-year-old driver Anna Lee"). */
function nameFrom(s: readonly Token[], from: number): string | null {
  let at = from
  while (at < from + 3 && s[at]?.pos === 'NOUN') at++
  const name: string[] = []
  while (s[at]?.pos === 'PROPN' && name.length < 4) name.push(s[at++]?.lower ?? '')
  return name.length >= 2 ? name.slice(-2).join(' ') : null
}
