import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type ChainSection, chainSection } from '../claims/chain-page.ts'
import { type CutsSection, cutsSection } from '../claims/cuts-page.ts'
import type { Refused } from '../claims/desk-forms.ts'
import type { PlacedClaim } from '../claims/queries.ts'
import { type EvidenceSection, evidenceSection } from '../evidence/evidence-page.ts'
import { type PillarsSection, pillarsSection } from '../evidence/pillars-page.ts'
import { type ClaimHistorySection, claimHistorySection } from '../history/pages.ts'
import { type FindingsSection, findingsSection } from '../reviews/findings-page.ts'
import { counts } from '../reviews/progress.ts'
import { type SecondCheckSection, secondCheckSection } from '../reviews/second-check-page.ts'
import { type AskedSection, queriesSection, type WorkflowSection, workflowSection } from '../reviews/work-page.ts'
import { claimKindLabels, needLabels, noneLabels, quoteLabels, standingLabels, voiceLabels, workflowLabels } from '../vocabulary.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { type EngineSection, engineSection, unsureTouching, type UnsureView, unsureView } from './engine-page.ts'
import { deskQuery, type Filter, passes, shownOutcome } from './filters.ts'
import type { OnDesk } from './gather.ts'
import type { InHandRecords } from './hand.ts'

/** The claim in hand, from its words to its history. */
export interface ClaimHand {
  id: number
  articleId: number
  title: string
  of: string
  state: string
  previous: string | null
  next: string | null
  /** Whether there are others to step to. */
  steps: boolean
  /** The claim's own page, or the desk where this is that page. */
  links: { href: string; label: string }[]
  wording: string
  facts: string[]
  /** What the engine suggested, where a person has made something else of it. */
  suggested: string | null
  note: string | null
  conflict: SharedPartials['shared/_banner'] | null
  /** Why it is one to look at closely, while nobody has decided it. */
  unsure: UnsureView | null
  /** Others that the engine is unsure of, which confirming its sentence would confirm as well. */
  alsoUnsure: { href: string; label: string }[]
  engine: EngineSection | null
  confirmable: boolean
  confirmSentence: { action: string; back: string; label: string }[]
  /** For a claim that shares its sentence with others still suggested. */
  confirm: { action: string; seen: number; back: string } | null
  cuts: CutsSection | null
  chain: ChainSection
  findings: FindingsSection
  second: SecondCheckSection | null
  evidence: EvidenceSection
  pillars: PillarsSection | null
  queries: AskedSection
  workflow: WorkflowSection
  history: ClaimHistorySection
}

export interface HandInput {
  desk: OnDesk
  records: InHandRecords
  viewer: Viewer
  filter: Filter
  back: string
  refused: Refused | null
  alone: boolean
}

export function claimHand({ desk, records, viewer, filter, back, refused, alone }: HandInput): ClaimHand {
  const { claim, seen } = records
  const placed: PlacedClaim = desk.claimById.get(claim.id) ?? { ...claim, spans: [], caveatIds: [] }
  const found = desk.opinions.get(claim.id)
  if (!found) throw new Error(`no opinions for claim ${claim.id}`)
  const signedOff = desk.signOff !== undefined
  const mayCheck = can(viewer, 'check', claim.deskId) && !signedOff && !claim.withdrawn
  const carried = { seen, back }
  const inHand = { ...carried, viewer, claim, signedOff }
  const caveats = desk.caveats.filter((caveat) => placed.caveatIds.includes(caveat.id)).map((caveat) => caveat.quoted)
  const sources = { chain: desk.chains.get(claim.id) ?? [], known: records.known }
  return {
    ...steps(desk, filter, claim.id),
    steps: !alone && desk.claims.length > 1,
    id: claim.id,
    articleId: claim.articleId,
    title: `Claim ${claim.number}`,
    of: `of ${desk.claims.length}`,
    state: stateOf(records, viewer, desk),
    links: [
      alone
        ? { href: `/articles/${claim.articleId}/desk?claim=${claim.id}#claim`, label: 'On the desk' }
        : { href: `/claims/${claim.id}`, label: 'Own page' },
      { href: `/claims/${claim.id}/recheck`, label: 'Check again' },
    ],
    wording: claim.wording,
    facts: [
      standingLabels[claim.standing],
      claimKindLabels[claim.kind],
      voiceLabels[claim.voice],
      ...(claim.quote === 'none' ? [] : [quoteLabels[claim.quote]]),
      ...(claim.checkable ? [] : ['Thought not checkable']),
    ],
    suggested:
      claim.standing === 'corrected' && claim.suggestion && claim.suggestion.claim.text !== claim.wording
        ? claim.suggestion.claim.text
        : null,
    note: noteOf(records, desk),
    conflict: conflictOf(records),
    unsure: unsureView(desk, placed),
    engine: engineSection(desk, placed, alone),
    ...confirming(desk, placed, filter, carried, mayCheck),
    cuts:
      mayCheck && claim.state !== 'cut'
        ? cutsSection({
            claim: placed,
            claims: desk.claims,
            caveats: desk.caveats,
            sentences: desk.sentences,
            text: desk.text,
            direction: desk.article.direction,
            carried,
            refused,
          })
        : null,
    chain: chainSection(claim, { ...sources, caveats }, { ...carried, mayCheck }, refused),
    findings: findingsSection(inHand, found, refused),
    second: secondCheckSection(inHand, found, desk.secondCheck, refused),
    evidence: evidenceSection(claim, records.evidence, { ...carried, mayCheck }, refused),
    pillars: claim.restsOnMedia
      ? pillarsSection(
          claim,
          { answers: records.pillars, evidence: records.evidence, outcome: shownOutcome(found) },
          { ...carried, mayCheck },
          refused,
        )
      : null,
    queries: queriesSection(inHand, desk.queries.get(claim.id) ?? [], refused),
    workflow: workflowSection(inHand, desk.checkers, refused),
    history: claimHistorySection(records.history),
  }
}

