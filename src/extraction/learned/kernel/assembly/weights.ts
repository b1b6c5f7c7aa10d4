/** Questions asked of words, their answers looked up, and the weights of the answers added. */

/** Words whose features are hashed before they are looked up: as many as stay near the processor. */
const BLOCK: i32 = 64

// A table keeps the hashes of its features apart from their weights, so that they stay near the processor. Where a feature lies is worked
// out and never searched for: each belongs to a bucket, and each bucket has a displacement under which all of its features find a slot of
// their own (hash and displace, Pagh 1999). So looking one up takes no branch that the processor could guess wrong.

function bucketOf(key: u32, shift: i32): usize {
  return (key * 0x9e3779b1) >>> shift
}

function slotOf(key: u32, displacement: u32, shift: i32): usize {
  return ((key ^ (displacement * 0x9e3779b1)) * 0xc2b2ae35) >>> shift
}

/**
 * Puts `count` features into a table: hashes from `keys` on, weights of `rowBytes` each from `from` on. The table's hashes go to `hashes`,
 * its weights to `rows`, the displacements of its buckets to `displacements`, two bytes for each; all of them empty. `scratch` needs eight bytes for each
 * bucket and eight for each feature, and eight beside. False: it is too full.
 */
export function place(
  keys: usize,
  count: i32,
  from: usize,
  rowBytes: usize,
  hashes: usize,
  rows: usize,
  shift: i32,
  displacements: usize,
  bucketShift: i32,
  scratch: usize,
): bool {
  const buckets = 1 << (32 - bucketShift)
  // Features in the order of their buckets.
  const ends = scratch
  const sorted = ends + ((<usize>(buckets + 1)) << 2)
  memory.fill(ends, 0, (<usize>(buckets + 1)) << 2)
  for (let k = 0; k < count; k++) {
    const at = ends + (bucketOf(load<u32>(keys + ((<usize>k) << 2)), bucketShift) << 2)
    store<u32>(at, load<u32>(at, 4) + 1, 4)
  }
  for (let b: usize = 0; b < <usize>buckets; b++) {
    const at = ends + (b << 2)
    store<u32>(at, load<u32>(at) + load<u32>(at, 4), 4)
  }
  for (let k = 0; k < count; k++) {
    const at = ends + (bucketOf(load<u32>(keys + ((<usize>k) << 2)), bucketShift) << 2)
    const place = load<u32>(at)
    store<u32>(sorted + ((<usize>place) << 2), k)
    store<u32>(at, place + 1)
  }
  // The fullest buckets first, as long as there is room. What was the beginning of a bucket is its end now.
  for (let size = LARGEST; size > 0; size--) {
    for (let b = 0; b < buckets; b++) {
      const first = b == 0 ? 0 : load<u32>(ends + ((<usize>(b - 1)) << 2))
      const members = load<u32>(ends + ((<usize>b) << 2)) - first
      if (members != size && !(size == LARGEST && members > size)) continue
      const list = sorted + ((<usize>first) << 2)
      const displacement = displace(keys, list, members, hashes, shift)
      if (displacement < 0) return false
      store<u16>(displacements + ((<usize>b) << 1), <u16>displacement)
      for (let m: usize = 0; m < <usize>members; m++) {
        const k = <usize>load<u32>(list + (m << 2))
        const key = load<u32>(keys + (k << 2))
        memory.copy(rows + slotOf(key, displacement, shift) * rowBytes, from + k * rowBytes, rowBytes)
      }
    }
  }
  return true
}

/** Buckets are seldom fuller than this. */
const LARGEST: u32 = 24
const MOST_DISPLACEMENTS: i32 = 0xffff

/** Finds a displacement under which the features of a bucket all find an empty slot, and takes the slots; -1 when there is none. */
function displace(keys: usize, list: usize, members: u32, hashes: usize, shift: i32): i32 {
  for (let displacement = 0; displacement <= MOST_DISPLACEMENTS; displacement++) {
    let m: u32 = 0
    for (; m < members; m++) {
      const key = load<u32>(keys + ((<usize>load<u32>(list + ((<usize>m) << 2))) << 2))
      const slot = hashes + (slotOf(key, displacement, shift) << 2)
      if (load<u32>(slot) != 0) break
      store<u32>(slot, key)
    }
    if (m == members) return displacement
    // What was taken in vain is given back.
    while (m-- > 0) {
      const key = load<u32>(keys + ((<usize>load<u32>(list + ((<usize>m) << 2))) << 2))
      store<u32>(hashes + (slotOf(key, displacement, shift) << 2), 0)
    }
  }
  return -1
}

function mixed(hashes: v128, values: v128): v128 {
  let h = i32x4.mul(v128.xor(hashes, values), i32x4.splat(0x85ebca6b))
  h = v128.xor(h, i32x4.shr_u(h, 15))
  return v128.xor(i32x4.mul(h, i32x4.splat(0xc2b2ae35)), i32x4.shr_u(h, 13))
}

