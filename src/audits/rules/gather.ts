import { sql } from 'drizzle-orm'
import type { Viewer } from '../../accounts/viewer.ts'
import { groupBy } from '../../claims/queries.ts'
import { touching } from '../../claims/touching.ts'
import type { Reader } from '../../db/open.ts'
import type { Span } from '../../extraction/types.ts'
import type { PieceFacts } from '../facts.ts'
import { piecesOf } from '../gather.ts'
import { type Selection, withWholePieces } from '../selection.ts'
import type { RuleClaim, RulePiece, RuleSentence } from './piece.ts'

/** The pieces of a selection as rules read them, so many at a time. A rule reads whole pieces: what narrows their claims is left aside. */
export function* rulePiecesOf(db: Reader, viewer: Viewer, selection: Selection): Generator<RulePiece[]> {
  for (const pieces of piecesOf(db, viewer, withWholePieces(selection))) yield rulePieces(db, pieces)
}

interface Head {
  articleId: number
  deskId: number
  language: string
  versionId: number
  text: string
}

function rulePieces(db: Reader, pieces: readonly PieceFacts[]): RulePiece[] {
  const ids = sql`select value from json_each(${JSON.stringify(pieces.map(({ id }) => id))})`
  // A text that was purged has no copy to hold against a rule.
  const heads = db.all<Head>(sql`
    select a.id as articleId, a.desk_id as deskId, a.language, v.id as versionId, v.text from articles a join versions v on v.article_id = a.id
    where a.id in (${ids}) and v.text is not null and v.number = (select max(number) from versions where article_id = a.id)`)
  const versions = sql`select value from json_each(${JSON.stringify(heads.map(({ versionId }) => versionId))})`
  const ledger = groupBy(
    db.all<Line>(sql`
      select id, version_id as versionId, start, "end", part, none from sentences
      where version_id in (${versions}) and furniture is null and (part is null or part = 'headline') order by version_id, position`),
    ({ versionId }) => versionId,
  )
  const caveats = groupBy(
    db.all<{ versionId: number; start: number; end: number }>(
      sql`select version_id as versionId, start, "end" from caveats where version_id in (${versions})`,
    ),
    ({ versionId }) => versionId,
  )
  const extras = extrasOf(db, versions)
  const headOf = new Map(heads.map((head) => [head.articleId, head]))
  return pieces.flatMap((piece) => {
    const head = headOf.get(piece.id)
    if (!head) return []
    const { deskId, versionId, language, text } = head
    const claims = piece.claims.map((claim): RuleClaim => ({ ...claim, ...extras(claim.id) }))
    const sentences = sentencesIn(text, ledger.get(versionId) ?? [], claims)
    const spans = (caveats.get(versionId) ?? []).map(({ start, end }): Span => [start, end])
    return [{ ...piece, deskId, versionId, language, sentences, claims, caveats: spans }]
  })
}

interface Line {
  id: number
  versionId: number
  start: number
  end: number
  part: string | null
  none: string | null
}

function sentencesIn(text: string, lines: readonly Line[], claims: readonly RuleClaim[]): RuleSentence[] {
  const held = touching(lines, claims, ({ spans }) => spans)
  let paragraph = 0
  let last: Line | null = null
  const sentences: RuleSentence[] = []
  for (const line of lines) {
    const headline = line.part === 'headline'
    const apart = last !== null && (/\n/.test(text.slice(last.end, line.start)) || headline || last.part === 'headline')
    if (apart) paragraph++
    last = line
    if (line.none === 'heading') continue
    const { id, start, end } = line
    sentences.push({ start, end, text: text.slice(start, end), paragraph, headline, claims: held.get(id) ?? [] })
  }
  return sentences
}

type Extra = Pick<RuleClaim, 'quote' | 'checkable' | 'spans' | 'hops'>

function extrasOf(db: Reader, versions: ReturnType<typeof sql>): (claimId: number) => Extra {
  const details = new Map(
    db
      .all<{ id: number; quote: Extra['quote']; checkable: number }>(
        sql`select id, quote, checkable from claims where version_id in (${versions})`,
      )
      .map((row) => [row.id, row]),
  )
  const inVersions = sql`select id from claims where version_id in (${versions})`
  const spans = groupBy(
    db.all<{ claimId: number; start: number; end: number }>(
      sql`select claim_id as claimId, start, "end" from claim_spans where claim_id in (${inVersions}) order by claim_id, position`,
    ),
    ({ claimId }) => claimId,
  )
  const hops = groupBy(
    db.all<{ claimId: number; name: string | null; cueStart: number | null; cueEnd: number | null }>(sql`
      select a.claim_id as claimId, s.name, a.cue_start as cueStart, a.cue_end as cueEnd from attributions a left join sources s on s.id = a.source_id
      where a.claim_id in (${inVersions}) order by a.claim_id, a.position`),
    ({ claimId }) => claimId,
  )
  return (claimId) => ({
    quote: details.get(claimId)?.quote ?? 'none',
    checkable: details.get(claimId)?.checkable === 1,
    spans: (spans.get(claimId) ?? []).map(({ start, end }): Span => [start, end]),
    hops: (hops.get(claimId) ?? []).map(({ name, cueStart, cueEnd }) => ({
      name: name ?? '',
      cue: cueStart === null || cueEnd === null ? null : [cueStart, cueEnd],
    })),
  })
}
