import type { ClaimOnDesk } from '../claims/queries.ts'
import { plural, shorten } from '../web/words.ts'
import type { GraphLine, OriginGraph } from './origin-graph.ts'

/** To how many independent origins a claim leads back, drawn, with the reason for each line. */
export interface OriginsPage {
  title: string
  wording: string
  count: string
  back: string
  empty: string | null
  picture: {
    height: number
    label: string
    texts: { x: number; y: number; anchor: string; words: string; strong: boolean }[]
    lines: { path: string; label: string }[]
  } | null
  reasons: { from: string; to: string; why: string }[]
}

const reasonWords = (line: GraphLine): string => {
  const { reason } = line
  switch (reason.why) {
    case 'relayed':
      return reason.verb === '' ? 'passes their words on' : `passes their words on: “${reason.verb}”`
    case 'unknown':
      return 'passes it on; from whom is not recorded'
    case 'own':
      return 'an origin by itself'
    case 'same':
      return `the same source as ${reason.with}`
    case 'belongs':
      return `belongs to ${reason.with}`
    case 'owns':
      return `${reason.with} belongs to it`
    case 'common_owner':
      return `belongs to the same owner as ${reason.with}`
    case 'through_others':
      return `tied to ${reason.with} through others it rests on`
  }
}

const ROW = 34
/** Where the columns stand: who passes it on, with whom it begins, and the origins that makes. */
const COLUMNS = { relay: 240, first: 300, origin: 620 }
/** About as wide is a character of a name, on average. */
const CHARACTER = 7

export function originsPage(claim: ClaimOnDesk, graph: OriginGraph): OriginsPage {
  const { relays, firsts, lines, origins, outlets } = graph
  const relayAt = new Map(relays.map((name, k) => [name, y(k)]))
  const firstAt = new Map(firsts.map((name, k) => [name, y(k)]))
  const shown = (name: string): string => shorten(name, 30)
  const count = `${plural(outlets, 'outlet')}, ${plural(origins, 'origin')}`
  return {
    title: `Origins of claim ${claim.number}`,
    wording: claim.wording,
    count,
    back: `/claims/${claim.id}`,
    empty:
      lines.length === 0 ? 'Nobody stands behind this claim yet: it has no chain, and no evidence that bears it out names a source.' : null,
    picture:
      lines.length === 0
        ? null
        : {
            height: Math.max(relays.length, firsts.length, origins, 1) * ROW + 10,
            label: `${count}: the same as in the table below`,
            texts: [
              ...relays.map((name) => ({ x: COLUMNS.relay, y: relayAt.get(name) ?? 0, anchor: 'end', words: shown(name), strong: false })),
              ...firsts.map((name) => ({
                x: COLUMNS.first,
                y: firstAt.get(name) ?? 0,
                anchor: 'start',
                words: shown(name),
                strong: false,
              })),
              ...Array.from({ length: origins }, (_, k) => ({
                x: COLUMNS.origin,
                y: y(k),
                anchor: 'start',
                words: `Origin ${k + 1}`,
                strong: true,
              })),
            ],
            lines: lines.flatMap((line) => {
              const to = line.to
              const label = `${line.from}: ${reasonWords(line)}`
              if (typeof to === 'number')
                return [
                  {
                    path: curve(
                      COLUMNS.first + shown(line.from).length * CHARACTER + 10,
                      firstAt.get(line.from),
                      COLUMNS.origin - 8,
                      y(to - 1),
                    ),
                    label,
                  },
                ]
              const [from, heard, other] = [relayAt.get(line.from), firstAt.get(to ?? ''), relayAt.get(to ?? '')]
              if (heard !== undefined) return [{ path: curve(COLUMNS.relay + 6, from, COLUMNS.first - 6, heard), label }]
              return other === undefined ? [] : [{ path: arc(COLUMNS.relay + 6, from, other), label }]
            }),
          },
    reasons: lines.map((line) => ({
      from: line.from,
      to: line.to === null ? '–' : typeof line.to === 'number' ? `Origin ${line.to}` : line.to,
      why: reasonWords(line),
    })),
  }
}

const y = (row: number): number => row * ROW + 20

function curve(x: number, from = 0, x2: number, to: number): string {
  const middle = (x + x2) / 2
  return `M${x} ${from}C${middle} ${from} ${middle} ${to} ${x2} ${to}`
}

/** From one relay to another in the same column. */
const arc = (x: number, from = 0, to: number): string => `M${x} ${from}C${x + 30} ${from} ${x + 30} ${to} ${x} ${to}`
