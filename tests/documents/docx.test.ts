import { expect, test } from 'vitest'
import { readDocument } from '../../src/documents/read.ts'
import { blocksOf, docx, fixture, refusal } from './files.ts'

test.each(['pandoc.docx', 'libreoffice.docx'])('%s: headings, table, list, footnote, comment, Arabic', async (name) => {
  const document = await readDocument(fixture(name), name)

  expect(document).toMatchObject({ format: 'docx', declared: {} })
  expect(blocksOf(document)).toEqual([
    ['heading1', 'Bridge over the Sarwan reopens'],
    ['heading1', 'Bridge over the Sarwan reopens after two years'],
    ['paragraph', 'By Lana Merivale'],
    [
      'paragraph',
      'The bridge over the Sarwan river reopened on Monday, the Ministry of Roads said. “It carries 4,200 vehicles a day,” engineer Tovin Hask told reporters.[1]',
    ],
    ['heading2', 'What it cost'],
    ['paragraph', 'The repair cost 12.5 million marks, which is more than planned according to the town’s treasurer.'],
    ['table', 'Year'],
    ['table', 'Vehicles'],
    ['table', '2021'],
    ['table', '3,900'],
    ['table', '2023'],
    ['table', '4,200'],
    ['quote', 'We never saw the money, a shopkeeper said.'],
    ['list_item', 'Two lanes are open'],
    ['list_item', 'One lane stays closed'],
    ['paragraph', 'قالت وزارة الطرق إن الجسر فُتح يوم الاثنين. وقال المهندس توفين هاسك إن الأعمال انتهت.'],
    ['paragraph', 'The last word went to the mayor.'],
    ['aside', '[1] Statement of the Ministry of Roads, 3 March 2025.'],
    ['aside', 'Comment [1]'],
    ['aside', 'Is this the final figure?'],
  ])
})

test('deletions that are tracked are left out, insertions are kept', async () => {
  const body =
    '<w:p><w:r><w:t>It cost </w:t></w:r><w:del><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins><w:r><w:t>twelve</w:t></w:r></w:ins></w:p>'
  expect((await readDocument(docx(body), 'tracked.docx')).text).toBe('It cost twelve')
})

test('markup nested beyond reason is refused or read, and nothing else', async () => {
  const nested = docx(
    `${'<w:sdt><w:sdtContent>'.repeat(30_000)}<w:p><w:r><w:t>deep</w:t></w:r></w:p>${'</w:sdtContent></w:sdt>'.repeat(30_000)}`,
  )
  expect((await refusal(() => readDocument(nested, 'nested.docx'))).reason).toBe('broken')
})
