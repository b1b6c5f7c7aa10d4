import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readDocument } from '../documents/read.ts'
import type { ReadOptions } from '../extraction/types.ts'

/** A text with what its caveats are about, marked by hand. */
export interface Marked {
  /** The name of the folder it lies in. */
  folder: string
  text: string
  options: ReadOptions
  caveats: { exact: string; about: string[]; maybe: string[] }[]
}

/** Where the marked texts lie, as the command line says it. */
export const MARKED_FOLDERS = {
  articles: { type: 'string' },
  copy: { type: 'string' },
  shapes: { type: 'string' },
} as const

/** All marked texts of those folders. */
export async function markedTexts({ articles, copy, shapes }: { articles?: string; copy?: string; shapes?: string }): Promise<Marked[]> {
  if (!articles || !copy || !shapes) throw new Error('Say where the marked texts lie: --articles FOLDER --copy FOLDER --shapes FOLDER')
  return [...(await articlesIn(articles)), ...piecesIn(copy), ...piecesIn(shapes)]
}

interface Gold {
  lang?: string
  raw: string
  claims: { exact: string }[]
  caveats: { exact: string; applies_to: number[]; applies_optional?: number[] }[]
}

/** The marked articles of a folder that are in English: `gold` holds the marks, `raw` the articles. */
export async function articlesIn(folder: string): Promise<Marked[]> {
  const golds = readdirSync(path.join(folder, 'gold')).sort()
  const all = golds.map(async (file): Promise<Marked[]> => {
    const { lang, raw, claims, caveats } = JSON.parse(readFileSync(path.join(folder, 'gold', file), 'utf8')) as Gold
    if (lang && !lang.startsWith('en')) return []
    const { text, blocks, format, declared } = await readDocument(readFileSync(path.join(folder, 'raw', raw)), raw)
    const wordings = (indices: readonly number[] = []): string[] => indices.map((k) => claims[k]?.exact ?? '')
    const options = { blocks: format === 'text' ? [] : blocks, ...(declared.outlet ? { outlet: declared.outlet } : {}) }
    const marked = caveats.map((caveat) => ({
      exact: caveat.exact,
      about: wordings(caveat.applies_to),
      maybe: wordings(caveat.applies_optional),
    }))
    return [{ folder: path.basename(folder), text, options, caveats: marked }]
  })
  return (await Promise.all(all)).flat()
}

interface Piece {
  id: string
  text: string
  caveats: { exact: string; applies_to: string[]; optional?: string[] }[]
}

/** The marked pieces of a folder: lists of texts in JSON. */
export function piecesIn(folder: string): Marked[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return files.sort().flatMap((file) =>
    (JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Piece[]).map(({ text, caveats }) => ({
      folder: path.basename(folder),
      text,
      options: {},
      caveats: caveats.map(({ exact, applies_to, optional }) => ({ exact, about: applies_to, maybe: optional ?? [] })),
    })),
  )
}

/** A caveat's words, or a claim's, are those that were marked from this share of the shorter of the two on. */
const SAME = 0.8

export const wordsOfText = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether the shorter of two wordings is nearly all in the longer one. */
export function same(one: readonly string[], other: readonly string[]): boolean {
  const left = new Map<string, number>()
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const count = left.get(word) ?? 0
    if (count > 0) {
      shared++
      left.set(word, count - 1)
    }
  }
  const shorter = Math.min(one.length, other.length)
  return shorter > 0 && shared / shorter >= SAME
}
