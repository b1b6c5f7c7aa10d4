import { readdirSync, readFileSync } from 'node:fs'
import { clear } from '../../src/accounts/policy.ts'
import { findArticle } from '../../src/articles/queries.ts'
import { everything } from '../../src/audits/selection.ts'
import { rulePiecesOf } from '../../src/audits/rules/gather.ts'
import type { RulePiece } from '../../src/audits/rules/piece.ts'
import { findBy, rules } from '../../src/audits/rules/rules.ts'
import { splitArticle } from '../../src/claims/split-article.ts'
import type { Quality } from '../../src/audits/rules/standard.ts'
import type { Db } from '../../src/db/open.ts'
import { readArticle } from '../../src/extraction/read.ts'
import { articleTo } from '../articles/scene.ts'
import { newsroom, viewerIn } from './newsroom.ts'

/** A small piece of news marked for one rule: the passages that it should find, none for a look-alike, `*` for the whole piece. */
export interface RuleCase {
  text: string
  at: string[]
  why: string
}

const folder = 'tests/fixtures/policy'
export const markedRules = (): string[] =>
  readdirSync(`${folder}/unseen`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace('.json', ''))
export const casesOf = (file: string): RuleCase[] => JSON.parse(readFileSync(`${folder}/${file}.json`, 'utf8')) as RuleCase[]

/** The cases that nobody looked at while the rule was made. */
export const unseenCases = (rule: string): RuleCase[] => casesOf(`unseen/${rule}`)

/** What a rule makes of marked cases, as the desk is told it: shares to the hundredth. */
export function qualityOf(rule: string, cases: readonly RuleCase[]): Quality {
  const { right, wrong, missed } = tryRule(rule, cases)
  const marked = cases.filter(({ at }) => at.length > 0).length
  const share = (part: number, of: number): number => Math.round((100 * part) / of) / 100
  return { precision: share(right, right + wrong.length), recall: share(marked - missed.length, marked), cases: cases.length }
}

/** Brings texts in as a checker does, splits them into claims as the engine suggests, and returns them as rules read them. */
export function piecesFrom(texts: readonly string[], db: Db = newsroom()): RulePiece[] {
  const viewer = viewerIn(db, 'cal')
  const ids = texts.map((text) => {
    const { id } = articleTo(db, { text, publication: 'published' })
    splitArticle(db, viewer, clear(viewer, 'check', findArticle(db, viewer, id)), readArticle(text))
    return id
  })
  const pieces = new Map([...rulePiecesOf(db, viewer, everything)].flat().map((piece) => [piece.id, piece]))
  return ids.flatMap((id) => pieces.get(id) ?? [])
}

interface Tried {
  right: number
  wrong: { case: RuleCase; quoted: string }[]
  missed: RuleCase[]
}

/** What a rule makes of cases: findings where one is marked, findings where none is, and marked passages it did not find. */
function tryRule(id: string, cases: readonly RuleCase[]): Tried {
  const rule = rules.find((one) => one.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  const pieces = piecesFrom(cases.map(({ text }) => text))
  const tried: Tried = { right: 0, wrong: [], missed: [] }
  for (const [k, one] of cases.entries()) {
    const piece = pieces[k]
    if (!piece) throw new Error('a case was not read')
    const found = findBy(rule, piece)
    let hit = false
    for (const { start, end } of found) {
      const marked = one.at.some((words) => (words === '*' ? end === 0 : start <= one.text.indexOf(words) && one.text.indexOf(words) < end))
      if (marked) {
        tried.right++
        hit = true
      } else tried.wrong.push({ case: one, quoted: end === 0 ? 'the whole piece' : one.text.slice(start, end) })
    }
    if (!hit && one.at.length > 0) tried.missed.push(one)
  }
  return tried
}
