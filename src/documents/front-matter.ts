import type { Line } from './markdown.ts'
import type { ReadDocument } from './types.ts'

interface FrontMatter {
  lines: number
  end: number
  declared: ReadDocument['declared']
}

const mostLines = 200

/** What a Markdown text says of itself between two lines of dashes at its top. */
export function frontMatter(lines: readonly Line[]): FrontMatter | null {
  if (lines[0]?.text.trimEnd() !== '---') return null
  const length = lines.slice(1, mostLines).findIndex(({ text }) => /^(---|\.\.\.)[ \t]*$/.test(text))
  const last = lines[length + 1]
  if (length === -1 || !last) return null

  const entries = new Map(lines.slice(1, length + 1).flatMap(entryOf))
  const given = (key: string, shape = /./) => [entries.get(key)].find((value) => value !== undefined && shape.test(value))
  const known = {
    headline: given('title'),
    byline: given('author') ?? given('byline'),
    outlet: given('outlet') ?? given('publication'),
    url: given('url', /^https?:\/\//i),
    publishedAt: given('date', /^\d{4}-\d\d-\d\d/),
    language: given('lang', /^[a-z]{2,3}(-\w{2,8})*$/i) ?? given('language', /^[a-z]{2,3}(-\w{2,8})*$/i),
  }
  return {
    lines: length + 2,
    end: last.start + last.text.trimEnd().length,
    declared: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
  }
}

function entryOf({ text }: Line): [key: string, value: string][] {
  const colon = text.indexOf(':')
  const key = text.slice(0, Math.max(colon, 0)).trim().toLowerCase()
  const value = text
    .slice(colon + 1)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
  return colon > 0 && key.length < 40 && value !== '' && value.length <= 500 ? [[key, value]] : []
}
