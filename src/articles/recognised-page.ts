import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { furnitureKinds, furnitureLabels, partKinds, partLabels } from '../vocabulary.ts'
import type { FieldErrors } from '../web/forms.ts'
import { moment, plural, short } from '../web/words.ts'
import type { Recognised } from './recognition.ts'
import type { Article, Sentence, Version } from './schema.ts'

interface Link {
  href: string
  label: string
}
interface Option {
  value: string
  label: string
  selected: boolean
}

/** One sentence of the ledger. `form` is null where nothing can be changed. */
export interface RecognisedLine {
  /** `running` is copy and nothing else; `named` a part other than the headline. */
  look: 'headline' | 'furniture' | 'named' | 'running'
  text: string
  /** What it is, where it is not running copy. */
  label: string | null
  /** What the engine took it for, where a person has changed that. */
  was: string | null
  form: {
    id: string
    name: string
    label: string
    error: string | null
    copy: Option
    parts: Option[]
    furniture: Option[]
    button: { value: string; label: string; about: string }
  } | null
}

export interface RecognisedPage {
  title: string
  section: string
  headline: string
  facts: string
  banner: { kind: 'conflict' | 'notice'; role: 'alert' | 'note'; title: string } | null
  /** Null: not for this viewer, or the claims have been made. */
  form: { action: string; seen: number } | null
  desk: string | null
  detailsHref: string | null
  known: string
  raw: string
  rawSize: string
  lines: RecognisedLine[]
  counts: string
  pages: { newer: Link | null; older: Link | null } | null
}

interface Shown {
  viewer: Viewer
  article: Article
  deskName: string
  version: Pick<Version, 'sha256' | 'format' | 'fileName'>
  text: string
  sentences: readonly Sentence[]
  seen: number
  page: number
}

/** How many sentences one page shows: an article of any usual length fits on the first. */
const linesPerPage = 400

/** What came in, beside what was recognised in it. `chosen` holds what the viewer had chosen where the form was refused. */
export function recognisedPage(
  shown: Shown,
  errors: FieldErrors = {},
  chosen: ReadonlyMap<number, Recognised> = new Map(),
): RecognisedPage {
  const { viewer, article, version, text, sentences, seen, page } = shown
  const mayChange = article.stage === 'recognised' && can(viewer, 'check', article.deskId)
  const from = (page - 1) * linesPerPage
  const setAside = sentences.filter((row) => row.furniture).length
  const here = (number: number, label: string): Link => ({ href: `/articles/${article.id}/recognised?page=${number}`, label })
  return {
    title: `Recognised: ${article.headline}`,
    section: '/',
    headline: article.headline,
    facts: [shown.deskName, article.publication, cameInAs(version), `SHA-256 ${short(version.sha256)}`].join(' · '),
    banner: bannerFor(article, errors),
    form: mayChange ? { action: `/articles/${article.id}/recognition${page > 1 ? `?page=${page}` : ''}`, seen } : null,
    desk: article.stage === 'on_desk' ? `/articles/${article.id}/desk` : null,
    detailsHref: can(viewer, 'check', article.deskId) ? `/articles/${article.id}/details` : null,
    known: knownOf(article),
    raw: printable(text),
    rawSize: plural(text.length, 'character'),
    lines: sentences.slice(from, from + linesPerPage).map((row) => lineFor(row, text, mayChange, errors, chosen.get(row.id))),
    counts: `${plural(sentences.length - setAside, 'sentence')}, ${setAside} set aside`,
    pages:
      sentences.length <= linesPerPage
        ? null
        : {
            newer: page > 1 ? here(page - 1, 'Sentences before') : null,
            older: from + linesPerPage < sentences.length ? here(page + 1, 'Sentences after') : null,
          },
  }
}

function bannerFor(article: Article, errors: FieldErrors): RecognisedPage['banner'] {
  const [first] = Object.values(errors)
  if (first) return { kind: 'conflict', role: 'alert', title: first }
  if (article.stage === 'on_desk')
    return {
      kind: 'notice',
      role: 'note',
      title: 'This article has been split into claims: what is copy and what is set aside can no longer be changed here.',
    }
  return null
}

function cameInAs({ format, fileName }: Shown['version']): string {
  if (fileName !== '') return `from the file ${fileName}`
  return format === 'html' ? 'pasted with its formatting' : 'pasted'
}

function knownOf(article: Article): string {
  const known = [
    ['Outlet', article.outlet],
    ['Byline', article.byline],
    ['Date', article.publishedAt.replace('T', ' ')],
    ['Address', article.url],
    ['Due', article.dueAt ? moment(article.dueAt) : ''],
  ] as const
  return known
    .map(([term, value]) => `${term}: ${value === '' ? 'not known' : value}`)
    .join(' · ')
    .replace('Due: not known', 'Due: no time set')
}

function lineFor(row: Sentence, text: string, mayChange: boolean, errors: FieldErrors, chosen: Recognised | undefined): RecognisedLine {
  const now = { part: row.part, furniture: row.furniture }
  const suggested = { part: row.suggestedPart, furniture: row.suggestedFurniture }
  const changed = now.part !== suggested.part || now.furniture !== suggested.furniture
  return {
    look: lookOf(row),
    text: printable(text.slice(row.start, row.end)),
    label: labelOf(now),
    was: changed ? (labelOf(suggested) ?? 'copy').toLowerCase() : null,
    form: mayChange ? formFor(row, chosen ?? now, errors[`row-${row.id}`] ?? null) : null,
  }
}

function lookOf({ part, furniture }: Recognised): RecognisedLine['look'] {
  if (furniture) return 'furniture'
  if (part) return part === 'headline' ? 'headline' : 'named'
  return 'running'
}

function formFor(row: Sentence, selected: Recognised, error: string | null): RecognisedLine['form'] {
  const { part, furniture } = selected
  const setAside = row.furniture !== null
  const known = row.suggestedFurniture ?? 'other'
  return {
    id: `row-${row.id}`,
    name: `row-${row.id}`,
    label: `What sentence ${row.position + 1} is`,
    error,
    copy: { value: 'copy', label: 'Copy', selected: !part && !furniture },
    parts: partKinds.map((kind) => ({ value: `part:${kind}`, label: partLabels[kind], selected: kind === part })),
    furniture: furnitureKinds.map((kind) => ({ value: `furniture:${kind}`, label: furnitureLabels[kind], selected: kind === furniture })),
    button: setAside
      ? {
          value: `${row.id}=${row.suggestedPart ? `part:${row.suggestedPart}` : 'copy'}`,
          label: 'Restore',
          about: `sentence ${row.position + 1}`,
        }
      : { value: `${row.id}=furniture:${known}`, label: 'Set aside', about: `sentence ${row.position + 1}` },
  }
}

function labelOf({ part, furniture }: Recognised): string | null {
  if (furniture) return furnitureLabels[furniture]
  return part && partLabels[part]
}

/** Characters that no page may hold are shown as the sign for one that cannot be read. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '\ufffd')
