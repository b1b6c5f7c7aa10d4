import { type SignedInVisit, signedIn } from '../../accounts/access.ts'
import { can, clear } from '../../accounts/policy.ts'
import { findDesk } from '../../accounts/queries.ts'
import { findArticle } from '../../articles/queries.ts'
import { Conflict } from '../../errors.ts'
import { flash } from '../../web/flash.ts'
import type { Refusals } from '../../web/fields.ts'
import { parse, readForm, typedIn } from '../../web/forms.ts'
import { render } from '../../web/render.ts'
import { get, id, post, type Route } from '../../web/route.ts'
import { eyesOf, openTo } from '../eyes.ts'
import { askedOf } from '../forms.ts'
import { everything } from '../selection.ts'
import { selectedWords } from '../selected-words.ts'
import { checkedPiecesOf, type CheckedPiece } from './check.ts'
import { liftForm, switchesForm, waiverForm } from './forms.ts'
import { pieceRulesPage } from './piece-page.ts'
import { rules } from './rules.ts'
import { findingsPage, selectionRulesPage } from './selection-page.ts'
import { rulesOn, switchRules } from './switches.ts'
import { switchesPage } from './switches-page.ts'
import { liftWaiver, waive } from './waivers.ts'

/** Findings on one page. */
const perPage = 50
/** How long somebody waits for the first of them, in milliseconds. */
const patience = 1_200

export const ruleRoutes: readonly Route[] = [
  get('/articles/:articleId/rules', signedIn, (visit) => showPiece(visit)),

  post('/articles/:articleId/rules/waivers', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const article = clear(viewer, 'edit', findArticle(db, viewer, id(req, 'articleId')))
    const form = readForm(waiverForm, req)
    if (!form.ok) return showPiece(visit, form)
    const { rule, start, reason } = form.value
    const checked = checkOf(visit, article.id)
    const finding = checked?.findings.find((one) => one.rule === rule && one.start === start)
    if (!checked || !finding) throw new Conflict('The rule finds nothing there any more: look at the piece again.')
    const label = labelOf(rule)
    waive(db, viewer, article, { versionId: checked.piece.versionId, rule, label, start, end: finding.end, quoted: finding.quoted }, reason)
    flash(res, 'Waived, with your name and your reason.')
    res.redirect(303, `/articles/${article.id}/rules#${rule}-${start}`)
  }),

  post('/articles/:articleId/rules/waivers/lifting', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const article = clear(viewer, 'edit', findArticle(db, viewer, id(req, 'articleId')))
    liftWaiver(db, viewer, article, parse(liftForm, req).waiver, labelOf)
    flash(res, 'Lifted: the finding stands again.')
    res.redirect(303, `/articles/${article.id}/rules`)
  }),

  get('/audits/rules', signedIn, async (visit) => {
    const { auditor, req, res } = visit
    const { selection } = askedOf(req)
    const viewer = eyesOf(visit, selection)
    const { done, progress } = await auditor.rules(viewer, selection, patience)
    // Without a script as well: the browser asks again, and the reading has gone on meanwhile.
    if (!done) res.set('Refresh', '2')
    render(visit, 'audits/rules/index', selectionRulesPage(selection, selectedWords(visit.db, viewer, selection), progress, done))
  }),

  get('/audits/rules/findings', signedIn, async (visit) => {
    const { db, auditor, req } = visit
    const { selection, figure, page } = askedOf(req)
    const viewer = eyesOf(visit, selection)
    const opened = await auditor.findings(viewer, selection, { figure, page, perPage })
    const open = openTo(
      db,
      visit.viewer,
      opened.opened.map(({ piece }) => piece.id),
    )
    const words = selectedWords(db, viewer, selection)
    render(visit, 'audits/rules/findings', findingsPage(selection, words, { rule: figure, page }, opened, open))
  }),

  get('/desks/:deskId/rules', signedIn, (visit) => {
    const { db, viewer, req } = visit
    const desk = clear(viewer, 'administer', findDesk(db, viewer, id(req, 'deskId')))
    const isOn = rulesOn(db)
    render(
      visit,
      'audits/rules/switches',
      switchesPage(desk, (rule) => isOn(desk.id, rule)),
    )
  }),

  post('/desks/:deskId/rules', signedIn, ({ db, viewer, req, res }) => {
    const desk = clear(viewer, 'administer', findDesk(db, viewer, id(req, 'deskId')))
    switchRules(db, viewer, desk, parse(switchesForm, req))
    flash(res, 'Saved. The rules hold for every piece of the desk from now on.')
    res.redirect(303, `/desks/${desk.id}/rules`)
  }),
]

const labelOf = (rule: string): string => rules.find(({ id }) => id === rule)?.label ?? rule

function checkOf({ db, viewer }: SignedInVisit, article: number): CheckedPiece | undefined {
  return [...checkedPiecesOf(db, viewer, { ...everything, article })].flat()[0]
}

function showPiece(visit: SignedInVisit, refused: Refusals | null = null): void {
  const { db, viewer, req } = visit
  const article = findArticle(db, viewer, id(req, 'articleId'))
  const isOn = rulesOn(db)
  render(
    visit,
    'audits/rules/piece',
    pieceRulesPage({
      article,
      findings: checkOf(visit, article.id)?.findings ?? [],
      on: rules.filter((rule) => isOn(article.deskId, rule)).length,
      english: article.language === 'en',
      mayWaive: can(viewer, 'edit', article.deskId),
      mayAdminister: can(viewer, 'administer', article.deskId),
      refused: refused && { ...refused, typed: typedIn(req) },
    }),
    refused ? 422 : 200,
  )
}
