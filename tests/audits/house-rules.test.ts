import { expect, test } from 'vitest'
import { findBy, rules } from '../../src/audits/rules/rules.ts'
import { ruleSwitches, ruleWaivers } from '../../src/audits/rules/schema.ts'
import { secondChecks } from '../../src/claims/schema.ts'
import { serve } from '../support/app.ts'
import { newsroom, people } from '../support/newsroom.ts'
import { piecesFrom } from '../support/rule-cases.ts'
import { acting } from '../support/scene.ts'

const bare = 'Sources say the rink will close.'
const rink = `Skating rink may close by spring

The town's skating rink has lost money for three winters, the council's accounts show. ${bare}

“I learned to skate here,” said Petra Lund, a baker who lives opposite. Skaters have collected two thousand signatures.`

/** A newsroom with one more piece, in which a bare "sources say" stands, and whose desks want to know. */
const withRink = () => {
  const db = newsroom()
  db.insert(ruleSwitches)
    .values([1, 2].map((deskId) => ({ deskId, rule: 'bare-source', on: true })))
    .run()
  const [piece] = piecesFrom([rink], db)
  return { db, id: piece?.id ?? 0 }
}
const start = rink.indexOf(bare)

test('what a rule finds is shown down to the sentence, with whose rule it is; a reader sees it and waives nothing', async () => {
  const { db, id } = withRink()
  const app = await serve(db)
  const page = await app.text('idris', `/articles/${id}/rules`)
  expect(page).toContain(`id="bare-source-${start}"`)
  expect(page).toContain(bare)
  expect(page).toMatch(/A bare “source” <small>AP/)
  expect(page).not.toContain('Waive')
  expect((await app.post('idris', `/articles/${id}/rules/waivers`, { rule: 'bare-source', start, reason: 'Mine.' })).status).toBe(403)
  expect((await app.post('cal', `/articles/${id}/rules/waivers`, { rule: 'bare-source', start, reason: 'Mine.' })).status).toBe(403)
  expect((await app.get('olga', `/articles/${id}/rules`)).status).toBe(404)
  expect(await app.text('idris', `/articles/${id}/audit`)).toContain(`/articles/${id}/rules`)
})

test('an editor waives a finding with a reason, which stays with their name; lifted, it stands again', async () => {
  const { db, id } = withRink()
  const app = await serve(db)
  const to = `/articles/${id}/rules/waivers`
  const silent = await app.post('edith', to, { rule: 'bare-source', start, reason: ' ' })
  expect(silent.status).toBe(422)
  expect(await silent.text()).toContain('Say why it may stand')
  expect((await app.post('edith', to, { rule: 'bare-source', start: start + 1, reason: 'No.' })).status).toBe(409)
  expect((await app.post('edith', to, { rule: 'no-such-rule', start, reason: 'No.' })).status).toBe(409)
  expect((await app.post('edith', to, { rule: 'bare-source', start, reason: 'Two members of the board, known to me.' })).status).toBe(303)
  expect((await app.post('edith', to, { rule: 'bare-source', start, reason: 'Again.' })).status).toBe(409)
  const waived = await app.text('idris', `/articles/${id}/rules`)
  expect(waived).toMatch(/Waived by Edith, [^<]*: <bdi>Two members of the board, known to me\./)
  expect(await app.text('idris', '/audits/rules')).toMatch(
    /A bare “source”<\/a>[\s\S]*?Findings">1<[\s\S]*?answer for">0<[\s\S]*?Waived">1</,
  )
  expect(() => db.delete(ruleWaivers).run()).toThrow('lifted, never deleted')
  expect(() => db.update(ruleWaivers).set({ reason: 'Other.' }).run()).toThrow('lifted, never rewritten')
  expect((await app.post('olga', `${to}/lifting`, { waiver: 1 })).status).toBe(404)
  expect((await app.post('edith', `${to}/lifting`, { waiver: 1 })).status).toBe(303)
  expect((await app.post('edith', `${to}/lifting`, { waiver: 1 })).status).toBe(404)
  expect(await app.text('idris', `/articles/${id}/rules`)).not.toContain('Waived by')
  const history = await app.text('idris', '/history')
  expect(history).toContain('waived the rule “A bare “source””')
  expect(history).toContain('lifted the waiver of the rule')
})

