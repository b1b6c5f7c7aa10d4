import { arabic } from './arabic/grammar.ts'
import type { Caveat } from './caveats/caveats.ts'
import type { Frame } from './frames/frames.ts'
import type { Judged } from './claims/kinds.ts'
import type { CopySentence } from './layout/layout.ts'
import type { Mention } from './sources/mentions.ts'
import type { Range } from './words/phrases.ts'
import { french } from './romance/french.ts'
import { grammarFrom } from './romance/grammar.ts'
import { spanish } from './romance/spanish.ts'
import type { Token } from './words/tokens.ts'
import type { FoundStatement } from './types.ts'

/**
 * What the engine knows of a language other than English. There is no tagger for these: words are read from tables, one language
 * each. Every function is pure, looks at one sentence, and never throws.
 */
export interface Grammar {
  /** The attributions of a sentence, in the order of their cues. */
  frames(s: readonly Token[]): Frame[]
  /** What a phrase in the place of a source says of it. */
  mention(s: readonly Token[], range: Range, printed: string): Mention
  caveat(sentence: CopySentence, ordinal: number): Caveat | null
  /** The assertions of a sentence: clauses with subjects of their own. A caveat's clause is one of them. */
  clauses(s: readonly Token[], frames: readonly Frame[], caveat: Range | null): Range[]
  judge(s: readonly Token[], piece: Range, content: Range, lemma: string | null): Judged
  /** Denials, refusals to comment and hedges. */
  statements: readonly (readonly [FoundStatement['kind'], RegExp])[]
}

const GRAMMARS = new Map<string, Grammar>([
  ['ar', arabic],
  ['arz', arabic],
  ['fr', grammarFrom(french)],
  ['es', grammarFrom(spanish)],
])

/** The rules for a language other than English; null where there are none, and then nothing is attributed to anybody. */
export const grammarOf = (language: string): Grammar | null => GRAMMARS.get(language) ?? null
