import { type Outcome, outcomes, outcomeLabels } from '../vocabulary.ts'

export interface HelpPage {
  title: string
  section: string
  keys: { title: string; keys: { key: string; what: string }[] }[]
  legend: { outcome: string; label: string; meaning: string }[]
}

/** What each outcome means, and the least it takes to set it. */
const meanings: Record<Outcome, string> = {
  not_checked: 'Nobody has looked yet.',
  verified: 'Own observation, a primary record, or independent first-hand sources agree.',
  partly_verified: 'The core stands; a part that you name does not, or is unchecked.',
  unverified: 'Looked for, with nothing adequate either way; you list what was tried.',
  disputed: 'Credible sources conflict and we cannot settle it: evidence for and against.',
  contradicted: 'Adequate evidence says that it is wrong.',
  missing_context: 'Literally true, but misleads as written; you give the missing context.',
  outdated: 'Was right at its time, and is not now; you give the dates.',
  not_checkable: 'An opinion, a prediction or a private belief; you say why.',
}

const keys: HelpPage['keys'] = [
  {
    title: 'Move',
    keys: [
      { key: 'j', what: 'next claim (or next undecided sentence)' },
      { key: 'k', what: 'claim before' },
      { key: 'u', what: 'first undecided sentence' },
      { key: 'l', what: 'look first: the next claim that the engine is unsure of' },
      { key: '/', what: 'search' },
      { key: '?', what: 'this page' },
    ],
  },
  {
    title: 'Decide and cut',
    keys: [
      { key: 'c', what: 'confirm the sentence: each of its claims with its wording, voice, chain and caveats' },
      { key: 'f', what: 'confirm the claim as it stands' },
      { key: 's', what: 'split the claim' },
      { key: 'm', what: 'merge it with another' },
      { key: 't', what: 'trim or extend it' },
      { key: 'n', what: 'make a claim of the words chosen' },
      { key: 'x', what: 'not a claim; on a sentence: holds no claim' },
      { key: 'v', what: 'kind, voice and caveats' },
      { key: 'z', what: 'undo your latest act' },
    ],
  },
  {
    title: 'Check',
    keys: [
      { key: 'a', what: 'add a source to the chain' },
      { key: 'e', what: 'add evidence' },
      { key: '1 … 8', what: 'is it so: the outcome with that digit' },
      { key: '⇧ O R A N W T', what: 'did they say it: original seen, relay only, altered, not found, misattributed, no attribution' },
      { key: '⇧ L M H', what: 'confidence: low, medium, high' },
      { key: 'Esc', what: 'out of a field, so that the keys wake again' },
      { key: 'w', what: 'why: the reason of the finding' },
      { key: 'r', what: 'record the finding' },
      { key: 'q', what: 'ask the reporter' },
      { key: 'y', what: 'take the second check' },
      { key: 'p', what: 'the five pillars' },
      { key: 'g', what: 'who has it, and what it waits for' },
    ],
  },
  {
    title: 'Article',
    keys: [
      { key: 'o', what: 'open the report' },
      { key: '⇧ S', what: 'sign off: opens what you would sign' },
    ],
  },
]

export function helpPage(): HelpPage {
  return {
    title: 'Help',
    section: '/help',
    keys,
    legend: outcomes.map((outcome) => ({ outcome, label: outcomeLabels[outcome], meaning: meanings[outcome] })),
  }
}
