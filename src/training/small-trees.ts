import type { Boosted } from '../extraction/learned/decision.ts'
import { type BoostingOptions, trainBoosted } from './boosting.ts'
import type { Marked } from './marked-caveats.ts'

/** Something out of a marked text. */
interface OfText {
  text: Marked
}

/** What a model that was taught by the other lots of texts says of each example. */
export function unseen<Model, Example extends OfText, Said>(
  examples: readonly Example[],
  lots: number,
  teach: (examples: readonly Example[]) => Model,
  ask: (model: Model, example: Example) => Said,
): Map<Example, Said> {
  const texts = [...new Set(examples.map(({ text }) => text))]
  const lotOf = new Map(texts.map((text, k) => [text, k % lots]))
  const said = new Map<Example, Said>()
  for (let lot = 0; lot < lots; lot++) {
    const model = teach(examples.filter(({ text }) => lotOf.get(text) !== lot))
    for (const example of examples) if (lotOf.get(example.text) === lot) said.set(example, ask(model, example))
  }
  return said
}

/** The trees that tell the rows that are what is asked from those that are not. */
export function taught(judged: readonly { row: readonly number[]; is: boolean }[], settings: BoostingOptions): Boosted {
  const width = judged[0]?.row.length ?? 0
  const flat = new Float32Array(judged.length * width)
  for (const [k, { row }] of judged.entries()) flat.set(row, k * width)
  return trainBoosted(
    flat,
    width,
    Uint8Array.from(judged, ({ is }) => (is ? 1 : 0)),
    settings,
  )
}

/** Four decimals tell as much and keep the file small. */
export const rounded = ({ bias, trees }: Boosted): Boosted => ({
  bias: short(bias),
  trees: trees.map((tree) => ({ ...tree, threshold: tree.threshold.map(short) })),
})
const short = (value: number): number => Math.round(value * 1e4) / 1e4
