import { signedIn, viewerNow } from '../accounts/access.ts'
import { clear } from '../accounts/policy.ts'
import { findArticle } from '../articles/queries.ts'
import { backToDesk, claimPost } from '../claims/desk-forms.ts'
import { findClaim } from '../claims/queries.ts'
import { findSource } from '../sources/queries.ts'
import { flash } from '../web/flash.ts'
import { parse } from '../web/forms.ts'
import { get, id, type Route } from '../web/route.ts'
import { sendFile } from './download.ts'
import { addEvidence, requireNotPurged, withdrawEvidence } from './evidence.ts'
import { evidenceForm, pillarForm, replacementForm, withdrawalForm } from './forms.ts'
import { answerPillar } from './pillars.ts'
import { findEvidence, findFileOf } from './queries.ts'
import { replaceSource } from './replace-source.ts'
import { hashOf, keepFile } from './store.ts'
import { evidenceBody, uploadIn } from './upload.ts'

export const evidenceRoutes: readonly Route[] = [
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