test('a selection is held against the rules; what each found is listed with its piece', async () => {
  const { db, id } = withRink()
  const app = await serve(db)
  const page = await app.text('cal', '/audits/rules?publication=published')
  expect(page).toContain('0 of 1 piece with nothing to answer for.')
  const findings = await app.text('cal', '/audits/rules/findings?publication=published&figure=bare-source')
  expect(findings).toContain(`/articles/${id}/rules#bare-source-${start}`)
  expect(findings).toContain('Skating rink may close by spring')
  expect(await app.text('olga', '/audits/rules')).not.toContain('bare-source')
  expect(await app.text('olga', '/audits/rules/findings?figure=bare-source')).toContain('Nothing found here.')
  expect(await app.text('cal', '/audits/rules/findings?figure=nonsense')).toContain('No such rule')
  // A rule is about whole pieces: what narrows their claims changes nothing.
  expect(await app.text('cal', '/audits/rules/findings?outcome=verified&source=1&figure=bare-source')).toContain(bare)
})

test('an admin switches rules for their desk, and who did is on record', async () => {
  const { db, id } = withRink()
  const app = await serve(db)
  expect((await app.get('edith', '/desks/1/rules')).status).toBe(403)
  expect((await app.get('olga', '/desks/1/rules')).status).toBe(404)
  const page = await app.text('ada', '/desks/1/rules')
  for (const { id: rule } of rules) expect(page).toContain(`name="${rule}"`)
  const on = [...page.matchAll(/name="([\w-]+)" type="checkbox"[^>]* checked/g)].map(([, rule]) => rule ?? '')
  expect(on).toContain('bare-source')
  expect((await app.post('edith', '/desks/1/rules', Object.fromEntries(on.map((rule) => [rule, 'on'])))).status).toBe(403)
  expect(
    (await app.post('ada', '/desks/1/rules', Object.fromEntries(on.filter((rule) => rule !== 'bare-source').map((rule) => [rule, 'on']))))
      .status,
  ).toBe(303)
  expect(await app.text('idris', `/articles/${id}/rules`)).not.toContain('bare-source')
  expect(await app.text('ada', '/history')).toMatch(/switched the house rules of [\s\S]*?: off A bare “source”/)
  // The other desk keeps its own.
  expect(await app.text('olga', '/desks/2/rules')).toMatch(/name="bare-source" type="checkbox"[^>]* checked/)
})

test('rules that read records read no finding that is withheld from who looks', async () => {
  const db = newsroom()
  const app = await serve(db)
  acting(db, 'cal').finds(2, 'unverified', 'The engineers do not answer.', 'no_attribution')
  expect(await app.text('cal', '/articles/1/rules')).toContain('Unverified, but in our own voice')
  db.insert(secondChecks).values({ claimId: 2, takenBy: people.ruth.id, takenAt: '2026-03-02T10:00:00.000Z' }).run()
  expect(await app.text('ruth', '/articles/1/rules')).not.toContain('Unverified, but in our own voice')
  expect(await app.text('ruth', '/audits/rules')).not.toContain('Unverified, but in our own voice')
})

test('rules on wording leave copy in other languages alone', () => {
  const [arabic] = piecesFrom([
    'إغلاق حلبة التزلج\n\nقالت مصادر إن الحلبة ستغلق. وقال مسؤول كبير إن القرار كارثة.\n\nولم يذكر المسؤول سبباً لذلك القرار الذي أعلن يوم الاثنين.',
  ])
  expect(arabic?.language).toBe('ar')
  if (arabic) for (const rule of rules.filter(({ reads }) => reads === 'copy')) expect(findBy(rule, arabic), rule.id).toEqual([])
})

test.each([
  ['one word', 'a'.repeat(20_000)],
  ['words without end', 'a man said one of the '.repeat(2_000)],
  ['names without end', `A nurse, ${'Ana Orme '.repeat(3_000)} said`],
  ['commas', 'a, '.repeat(8_000)],
  ['quotation marks', '“'.repeat(5_000) + '”"'.repeat(5_000)],
  ['refusals', 'would not, declined to, was not, had yet to '.repeat(1_000)],
  ['media', 'local media in the national press of the '.repeat(1_000)],
])('no rule is stopped by %s', (_, text) => {
  const [piece] = piecesFrom([`A headline\n\nA source said ${text}.\n\nA spokesman declined to comment.`])
  for (const rule of rules) if (piece) expect(() => findBy(rule, piece), rule.id).not.toThrow()
})
