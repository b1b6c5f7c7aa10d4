/** Steps of distance, in words, that features know. */
export const bucket = (d: number): number => (d <= 3 ? d : d <= 5 ? 4 : d <= 8 ? 5 : d <= 14 ? 6 : d <= 25 ? 7 : 8)

/** Finer steps, for the way between a cue and its words. */
export const fineBucket = (d: number): number => (d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 22 ? 8 : d <= 40 ? 9 : 10)

/** Steps of probability the features know. */
export const level = (p: number): number =>
  p < 0.02 ? 0 : p < 0.08 ? 1 : p < 0.2 ? 2 : p < 0.4 ? 3 : p < 0.6 ? 4 : p < 0.8 ? 5 : p < 0.95 ? 6 : 7
