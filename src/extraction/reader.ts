import type { readArticle } from './read.ts'

/**
 * Loads all that reading takes and returns the reader: its own modules and the English tagger (about 100 ms), the language identifier
 * (30 ms), the learned weights (150 ms). Reading loads what is missing by itself; whoever calls this first has no slow first article.
 */
export async function loadReader(): Promise<typeof readArticle> {
  const [reader, { learnedModel }] = await Promise.all([import('./read.ts'), import('./learned/load.ts')])
  learnedModel()
  return reader.readArticle
}
