import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UnreadableDocument } from '../../src/documents/errors.ts'
import { readPaste } from '../../src/documents/paste.ts'
import { readDocument } from '../../src/documents/read.ts'
import type { ReadDocument } from '../../src/documents/types.ts'
import { fixture } from './files.ts'

const tags = [
  'p',
  'div',
  'h1',
  'li',
  'ul',
  'b',
  'a',
  'table',
  'tr',
  'td',
  'caption',
  'nav',
  'aside',
  'form',
  'button',
  'pre',
  'blockquote',
  'figcaption',
  'svg',
  'script',
  'title',
  'html',
  'body',
  'time',
  'select',
  'option',
  'template',
  'sup',
  'br',
  'hr',
  'math',
  '!doctype html',
  '!--',
  '?xml',
]
const piece = fc.oneof(
  fc.constantFrom(...tags).map((tag) => `<${tag}>`),
  fc.constantFrom(...tags).map((tag) => `</${tag}>`),
  fc.constantFrom(
    '<p hidden>',
    '<a role="doc-noteref">',
    '<div role="menu">',
    '<p style="mso-list:Ignore">',
    '-->',
    '&nbsp;',
    '&#0;',
    '&#xD800;',
    '&bogus;',
    '\r\n',
    '\t',
    '\ufeff',
    '\u00ad',
    '<',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.lorem({ maxCount: 3 }),
)
const page = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
const lines = fc
  .array(
    fc.oneof(
      fc.constantFrom('# ', '> ', '- ', '1. ', '|', '---', '===', '```', '\n', '\r\n', '\r', ' ', '[^1]: ', '\ufeff'),
      fc.lorem({ maxCount: 2 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''))

/** Blocks lie inside the text, in order, without overlapping, and neither begin nor end in white space. */
function checkBlocks({ text, blocks }: ReadDocument): void {
  let last = 0
  for (const { start, end } of blocks) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
    last = end
  }
}

/** Between blocks of a page there is nothing but white space. */
function checkWhole({ text, blocks }: ReadDocument): void {
  const left = blocks.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
  expect(left.trim()).toBe('')
}

async function readOrRefused(read: () => ReadDocument | Promise<ReadDocument>): Promise<ReadDocument | null> {
  try {
    return await read()
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableDocument)
    return null
  }
}

test('any rich paste is read whole or refused', () =>
  fc.assert(
    fc.asyncProperty(fc.string(), page, async (plain, html) => {
      const document = await readOrRefused(() => readPaste(plain, html))
      if (!document) return
      checkBlocks(document)
      if (document.format === 'html') checkWhole(document)
    }),
    { numRuns: 400 },
  ))

test('any plain paste with words is kept as it is', () =>
  fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (plain) => {
      const document = await readOrRefused(() => readPaste(plain, null))
      if (document) expect(document.text).toBe(plain)
    }),
    { numRuns: 300 },
  ))

test('any Markdown keeps its text, and its blocks lie in it', () =>
  fc.assert(
    fc.asyncProperty(lines, async (text) => {
      const document = await readOrRefused(() => readDocument(Buffer.from(text), 'a.md'))
      if (!document) return
      expect(document.text).toBe(text)
      checkBlocks(document)
    }),
    { numRuns: 400 },
  ))

test('any bytes under any name are read or refused', () =>
  fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a', 'a.exe', 'a.constructor', '.', ''),
      async (bytes, name) => {
        const document = await readOrRefused(() => readDocument(Buffer.from(bytes), name))
        if (document) checkBlocks(document)
      },
    ),
    { numRuns: 400 },
  ))

test('a DOCX file with a few bytes changed is read or refused', () => {
  const whole = fixture('libreoffice.docx')
  return fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), async (changes) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      const document = await readOrRefused(() => readDocument(bytes, 'a.docx'))
      if (document) checkBlocks(document)
    }),
    { numRuns: 60 },
  )
})
