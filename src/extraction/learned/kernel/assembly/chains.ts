/** Linear chains over words: probabilities, and the best path. */

const LANES: usize = 8

/** e to the power of four numbers that are nought or less: split into a power of two and a rest, for which six terms of the series do. */
function exp(x: v128): v128 {
  const bounded = f32x4.max(x, f32x4.splat(-80))
  const whole = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(Mathf.LOG2E)))
  const r = f32x4.sub(f32x4.sub(bounded, f32x4.mul(whole, f32x4.splat(0.693359375))), f32x4.mul(whole, f32x4.splat(-0.00021219444)))
  let sum = f32x4.add(f32x4.mul(r, f32x4.splat(1.0 / 720)), f32x4.splat(1.0 / 120))
  sum = f32x4.add(f32x4.mul(r, sum), f32x4.splat(1.0 / 24))
  sum = f32x4.add(f32x4.mul(r, sum), f32x4.splat(1.0 / 6))
  sum = f32x4.add(f32x4.mul(r, sum), f32x4.splat(0.5))
  sum = f32x4.add(f32x4.mul(r, sum), f32x4.splat(1))
  sum = f32x4.add(f32x4.mul(r, sum), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23)
  return f32x4.mul(sum, power)
}

function greatest(low: v128, high: v128): f32 {
  const m = f32x4.max(low, high)
  return max(max(f32x4.extract_lane(m, 0), f32x4.extract_lane(m, 1)), max(f32x4.extract_lane(m, 2), f32x4.extract_lane(m, 3)))
}

function total(low: v128, high: v128): f32 {
  const s = f32x4.add(low, high)
  return f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3)
}

/** Bytes of one joint's table of factors: eight lanes for each of the labels. */
const JOINT: usize = 8 * LANES * 4

/** The sum over labels of `vector[label]` times the label's row in a joint's table. */
function through(vector: usize, table: usize, high: usize): v128 {
  let sum = f32x4.splat(0)
  for (let x: usize = 0; x < 7; x++)
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(vector + (x << 2)), v128.load(table + (x << 5) + high)))
  return sum
}

/**
 * The probability of every label at each of `n` words (forward-backward), seven for each word, to `out`. `factors` holds a table from
 * label to label for each kind of joint, `backwards` the same turned over; after the last of them stands what may begin.
 * `scratch` needs 68 bytes for each word and 64 beside.
 */
export function marginals(
  scores: usize,
  joints: usize,
  n: i32,
  factors: usize,
  backwards: usize,
  begin: usize,
  scratch: usize,
  out: usize,
): void {
  const alpha = scratch
  const state = alpha + ((<usize>n) << 5)
  const inverse = state + ((<usize>n) << 5)
  for (let i: usize = 0; i < <usize>n; i++) {
    const row = scores + (i << 5)
    let low = v128.load(row)
    // The eighth lane holds no label.
    let high = f32x4.replace_lane(v128.load(row, 16), 3, -1e9)
    const top = f32x4.splat(greatest(low, high))
    low = exp(f32x4.sub(low, top))
    high = exp(f32x4.sub(high, top))
    const own = state + (i << 5)
    v128.store(own, low)
    v128.store(own, high, 16)
    if (i == 0) {
      low = f32x4.mul(low, v128.load(begin))
      high = f32x4.mul(high, v128.load(begin, 16))
    } else {
      const table = factors + <usize>load<u8>(joints + i) * JOINT
      const before = alpha + ((i - 1) << 5)
      low = f32x4.mul(low, through(before, table, 0))
      high = f32x4.mul(high, through(before, table, 16))
    }
    const share: f32 = 1 / total(low, high)
    store<f32>(inverse + (i << 2), share)
    v128.store(alpha + (i << 5), f32x4.mul(low, f32x4.splat(share)))
    v128.store(alpha + (i << 5), f32x4.mul(high, f32x4.splat(share)), 16)
  }
  const weighted = inverse + ((<usize>n) << 2)
  let betaLow = f32x4.splat(1)
  let betaHigh = f32x4.splat(1)
  for (let i: usize = <usize>n; i-- > 0; ) {
    const at = i << 5
    const lowOut = f32x4.mul(v128.load(alpha + at), betaLow)
    const highOut = f32x4.mul(v128.load(alpha + at, 16), betaHigh)
    const to = out + i * 28
    v128.store(to, lowOut)
    store<f32>(to, f32x4.extract_lane(highOut, 0), 16)
    store<f32>(to, f32x4.extract_lane(highOut, 1), 20)
    store<f32>(to, f32x4.extract_lane(highOut, 2), 24)
    if (i == 0) break
    const share = f32x4.splat(load<f32>(inverse + (i << 2)))
    v128.store(weighted, f32x4.mul(f32x4.mul(v128.load(state + at), betaLow), share))
    v128.store(weighted, f32x4.mul(f32x4.mul(v128.load(state + at, 16), betaHigh), share), 16)
    const table = backwards + <usize>load<u8>(joints + i) * JOINT
    betaLow = through(weighted, table, 0)
    betaHigh = through(weighted, table, 16)
  }
}

function best(vector: usize, table: usize, high: usize): v128 {
  let top = f32x4.splat(-Infinity)
  for (let x: usize = 0; x < 7; x++)
    top = f32x4.max(top, f32x4.add(v128.load32_splat(vector + (x << 2)), v128.load(table + (x << 5) + high)))
  return top
}

/**
 * The best path through `n` words (Viterbi 1967), one label a word, to `out`. `moves` holds a table from label to label for each kind of
 * joint, `begin` what a label costs at the first word. `scratch` needs 32 bytes for each word.
 */
export function bestPath(scores: usize, joints: usize, n: i32, moves: usize, begin: usize, scratch: usize, out: usize): void {
  for (let i: usize = 0; i < <usize>n; i++) {
    const at = i << 5
    let low = v128.load(begin)
    let high = v128.load(begin, 16)
    if (i > 0) {
      const table = moves + <usize>load<u8>(joints + i) * JOINT
      low = best(scratch + at - 32, table, 0)
      high = best(scratch + at - 32, table, 16)
    }
    v128.store(scratch + at, f32x4.add(low, v128.load(scores + at)))
    v128.store(scratch + at, f32x4.add(high, v128.load(scores + at, 16)), 16)
  }
  if (n == 0) return
  let label: usize = 0
  const lastRow = scratch + ((<usize>(n - 1)) << 5)
  for (let y: usize = 1; y < 7; y++) if (load<f32>(lastRow + (y << 2)) > load<f32>(lastRow + (label << 2))) label = y
  for (let i: usize = <usize>n; i-- > 0; ) {
    store<u8>(out + i, <u8>label)
    if (i == 0) break
    const table = moves + <usize>load<u8>(joints + i) * JOINT
    const before = scratch + ((i - 1) << 5)
    let from: usize = 0
    let top: f32 = -Infinity
    for (let x: usize = 0; x < 7; x++) {
      const value = load<f32>(before + (x << 2)) + load<f32>(table + (x << 5) + (label << 2))
      if (value > top) {
        top = value
        from = x
      }
    }
    label = from
  }
}
