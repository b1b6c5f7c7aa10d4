import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readArticle } from '../../src/extraction/read.ts'
import { type Figure, interleaved, perSecond, rounded } from './figures.ts'
import { root } from './server.ts'

const rounds = 9
const folder = path.join(root, 'tests/fixtures/articles/raw')

/** The engine over the articles of the tests, against cutting the same texts into sentences and doing nothing else. */
export async function engine(): Promise<Figure[]> {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const kinds = {
    read: () =>
      perSecond(1000, () => {
        for (const text of texts) readArticle(text)
      }) * texts.length,
    cut: () =>
      perSecond(300, () => {
        for (const text of texts) void [...segmenter.segment(text)]
      }) * texts.length,
  }
  await interleaved(1, kinds)
  const { read, cut } = await interleaved(rounds, kinds)
  const words = texts.join(' ').trim().split(/\s+/).length / texts.length
  const per1000 = (articles: number): string => rounded((1000 / articles) * (1000 / words))
  return [
    {
      what: `articles read a second, ${Math.round(words)} words each; baseline Intl.Segmenter`,
      value: rounded(read),
      baseline: rounded(cut),
      ratio: read / cut,
    },
    { what: 'milliseconds for 1,000 words; baseline Intl.Segmenter', value: per1000(read), baseline: per1000(cut) },
  ]
}
