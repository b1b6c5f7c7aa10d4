import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]
const text = (file: string): string => readFileSync(file, 'utf8')

test('every setting that is read is described, and every one described is read', () => {
  const read = [...text('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1])
  const described = text('docs/self-hosting.md')
  expect(read.length).toBeGreaterThan(3)
  for (const name of read) expect(described, `${name} in docs/self-hosting.md`).toContain(`\`${name}\``)
})

test('every npm script that the docs name exists', () => {
  const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: object }).scripts)
  for (const page of pages) {
    for (const [, name] of text(page).matchAll(/npm run (?:--silent )?([a-z:-]+)/g))
      expect(scripts, `${page}: npm run ${name}`).toContain(name)
  }
})

test('every link inside the docs leads somewhere', () => {
  for (const page of pages) {
    for (const [, target = ''] of text(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)/g)) {
      expect(existsSync(path.join(path.dirname(page), target)), `${page} → ${target}`).toBe(true)
    }
  }
})

test('every source or test file that the architecture names exists', () => {
  for (const [, file = ''] of text('docs/architecture.md').matchAll(/`((?:src|tests|views|public)\/[\w./-]+)`/g))
    expect(existsSync(file), file).toBe(true)
})

test('nothing names another place than this project', () => {
  const files = ['src', 'views', 'public', 'docs', 'migrations']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
    .filter((file) => /\.(ts|mjs|js|ejs|css|md|sql|json)$/.test(file))
  for (const file of [...files, 'README.md', 'CHANGELOG.md', 'package.json'])
    expect(text(file), file).not.toMatch(/\.\.\/shared|\.library|\/work\/main|registry\.npmjs/)
})
