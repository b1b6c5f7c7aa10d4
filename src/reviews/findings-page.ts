import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Carried } from '../claims/cuts-page.ts'
import type { Refused } from '../claims/desk-forms.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import {
  type Confidence,
  confidenceLabels,
  confidences,
  type Outcome,
  outcomeLabels,
  outcomes,
  type SaidFinding,
  saidFindings,
  saidLabels,
} from '../vocabulary.ts'
import { listed, moment } from '../web/words.ts'
import { mayDecideBetween } from './reviews.ts'
import { counts } from './progress.ts'
import type { ClaimOpinions, FiledReview } from './queries.ts'
import { type Opinion, opinionLabels } from './schema.ts'

/** The claim in hand, who looks, and whether anything about it can be changed: not while its article is signed off. */
export interface InHand extends Carried {
  viewer: Viewer
  claim: ClaimOnDesk
  signedOff: boolean
}

/** `key` chooses it: a digit, or a capital letter. */
interface Radio {
  id: string
  value: string
  label: string
  key: string
  checked: boolean
}

interface FindingForm extends Carried {
  action: string
  opinion: Opinion
  /** What this finding will be, where it is not the first. */
  about: string | null
  error: string | null
  said: { options: Radio[]; error: string | null }
  outcome: { options: Radio[]; error: string | null }
  reason: { value: string; hint: string; error: string | null }
  confidence: { options: Radio[]; error: string | null }
}

export interface FindingsSection {
  /** Where the viewer holds the second check: why nothing of the first finding is here. */
  withheld: string | null
  /** Where others stand in the chain than when the finding was filed: what follows. */
  chainChanged: string | null
  /** Where two opinions differ: what follows. */
  differ: string | null
  form: FindingForm | null
  opinions: {
    count: string
    items: { outcome: string; label: string; said: string; reason: string; facts: string; earlier: string | null }[]
  } | null
}

/** The two findings: what has been filed, as far as this viewer may see it, and the form to file one. */
export function findingsSection(hand: InHand, found: ClaimOpinions, refused: Refused | null): FindingsSection {
  const opinion = opinionToFile(hand, found)
  return {
    withheld: found.withheld
      ? 'You hold the second check. What was found first is withheld, here and everywhere, until you have recorded your own finding.'
      : null,
    chainChanged: (found.final ?? found.first)?.earlierChain
      ? 'What was found about whether they said it was about others, and counts no longer. Check that again; whether it is so still counts.'
      : null,
    differ: found.differ ? differing(found) : null,
    form: opinion && findingForm(hand, found, opinion, refused?.form === 'finding' ? refused : null),
    opinions:
      found.all.length === 0
        ? null
        : {
            count: found.all.length === 1 ? '1 opinion' : `${found.all.length} opinions, all kept`,
            items: found.all.map((review) => filed(hand.claim, review)).reverse(),
          },
  }
}

/** Which opinion this viewer could file now; null where none. */
function opinionToFile({ viewer, claim, signedOff }: InHand, found: ClaimOpinions): Opinion | null {
  if (signedOff || claim.withdrawn || !counts(claim) || !can(viewer, 'check', claim.deskId)) return null
  if (found.secondCheck?.mine) return 'second'
  if (found.differ && mayDecideBetween(viewer, claim, found)) return 'final'
  return found.second?.reviewerId === viewer.id ? null : 'first'
}

function findingForm(hand: InHand, found: ClaimOpinions, opinion: Opinion, refused: Refused | null): FindingForm {
  const own = opinion === 'first' && found.first?.reviewerId === hand.viewer.id ? found.first : null
  // What the copy states in its own voice nobody else is said to have said: the usual answer stands chosen.
  const ownVoice = hand.claim.voice === 'own_voice' || hand.claim.voice === 'own_voice_with_caveat'
  const value = (name: 'said' | 'outcome' | 'confidence' | 'reason'): string =>
    refused ? (refused.typed[name] ?? '') : (own?.[name] ?? (name === 'said' && ownVoice ? 'no_attribution' : ''))
  const error = (name: string): string | null => refused?.errors[name] ?? null
  const radios = <K extends string>(
    name: 'said' | 'outcome' | 'confidence',
    words: readonly K[],
    labels: Record<K, string>,
    keys: string,
  ): Radio[] =>
    words.map((word, index) => ({
      id: `finding-${name}-${word}`,
      value: word,
      label: labels[word],
      key: keys.charAt(index),
      checked: value(name) === word,
    }))
  return {
    seen: hand.seen,
    back: hand.back,
    action: `/claims/${hand.claim.id}/findings`,
    opinion,
    about: abouts[opinion],
    error: error('form'),
    said: {
      options: radios<SaidFinding>(
        'said',
        saidFindings.filter((one) => one !== 'not_checked'),
        saidLabels,
        findingKeys.said,
      ),
      error: error('said'),
    },
    outcome: {
      options: radios<Outcome>(
        'outcome',
        outcomes.filter((one) => one !== 'not_checked'),
        outcomeLabels,
        findingKeys.outcome,
      ),
      error: error('outcome'),
    },
    reason: { value: value('reason'), hint: 'what was tried, what shows it', error: error('reason') },
    confidence: {
      options: radios<Confidence>('confidence', [...confidences].reverse(), confidenceLabels, findingKeys.confidence),
      error: error('confidence'),
    },
  }
}

/** One key for each choice, in the order in which they stand. */
const findingKeys = { said: 'ORANWT', outcome: '12345678', confidence: 'LMH' } as const

const abouts: Record<Opinion, string | null> = {
  first: null,
  second: 'This will be the second opinion. File what you find yourself.',
  final: 'This will be the final opinion. It decides between the two, and all three are kept.',
}

function differing({ first, second }: ClaimOpinions): string {
  const what = [
    first?.said === second?.said || first?.earlierChain || second?.earlierChain ? [] : 'whether they said it',
    first?.outcome === second?.outcome ? [] : 'whether it is so',
  ].flat()
  return `First and second opinion differ on ${listed(what)}. A reviewer who filed neither files the final one, or an editor.`
}

function filed(claim: ClaimOnDesk, review: FiledReview): NonNullable<FindingsSection['opinions']>['items'][number] {
  const { outcome, said, confidence } = review
  const sure = confidence ? [`${confidenceLabels[confidence].toLowerCase()} confidence`] : []
  const moved =
    review.claimId !== claim.id
      ? 'About a claim merged into this one'
      : review.wording !== claim.wording
        ? 'About an earlier wording'
        : null
  const chain = review.claimId === claim.id && review.earlierChain ? 'About an earlier chain: others stood in it then.' : null
  return {
    outcome,
    label: outcomeLabels[outcome],
    said: `Said: ${saidLabels[said].toLowerCase()}`,
    reason: review.reason,
    facts: [opinionLabels[review.opinion], ...sure, review.reviewerName, moment(review.filedAt)].join(' · '),
    earlier: moved ? `${moved}: “${review.wording}”` : chain,
  }
}
