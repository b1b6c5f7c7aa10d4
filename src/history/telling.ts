/** What something is called, and where it is found; `isolate` where the words are somebody's own and keep their own direction. */
export interface Name {
  text: string
  href: string | null
  isolate: boolean
}

/** A sentence, word group by word group, and the reason that stands below it. */
export interface Sentence {
  words: Name[]
  because: string
}

/** A sentence in the making. */
export interface Telling extends Sentence {
  why(because: string): Telling
}

export const nothing: Name = { text: 'something', href: null, isolate: false }
export const spoken = (text: string): Name => ({ text, href: null, isolate: false })

/** Words of ours with names and words of others among them. */
export function say(strings: TemplateStringsArray, ...parts: (string | Name | Sentence)[]): Telling {
  const words = strings.flatMap((string, index) => {
    const part = parts[index]
    const ours = string === '' ? [] : [spoken(string)]
    if (part === undefined || part === '') return ours
    if (typeof part === 'string') return [...ours, spoken(part)]
    return [...ours, ...('words' in part ? part.words : [part])]
  })
  const telling = (because: string): Telling => ({ words, because, why: telling })
  return telling('')
}

/** What lies under a key of something that was kept; undefined where it is not there or has been purged. */
function under(kept: unknown, key: string): unknown {
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>)[key] : undefined
}

/** A text that was kept under a key; empty where there is none. */
export function text(kept: unknown, key: string): string {
  const value = under(kept, key)
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** A list that was kept under a key; empty where there is none. */
export function items(kept: unknown, key: string): unknown[] {
  const value = under(kept, key)
  return Array.isArray(value) ? value : []
}

/** The words for an identifier as they stand within a sentence; empty for one that is unknown or was not kept. */
export function label<K extends string>(labels: Record<K, string>, key: string): string {
  return Object.hasOwn(labels, key) ? labels[key as K].toLowerCase() : ''
}
