/** One line of what is printed: a figure, and where there is one its baseline from the same run. */
export interface Figure {
  what: string
  value: string
  baseline?: string
  ratio?: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2
}

/** Takes each measure in turn, round after round, so that whatever else the machine does falls on all of them alike. The medians. */
export async function interleaved<Name extends string>(
  rounds: number,
  measures: Record<Name, () => number | Promise<number>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(measures) as Name[]
  const taken = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) taken.get(name)?.push(await measures[name]())
  }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<Name, number>
}

/** How often a second `work` can be done, by doing it over and over for so many milliseconds. */
export function perSecond(milliseconds: number, work: () => void): number {
  const from = performance.now()
  let times = 0
  let passed: number
  do {
    work()
    times += 1
    passed = performance.now() - from
  } while (passed < milliseconds)
  return (times * 1000) / passed
}

/** A number for people: three figures that matter, thousands apart. */
export const rounded = (value: number): string => {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

export function table(figures: readonly Figure[]): string {
  const rows = [
    ['', 'Linecheck', 'baseline', 'ratio'],
    ...figures.map(({ what, value, baseline, ratio }) => [what, value, baseline ?? '', ratio === undefined ? '' : ratio.toFixed(3)]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
