import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { desks } from '../../src/accounts/schema.ts'
import { line, prose } from '../../src/web/forms.ts'
import { serve } from '../support/app.ts'
import { newsroom } from '../support/newsroom.ts'

test('a line holds no control character, no half of a character and no line break', () => {
  expect(line(100).parse(' a\u0000b\u0007 \tc\r\nd\u001b[31m e\ud800f\udc00 😀\u007f ')).toBe('ab c d[31m ef 😀')
})

test('prose keeps its lines and tabs, and loses the rest of it too', () => {
  expect(prose(100).parse('one\u0000\r\n\ttwo\u000b\u000c\u001b\rthree \ud83d 😀 نص ')).toBe('one\n\ttwo\nthree  😀 نص')
})

test('what is left when they are gone must still say something', async () => {
  const db = newsroom()
  const app = await serve(db)
  expect((await app.post('ada', '/desks/1/settings', { name: '\u0000\u0001', outlet: '', independentSources: 2 })).status).toBe(422)
  expect((await app.post('ada', '/desks/1/settings', { name: 'World\u0000 desk', outlet: '', independentSources: 2 })).status).toBe(303)
  expect(db.select().from(desks).where(eq(desks.id, 1)).get()?.name).toBe('World desk')
})
