import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import ejs from 'ejs'
import { expect, test } from 'vitest'

const views = readdirSync('views', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ejs'))
const nameOf = (file: string): string => file.replace(/\.ejs$/, '')
const source = (file: string): string => readFileSync(`views/${file}`, 'utf8')

/** Turns each template into the TypeScript that EJS would make of it, and type-checks that against `Pages` and `Partials`. */
test('every view uses only what its page gives it, and every view has a page that names it', () => {
  const out = '.views-check'
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  for (const file of views) writeFileSync(`${out}/${nameOf(file).replaceAll('/', '.')}.ts`, asTypeScript(file))
  const listed = views.map(nameOf).filter((name) => name !== 'layout')
  const [partials, pages] = [true, false].map((wanted) => listed.filter((name) => path.basename(name).startsWith('_') === wanted))
  writeFileSync(
    `${out}/all.ts`,
    `
import type { Pages, Partials } from '../src/web/pages.ts'
type Exactly<A, B> = [A] extends [B] ? ([B] extends [A] ? true : { withoutFile: B }) : { withoutLine: A }
export const pages: Exactly<${union(pages)}, keyof Pages> = true
export const partials: Exactly<${union(partials)}, keyof Partials> = true
`,
  )
  writeFileSync(
    `${out}/tsconfig.json`,
    JSON.stringify({
      extends: '../tsconfig.json',
      compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
      include: ['*.ts'],
    }),
  )
  let complaints = ''
  try {
    execFileSync('node_modules/.bin/tsc', ['-p', out], { encoding: 'utf8' })
  } catch (error) {
    complaints = (error as { stdout: string }).stdout
  }
  expect(complaints).toBe('')
  rmSync(out, { recursive: true, force: true })
}, 120_000)

const union = (names: string[] | undefined): string => names?.map((name) => `'${name}'`).join(' | ') ?? 'never'

function asTypeScript(file: string): string {
  const name = nameOf(file)
  const locals = name === 'layout' ? 'Layout' : path.basename(name).startsWith('_') ? `Partials['${name}']` : `Pages['${name}']`
  // EJS's own, unpublished: pinned, and this test fails loudly if they go.
  const Template = (ejs as unknown as { Template: new (text: string, options: object) => { generateSource(): void; source: string } })
    .Template
  const template = new Template(source(file), { strict: true, localsName: 'page', compileDebug: false })
  template.generateSource()
  return `
import type { Layout, Pages, Partials } from '../src/web/pages.ts'
export type Uses = Layout | Pages | Partials
export function view(page: ${locals}, escapeFn: (value: string | number | null) => string, include: <P extends keyof Partials>(name: \`/\${P}\`, page: Partials[P]) => string): string {
  let __output = ''
  function __append(text: string): void { __output += text }
  ${template.source}
  return __output + String(escapeFn.length + include.length)
}`
}

test('templates decide nothing: no comparison, no condition in an expression, no arithmetic, no call but include', () => {
  for (const file of views) {
    for (const [, code] of source(file).matchAll(/<%[-=_]?([\s\S]*?)[-_]?%>/g)) {
      const bare = (code ?? '').replace(/'[^']*'/g, "''")
      expect(bare, file).not.toMatch(/===|!==|&&|\|\||\?|=>|[^=]>[^=]|\*|\+/)
      expect(bare.replace(/\binclude\(|\b(if|for) \(|\bif\(/g, ''), file).not.toMatch(/\w\(/)
    }
  }
})

test('nothing is printed unescaped but partials and the page body', () => {
  for (const file of views) {
    for (const [, code] of source(file).matchAll(/<%-([\s\S]*?)-?%>/g)) {
      expect(code?.trim(), file).toMatch(/^(include\('\/|page\.body$)/)
    }
  }
})

test('no template carries a style or a script of its own', () => {
  for (const file of views) expect(source(file), file).not.toMatch(/\sstyle=|<style|<script(?! src="\/app\.js")|\son[a-z]+="/)
})

test('every folder of views is a feature, or shared, or errors', () => {
  for (const folder of readdirSync('views', { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    expect(['shared', 'errors'].includes(folder.name) || existsSync(`src/${folder.name}`), folder.name).toBe(true)
  }
})
