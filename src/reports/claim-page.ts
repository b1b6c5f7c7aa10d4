import { opinionLabels } from '../reviews/schema.ts'
import {
  basisLabels,
  channelLabels,
  claimKindLabels,
  confidenceLabels,
  evidenceKindLabels,
  identificationLabels,
  outcomeLabels,
  pillarLabels,
  proximityLabels,
  quoteLabels,
  saidLabels,
  sourceKindLabels,
  stakeLabels,
  stanceLabels,
  standingLabels,
  voiceLabels,
} from '../vocabulary.ts'
import { listed, moment } from '../web/words.ts'
import type { Report, ReportClaim } from './schema.ts'

/** One claim in the report, in words. */
export interface ClaimEntry {
  id: string
  number: number
  wording: string
  url: string
  facts: string
  outcome: { mark: string; label: string }
  said: string
  confidence: string | null
  warning: string | null
  note: string | null
  origins: string
  hops: { name: string; how: string }[]
  caveats: string[]
  /** The one finding that there is: its outcome stands above already. */
  only: Finding | null
  /** Where there are several, all of them. */
  findings: Finding[]
  evidence: EvidenceEntry[]
  pillars: { name: string; answer: string; sureness: string }[] | null
  queries: { question: string; asked: string; answer: string | null; answered: string }[]
}

interface Finding {
  outcome: string
  label: string
  said: string
  reason: string
  facts: string
}
interface EvidenceEntry {
  stance: string
  title: string
  href: string | null
  passage: string | null
  note: string | null
  how: string
  hash: string | null
  withdrawn: string | null
}

export function claimEntry(report: Report, claim: ReportClaim): ClaimEntry {
  const { counting } = claim
  const findings = claim.findings.map((one) => findingEntry(claim, one))
  return {
    id: `claim-${claim.number}`,
    number: claim.number,
    wording: claim.wording,
    url: claim.url,
    facts: [
      claimKindLabels[claim.kind],
      voiceLabels[claim.voice],
      quoteLabels[claim.quote],
      standingLabels[claim.standing],
      ...(claim.checkable ? [] : ['marked as not checkable']),
      ...(claim.pillars ? ['rests on a video, photo or audio'] : []),
    ].join(' · '),
    outcome: claim.withheld
      ? { mark: 'hidden', label: 'Withheld' }
      : { mark: counting?.outcome ?? 'not_checked', label: outcomeLabels[counting?.outcome ?? 'not_checked'] },
    said: claim.withheld ? 'Withheld' : saidLabels[counting?.said ?? 'not_checked'],
    confidence: counting?.confidence ? confidenceLabels[counting.confidence] : null,
    warning:
      claim.unverifiedInCopy === 'not_said'
        ? 'Unverified, and the copy does not say so'
        : claim.differ
          ? 'First and second check differ, and nobody has decided'
          : null,
    note: noteOf(claim),
    origins: claim.origins,
    hops: claim.chain.map((hop) => ({ name: hop.source?.name ?? 'Unclear who', how: hopWords(hop) })),
    caveats: report.caveats.filter((caveat) => claim.caveats.includes(caveat.id)).map((caveat) => caveat.quoted),
    only: findings.length === 1 && claim.findings[0]?.counts ? (findings[0] ?? null) : null,
    findings: findings.length === 1 && claim.findings[0]?.counts ? [] : findings,
    evidence: claim.evidence.map(evidenceEntry),
    pillars:
      claim.pillars &&
      claim.pillars.map((one) => ({
        name: pillarLabels[one.pillar].name,
        answer: one.answer ?? 'Not looked at',
        sureness: one.answer === null ? 'open' : one.confidence === null ? 'not known' : one.confidence,
      })),
    queries: claim.queries.map((query) => ({
      question: query.question,
      asked: `Asked by ${query.askedBy ?? 'Linecheck'}, ${moment(query.askedAt)}${query.recordedAt ? '' : ' · open, blocks sign-off'}`,
      answer: query.recordedAt ? (query.answer ?? '') : null,
      answered: query.recordedAt
        ? `Answered ${query.answeredOn ?? ''} ${query.answeredHow ? `(${query.answeredHow})` : ''}, recorded by ${query.recordedBy ?? 'Linecheck'}, ${moment(query.recordedAt)}`
        : '',
    })),
  }
}

function findingEntry(claim: ReportClaim, one: ReportClaim['findings'][number]): Finding {
  const passed = one.earlierChain ? 'about an earlier chain' : 'followed by a later one'
  const about = one.wording !== claim.wording ? 'about an earlier wording' : one.counts && !one.earlierChain ? null : passed
  const facts = [
    opinionLabels[one.opinion],
    one.confidence && `${confidenceLabels[one.confidence].toLowerCase()} confidence`,
    one.by ?? 'Linecheck',
    moment(one.at),
    about,
  ]
  return {
    outcome: one.outcome,
    label: outcomeLabels[one.outcome],
    said: saidLabels[one.said],
    reason: one.reason,
    facts: facts.filter(Boolean).join(' · '),
  }
}

function noteOf(claim: ReportClaim): string | null {
  const notes = [
    ...(claim.unverifiedInCopy === 'said' ? ['Unverified, and the copy says so.'] : []),
    ...(claim.withheld ? ['What others found is withheld until the second check of this claim is filed.'] : []),
    ...(!claim.withheld && claim.secondCheckTakenBy ? [`${claim.secondCheckTakenBy} has taken the second check.`] : []),
  ]
  return notes.length > 0 ? notes.join(' ') : null
}

function hopWords(hop: ReportClaim['chain'][number]): string {
  const { source } = hop
  const words = [
    hop.verb && `“${hop.verb}”`,
    source && sourceKindLabels[source.kind].toLowerCase(),
    source?.unnamed ? 'unnamed' : '',
    identificationLabels[hop.identified].toLowerCase(),
    hop.stake === 'unknown' ? '' : stakeLabels[hop.stake].toLowerCase(),
    hop.proximity === 'unknown' ? '' : proximityLabels[hop.proximity].toLowerCase(),
    hop.channel ? channelLabels[hop.channel].toLowerCase() : '',
    hop.saidOn,
    hop.seenByUs ? 'seen by us' : 'not seen by us',
  ]
  return words.filter(Boolean).join(', ')
}

function evidenceEntry(item: ReportClaim['evidence'][number]): EvidenceEntry {
  const { file } = item
  return {
    stance: item.stance,
    title: item.title,
    href: /^https?:\/\//.test(item.url) ? item.url : null,
    passage: item.passage || null,
    note: item.note || null,
    how: [
      stanceLabels[item.stance],
      evidenceKindLabels[item.kind],
      basisLabels[item.basis].toLowerCase(),
      item.source && `from ${item.source.name}`,
      item.locator,
      item.withWhom && `with ${item.withWhom}`,
      item.happenedOn,
      `added by ${item.addedBy ?? 'Linecheck'}, ${moment(item.addedAt)}`,
    ]
      .filter(Boolean)
      .join(' · '),
    hash: file && `${listed([file.name, `sha256 ${file.sha256}`].filter(Boolean))}${file.purged ? ' (the file itself was purged)' : ''}`,
    withdrawn: item.withdrawn && `Withdrawn ${moment(item.withdrawn.at)}: ${item.withdrawn.reason}`,
  }
}
