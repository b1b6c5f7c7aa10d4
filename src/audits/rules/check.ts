import type { Viewer } from '../../accounts/viewer.ts'
import type { Reader } from '../../db/open.ts'
import type { Selection } from '../selection.ts'
import { rulePiecesOf } from './gather.ts'
import type { Found, Rule, RulePiece } from './piece.ts'
import { findBy, rules } from './rules.ts'
import { rulesOn } from './switches.ts'
import { type StandingWaiver, waiversOf } from './waivers.ts'

/** What a rule found in a piece, and who has approved it if somebody has. */
export interface Finding extends Found {
  rule: string
  /** The sentence; empty where it is about the whole piece. */
  quoted: string
  waiver: StandingWaiver | null
}

export interface CheckedPiece {
  piece: RulePiece
  findings: Finding[]
}

/** The pieces of a selection, each with what the rules that are on at its desk find in it, so many at a time. */
export function* checkedPiecesOf(db: Reader, viewer: Viewer, selection: Selection, only: string | null = null): Generator<CheckedPiece[]> {
  const isOn = rulesOn(db)
  for (const pieces of rulePiecesOf(db, viewer, selection)) {
    const waivers = waiversOf(
      db,
      pieces.map(({ versionId }) => versionId),
    )
    yield pieces.map((piece) => ({
      piece,
      findings: rules
        .filter((rule) => (only === null || rule.id === only) && isOn(piece.deskId, rule))
        .flatMap((rule) => findBy(rule, piece).map((found) => asFinding(piece, rule, found, waivers.get(piece.versionId) ?? []))),
    }))
  }
}

function asFinding(piece: RulePiece, rule: Rule, found: Found, waivers: readonly StandingWaiver[]): Finding {
  const quoted = piece.sentences.find(({ start }) => start === found.start && found.end > 0)?.text ?? ''
  const waiver = waivers.find((one) => one.rule === rule.id && one.start === found.start) ?? null
  return { ...found, rule: rule.id, quoted, waiver }
}
