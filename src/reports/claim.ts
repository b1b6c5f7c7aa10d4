import { originsInWords, originsOf } from '../claims/origins.ts'
import type { PlacedClaim } from '../claims/queries.ts'
import type { AnsweredPillar, EvidenceItem } from '../evidence/queries.ts'
import type { ClaimOpinions } from '../reviews/queries.ts'
import { pillars } from '../vocabulary.ts'
import type { Records } from './gather.ts'
import type { ReportClaim } from './schema.ts'

/** One claim with everything that was found about it, as far as whoever makes the report may see. */
export function reportClaimOf(records: Records, claim: PlacedClaim): ReportClaim {
  const opinions = records.opinions.get(claim.id)
  const chain = records.chains.get(claim.id) ?? []
  return {
    id: claim.id,
    number: claim.number,
    url: `${records.publicUrl}/claims/${claim.id}`,
    wording: claim.wording,
    passages: claim.spans.map(({ start, end, quoted, before, after }) => ({ start, end, quoted, before, after })),
    kind: claim.kind,
    checkable: claim.checkable,
    voice: claim.voice,
    quote: claim.quote,
    standing: claim.standing,
    state: claim.state,
    waitingFor: claim.waitingFor,
    chain: chain.map(({ position, source, verb, channel, saidOn, seenByUs, identified, stake, proximity, groundRule, standing }) => ({
      position,
      source: source && { id: source.id, name: source.name, kind: source.kind, unnamed: source.unnamed },
      verb,
      channel,
      saidOn,
      seenByUs,
      identified,
      stake,
      proximity,
      groundRule,
      standing,
    })),
    origins: originsInWords(
      originsOf(chain.map(({ entryId, source, seenByUs }) => ({ sourceId: entryId, kind: source?.kind ?? null, seenByUs }))),
    ),
    caveats: claim.caveatIds,
    ...findingsOf(claim, opinions),
    evidence: (records.evidence.get(claim.id) ?? []).map(evidenceOf),
    pillars: claim.restsOnMedia ? pillarsOf(records.pillars.get(claim.id) ?? []) : null,
    queries: (records.queries.get(claim.id) ?? []).map((query) => ({
      id: query.id,
      question: query.question,
      askedBy: query.askedByName,
      askedAt: query.askedAt,
      answer: query.answer,
      answeredOn: query.answeredOn,
      answeredHow: query.answeredHow,
      recordedBy: query.recordedByName,
      recordedAt: query.recordedAt,
    })),
  }
}

type Findings = Pick<ReportClaim, 'withheld' | 'counting' | 'differ' | 'findings' | 'secondCheckTakenBy' | 'unverifiedInCopy'>

function findingsOf(claim: PlacedClaim, opinions: ClaimOpinions | undefined): Findings {
  if (!opinions) return { withheld: false, counting: null, differ: false, findings: [], secondCheckTakenBy: null, unverifiedInCopy: null }
  const counting = opinions.final ?? opinions.first
  const current = [opinions.first, opinions.second, opinions.final].flatMap((one) => one?.id ?? [])
  return {
    withheld: opinions.withheld,
    counting: counting && { opinion: counting.opinion, said: counting.said, outcome: counting.outcome, confidence: counting.confidence },
    differ: opinions.differ,
    findings: opinions.all.map((one) => ({
      id: one.id,
      opinion: one.opinion,
      counts: current.includes(one.id),
      said: one.said,
      outcome: one.outcome,
      confidence: one.confidence,
      reason: one.reason,
      by: one.reviewerName,
      at: one.filedAt,
      wording: one.wording,
      earlierChain: one.earlierChain,
      reliedOn: one.reliedOn,
    })),
    secondCheckTakenBy: opinions.secondCheck?.takenByName ?? null,
    unverifiedInCopy: counting?.outcome !== 'unverified' ? null : claim.voice.endsWith('_with_caveat') ? 'said' : 'not_said',
  }
}

function evidenceOf(item: EvidenceItem): ReportClaim['evidence'][number] {
  const { id, kind, title, url, locator, passage, withWhom, happenedOn, note, stance, basis, addedAt } = item
  return {
    id,
    kind,
    title,
    url,
    locator,
    passage,
    withWhom,
    happenedOn,
    note,
    stance,
    basis,
    addedAt,
    source: item.sourceId === null ? null : { id: item.sourceId, name: item.sourceName ?? '' },
    file:
      item.fileSha256 === null
        ? null
        : { name: item.fileName, sha256: item.fileSha256, size: item.fileSize, mediaType: item.fileType, purged: item.filePurged },
    addedBy: item.addedByName,
    withdrawn: item.withdrawnAt === null ? null : { at: item.withdrawnAt, reason: item.withdrawnReason },
  }
}

/** The newest answer to each pillar; one that nobody has looked at stands there open. */
function pillarsOf(answers: readonly AnsweredPillar[]): NonNullable<ReportClaim['pillars']> {
  return pillars.map((pillar) => {
    const newest = answers.findLast((answer) => answer.pillar === pillar)
    return {
      pillar,
      answer: newest?.answer ?? null,
      confidence: newest?.confidence ?? null,
      evidenceId: newest?.evidenceId ?? null,
      by: newest?.answeredByName ?? null,
      at: newest?.answeredAt ?? null,
    }
  })
}
