import { readFileSync } from 'node:fs'

/** Addresses are bytes from the beginning of the kernel's memory. */
export type Address = number

/** The functions of the folder assembly, which says what they do. */
interface Functions {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number }
  place(
    ...args: [
      ...features: [keys: Address, count: number, from: Address, rowBytes: number],
      ...table: [hashes: Address, rows: Address, shift: number, displacements: Address, bucketShift: number],
      ...into: [scratch: Address],
    ]
  ): number
  weigh(
    ...args: [
      ...asked: [templates: Address, count: number, from: number, to: number, hashes: Address],
      ...weights: [table: Address, scale: number],
      ...scores: [base: Address, out: Address],
    ]
  ): void
  weighThree(
    ...args: [
      ...asked: [templates: Address, count: number, to: number, hashes: Address],
      ...weights: [table: Address, one: number, two: number, three: number],
      ...scores: [out: Address, apart: number],
    ]
  ): void
  wipe(...args: [...columns: [columns: Address, first: number, last: number], ...words: [n: number, reach: number, outside: number]]): void
  describe(...args: [...stretch: [columns: Address, bounds: Address, count: number], ...into: [joints: Address, scratch: Address]]): void
  secondLook(
    ...args: [...stretch: [columns: Address], ...opinion: [probabilities: Address, path: Address, n: number], ...into: [scratch: Address]]
  ): void
  frameLook(
    ...args: [
      ...stretch: [columns: Address, path: Address, n: number],
      ...cue: [from: number, to: number],
      ...window: [first: number, last: number],
      ...known: [probability: number, ruled: number],
    ]
  ): void
  marginals(
    ...args: [
      ...chain: [scores: Address, joints: Address, n: number],
      ...moves: [factors: Address, backwards: Address, begin: Address],
      ...into: [scratch: Address, out: Address],
    ]
  ): void
  bestPath(
    ...args: [
      ...chain: [scores: Address, joints: Address, n: number],
      ...moves: [moves: Address, begin: Address],
      ...into: [scratch: Address, out: Address],
    ]
  ): void
}

// The server's part of the language's library knows no WebAssembly; the browser's, which does, stays out of the build.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (program: object) => { exports: unknown }
}

/** The kernel and its memory. What is taken stays taken, but for what is only borrowed; it reads as noughts. */
export interface Kernel extends Functions {
  take(bytes: number): Address
  /** What is taken meanwhile is given back at the end. */
  borrow<T>(use: () => T): T
  takeInts(count: number): { at: Address; values: Int32Array }
  takeFloats(count: number): { at: Address; values: Float32Array }
  takeBytes(count: number): { at: Address; values: Uint8Array }
}

/** More than the model and the longest stretch need; only what is used becomes real memory. */
const PAGES = 1024
const PAGE_BYTES = 65_536

/** Starts the kernel: the reader's inner loops with a memory of their own. Throws when kernel.wasm is missing or no longer fits this code. */
export function startKernel(): Kernel {
  const program = new WebAssembly.Module(readFileSync(new URL('./kernel.wasm', import.meta.url)))
  const functions = new WebAssembly.Instance(program).exports as Functions
  functions.memory.grow(PAGES)
  const { buffer } = functions.memory
  // Nothing lies at nought.
  let free = PAGE_BYTES
  const take = (bytes: number): Address => {
    const at = free
    free += Math.ceil(bytes / 16) * 16
    if (free > buffer.byteLength) throw new Error(`The learned reader's memory is too small: ${free} bytes are needed`)
    return at
  }
  return {
    ...functions,
    take,
    borrow: (use) => {
      const from = free
      const result = use()
      new Uint8Array(buffer, from, free - from).fill(0)
      free = from
      return result
    },
    takeInts: (count) => {
      const at = take(count * 4)
      return { at, values: new Int32Array(buffer, at, count) }
    },
    takeFloats: (count) => {
      const at = take(count * 4)
      return { at, values: new Float32Array(buffer, at, count) }
    },
    takeBytes: (count) => {
      const at = take(count)
      return { at, values: new Uint8Array(buffer, at, count) }
    },
  }
}
