import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Article, Version } from '../articles/schema.ts'
import { outcomeLabels } from '../vocabulary.ts'
import { fieldsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { listed, localMinute, moment, plural, short } from '../web/words.ts'
import { type Progress, whatIsOpen } from './progress.ts'
import type { StandingSignOff } from './queries.ts'

/** What keeps an article from being signed off, one link each. */
interface OpenLink {
  href: string
  label: string
}

export interface SignOffSection {
  /** Where one stands: who signed which text, and when. */
  signed: string | null
  reopen: { action: string; open: boolean; reason: SharedPartials['shared/_textarea'] } | null
  why: string | null
  open: { summary: string; links: OpenLink[]; shown: boolean } | null
  /** What would be signed, for the person to see before they do. */
  form: { action: string; sha256: string; className: string; headline: string; facts: string } | null
}

export interface SignedPiece {
  article: Article
  version: Pick<Version, 'sha256'>
  progress: Progress
  signOff: StandingSignOff | undefined
}

/** The sign-off of a piece: the button, or what is open, or who signed it. `refused` is an act on the piece that was just refused. */
export function signOffSection(
  viewer: Viewer,
  { article, version, progress, signOff }: SignedPiece,
  refused: Refusals | null,
): SignOffSection {
  const mayEdit = can(viewer, 'edit', article.deskId)
  if (signOff) {
    const reopening = refused?.typed.reason === undefined ? null : refused
    return {
      signed: `Signed off by ${signOff.signedByName}, ${moment(signOff.signedAt)}, text ${short(signOff.sha256)}`,
      reopen: mayEdit
        ? {
            action: `/articles/${article.id}/reopening`,
            open: reopening !== null,
            reason: fieldsOf('reopening', reopening).area('reason', 'Why it is reopened', '', {
              hint: 'Its claims can be changed again; the sign-off stays on record.',
              required: true,
            }),
          }
        : null,
      why: null,
      open: null,
      form: null,
    }
  }
  const open = whatIsOpen(progress)
  return {
    signed: null,
    reopen: null,
    why: open.length > 0 ? `Not ready: ${listed(open)}` : null,
    open:
      open.length > 0
        ? { summary: 'What is open', links: openLinks(article.id, progress), shown: refused?.typed.sha256 !== undefined }
        : null,
    form:
      mayEdit && article.stage === 'on_desk'
        ? {
            action: `/articles/${article.id}/sign-off`,
            sha256: version.sha256,
            className: open.length > 0 ? 'button' : 'button main',
            headline: article.headline,
            facts: factsOf(progress),
          }
        : null,
  }
}

function factsOf(progress: Progress): string {
  const outcomes = progress.segments.map(
    ({ outcome, count }) => `${count} ${outcome === 'hidden' ? 'withheld' : outcomeLabels[outcome].toLowerCase()}`,
  )
  return [plural(progress.claims, 'claim'), ...outcomes].join(' · ')
}

function openLinks(articleId: number, progress: Progress): OpenLink[] {
  const claim = (id: number): string => `/articles/${articleId}/desk?claim=${id}#claim`
  return [
    ...progress.undecided.map(({ id, number }) => ({
      href: `/articles/${articleId}/desk?sentence=${id}#claim`,
      label: `Sentence ${number} is not decided`,
    })),
    ...progress.unchecked.map(({ id, number }) => ({ href: claim(id), label: `Claim ${number} is not checked` })),
    ...progress.openQueries.map(({ claimId, claimNumber }) => ({ href: claim(claimId), label: `Claim ${claimNumber} has an open query` })),
    ...progress.withoutSecondCheck.map(({ id, number }) => ({ href: claim(id), label: `Claim ${number} is without its second check` })),
    ...progress.differing.map(({ id, number }) => ({ href: claim(id), label: `Claim ${number} has two opinions that differ` })),
    ...progress.unsupported.map(({ id, number }) => ({
      href: claim(id),
      label: `The finding on claim ${number} has lost the evidence it needs`,
    })),
  ]
}

export interface ArticleAssignmentSection {
  action: string
  assignee: SharedPartials['shared/_select']
  due: SharedPartials['shared/_field']
}

/** Who has the whole piece, and by when; for editors only. */
export function articleAssignmentSection(
  viewer: Viewer,
  article: Article,
  people: readonly { id: number; name: string }[],
  refused: Refusals | null,
): ArticleAssignmentSection | null {
  if (!can(viewer, 'edit', article.deskId)) return null
  const { select, text } = fieldsOf('article', refused?.typed.assignee === undefined ? null : refused)
  return {
    action: `/articles/${article.id}/assignment`,
    assignee: select(
      'assignee',
      'Who has the piece',
      [['', 'Nobody'], ...people.map((person): [string, string] => [String(person.id), person.name])],
      String(article.assigneeId ?? ''),
    ),
    due: text('due', 'Due', localMinute(article.dueAt), { type: 'datetime-local', hint: 'Leave it empty for no date.' }),
  }
}
