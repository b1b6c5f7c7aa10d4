import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import { can, clear } from '../accounts/policy.ts'
import { currentVersion, findArticle } from '../articles/queries.ts'
import { isMendable, errorsOf, parse, typedIn } from '../web/forms.ts'
import { Conflict } from '../errors.ts'
import type { Refusals } from '../web/fields.ts'
import { flash } from '../web/flash.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import { answerChallenge, recordChallenge, recordCorrection, withdrawCorrection } from './corrections.ts'
import { answerForm, challengeForm, correctionForm, withdrawalForm } from './forms.ts'
import { correctionsPage } from './pages.ts'
import { listChallengeable, listChallenges, listCorrections } from './queries.ts'

export const correctionRoutes: readonly Route[] = [
  get('/articles/:articleId/corrections', signedIn, (visit) => show(visit)),

  post('/articles/:articleId/corrections', signedIn, (visit) => {
    const article = clear(visit.viewer, 'edit', articleOf(visit))
    act(visit, 'correction', 'The correction is on record.', () =>
      recordCorrection(visit.db, visit.viewer, article, parse(correctionForm, visit.req)),
    )
  }),

  post('/articles/:articleId/corrections/challenges', signedIn, (visit) => {
    const article = clear(visit.viewer, 'check', articleOf(visit))
    act(visit, 'challenge', 'The challenge is on record. An editor answers it once it was checked again.', () =>
      recordChallenge(visit.db, visit.viewer, article, parse(challengeForm, visit.req)),
    )
  }),

  post('/articles/:articleId/corrections/challenges/:challengeId/answer', signedIn, (visit) => {
    const article = clear(visit.viewer, 'edit', articleOf(visit))
    const challengeId = id(visit.req, 'challengeId')
    act(visit, `answer-${challengeId}`, 'Answered.', () =>
      answerChallenge(visit.db, visit.viewer, article, challengeId, parse(answerForm, visit.req)),
    )
  }),

  post('/articles/:articleId/corrections/withdrawal', signedIn, (visit) => {
    const article = clear(visit.viewer, 'edit', articleOf(visit))
    act(visit, `withdrawal-${typedIn(visit.req).correction ?? ''}`, 'Withdrawn; it stays on record.', () => {
      const { correction, reason } = parse(withdrawalForm, visit.req)
      withdrawCorrection(visit.db, visit.viewer, article, correction, reason)
    })
  }),
]

const articleOf = ({ db, viewer, req }: SignedInVisit) => findArticle(db, viewer, id(req, 'articleId'))

/** Acts and goes back to the page, or shows it again with what was refused. */
function act(visit: SignedInVisit, form: string, done: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!isMendable(error)) throw error
    return show(visit, { form, shown: { errors: errorsOf(error), typed: typedIn(visit.req) } }, error instanceof Conflict ? 409 : 422)
  }
  flash(visit.res, done)
  visit.res.redirect(303, `/articles/${articleOf(visit).id}/corrections`)
}

function show(visit: SignedInVisit, refused: { form: string; shown: Refusals } | null = null, status = 200): void {
  const { db, viewer } = visit
  const article = articleOf(visit)
  render(
    visit,
    'corrections/show',
    correctionsPage({
      article,
      challenges: listChallenges(db, article.id),
      corrections: listCorrections(db, article.id, true),
      claims: listChallengeable(db, currentVersion(db, article).id),
      mayCheck: can(viewer, 'check', article.deskId),
      mayEdit: can(viewer, 'edit', article.deskId),
      refused,
    }),
    status,
  )
}
