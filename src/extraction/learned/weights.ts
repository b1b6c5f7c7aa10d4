import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { Boosted } from './decision.ts'
import { LABELS } from './labels.ts'

/** Features and their weights as they lie in the file: hashes in ascending order, seven whole numbers of one byte for each. */
export interface PackedRows {
  keys: Uint32Array
  states: Int8Array
}

/** A chain in the file: what it learned of questions that all chains ask of a word, what of its own, and of moves between labels. */
export interface PackedChain {
  words: PackedRows
  own: PackedRows
  /** What one whole number is worth. */
  scale: number
  moves: Float32Array
}

/** The three chains and the decision, as they lie in one file. */
export interface PackedModel {
  tagger: PackedChain
  second: PackedChain
  frames: PackedChain
  decision: Boosted
}

const CHAINS = ['tagger', 'second', 'frames'] as const
const FORMAT = 'linecheck-weights-1'

interface Head {
  format: string
  chains: { rows: { features: number; keyBytes: number }[]; scale: number; moves: number }[]
  decision: Boosted
}

/**
 * Packs a model into bytes: a head in JSON (its length first, 32 bits), then for each chain the hashes as differences of variable
 * length, the weights column by column, and the moves as 32-bit floats; all of it Brotli-compressed.
 */
export function packModel(model: PackedModel): Buffer {
  const parts: Buffer[] = []
  const head: Head = { format: FORMAT, chains: [], decision: model.decision }
  for (const name of CHAINS) {
    const { words, own, scale, moves } = model[name]
    const packed = [packRows(words), packRows(own)]
    head.chains.push({
      rows: packed.map(({ differences }, k) => ({ features: (k === 0 ? words : own).keys.length, keyBytes: differences.length })),
      scale,
      moves: moves.length,
    })
    for (const { differences, columns } of packed) parts.push(differences, columns)
    const floats = Buffer.alloc(moves.length * 4)
    for (const [k, value] of moves.entries()) floats.writeFloatLE(value, k * 4)
    parts.push(floats)
  }
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(json.length)
  const whole = Buffer.concat([length, json, ...parts])
  return brotliCompressSync(whole, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length },
  })
}

/** Unpacks what `packModel` packed. Throws when the bytes are something else. */
export function unpackModel(bytes: Buffer): PackedModel {
  const whole = brotliDecompressSync(bytes)
  const headLength = whole.readUInt32LE(0)
  const head = JSON.parse(whole.toString('utf8', 4, 4 + headLength)) as Head
  if (head.format !== FORMAT) throw new Error(`The weights are in the format "${head.format}"; this version reads "${FORMAT}"`)
  let at = 4 + headLength
  const chains = head.chains.map(({ rows, scale, moves }): PackedChain => {
    const [words, own] = rows.map(({ features, keyBytes }) => {
      const from = at
      at += keyBytes + features * LABELS
      return unpackRows(whole.subarray(from, at), features, keyBytes)
    })
    if (!words || !own) throw new Error('The weights are incomplete')
    const table = new Float32Array(moves)
    for (let k = 0; k < moves; k++) table[k] = whole.readFloatLE(at + k * 4)
    at += moves * 4
    return { words, own, scale, moves: table }
  })
  const [tagger, second, frames] = chains
  if (!tagger || !second || !frames) throw new Error('The weights are incomplete')
  return { tagger, second, frames, decision: head.decision }
}

function packRows({ keys, states }: PackedRows): { differences: Buffer; columns: Buffer } {
  const columns = Buffer.alloc(states.length)
  for (let label = 0; label < LABELS; label++)
    for (let row = 0; row < keys.length; row++) columns.writeInt8(states[row * LABELS + label] as number, label * keys.length + row)
  return { differences: variableLength(keys), columns }
}

function unpackRows(bytes: Uint8Array, features: number, keyBytes: number): PackedRows {
  const states = new Int8Array(features * LABELS)
  for (let label = 0; label < LABELS; label++)
    for (let row = 0; row < features; row++)
      states[row * LABELS + label] = ((bytes[keyBytes + label * features + row] as number) << 24) >> 24
  return { keys: fromVariableLength(bytes.subarray(0, keyBytes), features), states }
}

function variableLength(keys: Uint32Array): Buffer {
  const bytes: number[] = []
  let before = 0
  for (const key of keys) {
    let rest = key - before
    before = key
    while (rest >= 128) {
      bytes.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  return Buffer.from(bytes)
}

function fromVariableLength(bytes: Uint8Array, count: number): Uint32Array {
  const keys = new Uint32Array(count)
  let at = 0
  let key = 0
  for (let k = 0; k < count; k++) {
    let factor = 1
    let byte = bytes[at++] as number
    while (byte >= 128) {
      key += (byte - 128) * factor
      factor *= 128
      byte = bytes[at++] as number
    }
    key += byte * factor
    keys[k] = key
  }
  return keys
}
