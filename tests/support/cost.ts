import { readArticle } from '../../src/extraction/read.ts'

/** How many times dearer ten copies of an article are than one; the best of four readings each, after one to warm up. */
export function tenCopiesOverOne(article: string): number {
  const cost = (text: string): number => {
    let best = Number.POSITIVE_INFINITY
    for (let k = 0; k < 4; k++) {
      const started = performance.now()
      readArticle(text)
      best = Math.min(best, performance.now() - started)
    }
    return best
  }
  cost(article)
  return cost(`${article}\n\n`.repeat(10)) / cost(article)
}

/** Generous, because other work shares the machine; a quadratic step would cost a hundred times. */
export const AT_MOST = 30
