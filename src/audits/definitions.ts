import { rules } from './rules/rules.ts'
import { measuredWords } from './rules/standard.ts'
import { claimFigures, pieceFigures } from './figures.ts'

export interface Definition {
  id: string
  label: string
  /** "of attributed claims"; empty where the figure is no share. */
  among: string
  words: string
}

/** Every figure of an audit with what exactly it counts: the one place for it, shown in the app and carried by every export. */
export const definitions: readonly { title: string; all: readonly Definition[] }[] = [
  {
    title: 'What is counted at all',
    all: [
      {
        id: 'claim',
        label: 'A claim',
        among: '',
        words:
          'A claim that stands in the newest version of a piece. What was cut from the copy, dropped as no claim or merged into another claim is not counted. Pieces not yet split into claims are not in an audit.',
      },
      {
        id: 'confirmed',
        label: 'Confirmed, suggested',
        among: '',
        words:
          'A claim is confirmed once a person has confirmed or corrected what the machine read; until then it is suggested. Every figure says how many of those it counts are confirmed, and a selection can be narrowed to either.',
      },
      {
        id: 'day',
        label: 'The day of a piece',
        among: '',
        words: 'The day of publication as the piece gives it; where none is known, the day on which it was brought in.',
      },
      {
        id: 'interval',
        label: 'The interval',
        among: '',
        words:
          'Beside a share of a selection stands its 95 % interval by Wilson’s score method: what the share could well be, were these pieces a sample of many like them. Pieces chosen for being bad are no such sample. The audit of one piece counts all of it and has no interval.',
      },
    ],
  },
  {
    title: 'Coded by two',
    all: [
      {
        id: 'kappa',
        label: 'Cohen’s kappa',
        among: '',
        words:
          'How far two people agree beyond what they would by chance, had each chosen with the same habits and without reading: observed agreement less expected, divided by one less expected (Cohen 1960). 1 is full agreement, 0 none beyond chance. The 95 % interval rests on the large-sample standard error of Fleiss, Cohen and Everitt (1969); below some fifty claims it is rough. The words beside it are those of Landis and Koch (1977), a habit of the field. Where both chose one value throughout there is no kappa.',
      },
    ],
  },
  { title: 'Shares of claims', all: claimFigures.map(asDefinition) },
  {
    title: 'Caveats',
    all: [
      {
        id: 'caveats-followed-up',
        label: 'Caveats somebody followed up',
        among: 'of caveats',
        words:
          'Places where the copy says that something was not verified, and of these the ones where somebody has since found anything about a claim that it qualifies, or recorded evidence there.',
      },
    ],
  },
  { title: 'Shares of pieces', all: pieceFigures.map(asDefinition) },
  {
    title: 'House rules',
    all: rules.map(({ id, label, origin, definition, reads }) => ({
      id: `rule-${id}`,
      label,
      among: `after ${origin}`,
      words: `${definition} ${measuredWords({ id, reads })}`,
    })),
  },
  {
    title: 'Sources',
    all: [
      {
        id: 'concentration',
        label: 'Effective number of sources',
        among: '',
        words:
          'How many sources, all heard equally, would be as concentrated as these: one divided by the sum of the squares of their shares of the attributed claims (Laakso and Taagepera 1979; the reciprocal of Herfindahl’s index). A source counts where claims begin with it. Sources that people have merged are one. Sources of one name in different pieces are heard as one here, letter forms aside, though only people merge them: two people who share a name would be counted together. Somebody without a name is heard in one piece only. Origins, which decide whether claims are independent, are never told by name.',
      },
      {
        id: 'returning',
        label: 'New, and met before',
        among: '',
        words:
          'A source was met before if it stands in a piece on your desks whose day is earlier than the first day of the selection; otherwise it is new. Without any earlier piece nothing is said.',
      },
      {
        id: 'relays',
        label: 'Who relays whom',
        among: '',
        words: 'For each hop of a chain after the origin: whose words it passed on, and in how many claims.',
      },
    ],
  },
]

function asDefinition({ id, label, among, definition }: { id: string; label: string; among: string; definition: string }): Definition {
  return { id, label, among: `of ${among}`, words: definition }
}
