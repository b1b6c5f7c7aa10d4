import type { ReadDocument } from './types.ts'
import { articleIn } from './json-ld.ts'
import { attribute, hasAttribute, isText, type MarkupNode, nameOf, visit } from './markup.ts'

type Declared = ReadDocument['declared']

interface Found {
  meta: Map<string, string>
  scripts: string[]
  title: string
  canonical: string
  language: string
  time: string
}

/** What a page says of itself: in its JSON-LD, its metadata, its title, its language. Nothing here is read from its prose. */
export function readDeclared(root: MarkupNode): Declared {
  const found: Found = { meta: new Map(), scripts: [], title: '', canonical: '', language: '', time: '' }
  visit(root, {
    enter(node) {
      const name = nameOf(node)
      if (name === 'html') found.language ||= attribute(node, 'lang') || attribute(node, 'xml:lang')
      else if (name === 'meta') noteMeta(found.meta, node)
      else if (name === 'link' && /(^|\s)canonical(\s|$)/i.test(attribute(node, 'rel'))) found.canonical ||= attribute(node, 'href')
      else if (name === 'title') found.title ||= wordsIn(node)
      else if (name === 'script' && /ld\+json/i.test(attribute(node, 'type'))) found.scripts.push(wordsIn(node))
      else if (name === 'time' && (hasAttribute(node, 'pubdate') || !found.time)) found.time = attribute(node, 'datetime')
      // A picture may have a title of its own.
      return name !== 'svg'
    },
  })
  return declare(found)
}

/** What each fact of a page goes by in its metadata, the surest first. */
const metaNames = {
  headline: ['og:title', 'twitter:title', 'dc.title'],
  byline: ['author', 'article:author', 'dc.creator', 'parsely-author'],
  outlet: ['og:site_name', 'application-name', 'dc.publisher'],
  publishedAt: ['article:published_time', 'og:article:published_time', 'date', 'dc.date', 'dc.date.issued', 'parsely-pub-date'],
  language: ['og:locale', 'content-language'],
}

function declare({ meta, scripts, title, canonical, language, time }: Found): Declared {
  const article = articleIn(scripts)
  const given = (fact: keyof typeof metaNames) => [article[fact], ...metaNames[fact].map((name) => meta.get(name))]
  const entries = {
    headline: firstOf([...given('headline'), title], label),
    byline: firstOf(given('byline'), personName),
    outlet: firstOf(given('outlet'), label),
    url: firstOf([canonical, meta.get('og:url'), article.url], webAddress),
    publishedAt: firstOf([...given('publishedAt'), time], moment),
    language: firstOf([language, ...given('language')], languageTag),
  }
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
}

function noteMeta(meta: Map<string, string>, node: MarkupNode): void {
  const named = attribute(node, 'property') || attribute(node, 'name') || attribute(node, 'itemprop') || attribute(node, 'http-equiv')
  const key = named.toLowerCase()
  const value = attribute(node, 'content')
  if (key !== '' && value !== '' && !meta.has(key)) meta.set(key, value)
}

function wordsIn(node: MarkupNode): string {
  const words: string[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (isText(child)) words.push(child.data ?? '')
  return words.join('')
}

function firstOf(values: (string | undefined)[], read: (line: string) => string | undefined): string | undefined {
  return values.map((value) => read((value ?? '').replace(/\s+/g, ' ').trim())).find((value) => value !== undefined)
}

/** One line of at most 500 characters: longer ones are somebody's mistake, not a name. */
function label(line: string): string | undefined {
  return line !== '' && line.length <= 500 ? line : undefined
}

/** Some pages give the address of the writer's profile. */
function personName(line: string): string | undefined {
  return /^https?:/i.test(line) ? undefined : label(line)
}

function webAddress(line: string): string | undefined {
  return /^https?:\/\//i.test(line) && line.length <= 2000 && URL.canParse(line) ? new URL(line).href : undefined
}

/** A date, or a date and a time, in the ISO form; nothing else can be trusted to mean one day. */
function moment(line: string): string | undefined {
  return /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d|$)/.test(line) && !Number.isNaN(Date.parse(line)) ? line : undefined
}

function languageTag(line: string): string | undefined {
  const tag = line.replace('_', '-')
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined
}
