import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { EVIDENCE, evidenceFor } from '../../src/extraction/caveats/doubts/evidence.ts'

test('the committed trees are what the marked texts teach, and on texts not seen they are right mostly', () => {
  const out = path.join(mkdtempSync(path.join(tmpdir(), 'linecheck-doubts-')), 'trees.json')
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const [, ...options] = (scripts['train:doubts'] ?? '').split(' ')
  const told = execFileSync('node_modules/.bin/tsx', [...options, '--out', out], { encoding: 'utf8' })
  expect(readFileSync(out).equals(readFileSync('src/extraction/caveats/doubts/trees.json'))).toBe(true)
  const [, all, found, right, words] = /copy: .* of (\d+) caveats in them (\d+) found; (\d+) of (\d+) words right/u.exec(told) ?? []
  expect(Number(found) / Number(all)).toBeGreaterThan(0.4)
  expect(Number(right) / Number(words)).toBeGreaterThan(0.8)
}, 120_000)

test('there are as many numbers as names for them', () => {
  expect(evidenceFor([], 0, 1, false)).toHaveLength(EVIDENCE.length)
})
