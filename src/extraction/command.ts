import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { UnreadableDocument } from '../documents/errors.ts'
import { readDocument } from '../documents/read.ts'
import { claimTable } from './pretty.ts'
import type { readArticle } from './read.ts'
import { loadReader } from './reader.ts'
import type { Block, Reading, ReadOptions } from './types.ts'

interface Flags {
  pretty?: boolean
  plain?: boolean
  outlet?: string
  seconds?: boolean
}

/** `linecheck extract`: one JSON object per file, one line each, to standard output. Exit code 2 when a file could not be read. */
export function extractCommand(): Command {
  return new Command('extract')
    .description('read articles and print their claims, sources and attributions as JSON Lines')
    .argument('<file...>', 'articles: .txt .md .html .docx')
    .option('--pretty', 'for people: the claims as a readable table')
    .option('--plain', 'the input is running prose: no parts, no furniture')
    .option('--outlet <name>', 'whose copy it is, so that the outlet is never a hop')
    .option('--seconds', 'add the time each article took')
    .action(extract)
}

/**
 * A process that reads a few dozen articles ends before most of its code has paid for being compiled with all the compiler's art. Waiting
 * longer for that, compiling regular expressions at once instead of interpreting them first, and the reader's functions while they are
 * loaded instead of interpreting each until it has proved busy, reads the first hundred articles a quarter faster, half as fast again on a
 * machine with one core.
 */
function expectAShortRun(): void {
  for (const flag of ['--interrupt-budget=500000', '--no-regexp-tier-up', '--no-lazy', '--always-sparkplug']) setFlagsFromString(flag)
}

async function extract(files: string[], flags: Flags): Promise<void> {
  expectAShortRun()
  const bar =
    files.length > 1 && process.stderr.isTTY ? new SingleBar({ format: '{bar} {value}/{total} {file}', stream: process.stderr }) : null
  // Loading is done before the first article's time is taken; the program's other commands never load the reader.
  const read = await loadReader()
  bar?.start(files.length, 0, { file: '' })
  for (const file of files) {
    bar?.update({ file: basename(file) })
    try {
      await print(await extractFile(read, file, flags))
    } catch (error) {
      bar?.stop()
      process.stderr.write(`linecheck: ${file}: ${reason(error)}\n`)
      process.exitCode = 2
    }
    bar?.increment()
  }
  bar?.stop()
}

/** Reads one file and returns its line, or its table with `--pretty`. Rejects when the file cannot be read. */
async function extractFile(read: typeof readArticle, file: string, flags: Flags): Promise<string> {
  const bytes = await readFile(file)
  const { text, blocks, counted, outlet } = await textOf(bytes, file)
  const started = performance.now()
  const reading = read(text, optionsOf(flags, blocks, outlet))
  const seconds = (performance.now() - started) / 1000
  const id = basename(file, extname(file))
  if (flags.pretty) return claimTable(id, text, reading)
  const line: { id: string; text?: string; seconds?: number } & Reading = {
    id,
    ...(counted ? {} : { text }),
    ...reading,
    ...(flags.seconds ? { seconds: Math.round(seconds * 1e4) / 1e4 } : {}),
  }
  return `${JSON.stringify(line)}\n`
}

/** The text that offsets count in; `counted` when it is the file itself, `outlet` when the document's metadata names one. */
interface CountedText {
  text: string
  blocks: Block[]
  counted: boolean
  outlet: string | undefined
}

/** Offsets count in the file decoded as UTF-8, its byte order mark included, wherever the file is plain text in UTF-8; else in the text made from it. */
async function textOf(bytes: Buffer, file: string): Promise<CountedText> {
  const document = await readDocument(bytes, basename(file))
  const outlet = document.declared.outlet
  const decoded = decodeUtf8(bytes)
  const isText = document.format === 'text' || document.format === 'markdown'
  if (isText && decoded !== null && /^utf-?8/iu.test(document.encoding)) {
    const shift = decoded === document.text ? 0 : decoded.endsWith(document.text) ? decoded.length - document.text.length : null
    if (shift !== null)
      return {
        text: decoded,
        blocks: document.blocks.map((block) => ({ ...block, start: block.start + shift, end: block.end + shift })),
        counted: true,
        outlet,
      }
    if (document.format === 'text') return { text: decoded, blocks: [], counted: true, outlet }
  }
  return { text: document.text, blocks: document.blocks, counted: decoded === document.text, outlet }
}

function decodeUtf8(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function optionsOf(flags: Flags, blocks: readonly Block[], declared: string | undefined): ReadOptions {
  const outlet = flags.outlet ?? declared
  return { ...(flags.plain ? { plain: true } : { blocks }), ...(outlet ? { outlet } : {}) }
}

/** Waits when the reader of the pipe is slower than we are. */
async function print(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await new Promise<void>((resolve) => process.stdout.once('drain', () => resolve()))
}

function reason(error: unknown): string {
  if (error instanceof UnreadableDocument) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT') return 'There is no such file.'
  if (code === 'EISDIR') return 'This is a folder, not a file.'
  if (code === 'EACCES') return 'The file may not be read.'
  return 'The file could not be read.'
}
