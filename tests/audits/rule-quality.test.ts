import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/audits/rules/rules.ts'
import { isStandard, measured } from '../../src/audits/rules/standard.ts'
import { markedRules, qualityOf, unseenCases } from '../support/rule-cases.ts'

/**
 * Every rule that reads wording is held against pieces marked from its definition before it was run, and not looked at while it was
 * made. `marked.test` of what is said of it: on its page, in the docs, and whether it comes on.
 */
describe.each(markedRules())('%s', (id) => {
  const cases = unseenCases(id)
  const quality = qualityOf(id, cases)

  test('is as good as the desk is told, and comes on only if it is good enough', () => {
    expect(cases.filter(({ at }) => at.length > 0).length).toBeGreaterThanOrEqual(20)
    expect(cases.filter(({ at }) => at.length === 0).length).toBeGreaterThanOrEqual(20)
    expect(measured[id]).toEqual(quality)
    expect(isStandard({ id, reads: 'copy' })).toBe(quality.precision >= 0.8)
  })

  test('stands in the docs with what was measured', () => {
    const percent = (share: number): string => `${Math.round(share * 100)} %`
    const row = readFileSync('docs/audits.md', 'utf8')
      .split('\n')
      .find((line) => line.includes(`\`${id}\``))
    expect(row).toContain(
      `| ${quality.cases} | ${percent(quality.precision)} | ${percent(quality.recall)} | ${quality.precision >= 0.8 ? 'on' : 'off'} |`,
    )
  })
})

test('no rule is said to have been measured that was not', () => {
  expect(Object.keys(measured).sort()).toEqual(markedRules().sort())
  const readsCopy = rules.filter(({ reads }) => reads === 'copy').map(({ id }) => id)
  expect(readsCopy).toEqual(expect.arrayContaining(markedRules()))
})
