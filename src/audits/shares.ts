import type { Count } from './count.ts'
import type { Figure } from './figures.ts'
import { wilson } from './interval.ts'

/** A share as a page gives it: a bar, the number, its sample, and the way to what it counts. */
export interface Share {
  label: string
  href: string
  definition: string
  /** In hundredths of the bar. */
  part: number
  interval: { low: number; width: number } | null
  value: string
  /** "12 of 35 claims", "95 % interval 22 to 50 %", "5 confirmed". */
  sample: string
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`
const hundredths = (share: number): number => Math.round(share * 1000) / 10

/** The shares of some figures. `sampled`: they stand for more than was counted, and have an interval. */
export function sharesOf<Thing>(
  figures: readonly Figure<Thing>[],
  counts: Readonly<Record<string, Count>>,
  open: (figure: string) => string,
  sampled: boolean,
): Share[] {
  return figures.flatMap((figure) => {
    const count = counts[figure.id]
    return count ? [shareOf(figure, count, open(figure.id), sampled)] : []
  })
}

export function shareOf(
  { id, label, among, ofGaps }: Pick<Figure<never>, 'id' | 'label' | 'among' | 'ofGaps'>,
  { n, of, confirmed }: Count,
  href: string,
  sampled: boolean,
): Share {
  const interval = sampled ? wilson(n, of) : null
  return {
    label,
    href,
    definition: `/audits/definitions#${id}`,
    part: of === 0 ? 0 : hundredths(n / of),
    interval: interval && { low: hundredths(interval[0]), width: hundredths(interval[1] - interval[0]) },
    value: of === 0 ? '–' : percent(n / of),
    sample: [
      of === 0 ? `no ${among}` : `${n.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} ${among}`,
      ...(interval ? [`95 % interval ${Math.round(interval[0] * 100)} to ${percent(interval[1])}`] : []),
      ...(n === 0 || ofGaps ? [] : [confirmed === n ? 'all confirmed' : `${confirmed.toLocaleString('en-GB')} confirmed`]),
    ].join(' · '),
  }
}
