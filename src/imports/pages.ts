import type { DeskPlace } from '../articles/queries.ts'
import { publicationChoices } from '../articles/new-page.ts'
import type { FieldErrors, Typed } from '../web/forms.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { moment, plural } from '../web/words.ts'
import type { listLeftOut, Outcomes, ShownImport } from './queries.ts'

export interface ImportsPage {
  title: string
  section: string
  errors: { href: string; message: string }[]
  file: { hint: string; error: string | null }
  publication: { error: string | null; options: SharedPartials['shared/_choices']['options'] }
  /** Null where there is only one desk to choose. */
  desks: { error: string | null; options: SharedPartials['shared/_select']['options'] } | null
  deskId: string
  imports: { href: string; name: string; facts: string; state: string }[]
}

export interface ImportPage {
  title: string
  section: string
  name: string
  facts: string
  /** While it goes on: how far it is. */
  running: { part: number; words: string; stop: string } | null
  problem: string | null
  goOn: string | null
  totals: { label: string; value: string }[]
  leftOut: { name: string; reason: string; article: { href: string; headline: string } | null }[]
  audit: string
  done: string | null
  pagination: SharedPartials['shared/_pagination']
}

/** The views of this feature, and what each is given. */
export interface ImportPages {
  'imports/index': ImportsPage
  'imports/show': ImportPage
}

const states = { running: 'going on', stopped: 'stopped', done: 'done' } as const

export function importsPage(
  desks: readonly DeskPlace[],
  shown: readonly ShownImport[],
  errors: FieldErrors = {},
  typed: Typed = {},
): ImportsPage {
  const deskId = typed.deskId ?? String(desks[0]?.id ?? '')
  return {
    title: 'Bring many pieces in',
    section: '/',
    errors: Object.entries(errors).map(([name, message]) => ({ href: `#${name}`, message })),
    file: { hint: 'A .zip, a .csv or a .jsonl file, up to 60 MB.', error: errors.file ?? null },
    publication: { error: errors.publication ?? null, options: publicationChoices(typed.publication ?? 'published') },
    desks:
      desks.length < 2
        ? null
        : {
            error: errors.deskId ?? null,
            options: desks.map(({ id, name }) => ({ value: String(id), label: name, selected: String(id) === deskId })),
          },
    deskId,
    imports: shown.map((one) => ({
      href: `/imports/${one.id}`,
      name: one.name,
      state: states[one.state],
      facts: [one.deskName, `${one.by}, ${moment(one.createdAt)}`, outcomeWords(one.outcomes)].join(' · '),
    })),
  }
}

const outcomeWords = ({ brought_in, here_already, refused }: Outcomes): string =>
  [
    `${plural(brought_in, 'piece')} brought in`,
    ...(here_already > 0 ? [`${here_already.toLocaleString('en-GB')} here already`] : []),
    ...(refused > 0 ? [`${refused.toLocaleString('en-GB')} refused`] : []),
  ].join(', ')

export function importPage(
  shown: ShownImport,
  leftOut: ReturnType<typeof listLeftOut>,
  { page, further }: { page: number; further: boolean },
): ImportPage {
  const { id, state, total, outcomes, problem } = shown
  const dealt = outcomes.brought_in + outcomes.here_already + outcomes.refused
  const at = (wanted: number): string => `/imports/${id}?page=${wanted}`
  return {
    title: `Import: ${shown.name}`,
    section: '/',
    name: shown.name,
    facts: `${shown.deskName} · ${shown.publication === 'draft' ? 'drafts' : 'published'} · begun by ${shown.by}, ${moment(shown.createdAt)}`,
    running:
      state === 'running'
        ? {
            part: total ? Math.round((1000 * dealt) / total) / 10 : 0,
            words:
              total === null
                ? 'Looking through what was sent.'
                : `${dealt.toLocaleString('en-GB')} of ${plural(total, 'piece')}. You can leave this page; it goes on, also after a restart.`,
            stop: `/imports/${id}/stop`,
          }
        : null,
    problem: state === 'stopped' ? problem || 'It was stopped.' : null,
    goOn: state === 'stopped' ? `/imports/${id}/go-on` : null,
    totals: [
      { label: 'brought in and split into claims', value: outcomes.brought_in.toLocaleString('en-GB') },
      { label: 'here already', value: outcomes.here_already.toLocaleString('en-GB') },
      { label: 'refused', value: outcomes.refused.toLocaleString('en-GB') },
    ],
    leftOut: leftOut.map(({ name, reason, articleId, headline }) => ({
      name,
      reason,
      article:
        articleId === null || headline === null ? null : { href: `/articles/${articleId}`, headline: headline || 'Without a headline' },
    })),
    audit: `/audits?import=${id}`,
    done: state === 'done' ? `Done: ${outcomeWords(outcomes)}.` : null,
    pagination: {
      newer: page > 1 ? { href: at(page - 1), label: 'Before' } : null,
      older: further ? { href: at(page + 1), label: 'Further' } : null,
    },
  }
}
