import type { listRatings } from '../sources/ratings.ts'
import { outcomeLabels, reliabilities, reliabilityLabels, saidLabels } from '../vocabulary.ts'
import { fieldsOf, optionsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { day, plural } from '../web/words.ts'
import type { listJudged } from './queries.ts'
import { recordOf } from './record.ts'

/** How far a source is to be relied on: what people say, and beside it, unmixed, what our own checks found. */
export interface ReliabilityPart {
  letter: string
  /** Who said so, when and why; null where nobody has rated yet. */
  rated: { facts: string; reason: string } | null
  earlier: { letter: string; facts: string; reason: string }[]
  record: { sample: string; said: string; so: string } | null
  form: { action: string; open: boolean; letter: SharedPartials['shared/_select']; reason: SharedPartials['shared/_textarea'] } | null
}

export interface ReliabilityShown {
  ratings: ReturnType<typeof listRatings>
  judged: ReturnType<typeof listJudged>
}

export function reliabilityPart(
  { ratings, judged }: ReliabilityShown,
  here: string,
  mayRate: boolean,
  refused: Refusals | null,
): ReliabilityPart {
  const [rated, ...before] = ratings.map((rating) => ({
    letter: reliabilityLabels[rating.letter],
    facts: `by ${rating.by}, ${day(rating.ratedAt)}`,
    reason: rating.reason,
  }))
  const { select, area } = fieldsOf('rating', refused)
  return {
    letter: rated?.letter ?? reliabilityLabels.f,
    rated: rated ?? null,
    earlier: before,
    record: recordWords(judged),
    form: mayRate
      ? {
          action: `${here}/rating`,
          open: refused !== null,
          letter: select(
            'letter',
            'Reliability',
            optionsOf(reliabilities, reliabilityLabels),
            ratings[0]?.letter ?? 'f',
            'Of the source, whatever it says this time.',
          ),
          reason: area('ratingReason', 'What it rests on', '', {
            rows: 2,
            required: true,
            hint: 'Seen by every desk that has met this source.',
          }),
        }
      : null,
  }
}

/** Counts with their sample, never a share or a score: who is quoted, and on what, is no fair draw. */
function recordWords({ judged, articles, of }: ReliabilityShown['judged']): ReliabilityPart['record'] {
  const { claims, said, so, withheld } = recordOf(judged)
  if (claims === 0) return null
  const counts = <K extends string>(found: readonly [K, number][], labels: Record<K, string>): string =>
    found.map(([word, total]) => `${labels[word].toLowerCase()} ${total}`).join(' · ')
  return {
    sample: [
      `${plural(claims, 'claim')} with a finding`,
      ...(of > articles ? [`in the newest ${articles} of ${of} checked articles`] : []),
      ...(withheld > 0 ? [`${withheld} withheld from you`] : []),
    ].join(' · '),
    said: counts(said, saidLabels) || 'nobody has answered yet',
    so: counts(so, outcomeLabels) || 'no outcome where it is the origin',
  }
}
