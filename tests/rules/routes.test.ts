import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src/db/open.ts'
import { routes } from '../../src/routes.ts'
import { type Form, serve } from '../support/app.ts'
import { openAs } from '../support/browser.ts'
import { newsroom, type Person } from '../support/newsroom.ts'

/** Every route of the site map, and no test to write for a new one: who may come, who must see nothing, what a page must be. */

const closed = routes.filter((route) => route.access !== 'anyone')
/** The routes about something that lies on a desk: for another desk it must not exist. */
const ofADesk = closed.filter((route) => route.path.includes(':'))
const pages = routes.filter((route) => route.method === 'get' && !/\.(json|csv)$|\/file$|options$|^\/health$/.test(route.path))

let image: Buffer | undefined
/** One of everything, made once through the app itself, so that each id in a path is that of a thing on desk 1. */
async function filled() {
  if (image) return serve(openDatabase(image))
  const db = newsroom()
  const app = await serve(db)
  const evidence = new FormData()
  for (const [name, value] of Object.entries({ seen: '999', kind: 'file', stance: 'supports', basis: 'primary_record', title: 'Register' }))
    evidence.set(name, value)
  evidence.set('file', new Blob(['one line of a register\n']), 'register.txt')
  const made = [
    await app.post('cal', '/claims/1/evidence', evidence),
    await app.post('cal', '/claims/1/findings', {
      seen: 999,
      said: 'confirmed_relay',
      outcome: 'verified',
      confidence: 'high',
      reason: 'The register.',
    }),
    await app.post('cal', '/claims/2/queries', { seen: 999, question: 'Since when?' }),
    await app.post('ruth', '/claims/1/second-checks', { seen: 999 }),
  ]
  expect(made.map((answer) => answer.status)).toEqual([303, 303, 303, 303])
  image = db.$client.serialize()
  return serve(openDatabase(image))
}

const send = (app: Awaited<ReturnType<typeof serve>>, method: 'get' | 'post', who: Person, path: string, form: Form): Promise<Response> =>
  method === 'get' ? app.get(who, at(path)) : app.post(who, at(path), form)

const at = (path: string): string => path.replace(/:\w+/g, '1')

test('these doors stand open to strangers, and no others', () => {
  expect(routes.filter((route) => route.access === 'anyone').map((route) => `${route.method} ${route.path}`)).toEqual([
    'get /health',
    'get /setup',
    'post /setup',
    'get /join',
    'post /join',
    'post /join/account',
    'get /new-password',
    'post /new-password',
    'get /sign-in',
    'post /sign-in',
  ])
})

test('every other route sends a stranger to sign in', async () => {
  const app = await filled()
  for (const { method, path } of closed) {
    const answer = await app[method](null, at(path))
    expect([answer.status, answer.headers.get('location')?.split('?')[0]], `${method} ${path}`).toEqual([303, '/sign-in'])
  }
})

test('what lies on one desk does not exist for another, by any route', async () => {
  const app = await filled()
  for (const { method, path } of ofADesk) {
    const answer = await send(app, method, 'olga', path, {
      seen: 999,
      reason: 'opinion',
      question: 'x',
      sha256: 'x',
      at: 5,
      spans: '0-4',
      role: 'reader',
    })
    expect(answer.status, `${method} ${path}`).toBe(404)
    expect(await answer.text(), path).not.toMatch(/Orme|Varro|Meridian/)
  }
})

test('nor in any list, search, count or suggestion', async () => {
  const app = await filled()
  for (const path of [
    '/',
    '/?show=all',
    '/sources',
    '/search?q=bridge',
    '/search?q=Tarn',
    '/search?q=register',
    '/history',
    '/sources?q=Tarn',
  ]) {
    const html = await app.text('olga', path)
    expect(html, path).not.toMatch(/Orme|Varro|Meridian|Tarn news|register\.txt/)
  }
})

test('a reader may open every page of the desk and change nothing of it', async () => {
  const app = await filled()
  const own = /^\/(account|sign-out|join)/
  for (const { method, path } of closed.filter((route) => !own.test(route.path))) {
    const answer = await send(app, method, 'idris', path, { seen: 999 })
    const allowed = method === 'get' ? [200, 303, 403, 404, 409] : [403, 404, 409, 422]
    expect(allowed, `${method} ${path} answered ${answer.status}`).toContain(answer.status)
  }
})

