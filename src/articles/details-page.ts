import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { FieldErrors, Typed } from '../web/forms.ts'
import { localMinute } from '../web/words.ts'
import { type Field, publicationChoices } from './new-page.ts'
import type { DeskPlace } from './queries.ts'
import type { Article } from './schema.ts'

interface Option {
  value: string
  label: string
  selected: boolean
}

export interface DetailsPage {
  title: string
  section: string
  headlineNow: string
  back: string
  action: string
  seen: number
  errors: { href: string; message: string }[]
  headline: Field
  outlet: Field
  byline: Field
  url: Field
  publishedAt: Field
  subjects: Field
  dueAt: Field
  publication: { error: string | null; options: ReturnType<typeof publicationChoices> }
  /** Null where there is only one desk to choose, or the viewer may not move the article. */
  desks: { error: string | null; options: Option[] } | null
  deskId: string
  /** Null: not for this viewer. */
  assignee: { error: string | null; options: Option[] } | null
}

interface Shown {
  viewer: Viewer
  article: Article
  desks: readonly DeskPlace[]
  checkers: readonly { id: number; name: string }[]
  seen: number
}

/** The form for what is known of an article; again with what was typed, where it was refused. */
export function detailsPage({ viewer, article, desks, checkers, seen }: Shown, errors: FieldErrors = {}, typed?: Typed): DetailsPage {
  const field = (name: string, stored: string): Field => ({ value: typed?.[name] ?? stored, error: errors[name] ?? null })
  const deskId = typed?.deskId ?? String(article.deskId)
  const assigneeId = typed?.assigneeId ?? String(article.assigneeId ?? '')
  return {
    title: 'Details',
    section: '/',
    headlineNow: article.headline,
    back: `/articles/${article.id}`,
    action: `/articles/${article.id}/details`,
    seen,
    errors: Object.entries(errors).map(([name, message]) => ({
      href: `#${name === 'form' || name === 'seen' ? 'headline' : name}`,
      message,
    })),
    headline: field('headline', article.headline),
    outlet: field('outlet', article.outlet),
    byline: field('byline', article.byline),
    url: field('url', article.url),
    publishedAt: field('publishedAt', article.publishedAt.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ')),
    subjects: field('subjects', article.subjects),
    dueAt: field('dueAt', localMinute(article.dueAt)),
    publication: { error: errors.publication ?? null, options: publicationChoices(typed?.publication ?? article.publication) },
    desks:
      desks.length < 2 || !can(viewer, 'edit', article.deskId)
        ? null
        : {
            error: errors.deskId ?? null,
            options: desks.map((desk) => ({ value: String(desk.id), label: desk.name, selected: String(desk.id) === deskId })),
          },
    deskId,
    assignee: !can(viewer, 'edit', article.deskId)
      ? null
      : {
          error: errors.assigneeId ?? null,
          options: [{ id: '', name: 'Nobody yet' }, ...checkers].map(({ id, name }) => ({
            value: String(id),
            label: name,
            selected: String(id) === assigneeId,
          })),
        },
  }
}
