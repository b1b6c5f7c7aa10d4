import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { tiedOf } from '../../src/extraction/caveats/links/links.ts'

test('the committed trees are what the marked texts teach, and they tie better than the rules do on texts not seen', () => {
  const out = path.join(mkdtempSync(path.join(tmpdir(), 'linecheck-links-')), 'trees.json')
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const [, ...options] = (scripts['train:caveats'] ?? '').split(' ')
  const told = execFileSync('node_modules/.bin/tsx', [...options, '--out', out, '--lots', '2'], { encoding: 'utf8' })
  expect(readFileSync(out).equals(readFileSync('src/extraction/caveats/links/trees.json'))).toBe(true)
  const recall = (line: string): number => Number(new RegExp(`${line}: \\d+ caveats, recall ([\\d.]+)`, 'u').exec(told)?.[1])
  expect(recall('copy, rules and what the other texts teach')).toBeGreaterThan(recall('copy, rules') + 0.1)
}, 300_000)

test('rules keep what is not unlikely, learning adds what is likely, and something is always tied', () => {
  expect(tiedOf([0.35, 0.9, 0.4], [true, false, false])).toEqual([0, 1])
  expect(tiedOf([0.01, 0.35, 0.2], [true, false, false])).toEqual([1])
  expect(tiedOf([0.01, 0.2, 0.1], [true, false, false])).toEqual([1])
  expect(tiedOf([], [])).toEqual([])
})
