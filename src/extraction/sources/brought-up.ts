import type { Desk, Place } from './desk.ts'
import { isOutlet } from './outlet.ts'
import { resolveRecording } from './recording-sources.ts'
import type { Topic } from './topics.ts'

/** Notes that a source of the ledger speaks here, and gives its place back. */
export function spoke(desk: Desk, index: number, { sentence }: Pick<Place, 'sentence'>): number {
  desk.ledger.speaks(index, sentence)
  return index
}

/** The source that somebody or something brought up is, made if it has not spoken before; null for the outlet itself. */
export function topicIndex(desk: Desk, { mention }: Topic, { sentence }: Pick<Place, 'sentence'>): number | null {
  if (mention.kind === 'media') return resolveRecording(desk.ledger, desk.recordings, { ...mention }, sentence)
  return isOutlet(mention.name, desk.outlet) ? null : desk.ledger.resolve({ ...mention }, sentence)
}
