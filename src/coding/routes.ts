import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import { can, clear } from '../accounts/policy.ts'
import { findDesk, listCheckers } from '../accounts/queries.ts'
import { selectionAt } from '../audits/forms.ts'
import { selectedWords } from '../audits/selected-words.ts'
import { NotFound, Unusable } from '../errors.ts'
import type { Refusals } from '../web/fields.ts'
import { flash } from '../web/flash.ts'
import { line, readForm, typedIn } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import { beginRound, code } from './coding.ts'
import { codingForm, roundForm } from './forms.ts'
import { codeClaimPage, codingIndexPage, codingRoundPage } from './pages.ts'
import { codingsBy, doneBy, findRound, listRounds, listSampled, passageOf, type RoundOnDesk } from './queries.ts'

export const codingRoutes: readonly Route[] = [
  get('/coding', signedIn, (visit) => showRounds(visit, line(2000).catch('').parse(visit.req.query.from))),

  post('/coding', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const form = readForm(roundForm, req)
    if (!form.ok) return showRounds(visit, typedIn(req).from ?? '', form)
    const { deskId, from, ...wanted } = form.value
    const desk = clear(viewer, 'edit', findDesk(db, viewer, deskId))
    const selection = { ...selectionAt(from), desks: [desk.id] }
    try {
      const roundId = beginRound(db, viewer, desk, { selection, words: selectedWords(db, viewer, selection) }, wanted)
      flash(res, 'Drawn. The two see it under “Coded by two”.')
      res.redirect(303, `/coding/${roundId}`)
    } catch (error) {
      if (!(error instanceof Unusable)) throw error
      showRounds(visit, from, { errors: { [error.field]: error.message }, typed: typedIn(req) })
    }
  }),

  get('/coding/:roundId', signedIn, (visit) => {
    const { db, viewer, req } = visit
    const round = findRound(db, viewer, id(req, 'roundId'))
    const done = doneBy(db, round)
    const complete = done.every((n) => n === round.claims)
    const page = codingRoundPage({
      round,
      done,
      isCoder: isCoder(visit, round),
      next: isCoder(visit, round) ? nextOf(visit, round) : null,
      results: complete
        ? { sampled: listSampled(db, round), one: codingsBy(db, round, round.coderOne), two: codingsBy(db, round, round.coderTwo) }
        : null,
    })
    render(visit, 'coding/round', page)
  }),

  get('/coding/:roundId/claims/:position', signedIn, (visit) => showClaim(visit, null)),

  post('/coding/:roundId/claims/:position', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const { round, claim } = claimOf(visit)
    const form = readForm(codingForm, req)
    if (!form.ok) return showClaim(visit, form)
    code(db, viewer, round, claim.position, form.value)
    const next = nextOf(visit, round)
    res.redirect(303, next === null ? `/coding/${round.id}` : `/coding/${round.id}/claims/${next}`)
  }),
]

const isCoder = ({ viewer }: SignedInVisit, round: RoundOnDesk): boolean => viewer.id === round.coderOne || viewer.id === round.coderTwo

/** The first claim that the viewer has still to code. */
function nextOf({ db, viewer }: SignedInVisit, round: RoundOnDesk): number | null {
  const coded = new Set(codingsBy(db, round, viewer.id).map(({ position }) => position))
  for (let position = 1; position <= round.claims; position++) if (!coded.has(position)) return position
  return null
}

/** The claim of the page. It exists for the two who code it only. */
function claimOf(visit: SignedInVisit) {
  const { db, viewer, req } = visit
  const round = findRound(db, viewer, id(req, 'roundId'))
  const claim = listSampled(db, round).find(({ position }) => position === id(req, 'position'))
  if (!claim || !isCoder(visit, round)) throw new NotFound('claim to code')
  return { round, claim }
}

function showClaim(visit: SignedInVisit, refused: Refusals | null): void {
  const { db, viewer } = visit
  const { round, claim } = claimOf(visit)
  const coded = codingsBy(db, round, viewer.id).find(({ position }) => position === claim.position)
  render(visit, 'coding/claim', codeClaimPage({ round, claim, passage: passageOf(db, claim), coded, refused }), refused ? 422 : 200)
}

function showRounds(visit: SignedInVisit, from: string, refused: Refusals | null = null): void {
  const { db, viewer } = visit
  const desks = viewer.desks.filter((desk) => can(viewer, 'edit', desk.id))
  const people = new Map(desks.flatMap((desk) => listCheckers(db, desk.id)).map((person) => [person.id, person]))
  render(
    visit,
    'coding/index',
    codingIndexPage({
      rounds: listRounds(db, viewer).map((round) => ({ ...round, done: doneBy(db, round) })),
      desks,
      people: [...people.values()],
      from,
      drawnFrom: selectedWords(visit.db, visit.viewer, selectionAt(from)),
      refused,
    }),
    refused ? 422 : 200,
  )
}