/** The claims before and after it that pass the filter. */
function steps(desk: OnDesk, filter: Filter, id: number): { previous: string | null; next: string | null } {
  const inOrder = desk.claims.filter(
    (claim) => claim.id === id || passes(filter, { claim, chain: desk.chains.get(claim.id) ?? [], opinions: desk.opinions.get(claim.id) }),
  )
  const at = inOrder.findIndex((claim) => claim.id === id)
  const href = (index: number): string | null => {
    const claim = inOrder[index]
    return claim && at >= 0 ? `${deskQuery(filter, { claim: claim.id })}#claim` : null
  }
  return { previous: href(at - 1), next: href(at + 1) }
}

function stateOf({ claim }: InHandRecords, viewer: Viewer, desk: OnDesk): string {
  const waiting = claim.waitingFor ? ` for ${needLabels[claim.waitingFor]}` : ''
  const assignee =
    claim.assigneeId === null
      ? null
      : claim.assigneeId === viewer.id
        ? 'you'
        : (desk.checkers.find((person) => person.id === claim.assigneeId)?.name ?? desk.people.get(claim.assigneeId) ?? null)
  return [`${workflowLabels[claim.state]}${waiting}`, ...(assignee ? [assignee] : [])].join(' · ')
}

function noteOf({ claim }: InHandRecords, desk: OnDesk): string | null {
  const other = (id: number | null): string => String(desk.claimById.get(id ?? 0)?.number ?? '')
  if (claim.mergedInto !== null) return `Merged into claim ${other(claim.mergedInto)}; what was recorded here is read there.`
  if (claim.withdrawn) return 'No longer in the copy: its making was undone.'
  if (claim.state === 'not_a_claim') {
    const of = claim.dropReason === 'duplicate' ? ` of claim ${other(claim.duplicateOf)}` : ''
    return `Dropped, not a claim: ${noneLabels[claim.dropReason ?? 'opinion'].toLowerCase()}${of}.`
  }
  return null
}

function conflictOf({ changes, claim }: InHandRecords): SharedPartials['shared/_banner'] | null {
  if (changes.length === 0) return null
  return {
    kind: 'conflict',
    role: 'alert',
    title: `Somebody has changed claim ${claim.number} since you opened it`,
    lines: [
      ...changes.map((event) => event.sentence.words.map((word) => word.text).join('')),
      'What you typed is kept below. Look at the change, then send it again.',
    ],
  }
}

/** What confirming can do here: decide the sentences that the claim touches, or the claim alone where others share them. */
function confirming(
  desk: OnDesk,
  claim: PlacedClaim,
  filter: Filter,
  carried: { seen: number; back: string },
  mayCheck: boolean,
): Pick<ClaimHand, 'confirmable' | 'confirmSentence' | 'confirm' | 'alsoUnsure'> {
  const undecided = new Set(desk.progress.undecided.map((item) => item.id))
  const touches = (one: PlacedClaim, sentence: { start: number; end: number }): boolean =>
    one.spans.some((span) => span.start < sentence.end && sentence.start < span.end)
  const sentences = mayCheck ? desk.sentences.filter((sentence) => undecided.has(sentence.id) && touches(claim, sentence)) : []
  const shared = sentences.some((sentence) =>
    desk.claims.some((other) => other.id !== claim.id && other.standing === 'suggested' && touches(other, sentence)),
  )
  const alone = mayCheck && claim.standing === 'suggested' && counts(claim) && (shared || sentences.length !== 1)
  return {
    confirmable: sentences.length > 0 || alone,
    confirmSentence: sentences.map((sentence, index) => ({
      action: `/sentences/${sentence.id}/confirmation`,
      back: carried.back,
      label: sentences.length > 1 ? `Confirm sentence ${index + 1} of ${sentences.length}` : 'Confirm its sentence',
    })),
    alsoUnsure: unsureTouching(
      desk,
      filter,
      sentences.map(({ start, end }) => [start, end]),
      claim.id,
    ),
    confirm: alone ? { ...carried, action: `/claims/${claim.id}/confirmation` } : null,
  }
}
