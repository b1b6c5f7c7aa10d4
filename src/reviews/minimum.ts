import { type Confidence, type Outcome, outcomeLabels, type SaidFinding, saidLabels } from '../vocabulary.ts'
import type { FieldErrors } from '../web/forms.ts'

/** What somebody wants to record about a claim: two separate answers, with confidence and reason. */
export interface Finding {
  said: SaidFinding
  outcome: Outcome
  confidence: Confidence | null
  reason: string
}

/** What stands on the claim for it to rest on. */
export interface Grounds {
  /** Evidence that supports, and of it what is our own observation or a primary record. */
  supporting: number
  conclusive: number
  contradicting: number
  /** Independent first-hand sources that support it. */
  independent: number
  /** Hops of the chain. */
  hops: number
}

/** What is missing for this finding to be recorded, one sentence per field; empty where the minimum is met. */
export function missingFor(finding: Finding, grounds: Grounds, independentSources: number): FieldErrors {
  const said = missingForSaid(finding.said, grounds)
  const outcome = missingForOutcome(finding.outcome, grounds, independentSources)
  const reason = finding.reason === '' ? (reasonForOutcome[finding.outcome] ?? reasonForSaid[finding.said] ?? null) : null
  const confidence =
    finding.outcome !== 'not_checked' && finding.confidence === null ? 'Choose how sure you are: high, medium or low.' : null
  return Object.fromEntries(
    Object.entries({ said, outcome, reason, confidence }).filter((entry): entry is [string, string] => entry[1] !== null),
  )
}

function missingForSaid(said: SaidFinding, { hops }: Grounds): string | null {
  const word = `“${saidLabels[said]}”`
  if ((said === 'confirmed_original' || said === 'confirmed_relay') && hops === 0)
    return `${word} needs somebody who says so: add them to the chain first.`
  if (said === 'no_attribution' && hops > 0)
    return `${word} is for what the copy states by itself; take the hops out of the chain first, or choose another answer.`
  return null
}

function missingForOutcome(outcome: Outcome, grounds: Grounds, independentSources: number): string | null {
  const word = outcomeLabels[outcome]
  if (outcome === 'verified' && grounds.conclusive === 0 && grounds.independent < independentSources) {
    const sources =
      independentSources === 1
        ? 'a first-hand source that supports it'
        : `${inWords(independentSources)} independent first-hand sources that support it`
    return `${word} needs your own observation, a primary record, or ${sources}.`
  }
  if (outcome === 'disputed' && (grounds.supporting === 0 || grounds.contradicting === 0)) {
    const lacking =
      grounds.supporting === 0 && grounds.contradicting === 0
        ? 'Neither is'
        : grounds.supporting === 0
          ? 'What supports it is not'
          : 'What contradicts it is not'
    return `${word} needs evidence that supports it and evidence that contradicts it. ${lacking} here yet.`
  }
  if (outcome === 'contradicted' && grounds.contradicting === 0) return `${word} needs evidence that contradicts it. Add it first.`
  return null
}

/** An outcome always comes with a sentence; what it must say depends on the outcome. */
const reasonForOutcome: Partial<Record<Outcome, string>> = {
  verified: 'Say in a sentence what shows it.',
  partly_verified: 'Say which part stands, and which does not or is unchecked.',
  unverified: 'Say what was tried: where you looked and whom you asked.',
  disputed: 'Say in a sentence who disputes what.',
  contradicted: 'Say in a sentence what is wrong.',
  missing_context: 'Say what context is missing.',
  outdated: 'Say when it was right and since when it is not, with dates.',
  not_checkable: 'Say why it cannot be checked: an opinion, a prediction, a private belief.',
}

const reasonForSaid: Partial<Record<SaidFinding, string>> = {
  altered: 'Say what was altered: the meaning, a number, or how certain it was.',
  not_found: 'Say where you looked for the statement.',
  misattributed: 'Say who said it instead, or why it is not theirs.',
}

const inWords = (count: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][count] ?? String(count)
