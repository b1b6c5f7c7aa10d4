import { describe, expect, test } from 'vitest'
import { type Finding, type Grounds, missingFor } from '../../src/reviews/minimum.ts'
import { outcomes } from '../../src/vocabulary.ts'

const nothing: Grounds = { supporting: 0, conclusive: 0, contradicting: 0, independent: 0, hops: 1 }
const finding: Finding = { said: 'confirmed_relay', outcome: 'not_checked', confidence: 'medium', reason: 'Looked in the register.' }
const missing = (changed: Partial<Finding>, grounds: Partial<Grounds> = {}, sources = 2) =>
  missingFor({ ...finding, ...changed }, { ...nothing, ...grounds }, sources)

describe('the minimum for an outcome', () => {
  test('verified says what it needs when nothing supports it', () => {
    expect(missing({ outcome: 'verified' })).toEqual({
      outcome: 'Verified needs your own observation, a primary record, or two independent first-hand sources that support it.',
    })
  })

  test('verified is met by an own observation or a primary record, or by as many independent sources as the desk asks for', () => {
    expect(missing({ outcome: 'verified' }, { supporting: 1, conclusive: 1 })).toEqual({})
    expect(missing({ outcome: 'verified' }, { supporting: 2, independent: 2 })).toEqual({})
    expect(missing({ outcome: 'verified' }, { supporting: 5, independent: 1 })).toHaveProperty('outcome')
  })

  test('the desk’s own number of sources is asked for, in words', () => {
    expect(missing({ outcome: 'verified' }, { independent: 2 }, 3).outcome).toContain('three independent first-hand sources')
    expect(missing({ outcome: 'verified' }, {}, 1).outcome).toContain('a first-hand source that supports it')
    expect(missing({ outcome: 'verified' }, { independent: 1 }, 1)).toEqual({})
  })

  test('disputed needs evidence on both sides, and says which is not there', () => {
    expect(missing({ outcome: 'disputed' }).outcome).toContain('Neither is here yet')
    expect(missing({ outcome: 'disputed' }, { supporting: 1 }).outcome).toContain('What contradicts it is not here yet')
    expect(missing({ outcome: 'disputed' }, { contradicting: 1 }).outcome).toContain('What supports it is not here yet')
    expect(missing({ outcome: 'disputed' }, { supporting: 1, contradicting: 1 })).toEqual({})
  })

  test('contradicted needs evidence that contradicts', () => {
    expect(missing({ outcome: 'contradicted' }, { supporting: 3, conclusive: 3 })).toHaveProperty('outcome')
    expect(missing({ outcome: 'contradicted' }, { contradicting: 1 })).toEqual({})
  })

  const reasons = {
    partly_verified: 'which part stands',
    unverified: 'what was tried',
    missing_context: 'what context is missing',
    outdated: 'since when it is not',
    not_checkable: 'why it cannot be checked',
  } as const
  test.each(Object.entries(reasons))('%s needs a reason that says what it must', (outcome, words) => {
    expect(missing({ outcome: outcome as keyof typeof reasons, reason: '' }).reason).toContain(words)
    expect(missing({ outcome: outcome as keyof typeof reasons })).toEqual({})
  })

  test.each(outcomes.filter((outcome) => outcome !== 'not_checked'))('%s comes with a confidence and a sentence', (outcome) => {
    const all = { supporting: 2, conclusive: 1, contradicting: 1, independent: 2 }
    expect(Object.keys(missing({ outcome, confidence: null, reason: '' }, all))).toEqual(['reason', 'confidence'])
  })

  test('without an outcome, neither confidence nor reason is asked for', () => {
    expect(missing({ confidence: null, reason: '' })).toEqual({})
  })
})

describe('the minimum for “did they say it”', () => {
  test.each(['confirmed_original', 'confirmed_relay'] as const)('%s needs a chain', (said) => {
    expect(missing({ said }, { hops: 0 }).said).toContain('add them to the chain first')
    expect(missing({ said }, { hops: 1 })).toEqual({})
  })

  test('no attribution needs that there is none', () => {
    expect(missing({ said: 'no_attribution' }, { hops: 2 })).toHaveProperty('said')
    expect(missing({ said: 'no_attribution' }, { hops: 0 })).toEqual({})
  })

  test.each([
    ['altered', 'what was altered'],
    ['misattributed', 'who said it instead'],
    ['not_found', 'where you looked'],
  ] as const)('%s needs a reason', (said, words) => {
    expect(missing({ said, reason: '' }).reason).toContain(words)
    expect(missing({ said })).toEqual({})
  })
})
