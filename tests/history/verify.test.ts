import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { clear } from '../../src/accounts/policy.ts'
import { currentVersion, findArticle } from '../../src/articles/queries.ts'
import { findClaim } from '../../src/claims/queries.ts'
import { type Db, write } from '../../src/db/open.ts'
import { triggers } from '../../src/db/triggers.ts'
import { keepFile, pathOf } from '../../src/evidence/store.ts'
import { chainHead, digestOf, record, sha256, theProgram } from '../../src/events/events.ts'
import { events } from '../../src/events/schema.ts'
import { verifyRecord } from '../../src/history/verify.ts'
import { answerQuery } from '../../src/reviews/queries-to-reporter.ts'
import { reopen, signOff } from '../../src/reviews/sign-offs.ts'
import { temporaryFolder } from '../support/app.ts'
import { newsroom, viewerIn } from '../support/newsroom.ts'
import { acting, checkedByTwo } from '../support/scene.ts'

/** A day's work with an uploaded file, and the folder it lies in. */
async function checkedNewsroom() {
  const db = newsroom()
  const folder = temporaryFolder()
  const kept = await keepFile(folder, Buffer.from('the exact bytes of a notice'))
  const cal = acting(db, 'cal')
  cal.addsEvidence(2, 'Road authority notice', { ...kept, name: 'notice.txt' })
  cal.finds(2, 'verified', 'The notice says so.', 'no_attribution')
  cal.finds(6, 'unverified', 'No second angle.')
  return { db, folder, kept }
}

/** What somebody with the file and without scruples would do. */
function tamper(db: Db, sql: string): void {
  for (const { name } of triggers) db.$client.exec(`DROP TRIGGER IF EXISTS ${name}`)
  db.$client.exec(sql)
  for (const trigger of triggers) db.$client.exec(trigger.sql)
}

const problems = (db: Db, folder: string): string[] => verifyRecord(db, folder).lines.filter((line) => line.startsWith('Problem'))

test('an untouched record holds, and what was looked at is said', async () => {
  const { db, folder } = await checkedNewsroom()
  const { ok, lines } = verifyRecord(db, folder)
  expect(lines.filter((line) => line.startsWith('Problem'))).toEqual([])
  expect(ok).toBe(true)
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^The chain holds: \d+ events/),
      expect.stringMatching(/^The texts fit their SHA-256: 1 version\./),
      'The uploaded files are there and fit their SHA-256: 1 file.',
      'The database file is whole.',
      'Everything that was checked holds.',
    ]),
  )
})

test.each([
  ['an event whose actor was changed', "UPDATE events SET actor_name = 'Nobody' WHERE id = 3", /event 3 is not what was written/],
  ['an event whose subjects cannot be read any more', "UPDATE events SET subjects = 'x' WHERE id = 3", /event 3 is not what was written/],
  [
    'an event that was taken out',
    'PRAGMA foreign_keys = OFF; DELETE FROM events WHERE id = 3; DELETE FROM event_subjects WHERE event_id = 3',
    /event 3 is missing/,
  ],
  [
    'what an event kept',
    `UPDATE payloads SET body = '{"salt":"","value":{}}' WHERE digest = (SELECT after_digest FROM events WHERE id = 4)`,
    /what event 4 kept was changed/,
  ],
  [
    'what an event kept, made unreadable',
    "UPDATE payloads SET body = 'x' WHERE digest = (SELECT after_digest FROM events WHERE id = 4)",
    /what event 4 kept was changed/,
  ],
  [
    'what an event kept, gone without a purge',
    'UPDATE payloads SET body = NULL WHERE digest = (SELECT after_digest FROM events WHERE id = 4)',
    /what event 4 kept is gone, and no event says/,
  ],
  [
    'what an event kept, blamed on another act',
    'UPDATE payloads SET body = NULL, purged_by = 2 WHERE digest = (SELECT after_digest FROM events WHERE id = 4)',
    /gone, and not event 2 says/,
  ],
  [
    'the index that leads to a claim’s events',
    "DELETE FROM event_subjects WHERE subject = 'claim:6'",
    /event \d+ is not found under claim:6/,
  ],
  ['a line in that index that no event made', "INSERT INTO event_subjects VALUES ('claim:1', 1)", /event 1 is listed under claim:1/],
  [
    'the text of a version',
    "UPDATE versions SET text = replace(text, 'ten days', 'two days')",
    /the text of version 1 of article 1 does not fit its SHA-256/,
  ],
  [
    'the text of a version, gone without a purge',
    'UPDATE versions SET text = NULL',
    /the text of version 1 of article 1 is gone, and no event says/,
  ],
  ['an outcome', "UPDATE reviews SET outcome = 'disputed' WHERE claim_id = 6", /finding 2 says something else now than event 5 recorded/],
  [
    'an outcome filed by nobody',
    'INSERT INTO reviews (id, claim_id, opinion, said, outcome, reason, wording, relied_on, filed_at) SELECT 9, claim_id, opinion, said, outcome, reason, wording, relied_on, filed_at FROM reviews WHERE id = 1',
    /finding 9 was filed by no event/,
  ],
  ['an outcome that disappeared', 'DELETE FROM reviews WHERE claim_id = 6', /finding 2, filed by event 5, is gone/],
  [
    'a reference that leads nowhere',
    'PRAGMA foreign_keys = OFF; UPDATE evidence SET source_id = 999',
    /evidence refers to a row of sources that is not there/,
  ],
])('verify says so where somebody changed %s', async (_, sql, sentence) => {
  const { db, folder } = await checkedNewsroom()
  tamper(db, sql)
  const said = problems(db, folder)
  expect(said.join('\n')).toMatch(sentence)
  expect(verifyRecord(db, folder).ok).toBe(false)
})

