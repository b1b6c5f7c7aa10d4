import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readArticle } from '../../src/extraction/read.ts'

/** Sentences that only sound like a caveat: denials, refusals, findings, open investigations, orders and appointments. */
const none = JSON.parse(readFileSync('tests/fixtures/caveats/shapes/none.json', 'utf8')) as { text: string }[]

test.each(none.map(({ text }) => text))('no caveat: %s', (text) => expect(readArticle(text).caveats).toEqual([]))
