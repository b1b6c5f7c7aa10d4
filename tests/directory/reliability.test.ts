import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Judged, recordOf } from '../../src/directory/record.ts'
import { secondChecks } from '../../src/claims/schema.ts'
import { events } from '../../src/events/schema.ts'
import { sourceMerges, sourceRatings } from '../../src/sources/schema.ts'
import { outcomes, saidFindings } from '../../src/vocabulary.ts'
import { serve } from '../support/app.ts'
import { newsroom, people } from '../support/newsroom.ts'
import { acting } from '../support/scene.ts'

test('a source is F until somebody rates it; every rating stays, with rater, day and reason', async () => {
  const db = newsroom()
  const app = await serve(db)
  expect(await app.text('idris', '/sources/1')).toContain('F · reliability cannot be judged')
  expect((await app.post('cal', '/sources/1/rating', { letter: 'b', ratingReason: 'Right in the floods of May.' })).status).toBe(303)
  expect((await app.post('ruth', '/sources/1/rating', { letter: 'd', ratingReason: 'Took the army’s word twice.' })).status).toBe(303)
  const page = await app.text('idris', '/sources/1')
  expect(page).toMatch(
    /<strong>D · not usually reliable<\/strong><\/p>\s*<p dir="auto">“Took the army’s word twice.”<\/p>\s*<p class="facts" dir="auto">by Ruth, /,
  )
  expect(page).toMatch(/Rated before[\s\S]*B · usually reliable[\s\S]*Right in the floods of May.[\s\S]*by Cal, /)
  expect(page).not.toContain('Rate it')
  expect(db.select().from(events).all().at(-1)).toMatchObject({ act: 'source.rated', subjects: ['source:1'], deskId: 1 })
  expect(await app.text('cal', '/history')).toContain('D · not usually reliable')
  expect(() => db.update(sourceRatings).set({ letter: 'a' }).run()).toThrow('never changed')
  expect(() => db.delete(sourceRatings).run()).toThrow('never deleted')
})

test('a letter needs its reason; a reader rates nothing, and another desk finds no such source', async () => {
  const db = newsroom()
  const app = await serve(db)
  const answer = await app.post('cal', '/sources/1/rating', { letter: 'e', ratingReason: ' ' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Say what the letter rests on')
  expect(page).toContain('<option value="e" selected>')
  expect((await app.post('cal', '/sources/1/rating', { letter: 'g', ratingReason: 'Worse.' })).status).toBe(422)
  expect((await app.post('idris', '/sources/1/rating', { letter: 'a', ratingReason: 'Mine.' })).status).toBe(403)
  expect((await app.post('olga', '/sources/1/rating', { letter: 'a', ratingReason: 'Mine.' })).status).toBe(404)
  expect(db.select().from(sourceRatings).all()).toEqual([])
})

test('two that are one show the ratings of both; parted, each its own', async () => {
  const db = newsroom()
  const app = await serve(db)
  await app.post('cal', '/sources/2/rating', { letter: 'c', ratingReason: 'Answers late.' })
  await app.post('cal', '/sources/3/rating', { letter: 'e', ratingReason: 'A party.' })
  const at = { mergedBy: people.cal.id, mergedAt: '2026-03-02T10:00:00.000Z' }
  db.insert(sourceMerges)
    .values({ sourceId: 3, intoId: 2, reason: 'One.', ...at })
    .run()
  expect(await app.text('cal', '/sources/2')).toMatch(/E · unreliable[\s\S]*Rated before[\s\S]*C · fairly reliable/)
  db.update(sourceMerges).set({ partedReason: 'Two.', partedBy: people.cal.id, partedAt: at.mergedAt }).run()
  expect(await app.text('cal', '/sources/2')).not.toContain('A party.')
})

test('what our checks found of a source stands beside the letter with its sample, and is withheld from one who checks second', async () => {
  const db = newsroom()
  const app = await serve(db)
  expect(await app.text('cal', '/sources/1')).not.toContain('Is it so?')
  const cal = acting(db, 'cal')
  cal.finds(1, 'not_checkable', 'Nobody can count them now.')
  cal.finds(3, 'unverified', 'No answer from the office.')
  const page = await app.text('cal', '/sources/1')
  expect(page).toContain('<dt>Said it?</dt><dd>relay only 2</dd>')
  // The agency is where claim 1 begins, and only passed claim 3 on.
  expect(page).toContain('<dt>Is it so?</dt><dd>not checkable 1</dd>')
  expect(page).toContain('2 claims with a finding')
  db.insert(secondChecks).values({ claimId: 1, takenBy: people.ruth.id, takenAt: '2026-03-02T10:00:00.000Z' }).run()
  const blind = await app.text('ruth', '/sources/1')
  expect(blind).not.toMatch(/not checkable 1|Nobody can count/)
  expect(blind).toContain('1 withheld from you')
  expect(blind).toContain('<dt>Said it?</dt><dd>relay only 1</dd>')
})

test('the record is what a plain loop counts, in whatever order the claims come', () => {
  const judged = fc.array(
    fc.record<Judged>({
      claimId: fc.integer({ min: 1, max: 6 }),
      origin: fc.boolean(),
      found: fc.constant(null),
    }),
  )
  const founds = fc.array(fc.option(fc.record({ said: fc.constantFrom(...saidFindings), outcome: fc.constantFrom(...outcomes) })), {
    minLength: 7,
    maxLength: 7,
  })
  fc.assert(
    fc.property(judged, founds, (hops, found) => {
      const all = hops.map((hop) => ({ ...hop, found: found[hop.claimId] ?? null }))
      const record = recordOf(all)
      expect(recordOf([...all].reverse())).toEqual(record)
      const ids = [...new Set(all.map((one) => one.claimId))]
      expect(record.claims).toBe(ids.length)
      expect(record.withheld).toBe(ids.filter((id) => found[id] === null).length)
      for (const word of saidFindings) {
        const slow = ids.filter((id) => found[id]?.said === word && word !== 'not_checked').length
        expect(new Map(record.said).get(word) ?? 0).toBe(slow)
      }
      for (const word of outcomes) {
        let slow = 0
        for (const id of ids)
          if (word !== 'not_checked' && found[id]?.outcome === word && all.some((one) => one.claimId === id && one.origin)) slow++
        expect(new Map(record.so).get(word) ?? 0).toBe(slow)
      }
    }),
  )
})