/** The hashed answers to all templates for `n` words from `from` on (and up to three more): a row of `BLOCK` for each template. */
function hash(templates: usize, count: i32, from: i32, n: i32, out: usize): void {
  let at = templates
  for (let t = 0; t < count; t++) {
    const seed = i32x4.splat(load<i32>(at))
    const parts = load<i32>(at, 4)
    for (let k = 0; k < n; k += 4) {
      const row = (<usize>(from + k)) << 2
      let h = seed
      for (let p = 0; p < parts; p++) h = mixed(h, v128.load(load<usize>(at + ((<usize>p) << 2), 8) + row))
      v128.store(out + ((<usize>(t * BLOCK + k)) << 2), h)
    }
    at += 8 + ((<usize>parts) << 2)
  }
}

/**
 * The address of a feature's weights; `none` where it is not known. The other arguments are what the table's head says: where its
 * hashes, its weights and its displacements lie, and how far to shift for a slot and for a bucket.
 */
function rowOf(
  hashes: usize,
  rows: usize,
  displacements: usize,
  shift: i32,
  bucketShift: i32,
  none: usize,
  rowBytes: usize,
  key: u32,
): usize {
  const displacement = load<u16>(displacements + (bucketOf(key, bucketShift) << 1))
  const slot = slotOf(key, displacement, shift)
  return select<usize>(rows + slot * rowBytes, none, load<u32>(hashes + (slot << 2)) == key)
}

function addScaled(base: usize, out: usize, sums: v128, scale: f32): void {
  const factor = f32x4.splat(scale)
  const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(sums))
  const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(sums))
  v128.store(out, f32x4.add(v128.load(base), f32x4.mul(low, factor)))
  v128.store(out, f32x4.add(v128.load(base, 16), f32x4.mul(high, factor)), 16)
}

/**
 * Asks `count` templates of the words `[from, to)` and adds the weights of the answers, times `scale`, to `base`: eight scores a word.
 * `base` and `out` begin with the word `from`, and may be the same.
 */
export function weigh(
  templates: usize,
  count: i32,
  from: i32,
  to: i32,
  hashes: usize,
  table: usize,
  scale: f32,
  base: usize,
  out: usize,
): void {
  const keys = load<usize>(table)
  const rows = load<usize>(table, 4)
  const displacements = load<usize>(table, 8)
  const shift = load<i32>(table, 12)
  const bucketShift = load<i32>(table, 16)
  const none = load<usize>(table, 20)
  for (let block = from; block < to; block += BLOCK) {
    const end = min(to - block, BLOCK)
    hash(templates, count, block, end, hashes)
    for (let k = 0; k < end; k++) {
      let sums = i16x8.splat(0)
      for (let t = 0; t < count; t++) {
        const key = load<u32>(hashes + ((<usize>(t * BLOCK + k)) << 2))
        sums = i16x8.add(sums, v128.load8x8_s(rowOf(keys, rows, displacements, shift, bucketShift, none, 8, key)))
      }
      const at = (<usize>(block - from + k)) << 5
      addScaled(base + at, out + at, sums, scale)
    }
  }
}

/** As `weigh`, for a table whose rows hold the weights of three chains: into three lots of scores, `apart` bytes from one to the next. */
export function weighThree(
  templates: usize,
  count: i32,
  to: i32,
  hashes: usize,
  table: usize,
  one: f32,
  two: f32,
  three: f32,
  out: usize,
  apart: usize,
): void {
  const keys = load<usize>(table)
  const rows = load<usize>(table, 4)
  const displacements = load<usize>(table, 8)
  const shift = load<i32>(table, 12)
  const bucketShift = load<i32>(table, 16)
  const none = load<usize>(table, 20)
  for (let block = 0; block < to; block += BLOCK) {
    const end = min(to - block, BLOCK)
    hash(templates, count, block, end, hashes)
    for (let k = 0; k < end; k++) {
      let a = i16x8.splat(0)
      let b = i16x8.splat(0)
      let c = i16x8.splat(0)
      for (let t = 0; t < count; t++) {
        const row = rowOf(keys, rows, displacements, shift, bucketShift, none, 24, load<u32>(hashes + ((<usize>(t * BLOCK + k)) << 2)))
        a = i16x8.add(a, v128.load8x8_s(row))
        b = i16x8.add(b, v128.load8x8_s(row, 8))
        c = i16x8.add(c, v128.load8x8_s(row, 16))
      }
      const at = out + ((<usize>(block + k)) << 5)
      addScaled(at, at, a, one)
      addScaled(at + apart, at + apart, b, two)
      addScaled(at + 2 * apart, at + 2 * apart, c, three)
    }
  }
}
