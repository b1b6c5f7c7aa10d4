import type { Viewer } from '../accounts/viewer.ts'
import type { Reader } from '../db/open.ts'
import { addPiece, emptyAudit } from './count.ts'
import type { ClaimFacts, PieceFacts } from './facts.ts'
import { claimFigures, isAttributed, pieceFigures } from './figures.ts'
import { relayIn } from './forms.ts'
import { countPieces, heardIn, piecesOf } from './gather.ts'
import type { Selection } from './selection.ts'
import { type Summary, summaryOf } from './summary.ts'

/** How far an audit is: what has been counted of so many pieces. */
export interface Progress {
  read: number
  total: number
  summary: Summary
}

/** What is told while an audit goes on, at most so often, in milliseconds. */
const EVERY = 1_000

/** Audits a selection; tells now and then what has been counted so far. */
export function runAudit(db: Reader, viewer: Viewer, selection: Selection, tell: (progress: Progress) => void = () => {}): Progress {
  const audit = emptyAudit()
  const total = countPieces(db, viewer, selection)
  let [read, told] = [0, performance.now()]
  let earliest: string | null = selection.from === '' ? null : selection.from
  for (const pieces of piecesOf(db, viewer, selection, { places: false })) {
    earliest ??= pieces[0]?.day ?? null
    for (const piece of pieces) addPiece(audit, piece)
    read += pieces.length
    if (read >= total || performance.now() - told < EVERY) continue
    tell({ read, total, summary: summaryOf(db, viewer, audit, null) })
    told = performance.now()
  }
  return { read, total, summary: summaryOf(db, viewer, audit, earliest) }
}

/** A claim that a figure counts, with its piece. */
export interface Opened {
  claim: ClaimFacts
  piece: Omit<PieceFacts, 'claims'>
}

/** Which page of what a figure counts; of everything, where there is no such figure. */
export interface Page {
  figure: string
  /** From 1. */
  page: number
  perPage: number
}

export interface OpenedClaims {
  opened: Opened[]
  further: boolean
}

export interface OpenedPieces {
  opened: PieceFacts[]
  further: boolean
}

/** One page of the claims that a figure counts, and whether there are more. */
export function openFigure(db: Reader, viewer: Viewer, selection: Selection, wanted: Page): OpenedClaims {
  const figure = claimFigures.find(({ id }) => id === wanted.figure)
  const counted =
    relayedBetween(db, viewer, wanted.figure) ?? ((claim: ClaimFacts) => !figure || (figure.of(claim) && figure.counts(claim)))
  const skip = (wanted.page - 1) * wanted.perPage
  const found: Opened[] = []
  let passed = 0
  for (const pieces of piecesOf(db, viewer, selection))
    for (const { claims, ...piece } of pieces)
      for (const claim of claims) {
        if (!counted(claim)) continue
        if (passed++ < skip) continue
        if (found.length === wanted.perPage) return { opened: found, further: true }
        found.push({ claim, piece })
      }
  return { opened: found, further: false }
}

/** Whether a claim's words went from one source to another, where a figure asks for that; null where it asks for something else. */
function relayedBetween(db: Reader, viewer: Viewer, figure: string): ((claim: ClaimFacts) => boolean) | null {
  const between = relayIn(figure)
  if (!between) return null
  const [from, to] = [heardIn(db, viewer, between.from), heardIn(db, viewer, between.to)]
  return (claim) => isAttributed(claim) && claim.chain.some((hop, k) => hop.heard === from && claim.chain[k + 1]?.heard === to)
}

/** The same of pieces. */
export function openPieces(db: Reader, viewer: Viewer, selection: Selection, wanted: Page): OpenedPieces {
  const figure = pieceFigures.find(({ id }) => id === wanted.figure)
  const skip = (wanted.page - 1) * wanted.perPage
  const found: PieceFacts[] = []
  let passed = 0
  for (const pieces of piecesOf(db, viewer, selection))
    for (const piece of pieces) {
      if (piece.claims.length === 0 || (figure && !(figure.of(piece) && figure.counts(piece)))) continue
      if (passed++ < skip) continue
      if (found.length === wanted.perPage) return { opened: found, further: true }
      found.push(piece)
    }
  return { opened: found, further: false }
}
