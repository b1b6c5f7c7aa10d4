import { withheldClaims } from '../reviews/queries.ts'
import { can } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { changesSince, type ClaimOnDesk, familyOf, findClaim, lastEventOn } from '../claims/queries.ts'
import type { Reader } from '../db/open.ts'
import { type AnsweredPillar, type EvidenceItem, listEvidence, listPillarAnswers } from '../evidence/queries.ts'
import { claimHistory, tell, type ToldEvent } from '../history/queries.ts'
import { type KnownSource, listKnownSources } from '../sources/queries.ts'

/** How many sources a picker offers. */
const offeredSources = 50

/** Everything about the claim in hand that the copy beside it does not need. */
export interface InHandRecords {
  claim: ClaimOnDesk
  /** The last event on it: what the forms carry, so that a later change is noticed. */
  seen: number
  evidence: EvidenceItem[]
  pillars: AnsweredPillar[]
  known: KnownSource[]
  history: ToldEvent[]
  /** What others did to it since the viewer's page was made; only after a form was refused for it. */
  changes: ToldEvent[]
}

export function gatherClaim(db: Reader, viewer: Viewer, claimId: number, seenBefore: number | null): InHandRecords {
  const claim = findClaim(db, viewer, claimId)
  const family = familyOf(db, claim.id)
  const withheld = withheldClaims(db, viewer)
  return {
    claim,
    seen: lastEventOn(db, claim.id),
    evidence: listEvidence(db, family),
    pillars: listPillarAnswers(db, family),
    known: can(viewer, 'check', claim.deskId) ? listKnownSources(db, viewer, claim.articleId, { limit: offeredSources }) : [],
    history: claimHistory(db, viewer, claim.id, withheld),
    changes: seenBefore === null ? [] : tell(db, viewer, changesSince(db, viewer, claim.id, seenBefore), withheld),
  }
}
