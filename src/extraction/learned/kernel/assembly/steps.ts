/** The steps in which features know distances and probabilities. */

/** Steps of distance, in words. */
export function bucket(d: i32): i32 {
  return d <= 3 ? d : d <= 5 ? 4 : d <= 8 ? 5 : d <= 14 ? 6 : d <= 25 ? 7 : 8
}

/** Finer steps, for the way between a cue and its words. */
export function fineBucket(d: i32): i32 {
  return d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 22 ? 8 : d <= 40 ? 9 : 10
}

/** Steps of probability. */
export function level(p: f64): i32 {
  return p < 0.02 ? 0 : p < 0.08 ? 1 : p < 0.2 ? 2 : p < 0.4 ? 3 : p < 0.6 ? 4 : p < 0.8 ? 5 : p < 0.95 ? 6 : 7
}

/** Joins a number into a hash, as `mixed` of hash.ts. The order matters. */
export function mix(hash: i32, value: i32): i32 {
  let h: u32 = (hash ^ value) * 0x85ebca6b
  h ^= h >> 15
  return (h * 0xc2b2ae35) ^ (h >> 13)
}
