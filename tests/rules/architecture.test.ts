import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

/** What a file imports at run time; types cost nothing and bind nothing. */
function imports(file: string): string[] {
  const text = readFileSync(`src/${file}`, 'utf8')
  return [...text.matchAll(/^(?:import|export) (?!type)[^'"]*?from '([^']+)'/gm), ...text.matchAll(/^import '([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  )
}
const folderOf = (file: string): string => file.split('/')[0] ?? ''
const targetOf = (file: string, target: string): string => path.posix.join(path.posix.dirname(file), target)

/** Work flows down this list: a folder may use those above it, never those below. */
const flow = [
  'events',
  'accounts',
  'documents',
  'extraction',
  'workers',
  'articles',
  'sources',
  'vault',
  'claims',
  'imports',
  'evidence',
  'reviews',
  'corrections',
  'history',
  'rechecks',
  'desk',
  'directory',
  'reports',
  'audits',
  'coding',
  'search',
  'samples',
  'commands',
  'training',
]

test('folders depend on each other only along the flow of work', () => {
  const against = files.flatMap((file) =>
    imports(file)
      .filter((target) => target.startsWith('.'))
      .flatMap((target) => {
        const [from, to] = [flow.indexOf(folderOf(file)), flow.indexOf(folderOf(targetOf(file, target)))]
        const arrow = `${file} → ${targetOf(file, target)}`
        return from >= 0 && to > from ? [arrow] : []
      }),
  )
  expect(against).toEqual([])
})

test('every folder of src has its place in the flow, or is one of the two technical ones', () => {
  const folders = new Set(files.filter((file) => file.includes('/')).map(folderOf))
  expect([...folders].filter((folder) => !flow.includes(folder) && folder !== 'db' && folder !== 'web')).toEqual([])
})

test('db and web know nothing of newsrooms', () => {
  const technical = files.filter((file) => /^(db|web)\//.test(file) && file !== 'db/schema.ts')
  for (const file of technical) {
    expect(
      imports(file).filter((target) => flow.includes(folderOf(targetOf(file, target)))),
      file,
    ).toEqual([])
  }
})

test('routes and pages speak no SQL; queries, verbs and pure modules speak no HTTP', () => {
  for (const file of files) {
    const name = path.posix.basename(file)
    if (/^(routes|pages)\.ts$|-(routes|page)\.ts$/.test(name))
      expect(
        imports(file).filter((target) => target.startsWith('drizzle-orm')),
        file,
      ).toEqual([])
    const speaksHttp =
      /^(web\/|app\.ts|server\.ts|dev\.ts)/.test(file) || /routes\.ts$|access\.ts$|desk-forms\.ts$|upload\.ts$|refused\.ts$/.test(name)
    if (!speaksHttp)
      expect(
        imports(file).filter((target) => ['express', 'multer', 'helmet'].includes(target)),
        file,
      ).toEqual([])
  }
})

test('the engine is pure: no database, no HTTP, no file, no clock', () => {
  for (const file of files.filter((one) => one.startsWith('extraction/') && !one.endsWith('command.ts'))) {
    expect(
      imports(file).filter((target) => /^(node:(?!url|path|fs|module|zlib)|express|drizzle|better-sqlite3)|\/db\/|\/web\//.test(target)),
      file,
    ).toEqual([])
    expect(readFileSync(`src/${file}`, 'utf8'), file).not.toMatch(/Date\.now|new Date\(\)|Math\.random|performance\.now/)
  }
})

test('only policy.ts clears a record for an act', () => {
  for (const file of files.filter((one) => one !== 'accounts/policy.ts')) {
    expect(readFileSync(`src/${file}`, 'utf8'), file).not.toMatch(/\bas (unknown as )?Cleared</)
  }
})

test('no file is left over, and none is so long that nobody reads it', () => {
  for (const file of files) {
    const text = readFileSync(`src/${file}`, 'utf8')
    expect(text, file).not.toMatch(/\b(TODO|FIXME|XXX)\b/)
    expect(text.split('\n').length - 1, `${file}: what are its two jobs?`).toBeLessThanOrEqual(file === 'vocabulary.ts' ? 400 : 320)
  }
})
