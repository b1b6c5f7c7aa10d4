import type { ReadDocument } from './types.ts'

/** What a page's JSON-LD says of its article, as it is written there. */
export type LinkedArticle = ReadDocument['declared']

type Thing = Record<string, unknown>

/** As many objects as any page needs; more is somebody's joke. */
const mostThings = 5000
const longestScript = 500_000

/** Finds the article among a page's JSON-LD scripts. A script that is not JSON is passed over. */
export function articleIn(scripts: readonly string[]): LinkedArticle {
  for (const script of scripts) {
    const article = things(parse(script)).find(isArticle)
    if (article) return describe(article)
  }
  return {}
}

function parse(script: string): unknown {
  if (script.length > longestScript) return null
  try {
    return JSON.parse(script)
  } catch {
    return null
  }
}

/** Every object in the data, outermost first. */
function things(data: unknown): Thing[] {
  const found: Thing[] = []
  const waiting = [data]
  for (let index = 0; index < waiting.length && index < mostThings; index += 1) {
    const one = waiting[index]
    if (Array.isArray(one)) waiting.push(...one.slice(0, mostThings))
    else if (isThing(one)) {
      found.push(one)
      waiting.push(...Object.values(one).slice(0, mostThings))
    }
  }
  return found
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isArticle(thing: Thing): boolean {
  return [thing['@type']].flat().some((type) => typeof type === 'string' && /(Article|BlogPosting|Report)$/.test(type))
}

function describe(article: Thing): LinkedArticle {
  const page = article['mainEntityOfPage']
  const authors = [article['author']].flat().slice(0, 20).map(nameOf)
  const entries = {
    headline: text(article['headline']) ?? text(article['name']),
    byline: authors.filter((name) => name !== undefined && !/^https?:/i.test(name)).join(', ') || undefined,
    outlet: nameOf(article['publisher']),
    url: text(article['url']) ?? text(isThing(page) ? page['@id'] : page),
    publishedAt: text(article['datePublished']),
    language: text(article['inLanguage']),
  }
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
}

function nameOf(value: unknown): string | undefined {
  return text(isThing(value) ? value['name'] : value)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
