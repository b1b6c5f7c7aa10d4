import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clear } from '../../src/accounts/policy.ts'
import { currentVersion, findArticle, listSentences } from '../../src/articles/queries.ts'
import { makeClaim, mergeClaims, recutClaim, splitClaim } from '../../src/claims/cuts.ts'
import { confirmSentence, dropClaim, markNone } from '../../src/claims/decisions.ts'
import { splitSpans, tidySpans, wordingOf } from '../../src/claims/place.ts'
import { findClaim, findSentence, listClaims } from '../../src/claims/queries.ts'
import { snapshotOf } from '../../src/claims/snapshot.ts'
import { undoLatest } from '../../src/claims/undo.ts'
import type { Db } from '../../src/db/open.ts'
import { Refusal } from '../../src/errors.ts'
import type { Span } from '../../src/extraction/types.ts'
import { progressOn } from '../../src/reviews/queries.ts'
import { bridgeText, newsroom, viewerIn } from '../support/newsroom.ts'

const now = 1_000_000
type Step = { act: 'split' | 'merge' | 'trim' | 'make' | 'none' | 'confirm' | 'drop' | 'undo'; which: number; at: number; length: number }
const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('split', 'merge', 'trim', 'make', 'none', 'confirm', 'drop', 'undo'),
  which: fc.nat(30),
  at: fc.nat(bridgeText.length),
  length: fc.integer({ min: 1, max: 90 }),
})

/** Does one thing as Cal would; what is refused has changed nothing. */
function take(db: Db, { act, which, at, length }: Step): void {
  const cal = viewerIn(db, 'cal')
  const article = clear(cal, 'check', findArticle(db, cal, 1))
  const standing = listClaims(db, 1)
  const ledger = listSentences(db, 1)
  const chosen = standing[which % Math.max(1, standing.length)]
  const sentence = clear(cal, 'check', findSentence(db, cal, ledger[which % ledger.length]?.id ?? 0))
  const claim = chosen && clear(cal, 'check', findClaim(db, cal, chosen.id))
  if (act === 'undo') return undoLatest(db, cal, article)
  if (act === 'make') return void makeClaim(db, cal, article, { spans: [[at, at + length]] })
  if (act === 'none') return markNone(db, cal, sentence, 'opinion')
  if (act === 'confirm') return confirmSentence(db, cal, sentence)
  if (!claim) return
  if (act === 'split') return void splitClaim(db, cal, claim, { seen: now, at })
  if (act === 'merge') return void mergeClaims(db, cal, claim, { seen: now })
  if (act === 'trim') return recutClaim(db, cal, claim, { seen: now, spans: [[at, at + length]] })
  return dropClaim(db, cal, claim, { seen: now, reason: 'opinion', duplicateOf: null })
}

function whole(db: Db): void {
  for (const claim of listClaims(db, 1)) {
    expect(claim.spans.length).toBeGreaterThan(0)
    for (const { start, end, quoted, before, after } of claim.spans) {
      expect(bridgeText.slice(start, end)).toBe(quoted)
      expect(bridgeText.slice(0, start).endsWith(before) && bridgeText.slice(end).startsWith(after)).toBe(true)
    }
    expect(claim.wording).toBe(
      wordingOf(
        bridgeText,
        claim.spans.map(({ start, end }): Span => [start, end]),
      ),
    )
  }
  const progress = progressOn(db, 'everyone', { deskId: 1 }, currentVersion(db, { id: 1 }).id)
  expect(progress.sentencesDecided + progress.undecided.length).toBe(progress.sentencesTotal)
  expect(progress.sentencesTotal).toBe(9)
}

test('split, merge, trim, make, drop, decide and undo in any order keep coverage whole', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
      const db = newsroom()
      for (const one of steps) {
        try {
          take(db, one)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
        whole(db)
      }
    }),
    { numRuns: 60 },
  )
})

test('undoing every act leads back to the very beginning', () => {
  fc.assert(
    fc.property(
      fc.array(
        step.filter(({ act }) => act !== 'undo'),
        { minLength: 1, maxLength: 8 },
      ),
      (steps) => {
        const db = newsroom()
        const cal = viewerIn(db, 'cal')
        const ids = listClaims(db, 1).map((claim) => claim.id)
        const ledger = listSentences(db, 1).map((sentence) => sentence.id)
        const beginning = snapshotOf(db, ids, ledger)
        let done = 0
        for (const one of steps) {
          try {
            take(db, one)
            done++
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
          }
        }
        for (let left = done; left > 0; left--) undoLatest(db, cal, clear(cal, 'check', findArticle(db, cal, 1)))
        expect(snapshotOf(db, ids, ledger)).toEqual(beginning)
        expect(listClaims(db, 1).map((claim) => claim.id)).toEqual(ids)
      },
    ),
    { numRuns: 60 },
  )
})

test('for any text, tidied spans lie in it, apart and in order, and a split at any point loses no word', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 120 }),
      fc.array(fc.tuple(fc.integer({ min: -3, max: 130 }), fc.integer({ min: -3, max: 130 })), { maxLength: 5 }),
      fc.nat(130),
      (text, wild, at) => {
        const spans = tidySpans(text, wild)
        spans.forEach(([start, end], index) => {
          expect(start < end && start >= (spans[index - 1]?.[1] ?? 0) && end <= text.length).toBe(true)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(Buffer.from(text.slice(start, end)).toString()).toBe(text.slice(start, end))
        })
        const [left, right] = splitSpans(text, spans, at)
        const letters = (some: readonly Span[]): string =>
          some
            .map(([start, end]) => text.slice(start, end))
            .join('')
            .replace(/\s/gu, '')
        expect(letters([...left, ...right])).toBe(letters(spans))
      },
    ),
  )
})
