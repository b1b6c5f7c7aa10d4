import type { FieldErrors, Typed } from '../web/forms.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { day } from '../web/words.ts'
import type { DeskPlace, Duplicate } from './queries.ts'

export interface Field {
  value: string
  error: string | null
}
type Option = SharedPartials['shared/_select']['options'][number]
type Choice = SharedPartials['shared/_choices']['options'][number]

export interface NewArticlePage {
  title: string
  section: string
  errors: { href: string; message: string }[]
  duplicates: { articles: { headline: string; href: string; rest: string }[]; note: string | null } | null
  text: Field
  html: string
  file: { hint: string; error: string | null }
  publication: { error: string | null; options: Choice[] }
  /** Null where there is only one desk to choose. */
  desks: { error: string | null; options: Option[] } | null
  deskId: string
  outlet: Field
  byline: Field
  url: Field
  publishedAt: Field
  subjects: Field
  dueAt: Field
}

interface Shown {
  desks: readonly DeskPlace[]
  errors?: FieldErrors
  typed?: Typed
  duplicates?: readonly Duplicate[]
  /** The file that was chosen; browsers do not keep it when a page is shown again. */
  fileName?: string | null
}

/** The page to bring an article in with; again with what was typed, where it was refused. */
export function newArticlePage({ desks, errors = {}, typed = {}, duplicates = [], fileName = null }: Shown): NewArticlePage {
  const field = (name: string): Field => ({ value: typed[name] ?? '', error: errors[name] ?? null })
  const lostFile =
    fileName === null || errors.file !== undefined || duplicates.length > 0
      ? null
      : `Choose ${fileName} again: browsers do not keep a file when a page is shown again.`
  const all: FieldErrors = { ...errors, ...(lostFile && { file: lostFile }) }
  const deskId = typed.deskId ?? String(desks[0]?.id ?? '')
  return {
    title: 'Bring an article in',
    section: '/',
    errors: Object.entries(all).map(([name, message]) => ({ href: `#${fields.includes(name) ? name : 'text'}`, message })),
    duplicates:
      duplicates.length === 0
        ? null
        : {
            articles: duplicates.map(duplicate),
            note:
              fileName === null
                ? null
                : `To bring it in anyway, choose ${fileName} again first: browsers do not keep a file when a page is shown again.`,
          },
    text: { value: (typed.text ?? '').replace(/\r\n/g, '\n'), error: all.text ?? all.form ?? null },
    html: typed.html ?? '',
    file: {
      hint:
        fileName !== null && errors.file !== undefined
          ? 'Browsers do not keep a file when a page is shown again. .txt, .md, .html or .docx, up to 20 MB.'
          : '.txt, .md, .html or .docx, up to 20 MB.',
      error: all.file ?? null,
    },
    publication: { error: errors.publication ?? null, options: publicationChoices(typed.publication ?? 'draft') },
    desks:
      desks.length < 2
        ? null
        : {
            error: errors.deskId ?? null,
            options: desks.map((desk) => ({ value: String(desk.id), label: desk.name, selected: String(desk.id) === deskId })),
          },
    deskId,
    outlet: field('outlet'),
    byline: field('byline'),
    url: field('url'),
    publishedAt: field('publishedAt'),
    subjects: field('subjects'),
    dueAt: field('dueAt'),
  }
}

/** The fields that an error may lead to; `desk` and `publication` lead to their first control. */
const fields = ['text', 'file', 'publication', 'deskId', 'outlet', 'byline', 'url', 'publishedAt', 'subjects', 'dueAt']

export function publicationChoices(chosen: string): Choice[] {
  return [
    { id: 'publication', value: 'draft', label: 'Draft', hint: 'Not out yet: checked before it runs.', checked: chosen !== 'published' },
    {
      id: 'publication-published',
      value: 'published',
      label: 'Published',
      hint: 'Already out: checked afterwards.',
      checked: chosen === 'published',
    },
  ]
}

function duplicate({ id, headline, broughtInBy, createdAt, same }: Duplicate): { headline: string; href: string; rest: string } {
  const by = broughtInBy === null ? '' : ` by ${broughtInBy}`
  return { headline, href: `/articles/${id}`, rest: `has the same ${same}; it was brought in${by} on ${day(createdAt)}.` }
}
