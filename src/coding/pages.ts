import type { Refusals } from '../web/fields.ts'
import { fieldsOf, optionsOf } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { day, plural } from '../web/words.ts'
import { agreementOf, kappaWords } from './agreement.ts'
import { type CodedField, codedFieldNames, codedFields } from './fields.ts'
import type { Passage, RoundOnDesk, SampledClaim } from './queries.ts'
import type { Coding } from './schema.ts'

export interface CodingIndexPage {
  title: string
  section: string
  rounds: { href: string; name: string; facts: string }[]
  problem: string | null
  form: {
    from: string
    drawnFrom: string
    name: SharedPartials['shared/_field']
    desk: SharedPartials['shared/_select']
    size: SharedPartials['shared/_field']
    coderOne: SharedPartials['shared/_select']
    coderTwo: SharedPartials['shared/_select']
  } | null
}

export interface CodingRoundPage {
  title: string
  section: string
  name: string
  facts: string
  progress: { name: string; value: string }[]
  /** Where the viewer has claims left to code. */
  next: string | null
  waiting: string | null
  results: { field: string; agreed: string; kappa: string; words: string; interval: string }[]
  disagreements: {
    href: string
    wording: string
    piece: { href: string; name: string }
    fields: { label: string; one: string; two: string }[]
  }[]
  names: readonly [string, string]
  allAgree: boolean
}

export interface CodeClaimPage {
  title: string
  section: string
  name: string
  place: string
  headline: string
  passage: Passage | null
  action: string
  back: string
  previous: string | null
  selects: SharedPartials['shared/_select'][]
}

/** The views of this feature, and what each is given. */
export interface CodingPages {
  'coding/index': CodingIndexPage
  'coding/round': CodingRoundPage
  'coding/claim': CodeClaimPage
}

export interface CodingIndexShown {
  rounds: readonly (RoundOnDesk & { done: readonly [number, number] })[]
  /** Desks on which the viewer may begin one, each with its people. */
  desks: readonly { id: number; name: string }[]
  people: readonly { id: number; name: string }[]
  from: string
  drawnFrom: string
  refused: Refusals | null
}

export function codingIndexPage({ rounds, desks, people, from, drawnFrom, refused }: CodingIndexShown): CodingIndexPage {
  const { text, select } = fieldsOf('sample', refused)
  const persons = [['', 'Choose a person'] as const, ...people.map(({ id, name }) => [String(id), name] as const)]
  return {
    title: 'Coded by two',
    section: '/audits',
    rounds: rounds.map((round) => ({ href: `/coding/${round.id}`, name: round.name, facts: roundFacts(round) + ` · ${standOf(round)}` })),
    problem: refused?.errors.form ?? null,
    form:
      desks.length === 0
        ? null
        : {
            from,
            drawnFrom,
            name: text('name', 'What this sample is', '', { hint: 'For example: Unnamed sources, October.' }),
            desk: select(
              'deskId',
              'Desk',
              desks.map(({ id, name }) => [String(id), name] as const),
              '',
            ),
            size: text('size', 'How many claims', '50', { hint: 'From 2 to 200. Fewer than fifty give a wide interval.' }),
            coderOne: select('coderOne', 'Coded by', persons, ''),
            coderTwo: select('coderTwo', 'and by', persons, ''),
          },
  }
}

const roundFacts = (round: RoundOnDesk): string =>
  [`${plural(round.claims, 'claim')} of ${round.population.toLocaleString('en-GB')}`, round.drawnFrom, `begun ${day(round.begunAt)}`].join(
    ' · ',
  )

const standOf = ({ done, claims, names }: RoundOnDesk & { done: readonly [number, number] }): string =>
  done.every((n) => n === claims) ? 'both are done' : names.map((name, k) => `${name} ${done[k] ?? 0} of ${claims}`).join(', ')

export interface RoundShown {
  round: RoundOnDesk
  done: readonly [number, number]
  /** The first position that the viewer has still to code. */
  next: number | null
  isCoder: boolean
  /** Once both are done; null before. */
  results: { sampled: readonly SampledClaim[]; one: readonly Coding[]; two: readonly Coding[] } | null
}