/** An article signed off and reopened, with a query answered and a second check given back. */
function signedNewsroom() {
  const db = newsroom()
  const cal = acting(db, 'cal')
  cal.addsEvidence(2, 'Road authority notice')
  const query = cal.asks(1, 'Who counted the dead?')
  answerQuery(db, cal.viewer, clear(cal.viewer, 'check', findClaim(db, cal.viewer, 1)), query, {
    answer: 'The hospital did.',
    answeredOn: '2026-03-02',
    answeredHow: 'By phone',
  })
  checkedByTwo(db)
  const edith = viewerIn(db, 'edith')
  const article = () => clear(edith, 'edit', findArticle(db, edith, 1))
  const { sha256: text } = currentVersion(db, { id: 1 })
  signOff(db, edith, article(), { sha256: text })
  reopen(db, edith, article(), { reason: 'The ministry called.' })
  signOff(db, edith, article(), { sha256: text })
  return db
}

test('a day of sign-offs, queries and second checks holds, and the last line says what is not covered', () => {
  const { ok, lines } = verifyRecord(signedNewsroom(), temporaryFolder())
  expect(lines.filter((line) => line.startsWith('Problem'))).toEqual([])
  expect(ok).toBe(true)
  expect(lines).toContain('Every sign-off and reopening is as the history recorded it.')
  expect(lines.at(-1)).toMatch(/^Not held against the history: .*their chains, the sources.*--head and --events/)
})

test.each([
  ['who signed off', 'UPDATE sign_offs SET signed_by = 1 WHERE id = 1', /sign-off 1 says something else/],
  ['when it was signed off', "UPDATE sign_offs SET signed_at = '2020' WHERE id = 2", /sign-off 2 says something else/],
  ['a reopening', "UPDATE sign_offs SET reopened_reason = '' WHERE id = 1", /the reopening of sign-off 1 is another now/],
  ['that it was reopened', "UPDATE sign_offs SET reopened_by = 2, reopened_at = 'now' WHERE id = 2", /sign-off 2 was reopened by no event/],
  ['a sign-off that disappeared', 'DELETE FROM sign_offs WHERE id = 2', /has 1 sign-offs now, but the history recorded 2/],
  ['the stance of evidence', "UPDATE evidence SET stance = 'contradicts'", /evidence 1 says something else now/],
  ['the words of evidence', "UPDATE evidence SET passage = 'open all night'", /evidence 1 says something else now/],
  ['the claim of evidence', 'UPDATE evidence SET claim_id = 3', /evidence 1 says something else now/],
  ['the source of evidence', 'UPDATE evidence SET source_id = 1', /evidence 1 comes from another source now/],
  ['a withdrawal', "UPDATE evidence SET withdrawn_at = 'now'", /evidence 1 was withdrawn by no event/],
  ['evidence that disappeared', 'DELETE FROM evidence', /evidence 1, of event \d+, is gone/],
  ['a question', "UPDATE queries SET question = 'Nothing?'", /query 1 says something else now/],
  ['an answer', "UPDATE queries SET answer = 'Nobody did.'", /the answer to query 1 is another now/],
  ['an answer that disappeared', 'UPDATE queries SET answer = NULL, recorded_at = NULL', /the answer to query 1 is another now/],
  ['who found it', 'UPDATE reviews SET reviewer_id = 2 WHERE id = 3', /finding 3 says something else now/],
  ['when it was found', "UPDATE reviews SET filed_at = '2020' WHERE id = 3", /finding 3 says something else now/],
  ['what a finding relied on', "UPDATE reviews SET relied_on = '[7]' WHERE id = 3", /finding 3 says something else now/],
  ['the claim of a finding', 'UPDATE reviews SET claim_id = 1 WHERE id = 3', /finding 3 says something else now/],
  ['who took a second check', 'UPDATE second_checks SET taken_by = 4 WHERE id = 1', /second check 1 says something else now/],
  [
    'that a second check was filed',
    "UPDATE second_checks SET filed_at = '2020' WHERE id = 1",
    /marked as filed, but its finding is not there/,
  ],
  ['a second check that disappeared', 'DELETE FROM second_checks WHERE id = 1', /second check 1, of event \d+, is gone/],
])('verify says so where somebody changed %s', (_, sql, sentence) => {
  const db = signedNewsroom()
  tamper(db, sql)
  expect(problems(db, temporaryFolder()).join('\n')).toMatch(sentence)
})

