import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { currentVersion, findArticle } from '../articles/queries.ts'
import type { Reader } from '../db/open.ts'
import { findSourceIfAny } from '../sources/queries.ts'
import { render } from '../web/render.ts'
import { isolated } from '../web/words.ts'
import { get, id, type Route } from '../web/route.ts'
import { addPiece, emptyAudit } from './count.ts'
import { definitions } from './definitions.ts'
import { auditing, eyesOf, openTo } from './eyes.ts'
import { auditCsv, auditJson, exportName } from './export.ts'
import type { ClaimFacts } from './facts.ts'
import { askedOf, relayIn } from './forms.ts'
import { piecesOf } from './gather.ts'
import { claimsBehindPage, piecesBehindPage } from './list-page.ts'
import { pieceAuditPage } from './piece-page.ts'
import { offeredTo, wordingsOf } from './queries.ts'
import type { Opened } from './run.ts'
import { everything, withWholePieces } from './selection.ts'
import { ruleRoutes } from './rules/routes.ts'
import { selectedWords } from './selected-words.ts'
import { selectionAuditPage } from './selection-page.ts'
import { seenBy, summaryOf } from './summary.ts'

/** Claims or pieces behind a figure, on one page. */
const perPage = 50
/** How long somebody waits for the first figures, in milliseconds. */
const patience = 1_200
/** How long for an export, which has to be whole. */
const wholePatience = 10 * 60_000
/** Outlets offered while somebody types. */
const offered = 300

export const auditRoutes: readonly Route[] = [
  ...ruleRoutes,

  get('/articles/:articleId/audit', signedIn, (visit) => {
    const { db, req } = visit
    const article = findArticle(db, auditing(visit.viewer), id(req, 'articleId'))
    const viewer = eyesOf(visit, { desks: [article.deskId] })
    const page = db.transaction((tx) => {
      const [piece] = [...piecesOf(tx, viewer, { ...everything, article: article.id })].flat()
      const counted = piece ?? { ...article, desk: '', day: article.createdAt.slice(0, 10), corrections: 0, claims: [] }
      const audit = emptyAudit()
      addPiece(audit, counted)
      const seen = seenBy(tx, viewer)
      return pieceAuditPage({
        article,
        piece: counted,
        summary: summaryOf(tx, viewer, audit, counted.day),
        counts: audit.pieceCounts,
        characters: currentVersion(tx, article).text?.length ?? Math.max(1, ...counted.claims.map(({ end }) => end)),
        wordings: wordingsOf(
          tx,
          counted.claims.map((claim) => claim.id),
        ),
        nameOf: nameIn(seen),
        opens: openTo(tx, visit.viewer, [article.id]).has(article.id),
        opensSource: (id) => findSourceIfAny(tx, visit.viewer, id) !== undefined,
      })
    })
    render(visit, 'audits/piece', page)
  }),

  get('/audits', signedIn, async (visit) => {
    const { db, auditor, req, res } = visit
    const { selection, by, against } = askedOf(req)
    const viewer = eyesOf(visit, selection)
    const { done, progress } = await auditor.audit(viewer, selection, patience)
    const other = against && (await auditor.audit(viewer, against, patience))
    const counting = !done || other?.done === false
    // Without a script as well: the browser asks again, and the count has gone on meanwhile.
    if (counting) res.set('Refresh', '2')
    render(
      visit,
      'audits/index',
      selectionAuditPage({
        selection,
        by,
        progress,
        done: !counting,
        against: against && other ? { selection: against, summary: other.progress.summary } : null,
        desks: desksOf(visit.viewer),
        offered: offeredTo(db, viewer, offered),
        source: selection.source === null ? null : seenBy(db, viewer)(selection.source),
        opensSource: (id) => findSourceIfAny(db, visit.viewer, id) !== undefined,
      }),
    )
  }),

  get('/audits.json', signedIn, async (visit) => {
    const { selection } = askedOf(visit.req)
    const { progress } = await visit.auditor.audit(eyesOf(visit, selection), selection, wholePatience)
    visit.res
      .attachment(exportName('json'))
      .type('application/json')
      .send(auditJson(selection, progress.summary, new Date().toISOString()))
  }),

  get('/audits.csv', signedIn, async (visit) => {
    const { selection } = askedOf(visit.req)
    const { progress } = await visit.auditor.audit(eyesOf(visit, selection), selection, wholePatience)
    visit.res.attachment(exportName('csv')).type('text/csv').send(auditCsv(selection, progress.summary))
  }),

  get('/audits/claims', signedIn, async (visit) => {
    const { db, auditor, req } = visit
    const { selection, figure, page } = askedOf(req)
    const viewer = eyesOf(visit, selection)
    const { opened, further } = await auditor.claims(viewer, selection, { figure, page, perPage })
    const wordings = wordingsOf(
      db,
      opened.map(({ claim }) => claim.id),
    )
    const behind = {
      selection,
      figure,
      page,
      further,
      selected: selectedWords(db, viewer, selection),
      label: relayWords(db, viewer, figure),
    }
    render(visit, 'audits/behind', claimsBehindPage(behind, opened, wordings, { who: whoIn(db, viewer), opens: opening(visit, opened) }))
  }),

  get('/audits/pieces', signedIn, async (visit) => {
    const { auditor, req } = visit
    const { selection, figure, page } = askedOf(req)
    const viewer = eyesOf(visit, selection)
    const { opened, further } = await auditor.pieces(viewer, withWholePieces(selection), { figure, page, perPage })
    render(
      visit,
      'audits/behind',
      piecesBehindPage({ selection, figure, page, further, selected: selectedWords(visit.db, viewer, selection) }, opened),
    )
  }),

  get('/audits/definitions', signedIn, (visit) => {
    render(visit, 'audits/definitions', { title: 'What the figures of an audit count', section: '/audits', parts: definitions })
  }),
]

/** Desks to choose among; those that the viewer only audits are told as such. */
const desksOf = ({ desks, audits = [] }: Viewer): { id: number; name: string }[] => [
  ...desks,
  ...audits.map(({ id: deskId, name }) => ({ id: deskId, name: `${name} (audited, published pieces)` })),
]

/** Whether the viewer may open the piece that a claim stands in. */
function opening({ db, viewer }: SignedInVisit, opened: readonly Opened[]): (claim: Opened) => boolean {
  const open = openTo(
    db,
    viewer,
    opened.map(({ piece }) => piece.id),
  )
  return ({ piece }) => open.has(piece.id)
}

/** Who says a claim, from the origin to the relay, in names the viewer may see. */
function whoIn(db: Reader, viewer: Viewer): (claim: ClaimFacts) => string {
  const seen = seenBy(db, viewer)
  const nameOf = nameIn(seen)
  return ({ chain }) => chain.map(({ entryId }) => nameOf(entryId)).join(' → ')
}

/** Whose words whom, where a figure is of one relay; null for any other. */
function relayWords(db: Reader, viewer: Viewer, figure: string): string | null {
  const between = relayIn(figure)
  const nameOf = nameIn(seenBy(db, viewer))
  return between && `Words of ${nameOf(between.from)}, relayed by ${nameOf(between.to)}`
}

/** The name of an entry as the viewer may see it. */
const nameIn =
  (seen: ReturnType<typeof seenBy>) =>
  (entryId: number | null): string => {
    const source = entryId === null ? null : seen(entryId)
    return source ? isolated(source.name) : 'unclear who'
  }
