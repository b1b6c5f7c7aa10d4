import type { Block } from '../extraction/types.ts'
import { maxTextBytes, tooMuchText } from './limits.ts'

/** What a stretch of markup is, and the table row it lies in, if any. */
export interface Setting {
  kind: Block['kind']
  level?: number | undefined
  row?: number | undefined
  /** What the markup calls the part of the page it stands in. */
  furniture?: Block['furniture'] | undefined
}

type Gap = '' | ' ' | '\n' | 'between words'

const space = /[ \t\n\v\f\r\u00a0]+/g
/** Invisible marks that would come between a word and whoever searches for it: soft hyphen, zero width space, byte order mark. */
const invisible = /[\u00ad\u200b\ufeff]/g

/** Writes the words of marked-up text one block after another, and remembers where each block lies. */
export class BlockWriter {
  readonly blocks: Block[] = []
  readonly #text: string[] = []
  #length = 0
  #line: string[] = []
  #last = ''
  #gap: Gap = ''
  #before: Setting | null = null
  #links = 0
  #linked = 0
  #inLink = 0

  /** Adds words to the current block; white space is one space, or nothing at its edges. */
  write(raw: string): void {
    const words = raw.replace(invisible, '').replace(space, ' ')
    const core = words.trim()
    if (words.startsWith(' ')) this.#widen(' ')
    if (core === '') return
    this.#fillGap(core)
    this.#add(core)
    if (words.endsWith(' ')) this.#gap = ' '
  }

  /** A line break inside the block. */
  breakLine(): void {
    this.#gap = '\n'
  }

  get atLineBreak(): boolean {
    return this.#gap === '\n'
  }

  /** Two things that a page sets apart by style alone: a space goes between them if letters would meet. */
  setApart(): void {
    if (this.#gap === '') this.#gap = 'between words'
  }

  openLink(): void {
    this.#inLink += 1
    this.#links += 1
  }

  closeLink(): void {
    this.#inLink = Math.max(0, this.#inLink - 1)
  }

  /** Ends the current block, if anything was written in it. */
  end(setting: Setting): void {
    const words = this.#line.join('')
    const row = this.#isRowOfLinks(words.length) && setting.kind === 'paragraph' ? ('menu' as const) : undefined
    const furniture = setting.furniture ?? row
    this.#line = []
    this.#links = 0
    this.#linked = 0
    this.#last = ''
    this.#gap = ''
    if (words === '') return

    const between = this.#separator(setting)
    const start = this.#length + between.length
    this.#length = start + words.length
    if (this.#length > maxTextBytes) throw tooMuchText()
    this.#text.push(between, words)
    this.blocks.push({
      start,
      end: this.#length,
      kind: setting.kind,
      ...(furniture && { furniture }),
      ...(setting.level && { level: setting.level }),
    })
    this.#before = setting
  }

  get text(): string {
    return this.#text.join('')
  }

  /** Blocks stand apart by a blank line; cells of a row by a tab; rows, and the items of a menu, by a new line. */
  #separator({ kind, row }: Setting): string {
    if (!this.#before) return ''
    if (kind !== this.#before.kind) return '\n\n'
    if (kind === 'table') return row !== undefined && row === this.#before.row ? '\t' : '\n'
    return kind === 'menu' ? '\n' : '\n\n'
  }

  #widen(gap: ' '): void {
    if (this.#gap !== '\n') this.#gap = gap
  }

  #fillGap(core: string): void {
    const gap = this.#gap
    this.#gap = ''
    if (gap === '' || this.#last === '') return
    if (gap !== 'between words') this.#add(gap)
    else if (/[\p{L}\p{N}]$/u.test(this.#last) && /^[\p{L}\p{N}]/u.test(core)) this.#add(' ')
  }

  /** Three links or more and hardly a word beside them: places to go, whatever the markup calls them. */
  #isRowOfLinks(length: number): boolean {
    return this.#links >= 3 && this.#linked >= length * 0.85
  }

  #add(piece: string): void {
    if (this.#inLink > 0) this.#linked += piece.length
    this.#line.push(piece)
    this.#last = piece.slice(-2)
  }
}
