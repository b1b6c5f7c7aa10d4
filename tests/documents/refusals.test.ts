import { describe, expect, test } from 'vitest'
import { maxFileBytes, maxTextBytes } from '../../src/documents/limits.ts'
import { readPaste } from '../../src/documents/paste.ts'
import { readDocument } from '../../src/documents/read.ts'
import { docx, fixture, refusal, zip } from './files.ts'

const pandoc = fixture('pandoc.docx')
const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024), Buffer.from('EncryptedPackage', 'utf16le')])
const word = (content: Buffer, more = {}) => zip([{ name: 'word/document.xml', content, ...more }])

describe('a file that cannot be read is refused with its reason and a sentence', () => {
  test.each<[name: string, bytes: Buffer, reason: string, words: string]>([
    ['empty.txt', Buffer.alloc(0), 'empty', 'empty'],
    ['blank.txt', Buffer.from(' \n\t\r\n'), 'empty', 'no text'],
    ['blank.html', Buffer.from('<p>&nbsp;</p><script>a()</script>'), 'empty', 'no text'],
    ['blank.docx', docx('<w:p/>'), 'empty', 'no text'],
    ['long.txt', Buffer.alloc(maxTextBytes + 1, 'a'), 'too_large', '2 MB'],
    ['long.html', Buffer.from(`<p>${'ئ'.repeat(maxTextBytes / 2 + 1)}`), 'too_large', '2 MB'],
    ['tags.html', Buffer.from('<i>x</i>'.repeat(200_000)), 'too_much_memory', 'too complicated'],
    ['attributes.html', Buffer.from(`<p ${'a/'.repeat(800_000)}>x`), 'too_much_memory', 'too complicated'],
    ['deep.html', Buffer.from('<div>'.repeat(2001) + 'x'), 'too_much_memory', '2,000 levels deep'],
    ['tags.docx', docx('<w:p></w:p>'.repeat(130_000)), 'too_much_memory', 'too complicated'],
    ['huge.docx', Buffer.alloc(maxFileBytes + 1), 'too_large', '20 MB'],
    ['really-a-png.txt', fixture('really-a-png.txt'), 'binary', 'a PNG picture'],
    ['really-a-pdf.txt', fixture('really-a-pdf.txt'), 'unknown_format', 'paste the text'],
    ['report.pdf', fixture('really-a-pdf.txt'), 'unknown_format', 'PDF'],
    ['zipped.txt', word(Buffer.from('x')), 'binary', 'a Word document'],
    ['zipped.md', zip([{ name: 'a.txt', content: Buffer.from('x') }]), 'binary', 'a ZIP archive'],
    ['rich.txt', Buffer.from('{\\rtf1\\ansi Bridge}'), 'binary', 'rich text'],
    ['nulls.txt', Buffer.from('The bridge\0reopened.'), 'binary', 'other than text'],
    ['noise.txt', Buffer.from('\x01\x02\x03abc\x04\x05'), 'binary', 'other than text'],
    ['libreoffice.doc', fixture('libreoffice.doc'), 'unknown_format', 'save it as .docx'],
    ['locked.docx', locked, 'unknown_format', 'password'],
    ['really-an-odt.docx', fixture('really-an-odt.docx'), 'broken', 'OpenDocument'],
    ['text.docx', Buffer.from('The bridge reopened.'), 'broken', 'not a Word document'],
    ['sheet.xlsx', zip([{ name: 'xl/workbook.xml', content: Buffer.from('x') }]), 'unknown_format', 'Excel'],
    ['figures.csv', Buffer.from('a,b'), 'unknown_format', '.csv'],
    ['story.constructor', Buffer.from('The bridge'), 'unknown_format', '.constructor'],
    ['archive.html', Buffer.from('MIME-Version: 1.0\r\n\r\n<p>x</p>'), 'unknown_format', 'web archive'],
    ['cut.docx', pandoc.subarray(0, pandoc.length - 3000), 'broken', 'damaged'],
    ['scrambled.docx', Buffer.concat([pandoc.subarray(0, 400), Buffer.alloc(200, 7), pandoc.subarray(600)]), 'broken', 'damaged'],
    ['no-xml.docx', word(Buffer.from('not xml at all')), 'broken', 'damaged'],
    ['zip-locked.docx', word(Buffer.from('x'), { flags: 1 }), 'unknown_format', 'password'],
    ['bomb.docx', word(Buffer.alloc(200 * 1024 * 1024)), 'too_large', 'unpacks'],
    ['lying-bomb.docx', word(Buffer.alloc(50 * 1024 * 1024), { claimedSize: 1000 }), 'too_large', 'unpacks'],
    [
      'many.docx',
      zip(Array.from({ length: 3000 }, (_, index) => ({ name: `${index}`, content: Buffer.alloc(0), method: 0 }))),
      'too_large',
      'unpacks',
    ],
    ['thin.docx', word(Buffer.alloc(15 * 1024 * 1024)), 'too_large', 'unpacks'],
  ])('%s', async (name, bytes, reason, words) => {
    const error = await refusal(() => readDocument(bytes, name))

    expect(error.reason).toBe(reason)
    expect(error.message).toContain(words)
    expect(error.message).toMatch(/^[A-Z].*\.$/)
  })

  test('a DOCX cut short anywhere is refused or read, and nothing else happens', async () => {
    for (let length = 1; length < pandoc.length; length += 487) {
      const error = await refusal(() => readDocument(pandoc.subarray(0, length), 'cut.docx'))
      expect(error.reason).toBe('broken')
    }
  })
})

