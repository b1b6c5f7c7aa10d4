import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { attributionsOf } from '../../src/extraction/frames/attributions.ts'
import { layOut } from '../../src/extraction/layout/layout.ts'
import { learnedAttributions } from '../../src/extraction/learned/attributions.ts'
import { readArticle } from '../../src/extraction/read.ts'
import { type Figure, interleaved, perSecond, rounded } from './figures.ts'
import { root } from './server.ts'

const rounds = 5
const folder = path.join(root, 'tests/fixtures/articles/raw')

/** The engine over the articles of the tests as running prose, whole and stage by stage, against the same engine with its rules only. */
export async function engine(): Promise<Figure[]> {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
  const laidOut = texts.map((text) => layOut(text, { plain: true }, 'en').sentences)
  const rules = laidOut.map((sentences) => attributionsOf(sentences))
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  const articles = (once: (k: number) => void) => (): number =>
    perSecond(500, () => {
      for (const k of texts.keys()) once(k)
    }) * texts.length
  const kinds = {
    whole: articles((k) => void readArticle(texts[k] ?? '', { plain: true })),
    rulesOnly: articles((k) => void readArticle(texts[k] ?? '', { plain: true, rulesOnly: true })),
    layout: articles((k) => void layOut(texts[k] ?? '', { plain: true }, 'en')),
    rules: articles((k) => void attributionsOf(laidOut[k] ?? [])),
    learned: articles((k) => void learnedAttributions(laidOut[k] ?? [], rules[k] ?? [])),
    cut: articles((k) => void [...segmenter.segment(texts[k] ?? '')]),
  }
  await interleaved(1, kinds)
  const seen = await interleaved(rounds, kinds)
  const words = texts.join(' ').trim().split(/\s+/u).length / texts.length
  const stage = (what: string, value: number): Figure => ({
    what: `milliseconds an article, ${what}; baseline the whole engine`,
    value: rounded(1000 / value),
    baseline: rounded(1000 / seen.whole),
    ratio: seen.whole / value,
  })
  return [
    {
      what: `articles read a second, ${Math.round(words)} words each; baseline the rules only`,
      value: rounded(seen.whole),
      baseline: rounded(seen.rulesOnly),
      ratio: seen.whole / seen.rulesOnly,
    },
    { what: 'the same; baseline Intl.Segmenter', value: rounded(seen.whole), baseline: rounded(seen.cut), ratio: seen.whole / seen.cut },
    stage('parts, sentences and words', seen.layout),
    stage('attributions by rules', seen.rules),
    stage('attributions by the learned reader', seen.learned),
  ]
}
