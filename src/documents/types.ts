import type { Block } from '../extraction/types.ts'

/** A file or a paste, turned into the exact text that is stored and counted in. */
export interface ReadDocument {
  text: string
  /** What the markup said of stretches of the text; empty for plain text. */
  blocks: Block[]
  format: 'text' | 'markdown' | 'html' | 'docx'
  /** How the bytes were decoded, e.g. `UTF-8`, `windows-1256`. */
  encoding: string
  /** What the document says of itself (metadata, not recognised from its prose). */
  declared: { headline?: string; byline?: string; outlet?: string; url?: string; publishedAt?: string; language?: string }
}