describe('a paste that cannot be read', () => {
  test.each<[plain: string, html: string | null, reason: string]>([
    ['', null, 'empty'],
    ['  \n', '<img src="x">', 'empty'],
    ['x'.repeat(maxTextBytes + 1), null, 'too_large'],
    ['a\0b', null, 'binary'],
  ])('%#', async (plain, html, reason) => {
    expect((await refusal(() => readPaste(plain, html))).reason).toBe(reason)
  })
})

describe('a page whose elements stand too deep in one another', () => {
  test.each([
    ['plainly', '<div>'.repeat(120_000)],
    ['with tags that close only themselves in a picture', '<section/>'.repeat(120_000)],
    ['with the closing tags in attributes', '<div a="</div>">'.repeat(60_000)],
    ['by elements that close each other, in turns', '<p><li>'.repeat(60_000)],
    ['inside a picture', `<svg><foreignObject>${'<div/>'.repeat(100_000)}`],
    ['behind comments', '<div><!-->'.repeat(60_000)],
  ])('is refused at once: %s', (_, html) => {
    const began = Date.now()
    expect(() => readPaste('x', `${html}words`)).toThrow('This document is nested more than 2,000 levels deep')
    expect(Date.now() - began).toBeLessThan(1000)
  })

  test.each([
    ['2,000 levels', `${'<div>'.repeat(1990)}words${'</div>'.repeat(1990)}`],
    [
      'paragraphs, items and cells left open',
      `${'<p>words'.repeat(2100)}<ul>${'<li>words'.repeat(1000)}</ul><table>${'<tr><td>a<td>b'.repeat(900)}`,
    ],
    ['a picture of many strokes', `<p>words<svg>${'<path d="M0 0"/>'.repeat(3000)}</svg>`],
    ['a script that writes tags', `<p>words<script>${'a("<div>");'.repeat(3000)}</script>`],
    ['many breaks and pictures', `<p>${'words<br><img src="a=1>2" alt=\'x\'>'.repeat(3000)}`],
  ])('is told from one that only has many: %s', (_, html) => {
    expect(readPaste('', html).text).toContain('words')
  })
})

test('a text of more paragraphs than an article may have sentences is refused before it is read', () => {
  const sentence = 'This text has more than 5,000 sentences'
  expect(() => readPaste('It rained.\n\n'.repeat(5_001), null)).toThrow(sentence)
  expect(() => readPaste('x', '<p>It rained.'.repeat(5_001))).toThrow(sentence)
  expect(readPaste('It rained.\n\n'.repeat(5_000), null).text).toHaveLength(60_000)
  expect(readPaste('It rained.\n'.repeat(30_000), null).text).toHaveLength(330_000)
})
