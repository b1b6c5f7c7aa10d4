import { fileURLToPath } from 'node:url'

/** The compiled file of a thread, or, where the program runs from its sources, that source read through tsx. `file` is relative to `from`, without its ending. */
export function threadFile(from: string, file: string): { filename: string; execArgv: string[] } {
  if (!from.endsWith('.ts')) return { filename: fileURLToPath(new URL(`${file}.js`, from)), execArgv: [] }
  return {
    filename: fileURLToPath(new URL(`${file}.ts`, from)),
    execArgv: ['--import', new URL('./from-source.mjs', import.meta.url).href],
  }
}
