import type { ReadDocument } from './types.ts'
import { articleIn } from './json-ld.ts'
import { attribute, hasAttribute, isText, type MarkupNode, nameOf, visit } from './markup.ts'

type Declared = ReadDocument['declared']

interface Survey {
  declared: Declared
  /** Tables that lay out a page instead of holding data. */
  layoutTables: Set<MarkupNode>
  /** Forms that wrap a whole page, as some publishing systems write them. */
  pageForms: Set<MarkupNode>
}

/** Looks over a whole page before it is read: what it says of itself, and which tables and forms are only scaffolding. */
export function surveyPage(root: MarkupNode): Survey {
  const meta = new Map<string, string>()
  const scripts: string[] = []
  const tables: MarkupNode[] = []
  const forms: { node: MarkupNode; paragraphs: number }[] = []
  const found = { title: '', canonical: '', language: '', time: '' }
  const layoutTables = new Set<MarkupNode>()
  const pageForms = new Set<MarkupNode>()
  let cellParagraphs = 0

  visit(root, {
    enter(node) {
      const name = nameOf(node)
      if (name === 'svg') return false
      if (name === 'html') found.language ||= attribute(node, 'lang') || attribute(node, 'xml:lang')
      else if (name === 'meta') noteMeta(meta, node)
      else if (name === 'link' && attribute(node, 'rel').toLowerCase().split(/\s+/).includes('canonical')) found.canonical ||= attribute(node, 'href')
      else if (name === 'title') found.title ||= wordsIn(node)
      else if (name === 'script' && attribute(node, 'type').toLowerCase().includes('ld+json')) scripts.push(wordsIn(node))
      else if (name === 'time' && (hasAttribute(node, 'pubdate') || !found.time)) found.time = attribute(node, 'datetime')

      const table = tables.at(-1)
      if (table && /^(table|h[1-6]|article|section|ul|ol|blockquote)$/.test(name)) layoutTables.add(table)
      if (name === 'td' || name === 'th') cellParagraphs = 0
      if (name === 'p') {
        cellParagraphs += 1
        if (table && cellParagraphs > 3) layoutTables.add(table)
        for (const form of forms) form.paragraphs += 1
      }
      if (/^(article|main|h1)$/.test(name)) for (const form of forms) pageForms.add(form.node)
      if (name === 'table') {
        tables.push(node)
        if (/^(presentation|none)$/.test(attribute(node, 'role'))) layoutTables.add(node)
      }
      if (name === 'form' && forms.length < 4) forms.push({ node, paragraphs: 0 })
      return true
    },
    leave(node) {
      if (node === tables.at(-1)) tables.pop()
      const form = forms.at(-1)
      if (form && node === form.node) {
        forms.pop()
        if (form.paragraphs > 3) pageForms.add(node)
      }
    },
  })
  return { declared: declare(meta, scripts, found), layoutTables, pageForms }
}

function declare(meta: Map<string, string>, scripts: string[], found: { title: string; canonical: string; language: string; time: string }): Declared {
  const article = articleIn(scripts)
  const first = (...values: (string | undefined)[]) => values.map(tidy).find((value) => value !== '')
  const authors = (value: string | undefined) => (value && /^https?:/i.test(value) ? undefined : value)
  const entries = {
    headline: first(article.headline, meta.get('og:title'), meta.get('twitter:title'), meta.get('dc.title'), found.title),
    byline: first(article.byline, authors(meta.get('author')), authors(meta.get('article:author')), meta.get('dc.creator'), meta.get('parsely-author')),
    outlet: first(article.outlet, meta.get('og:site_name'), meta.get('application-name'), meta.get('dc.publisher')),
    url: [found.canonical, meta.get('og:url'), article.url].map(webAddress).find((url) => url !== undefined),
    publishedAt: [article.publishedAt, meta.get('article:published_time'), meta.get('og:article:published_time'), meta.get('date'),
      meta.get('dc.date'), meta.get('dc.date.issued'), meta.get('parsely-pub-date'), found.time].map(moment).find((at) => at !== undefined),
    language: [found.language, article.language, meta.get('og:locale'), meta.get('content-language')].map(languageTag).find((tag) => tag !== undefined),
  }
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
}

function noteMeta(meta: Map<string, string>, node: MarkupNode): void {
  const key = (attribute(node, 'property') || attribute(node, 'name') || attribute(node, 'itemprop') || attribute(node, 'http-equiv')).toLowerCase()
  const value = attribute(node, 'content')
  if (key !== '' && value !== '' && !meta.has(key)) meta.set(key, value)
}

function wordsIn(node: MarkupNode): string {
  const words: string[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (isText(child)) words.push(child.data ?? '')
  return words.join('')
}

/** One line of at most 500 characters: longer ones are somebody's mistake, not a name. */
function tidy(value: string | undefined): string {
  const line = (value ?? '').replace(/\s+/g, ' ').trim()
  return line.length > 500 ? '' : line
}

function webAddress(value: string | undefined): string | undefined {
  const address = tidy(value)
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  return new URL(address).href
}

/** A date, or a date and a time, in the ISO form; nothing else can be trusted to mean one day. */
function moment(value: string | undefined): string | undefined {
  const at = tidy(value)
  return /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d|$)/.test(at) && !Number.isNaN(Date.parse(at)) ? at : undefined
}

function languageTag(value: string | undefined): string | undefined {
  const tag = tidy(value).replace('_', '-')
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : undefined
}