test('a text that was exchanged together with its SHA-256 is told by what the history recorded when it came in', async () => {
  const { db, folder } = await checkedNewsroom()
  const was = db.$client.prepare('SELECT sha256 FROM versions').pluck().get()
  write(db, (tx) => {
    record(tx, theProgram, {
      act: 'article.brought_in',
      subjects: ['article:1'],
      place: { articleId: 1, deskId: 1 },
      after: { version: 1, sha256: was },
    })
  })
  expect(verifyRecord(db, folder).ok).toBe(true)
  tamper(db, `UPDATE versions SET text = 'Another.', sha256 = '${sha256('Another.')}'`)
  expect(problems(db, folder)).toEqual([
    'Problem: version 1 of article 1 has another SHA-256 now than the history recorded when it came in.',
  ])
})

test('a rewritten chain that fits itself is told by the head that was printed', async () => {
  const { db, folder } = await checkedNewsroom()
  const printed = chainHead(db)
  write(db, (tx) => {
    record(tx, theProgram, { act: 'samples.brought_in', subjects: ['desk:1'], place: { deskId: 1 } })
  })
  expect(verifyRecord(db, folder, printed).lines).toContain('The head that was printed is contained unchanged; 1 event since.')

  for (const { name } of triggers) db.$client.exec(`DROP TRIGGER IF EXISTS ${name}`)
  let previous = '0'.repeat(64)
  for (const event of db.select().from(events).orderBy(events.id).all()) {
    const rewritten = { ...event, actorName: event.id === 3 ? 'Nobody' : event.actorName, previous }
    previous = digestOf(rewritten)
    db.$client
      .prepare('UPDATE events SET actor_name = ?, previous = ?, digest = ? WHERE id = ?')
      .run(rewritten.actorName, rewritten.previous, previous, event.id)
  }
  for (const trigger of triggers) db.$client.exec(trigger.sql)
  expect(verifyRecord(db, folder).ok).toBe(true)
  expect(verifyRecord(db, folder, printed).lines).toContain(
    `Problem: event ${printed.events} has another digest now than was printed: the past was rewritten.`,
  )
})

test('a record that ends before the printed head is told', async () => {
  const { db, folder } = await checkedNewsroom()
  const { events: last, digest } = chainHead(db)
  expect(verifyRecord(db, folder, { events: last + 4, digest }).lines.join('\n')).toMatch(
    /the record ends at event \d+, before event \d+ that was printed/,
  )
})

test('files that are missing, changed or unknown are told', async () => {
  const { db, folder, kept } = await checkedNewsroom()
  const place = pathOf(folder, kept.sha256)
  writeFileSync(place, 'the exact bytes of a notlce')
  expect(problems(db, folder)).toEqual([`Problem: file ${kept.sha256} was changed: it has another SHA-256 now.`])
  writeFileSync(place, 'short')
  expect(problems(db, folder).join()).toContain('it has 5 bytes now, not 27')

  const other = temporaryFolder()
  const stray = pathOf(other, sha256('stray'))
  mkdirSync(path.dirname(stray), { recursive: true })
  writeFileSync(stray, 'stray')
  const { lines } = verifyRecord(db, other)
  expect(lines).toContain(`Problem: file ${kept.sha256} is missing from the disk.`)
  expect(lines.join('\n')).toContain(
    `nothing refers to them: 1 file (an upload that was not finished; they can be deleted): ${sha256('stray')}`,
  )
})

test('a safeguard that is missing, changed or added is told', async () => {
  const { db, folder } = await checkedNewsroom()
  db.$client.exec(
    'DROP TRIGGER events_are_final; DROP TRIGGER events_are_kept; CREATE TRIGGER events_are_kept BEFORE DELETE ON events BEGIN SELECT 1; END; CREATE TRIGGER quiet AFTER INSERT ON events BEGIN SELECT 1; END',
  )
  expect(problems(db, folder).map((line) => line.slice(0, 60))).toEqual([
    expect.stringContaining('the safeguard events_are_final is missing'),
    expect.stringContaining('the safeguard events_are_kept in the'),
    expect.stringContaining('has a trigger quiet'),
  ])
})

test('many problems of one kind are counted, not all written out', () => {
  const db = newsroom()
  write(db, (tx) => {
    for (let i = 0; i < 50; i++) record(tx, theProgram, { act: 'samples.brought_in', subjects: ['desk:1'], place: { deskId: 1 } })
  })
  tamper(db, "UPDATE events SET actor_name = 'Nobody' WHERE id > 2")
  const said = problems(db, temporaryFolder())
  expect(said).toHaveLength(21)
  expect(said.at(-1)).toBe('Problem: and 30 more problems of this kind.')
})
