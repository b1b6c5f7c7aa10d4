import type { ClaimOnDesk } from '../claims/queries.ts'
import { type ClaimHistorySection, claimHistorySection } from '../history/pages.ts'
import type { ToldEvent } from '../history/queries.ts'
import { fieldsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { day, factLine, isolated, moment, plural } from '../web/words.ts'
import type { recheckOf, StandingRecheck } from './queries.ts'

export interface RechecksPage {
  title: string
  section: string
  facts: string
  empty: string | null
  due: RecheckLine[]
  later: RecheckLine[]
}

export interface RecheckLine {
  href: string
  wording: string
  why: string
  facts: string
  late: string | null
}

export interface RecheckPage {
  title: string
  claim: { href: string; wording: string }
  headline: string
  problem: string | null
  standing: { words: string; why: string } | null
  done: { came: string; facts: string }[]
  finish: { action: string; came: SharedPartials['shared/_textarea'] } | null
  ask: {
    action: string
    open: boolean
    legend: string
    dueOn: SharedPartials['shared/_field']
    why: SharedPartials['shared/_textarea']
  } | null
  news: { since: string; section: ClaimHistorySection; none: string | null } | null
}

/** The views of this feature, and what each is given. */
export interface RecheckPages {
  'rechecks/index': RechecksPage
  'rechecks/claim': RecheckPage
}

/** Its partials, and what each is given. */
export interface RecheckPartials {
  'rechecks/_line': RecheckLine
}

const DAY = 86_400_000
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** Everything that is to be checked again; what is due stands first. `today` is an ISO day. */
export function rechecksPage(found: readonly StandingRecheck[], today: string): RechecksPage {
  const lines = found.map((one) => ({ due: one.dueOn <= today, line: lineOf(one, today) }))
  const due = lines.filter((one) => one.due)
  return {
    title: 'To be checked again',
    section: '/audits',
    facts: factLine(`${due.length} due`, plural(lines.length - due.length, 'claim later', 'claims later')),
    empty: found.length === 0 ? 'Nobody has asked for a claim to be checked again. On a claim, “Check again” sets a day for it.' : null,
    due: due.map(({ line }) => line),
    later: lines.filter((one) => !one.due).map(({ line }) => line),
  }
}

function lineOf({ claimId, wording, why, headline, asker, dueOn, since }: StandingRecheck, today: string): RecheckLine {
  const late = daysBetween(dueOn, today)
  return {
    href: `/claims/${claimId}/recheck`,
    wording,
    why,
    late: late > 0 ? `${plural(late, 'day')} overdue` : null,
    facts: factLine(
      late === 0 ? 'due today' : late < 0 ? `in ${plural(-late, 'day')}` : '',
      isolated(headline),
      `asked by ${isolated(asker)}`,
      since === 0 ? 'nothing done on it since' : `${plural(since, 'act')} on it since`,
    ),
  }
}

export interface RecheckShown {
  claim: ClaimOnDesk
  headline: string
  record: ReturnType<typeof recheckOf>
  news: { what: string; events: readonly ToldEvent[] } | null
  mayCheck: boolean
  refused: { form: 'ask' | 'done'; shown: Refusals } | null
}

export function recheckPage({ claim, headline, record: { standing, done }, news, mayCheck, refused }: RecheckShown): RecheckPage {
  const asked = fieldsOf('ask', refused?.form === 'ask' ? refused.shown : null)
  const finished = fieldsOf('done', refused?.form === 'done' ? refused.shown : null)
  const action = `/claims/${claim.id}/recheck`
  return {
    title: `Check claim ${claim.number} again`,
    claim: { href: `/claims/${claim.id}`, wording: claim.wording },
    headline,
    problem: refused?.shown.errors.form ?? null,
    standing: standing && {
      words: `To be checked again from ${day(standing.dueOn)} on. Asked by ${isolated(standing.asker)}, ${moment(standing.askedAt)}.`,
      why: standing.why,
    },
    done: done.map(({ came, doer, doneAt }) => ({ came, facts: `${isolated(doer)}, ${moment(doneAt ?? '')}` })),
    finish:
      standing && mayCheck
        ? {
            action: `${action}/done`,
            came: finished.area('came', 'What came of it', '', {
              hint: 'In a sentence. If the finding changes, file it on the claim as ever.',
              required: true,
            }),
          }
        : null,
    ask: mayCheck
      ? {
          action,
          open: standing === null || refused?.form === 'ask',
          legend: standing ? 'Set another day' : 'Check it again later',
          dueOn: asked.text('dueOn', 'From this day on', standing?.dueOn ?? '', { type: 'date', required: true }),
          why: asked.area('why', 'What to look for', standing?.why ?? '', {
            hint: 'Such as: the coroner reports in March.',
            required: true,
          }),
        }
      : null,
    news: news && {
      since: `What changed since ${news.what}`,
      section: claimHistorySection(news.events),
      none: news.events.length === 0 ? 'Nothing was done on this claim since.' : null,
    },
  }
}
