/** Rows in pieces small enough for one INSERT: a statement takes some 32,000 values, and a long article has more. */
export function* inPieces<T>(rows: readonly T[], size = 500): Generator<T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}