export function codingRoundPage({ round, done, next, isCoder, results }: RoundShown): CodingRoundPage {
  const base = `/coding/${round.id}`
  const disagreements = results ? disagreementsOf(results) : []
  return {
    title: round.name,
    section: '/audits',
    name: round.name,
    facts: roundFacts(round),
    progress: round.names.map((name, k) => ({ name, value: `${done[k] ?? 0} of ${round.claims}` })),
    next: next === null ? null : `${base}/claims/${next}`,
    waiting: results
      ? null
      : isCoder && next === null
        ? 'You are done. What the two of you chose is shown once the other is done as well.'
        : 'What the two chose is shown to nobody until both are done.',
    results: results ? resultsOf(results) : [],
    disagreements,
    names: round.names,
    allAgree: results !== null && disagreements.length === 0,
  }
}

type Results = NonNullable<RoundShown['results']>

const percent = (n: number, of: number): string => `${Math.round((100 * n) / of)} %`

function resultsOf({ one, two }: Results): CodingRoundPage['results'] {
  const other = new Map(two.map((coding) => [coding.position, coding]))
  return codedFieldNames.map((field) => {
    const pairs = one.flatMap((coding): [string, string][] => {
      const beside = other.get(coding.position)
      return beside ? [[coding[field], beside[field]]] : []
    })
    const { n, agreed, kappa, interval } = agreementOf(pairs)
    return {
      field: codedFields[field].label,
      agreed: `${percent(agreed, n)} of ${n}`,
      kappa: kappa === null ? '–' : kappa.toFixed(2),
      words: kappa === null ? 'both chose one value throughout' : kappaWords(kappa),
      interval: interval ? `${interval[0].toFixed(2)} to ${interval[1].toFixed(2)}` : '–',
    }
  })
}

function disagreementsOf({ sampled, one, two }: Results): CodingRoundPage['disagreements'] {
  const [first, second] = [one, two].map((all) => new Map(all.map((coding) => [coding.position, coding])))
  return sampled.flatMap(({ position, claimId, wording, articleId, headline }) => {
    const [a, b] = [first?.get(position), second?.get(position)]
    if (!a || !b) return []
    const fields = codedFieldNames
      .filter((field) => a[field] !== b[field])
      .map((field) => ({ label: codedFields[field].label, one: chosen(field, a), two: chosen(field, b) }))
    if (fields.length === 0) return []
    return [
      {
        href: `/claims/${claimId}`,
        wording,
        piece: { href: `/articles/${articleId}/audit`, name: headline || 'Without a headline' },
        fields,
      },
    ]
  })
}

const chosen = (field: CodedField, coding: Coding): string => codedFields[field].labels[coding[field]] ?? coding[field]

export interface CodeClaimShown {
  round: RoundOnDesk
  claim: SampledClaim
  passage: Passage | null
  coded: Coding | undefined
  refused: Refusals | null
}

export function codeClaimPage({ round, claim, passage, coded, refused }: CodeClaimShown): CodeClaimPage {
  const base = `/coding/${round.id}`
  const { select } = fieldsOf('code', refused)
  return {
    title: `Claim ${claim.position} of ${round.claims}: ${round.name}`,
    section: '/audits',
    name: round.name,
    place: `Claim ${claim.position} of ${round.claims}`,
    headline: [claim.headline || 'Without a headline', claim.outlet].filter(Boolean).join(' · '),
    passage,
    action: `${base}/claims/${claim.position}`,
    back: base,
    previous: claim.position > 1 ? `${base}/claims/${claim.position - 1}` : null,
    selects: codedFieldNames.map((field) => {
      const { label, values, labels } = codedFields[field]
      const options = [['', 'Choose'] as const, ...optionsOf([...values] as string[], labels)]
      return select(field, label, options, coded?.[field] ?? '')
    }),
  }
}
