/** FNV-1a over UTF-16 units, 32 bits: the same word has the same number on every machine and in every version. */
export function stringHash(word: string): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < word.length; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193)
  return hash | 0
}

/** Joins a number into a hash. The order matters. */
export function mixed(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x85ebca6b)
  h ^= h >>> 15
  return Math.imul(h, 0xc2b2ae35) ^ (h >>> 13)
}
