import type { Article } from '../articles/schema.ts'
import { fieldsOf, optionsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { ago, day, moment, plural, shorten } from '../web/words.ts'
import type { ShownChallenge, ShownCorrection } from './queries.ts'
import { webAddressOf } from './place.ts'
import { challengeAnswerLabels, challengeAnswers } from './schema.ts'

export interface CorrectionsPage {
  title: string
  headline: string
  facts: string
  audit: string
  draft: string | null
  problem: string | null
  empty: string | null
  challenges: ChallengeView[]
  corrections: CorrectionView[]
  challenge: ChallengeFields | null
  correction: (CorrectionFields & { action: string; open: boolean; claim: SharedPartials['shared/_select'] }) | null
}

interface ChallengeFields {
  action: string
  open: boolean
  claim: SharedPartials['shared/_select']
  challengedBy: SharedPartials['shared/_field']
  what: SharedPartials['shared/_textarea']
  receivedOn: SharedPartials['shared/_field']
}

export interface CorrectionFields {
  text: SharedPartials['shared/_textarea']
  place: SharedPartials['shared/_field']
  publishedOn: SharedPartials['shared/_field']
}

export interface ChallengeView {
  id: string
  what: string
  facts: string
  claim: { href: string; label: string } | null
  answered: { words: string; why: string } | null
  answer:
    | (CorrectionFields & {
        action: string
        open: boolean
        answer: SharedPartials['shared/_select']
        why: SharedPartials['shared/_textarea']
      })
    | null
}

export interface CorrectionView {
  id: string
  text: string
  facts: string
  place: { href: string | null; label: string }
  claim: { href: string; label: string } | null
  withdrawn: string | null
  withdraw: { action: string; correction: string; open: boolean; reason: SharedPartials['shared/_field'] } | null
}

/** The views of this feature, and what each is given. */
export interface CorrectionPages {
  'corrections/show': CorrectionsPage
}

/** Its partials, and what each is given. */
export interface CorrectionPartials {
  'corrections/_challenge': ChallengeView
  'corrections/_correction': CorrectionView
  'corrections/_fields': CorrectionFields
}

export interface CorrectionsShown {
  article: Article
  challenges: readonly ShownChallenge[]
  corrections: readonly ShownCorrection[]
  claims: readonly { id: number; number: number; wording: string }[]
  mayCheck: boolean
  mayEdit: boolean
  /** The form that was refused: `challenge`, `correction`, `answer-3`, `withdrawal-2`. */
  refused: { form: string; shown: Refusals } | null
}

export function correctionsPage(shown: CorrectionsShown): CorrectionsPage {
  const { article, challenges, corrections, mayCheck, mayEdit, refused } = shown
  const base = `/articles/${article.id}/corrections`
  const published = article.publication === 'published'
  const open = challenges.filter(({ answer }) => answer === null).length
  const standing = corrections.filter(({ withdrawnAt }) => withdrawnAt === null).length
  const again = (form: string): Refusals | null => (refused?.form === form ? refused.shown : null)
  return {
    title: `Corrections: ${article.headline || 'without a headline'}`,
    headline: article.headline || 'Without a headline',
    facts: [plural(open, 'open challenge'), plural(standing, 'correction')].join(' · '),
    audit: `/articles/${article.id}/audit`,
    draft: published
      ? null
      : 'This piece is a draft. Challenges and corrections are of what was published: the details of the article say which it is.',
    problem: refused?.shown.errors.form ?? null,
    empty:
      challenges.length + corrections.length === 0 && published
        ? 'Nobody has challenged this piece, and nothing in it was corrected.'
        : null,
    challenges: challenges.map((challenge) => challengeView(challenge, base, mayEdit, again(`answer-${challenge.id}`))),
    corrections: corrections.map((correction) => correctionView(correction, base, mayEdit, again(`withdrawal-${correction.id}`))),
    challenge: published && mayCheck ? challengeFields(shown, `${base}/challenges`, again('challenge')) : null,
    correction:
      published && mayEdit
        ? {
            action: base,
            open: again('correction') !== null,
            claim: claimSelect(shown, 'correction', again('correction')),
            ...correctionFields('correction', again('correction')),
          }
        : null,
  }
}

function claimSelect({ claims }: CorrectionsShown, prefix: string, again: Refusals | null): SharedPartials['shared/_select'] {
  const options = claims.map(({ id, number, wording }) => [String(id), `${number} · ${shorten(wording, 80)}`] as const)
  return fieldsOf(prefix, again).select('claim', 'Which claim', [['', 'None in particular'], ...options], '')
}

function challengeFields(shown: CorrectionsShown, action: string, again: Refusals | null): ChallengeFields {
  const { text, area } = fieldsOf('challenge', again)
  return {
    action,
    open: again !== null,
    claim: claimSelect(shown, 'challenge', again),
    challengedBy: text('challengedBy', 'Who challenges it', '', { hint: 'For the desk only: this is in no report.' }),
    what: area('what', 'What is said to be wrong', ''),
    receivedOn: text('receivedOn', 'Received on', new Date().toISOString().slice(0, 10), { type: 'date' }),
  }
}

function correctionFields(prefix: string, again: Refusals | null): CorrectionFields {
  const { text, area } = fieldsOf(prefix, again)
  return {
    text: area('text', 'The correction, as it was published', ''),
    place: text('place', 'Where', '', { hint: 'An address, or the page.' }),
    publishedOn: text('publishedOn', 'Published on', '', { type: 'date' }),
  }
}

const claimOf = (claimId: number | null, number: number | null) =>
  claimId === null ? null : { href: `/claims/${claimId}`, label: `Claim ${number ?? ''}` }

function challengeView(challenge: ShownChallenge, base: string, mayEdit: boolean, again: Refusals | null): ChallengeView {
  const { id, what, challengedBy, receivedOn, recorder, answer, why, answerer, answeredAt } = challenge
  const { select, area } = fieldsOf(`answer-${id}`, again)
  return {
    id: `challenge-${id}`,
    what,
    facts: [
      `By ${challengedBy}`,
      `received ${day(receivedOn)}`,
      `recorded by ${recorder}`,
      ...(answer === null ? [`open ${ago(receivedOn, new Date())}`] : []),
    ].join(' · '),
    claim: claimOf(challenge.claimId, challenge.claimNumber),
    answered: answer && { words: `${challengeAnswerLabels[answer]}: ${answerer ?? ''}, ${moment(answeredAt ?? '')}`, why },
    answer:
      answer === null && mayEdit
        ? {
            action: `${base}/challenges/${id}/answer`,
            open: again !== null,
            answer: select('answer', 'After checking it again', optionsOf(challengeAnswers, challengeAnswerLabels), 'stands'),
            why: area('why', 'Why', '', { rows: 2 }),
            ...correctionFields(`answer-${id}`, again),
          }
        : null,
  }
}

function correctionView(correction: ShownCorrection, base: string, mayEdit: boolean, again: Refusals | null): CorrectionView {
  const { id, text, place, publishedOn, recorder, withdrawnAt, withdrawnReason } = correction
  return {
    id: `correction-${id}`,
    text,
    facts: [`published ${day(publishedOn)}`, `recorded by ${recorder}`].join(' · '),
    place: { href: webAddressOf(place), label: place },
    claim: claimOf(correction.claimId, correction.claimNumber),
    withdrawn: withdrawnAt && `Withdrawn ${day(withdrawnAt)}: ${withdrawnReason}`,
    withdraw:
      mayEdit && withdrawnAt === null
        ? {
            action: `${base}/withdrawal`,
            correction: String(id),
            open: again !== null,
            reason: fieldsOf(`withdrawal-${id}`, again).text('reason', 'Why it is withdrawn', ''),
          }
        : null,
  }
}