test('no route falls over, whatever it is sent', async () => {
  const app = await filled()
  const rubbish = {
    seen: 'x',
    spans: '9-1',
    at: '99999999999',
    reason: '\u0000',
    role: 'emperor',
    kind: 'x',
    sha256: '0',
    pillar: 'x',
    who: '#999',
    position: '-1',
    question: '',
    text: '',
    deskId: '77',
  }
  for (const { method, path } of routes.filter((route) => route.path !== '/sign-out')) {
    for (const who of ['ada', 'cal'] as const) {
      const answer = await send(app, method, who, path, rubbish)
      expect(answer.status, `${method} ${path} for ${who}`).toBeLessThan(500)
    }
  }
  for (const path of [
    '/articles/0/desk',
    '/articles/1e9/desk',
    '/claims/-1',
    '/claims/99999999999999999999',
    '/articles/1/desk?claim=x&page[]=1',
    '/?page=-1',
    '/history?before=x',
    '/search?q=%22%27*',
    '/%E0%A4%A',
  ]) {
    expect((await app.get('ada', path)).status, path).toBeLessThan(500)
  }
})

test('a post that does not say where it comes from is refused, and so is one from another site', async () => {
  const app = await filled()
  for (const { path } of routes.filter((route) => route.method === 'post')) {
    expect(
      (await fetch(app.base + at(path), { method: 'POST', redirect: 'manual', headers: { cookie: app.cookieOf('ada') } })).status,
      path,
    ).toBe(403)
    expect((await app.post('ada', at(path), {}, { 'Sec-Fetch-Site': 'cross-site' })).status, path).toBe(403)
  }
})

test('every page is whole, valid HTML, kept by no cache and by nobody’s frame', async () => {
  const app = await filled()
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Ours are served from here: an integrity hash would guard nothing.
      'require-sri': 'off',
      // Taste, not validity.
      'long-title': 'off',
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'attribute-boolean-style': 'off',
      'no-inline-style': 'error',
      'prefer-native-element': 'off',
      'no-redundant-for': 'off',
      'doctype-style': 'off',
      'attr-quotes': 'off',
    },
  })
  const complaints: string[] = []
  for (const { path } of pages) {
    const answer = await app.get(
      path.startsWith('/setup') || path.startsWith('/join') || path === '/sign-in' || path === '/new-password' ? null : 'ada',
      at(path),
    )
    if (answer.status === 303) continue
    const html = await answer.text()
    expect(html, path).toMatch(/<title>.+ · Linecheck<\/title>/)
    expect(answer.headers.get('content-security-policy'), path).toMatch(/default-src 'none'.*script-src 'self'/)
    expect([answer.headers.get('cache-control'), answer.headers.get('x-content-type-options')], path).toEqual(['no-store', 'nosniff'])
    const report = validator.validateStringSync(html)
    complaints.push(
      ...report.results.flatMap((result) =>
        result.messages.map((message) => `${path}:${message.line} ${message.ruleId} ${message.message}`),
      ),
    )
  }
  expect([...new Set(complaints)]).toEqual([])
}, 60_000)

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

test.each([
  ['light', false],
  ['dark', true],
] as const)(
  'no page breaks an accessibility rule (%s)',
  async (_name, dark) => {
    const app = await filled()
    const visits: [Person | null, string][] = [
      ...pages.map((route): [Person | null, string] => [
        /^\/(setup|join|sign-in|new-password)/.test(route.path) ? null : 'ada',
        at(route.path),
      ]),
      ['ruth', '/articles/1/desk?claim=1'],
      ['cal', '/articles/1/desk?claim=2'],
      ['cal', '/articles/1/desk?claim=6'],
      ['cal', '/articles/1/desk?sentence=10'],
      ['idris', '/articles/1/desk'],
      ['edith', '/articles/1/desk?outcome=verified'],
    ]
    const found: string[] = []
    for (const who of new Set(visits.map(([person]) => person))) {
      const { page, complaints } = await openAs(app, who, { dark })
      for (const [, path] of visits.filter(([person]) => person === who)) {
        await page.goto(path)
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true
        })
        await page.evaluate(axe)
        const violations = await page.evaluate(async () => {
          const { violations } = await (
            window as unknown as {
              axe: { run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
            }
          ).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          return violations.map((one) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`)
        })
        found.push(...violations.map((one) => `${path} ${one}`))
      }
      found.push(...complaints)
    }
    expect(found).toEqual([])
  },
  180_000,
)
