import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/documents/read.ts'
import { blocksOf, fixture } from './files.ts'

const arabic =
  'إعادة فتح جسر سروان بعد عامين\r\n\r\nقالت وزارة الطرق إن الجسر فُتح يوم الاثنين. ' +
  'وقال المهندس توفين هاسك «إن الأعمال انتهت» أمام الصحفيين، وإن الكلفة بلغت 12.5 مليون مارك.\r\n'
const english =
  'Bridge over the Sarwan reopens\r\n\r\n“It carries 4,200 vehicles a day,” engineer Tovin Hask told reporters' +
  ' – the repair’s cost was €12.5 million.\r\n'

describe('plain text is taken exactly as it is decoded', () => {
  test.each<[name: string, text: string, encoding: string]>([
    ['windows-1256.txt', arabic, 'windows-1256'],
    ['windows-1252.txt', english, 'windows-1252'],
    ['utf-16le.txt', `\ufeff${english}`, 'UTF-16LE'],
    ['utf-16be-unmarked.txt', arabic, 'UTF-16BE'],
  ])('%s', async (name, text, encoding) => {
    expect(await readDocument(fixture(name), name)).toEqual({ text, encoding, format: 'text', blocks: [], declared: {} })
  })

  test.each([
    '  The bridge\r\nreopened.\n\n\tIt is open.  \r\n',
    '\ufeffThe bridge reopened.',
    'کاتێک پردەکە کرایەوە، وەزیر گوتی: «تەواو بوو».',
    'One line\u2028and another\u00a0one\u200c 😀\u{1d49c}',
  ])('UTF-8: %j', async (text) => {
    const read = await readDocument(Buffer.from(text), 'story.txt')
    expect(read).toMatchObject({ text, encoding: 'UTF-8' })
  })

  test.each(['utf-16be', 'utf-32le', 'utf-32be'])('%s with a byte order mark, which stays', async (encoding) => {
    const bytes = iconv.encode(arabic, encoding, { addBOM: true })
    expect((await readDocument(bytes, 'story.txt')).text).toBe(`\ufeff${arabic}`)
  })

  test('one bad byte in UTF-8 does not turn the rest into another alphabet', async () => {
    const bytes = Buffer.concat([Buffer.from(arabic), Buffer.from([0xff]), Buffer.from(arabic)])
    expect((await readDocument(bytes, 'story.txt')).text).toBe(`${arabic}\ufffd${arabic}`)
  })

  test('a file without an ending is told by its content', async () => {
    expect((await readDocument(Buffer.from('The bridge reopened.'), 'story')).format).toBe('text')
    expect((await readDocument(Buffer.from('<!DOCTYPE html><p>The bridge'), 'story')).format).toBe('html')
  })
})

describe('Markdown keeps its text and says what its lines are', () => {
  const read = async (text: string) => readDocument(Buffer.from(text), 'story.md')

  test('a whole article', async () => {
    const bytes = fixture('article.md')
    const document = await readDocument(bytes, 'article.md')

    expect(document.text).toBe(bytes.toString())
    expect(document.declared).toEqual({ headline: 'Bridge over the Sarwan reopens' })
    expect(blocksOf(document).filter(([kind]) => kind !== 'paragraph')).toEqual([
      ['aside', '---\ntitle: Bridge over the Sarwan reopens\n---'],
      ['heading1', 'Bridge over the Sarwan reopens after two years'],
      ['heading2', 'What it cost'],
      ['table', 'Year'],
      ['table', 'Vehicles'],
      ['table', '2021'],
      ['table', '3,900'],
      ['table', '2023'],
      ['table', '4,200'],
      ['quote', 'We never saw the money, a shopkeeper said.'],
      ['list_item', 'Two lanes are open'],
      ['list_item', 'One lane stays closed'],
      ['aside', 'Statement of the Ministry of Roads, 3 March 2025.'],
    ])
  })

  test.each<[text: string, blocks: [string, string][]]>([
    [
      '\ufeff# The bridge ##\r\nIt is open.',
      [
        ['heading1', 'The bridge'],
        ['paragraph', 'It is open.'],
      ],
    ],
    [
      'The bridge\n===\nCost\n---\nx',
      [
        ['heading1', 'The bridge'],
        ['heading2', 'Cost'],
        ['paragraph', 'x'],
      ],
    ],
    ['It opened in\n2016. Then it closed.', [['paragraph', 'It opened in\n2016. Then it closed.']]],
    [
      '1. One\n2) Two\n   and more\n\nEnd',
      [
        ['list_item', 'One'],
        ['list_item', 'Two\n   and more'],
        ['paragraph', 'End'],
      ],
    ],
    [
      '> One\n> two\n\nEnd',
      [
        ['quote', 'One\n> two'],
        ['paragraph', 'End'],
      ],
    ],
    [
      'a\n\n***\n\n```\n# code\n```\nb',
      [
        ['paragraph', 'a'],
        ['aside', '# code'],
        ['paragraph', 'b'],
      ],
    ],
    ['#hashtag #x', [['paragraph', '#hashtag #x']]],
    ['---\nno end', [['paragraph', 'no end']]],
  ])('%j', async (text, blocks) => {
    expect(blocksOf(await read(text))).toEqual(blocks)
  })
})
