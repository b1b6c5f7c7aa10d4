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
