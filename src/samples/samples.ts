import { clear } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { bringIn } from '../articles/articles.ts'
import { givenFrom } from '../articles/ledger.ts'
import { findDesk } from '../accounts/queries.ts'
import { currentVersion, findArticle, listSentences } from '../articles/queries.ts'
import { changeRecognition } from '../articles/recognition.ts'
import type { Article } from '../articles/schema.ts'
import { splitArticle } from '../claims/split-article.ts'
import { type Db, write } from '../db/open.ts'
import { record } from '../events/events.ts'
import type { Workers } from '../workers/pool.ts'
import { fightingChecks } from './attack-fighting.ts'
import { tollChecks } from './attack-toll.ts'
import { decideSentences, doChecks, sentenceWith } from './checking.ts'
import { attack, harbour, type SampleText, waits } from './texts.ts'
import { figureChecks } from './waits-figures.ts'
import { peopleChecks } from './waits-people.ts'

/**
 * Puts the three sample articles on a desk, by the same verbs as its pages: one about half checked, one nearly done, one only split.
 * All is done in the name of the admin who asked for it; no account is made.
 */
export async function bringInSamples(db: Db, workers: Workers, admin: Viewer, deskId: number): Promise<void> {
  const third = await bringInSample(db, workers, admin, deskId, harbour)
  const second = await bringInSample(db, workers, admin, deskId, waits)
  doChecks(db, admin, second, [...figureChecks, ...peopleChecks])
  decideSentences(db, admin, second)
  const first = await bringInSample(db, workers, admin, deskId, attack)
  doChecks(db, admin, first, [...fightingChecks, ...tollChecks])
  decideSentences(db, admin, first, lookedOver)
  write(db, (tx) => {
    record(tx, admin, {
      act: 'samples.brought_in',
      subjects: [first, second, third].map((article) => `article:${article.id}`),
      place: { deskId },
      after: { headlines: [first, second, third].map((article) => article.headline) },
    })
  })
}

/** Sentences of the attack whose suggestions have been looked over and confirmed. */
const lookedOver = ['Where is Ashkavar?', 'Who are the Veshti Front?', 'The Veshti Front took up arms', 'could not independently verify']

/** Brings one in, puts right what was recognised, and splits it into claims. */
async function bringInSample(
  db: Db,
  workers: Workers,
  admin: Viewer,
  deskId: number,
  { text, details, parts }: SampleText,
): Promise<Article> {
  const desk = clear(admin, 'check', findDesk(db, admin, deskId))
  const document = await workers.readPaste(text, null)
  const reading = await workers.readArticle(text, { outlet: details.outlet })
  const { id } = bringIn(db, admin, desk, { document, reading, details, fileName: '' })
  const article = clear(admin, 'check', findArticle(db, admin, id))
  const changes = parts.map(([part, words]) => ({ sentenceId: sentenceWith(db, article, words).id, part, furniture: null }))
  changeRecognition(db, admin, article, { changes, seen: 0 })
  const given = givenFrom(text, listSentences(db, currentVersion(db, article).id))
  splitArticle(db, admin, article, await workers.readArticle(text, { outlet: details.outlet, given }))
  return findArticle(db, admin, id)
}
