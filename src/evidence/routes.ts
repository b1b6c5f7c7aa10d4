import { signedIn, viewerNow } from '../accounts/access.ts'
import { clear } from '../accounts/policy.ts'
import { findArticle } from '../articles/queries.ts'
import { backToDesk, claimPost } from '../claims/desk-forms.ts'
import { chainOf } from '../claims/chain-queries.ts'
import { familyOf, findClaim } from '../claims/queries.ts'
import { affiliationsOf } from '../sources/entries.ts'
import { findSource } from '../sources/queries.ts'
import { flash } from '../web/flash.ts'
import { parse } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { get, id, type Route } from '../web/route.ts'
import { sendFile } from './download.ts'
import { addEvidence, requireNotPurged, withdrawEvidence } from './evidence.ts'
import { evidenceForm, pillarForm, replacementForm, withdrawalForm } from './forms.ts'
import { answerPillar } from './pillars.ts'
import { type EvidenceItem, findEvidence, findFileOf, listEvidence } from './queries.ts'
import { type GraphSource, originGraph } from './origin-graph.ts'
import { originsPage } from './origins-page.ts'
import { replaceSource } from './replace-source.ts'
import { hashOf, keepFile } from './store.ts'
import { evidenceBody, uploadIn } from './upload.ts'

export const evidenceRoutes: readonly Route[] = [
  get('/claims/:claimId/origins', signedIn, (visit) => {
    const { db, viewer, req } = visit
    const claim = findClaim(db, viewer, id(req, 'claimId'))
    const evidence = listEvidence(db, familyOf(db, claim.id)).map((item) => ({ ...item, source: sourceOf(item) }))
    const chain = chainOf(db, claim.id).map(({ source, entryId, verb }) => ({
      verb,
      source: source && { ...source, entryId: entryId ?? source.id, affiliations: affiliationsOf(db, source.id) },
    }))
    render(visit, 'evidence/origins', originsPage(claim, originGraph(chain, evidence)))
  }),

  claimPost(
    '/claims/:claimId/evidence',
    'evidence',
    async (visit) => {
      const { db, viewer, settings, req, res } = visit
      const claim = clear(viewer, 'check', visit.claim)
      const file = uploadIn(req)
      const form = parse(evidenceForm((req.body as Record<string, unknown> | undefined)?.kind, file !== null), req)
      if (file) requireNotPurged(db, claim.deskId, hashOf(file.bytes))
      // The bytes are on the disk before the transaction speaks of them; what a refusal leaves behind there is reached by nothing.
      const kept = file && { ...(await keepFile(settings.dataFolder, file.bytes)), name: file.name }

      const now = viewerNow(visit)
      addEvidence(db, now, clear(now, 'check', findClaim(db, now, claim.id)), form, kept)
      flash(res, 'Evidence added.')
      backToDesk(req, res, claim)
    },
    evidenceBody,
  ),

  claimPost('/claims/:claimId/evidence/:evidenceId/withdrawal', 'withdrawal', ({ db, viewer, claim, req, res }) => {
    const cleared = clear(viewer, 'check', claim)
    withdrawEvidence(db, viewer, cleared, id(req, 'evidenceId'), parse(withdrawalForm, req))
    flash(res, 'Evidence withdrawn; it stays on the record.')
    backToDesk(req, res, claim)
  }),

  claimPost('/claims/:claimId/pillars', 'pillar', ({ db, viewer, claim, req, res }) => {
    const cleared = clear(viewer, 'check', claim)
    answerPillar(db, viewer, cleared, parse(pillarForm, req))
    flash(res, 'Pillar answered.')
    backToDesk(req, res, claim)
  }),

  /** “The directory already has this one”: in the whole article, not only in this claim. */
  claimPost('/claims/:claimId/sources/:sourceId/replacement', 'source', ({ db, viewer, claim, req, res }) => {
    const article = clear(viewer, 'check', findArticle(db, viewer, claim.articleId))
    const from = findSource(db, viewer, id(req, 'sourceId'))
    replaceSource(db, viewer, article, { from, ...parse(replacementForm, req) })
    flash(res, `“${from.name}” replaced in this article.`)
    backToDesk(req, res, claim)
  }),

  get('/evidence/:evidenceId/file', signedIn, async ({ db, viewer, settings, req, res }) => {
    const item = findEvidence(db, viewer, id(req, 'evidenceId'))
    await sendFile(req, res, settings.dataFolder, findFileOf(db, item), item.fileName)
  }),
]

function sourceOf({ sourceId, sourceName, sourceKind, entryId, affiliations }: EvidenceItem): GraphSource | null {
  return sourceId === null ? null : { id: sourceId, entryId: entryId ?? sourceId, name: sourceName ?? '', kind: sourceKind, affiliations }
}
