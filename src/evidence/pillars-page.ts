import type { InHand } from '../claims/chain-page.ts'
import type { Refused } from '../claims/desk-forms.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import { confidenceLabels, confidences, type Outcome, pillarLabels, pillars, type Voice } from '../vocabulary.ts'
import { fieldsOf, optionsOf } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { moment, plural, shorten } from '../web/words.ts'
import { titleOf } from './evidence-page.ts'
import type { AnsweredPillar, EvidenceItem } from './queries.ts'

export interface PillarsSection {
  count: string
  /** Whether the copy tells its readers what could not be verified. */
  telling: { className: string; mark: string; words: string } | null
  problem: string | null
  rows: ShownPillar[]
  answer: {
    open: boolean
    action: string
    hidden: { name: string; value: string }[]
    pillar: SharedPartials['shared/_select']
    words: SharedPartials['shared/_textarea']
    confidence: SharedPartials['shared/_select']
    evidence: SharedPartials['shared/_select']
  } | null
}

interface ShownPillar {
  name: string
  answer: string
  /** The question, where nobody has answered it. */
  open: boolean
  sureness: string
  evidence: { href: string; label: string } | null
  earlier: { title: string; answers: string[] } | null
}

/** What the section shows; of the outcome what this viewer may see. */
export interface PillarsShown {
  answers: readonly AnsweredPillar[]
  evidence: readonly EvidenceItem[]
  outcome: Outcome | 'hidden'
}

/** The five pillars of a claim that rests on a video, photo or audio. */
export function pillarsSection(
  claim: ClaimOnDesk,
  { answers, evidence, outcome }: PillarsShown,
  inHand: InHand,
  refused: Refused | null,
): PillarsSection {
  const ours = refused?.form === 'pillar' ? refused : null
  const rows = pillars.map((pillar) =>
    shownPillar(
      pillarLabels[pillar],
      answers.filter((answer) => answer.pillar === pillar),
      evidence,
    ),
  )
  return {
    count: `${rows.filter((row) => !row.open).length} of ${pillars.length} answered`,
    telling: telling(outcome, claim.voice),
    problem: ours?.errors.form ?? null,
    rows,
    answer: inHand.mayCheck ? answerForm(claim, answers, evidence, inHand, ours) : null,
  }
}

/** “Unverified, and the copy says so” is honest; the same without a caveat is an over-claim. The two must not look alike. */
function telling(outcome: Outcome | 'hidden', voice: Voice): PillarsSection['telling'] {
  if (outcome !== 'unverified') return null
  const caveat = voice === 'own_voice_with_caveat' || voice === 'attributed_with_caveat'
  return caveat
    ? { className: 'chip', mark: 'unverified', words: 'Unverified, and the copy says so' }
    : { className: 'chip warn', mark: 'error', words: 'Unverified, and the copy does not say so' }
}

function shownPillar(
  { name, question }: { name: string; question: string },
  answers: readonly AnsweredPillar[],
  evidence: readonly EvidenceItem[],
): ShownPillar {
  const newest = answers.at(-1)
  if (!newest) return { name, answer: question, open: true, sureness: 'open', evidence: null, earlier: null }
  const item = evidence.find((one) => one.id === newest.evidenceId)
  const earlier = answers.slice(0, -1).reverse()
  return {
    name,
    answer: newest.answer,
    open: false,
    sureness: surenessOf(newest),
    evidence: item
      ? { href: `#evidence-${item.id}`, label: item.withdrawnAt === null ? titleOf(item) : `${titleOf(item)} (withdrawn)` }
      : null,
    earlier:
      earlier.length > 0
        ? {
            title: plural(earlier.length, 'earlier answer'),
            answers: earlier.map(
              (one) => `${one.answer} (${surenessOf(one)}, ${one.answeredByName ?? 'Linecheck'}, ${moment(one.answeredAt)})`,
            ),
          }
        : null,
  }
}

const surenessOf = ({ confidence }: AnsweredPillar): string => (confidence ? confidenceLabels[confidence].toLowerCase() : 'not known')

function answerForm(
  claim: ClaimOnDesk,
  answers: readonly AnsweredPillar[],
  evidence: readonly EvidenceItem[],
  inHand: InHand,
  ours: Refused | null,
): NonNullable<PillarsSection['answer']> {
  const { area, select } = fieldsOf('pillar', ours)
  const firstOpen = pillars.find((pillar) => !answers.some((answer) => answer.pillar === pillar)) ?? pillars[0]
  const standing = evidence
    .filter((item) => item.withdrawnAt === null)
    .map((item): [string, string] => [String(item.id), shorten(titleOf(item), 60)])
  return {
    open: ours !== null,
    action: `/claims/${claim.id}/pillars`,
    hidden: [
      { name: 'seen', value: String(inHand.seen) },
      { name: 'back', value: inHand.back },
    ],
    pillar: select(
      'pillar',
      'Pillar',
      pillars.map((pillar) => [pillar, `${pillarLabels[pillar].name}: ${pillarLabels[pillar].question}`]),
      firstOpen,
    ),
    words: area('answer', 'Answer', '', { required: true, hint: 'What is known; or what was tried and not found.' }),
    confidence: select(
      'confidence',
      'How sure',
      [['', 'Choose…'], ...optionsOf(confidences, confidenceLabels), ['not_known', 'Not known']],
      '',
    ),
    evidence: select('evidenceId', 'Evidence', [['', 'None'], ...standing], ''),
  }
}
