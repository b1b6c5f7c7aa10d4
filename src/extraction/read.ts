import type { Reading, ReadOptions } from './types.ts'
import { identifyLanguage } from './language.ts'
import { layOut } from './layout.ts'

export function readArticle(text: string, options: ReadOptions = {}): Reading {
  const { language, direction } = identifyLanguage(text)
  const layout = layOut(text, options, language)
  return {
    language, direction, parts: layout.parts, furniture: layout.furniture,
    sentences: layout.sentences.map((s) => ({ start: s.start, end: s.end, claims: [], none: s.role === 'heading' ? 'heading' : null })),
    sources: [], attributions: [], claims: [], caveats: [], statements: [], conflicts: [],
  }
}
