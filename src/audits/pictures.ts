import type { ClaimFacts } from './facts.ts'
import { isAttributed, isOwn, isUnnamed } from './figures.ts'
import type { Summary } from './summary.ts'

/** What a claim is drawn as, along the text of a piece. */
export const profileKinds = ['own', 'named', 'party', 'unnamed', 'other'] as const
export type ProfileKind = (typeof profileKinds)[number]
export const profileLabels: Record<ProfileKind, string> = {
  own: 'Own voice',
  named: 'A named source',
  party: 'A party to the event',
  unnamed: 'An unnamed source',
  other: 'A question',
}

export function profileOf(claim: ClaimFacts): ProfileKind {
  if (isOwn(claim)) return 'own'
  if (!isAttributed(claim)) return 'other'
  if (isUnnamed(claim)) return 'unnamed'
  return claim.chain[0]?.stake === 'party' || claim.chain[0]?.stake === 'aligned' ? 'party' : 'named'
}

/** The sourcing profile of a piece: its claims as marks along the length of its text. */
export interface Strip {
  label: string
  marks: { href: string; label: string; kind: ProfileKind; x: number; width: number; caveat: boolean }[]
}

/** In this many units a strip is wide. */
const WIDE = 1000

/** Draws the claims of a text of so many characters; a very short one stays wide enough to be seen. */
export function stripOf(claims: readonly ClaimFacts[], characters: number, hrefOf: (claim: ClaimFacts) => string): Strip {
  const scale = WIDE / Math.max(1, characters)
  const kinds = claims.map(profileOf)
  const told = profileKinds.flatMap((kind) => {
    const n = kinds.filter((one) => one === kind).length
    return n === 0 ? [] : [`${profileLabels[kind].toLowerCase()} ${n}`]
  })
  return {
    label: `The claims along the text: ${told.join(', ') || 'none'}`,
    marks: claims.map((claim, k) => ({
      href: hrefOf(claim),
      label: `Claim ${claim.number}, ${profileLabels[kinds[k] ?? 'other'].toLowerCase()}`,
      kind: kinds[k] ?? 'other',
      x: round(claim.start * scale),
      width: round(Math.max(3, (claim.end - claim.start) * scale - 1)),
      caveat: claim.caveatIds.length > 0,
    })),
  }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** A figure from month to month: a line through its shares. */
export interface Series {
  label: string
  href: string
  first: string
  last: string
  /** The last month’s share, in words. */
  now: string
  /** Of an SVG polyline. */
  points: string
  dots: { x: number; y: number; label: string }[]
}

const SERIES_WIDE = 300
const SERIES_HIGH = 60

/** The shares of one figure, month by month; months in which nothing could be counted are passed over. Null with fewer than two. */
export function seriesOf(months: Summary['groups']['month'], figure: { id: string; label: string }, href: string): Series | null {
  const counted = months.flatMap(({ key, group }) => {
    const count = group.counts[figure.id]
    return count && count.of > 0 ? [{ key, n: count.n, of: count.of }] : []
  })
  const [first, last] = [counted[0], counted.at(-1)]
  if (!first || !last || counted.length < 2) return null
  const dots = counted.map(({ key, n, of }, k) => ({
    x: round((k * (SERIES_WIDE - 8)) / (counted.length - 1) + 4),
    y: round(SERIES_HIGH - 4 - (n / of) * (SERIES_HIGH - 8)),
    label: `${key}: ${n} of ${of}, ${Math.round((n / of) * 100)} %`,
  }))
  return {
    label: figure.label,
    href,
    first: first.key,
    last: last.key,
    now: `${Math.round((last.n / last.of) * 100)} %`,
    points: dots.map(({ x, y }) => `${x},${y}`).join(' '),
    dots,
  }
}

/** Who relays whom: origins on one side, relays on the other, a line for each that is as thick as often it was taken. */
export interface Network {
  height: number
  left: { name: string; y: number }[]
  right: { name: string; y: number }[]
  lines: { path: string; width: number; label: string; href: string }[]
}

const ROW = 26
const LEFT = 250
const RIGHT = 450

export function networkOf(relays: Summary['relays'], hrefOf: (from: number, to: number) => string): Network | null {
  if (relays.length === 0) return null
  const column = (side: 'from' | 'to') => {
    const seen = new Map(relays.map((relay) => [relay[side].id, relay[side].name]))
    return new Map([...seen].map(([id, name], k) => [id, { name: shorter(name), y: k * ROW + 16 }]))
  }
  const [left, right] = [column('from'), column('to')]
  const most = Math.max(...relays.map(({ claims }) => claims))
  const middle = (LEFT + RIGHT) / 2
  return {
    height: Math.max(left.size, right.size) * ROW + 8,
    left: [...left.values()],
    right: [...right.values()],
    lines: relays.map(({ from, to, claims }) => {
      const [y, other] = [left.get(from.id)?.y ?? 0, right.get(to.id)?.y ?? 0]
      return {
        path: `M${LEFT} ${y}C${middle} ${y} ${middle} ${other} ${RIGHT} ${other}`,
        width: round(1 + (7 * claims) / most),
        label: `${from.name}, relayed by ${to.name}: ${claims}`,
        href: hrefOf(from.id, to.id),
      }
    }),
  }
}

const shorter = (name: string): string => (name.length > 30 ? `${name.slice(0, 29)}…` : name)
