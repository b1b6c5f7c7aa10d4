import { type Cell, writeCsv } from '../web/csv.ts'
import type { Report, ReportClaim } from './schema.ts'

/** The columns of the claims' table, each with what stands in it. Numbers are written as numbers, everything else as guarded text. */
const columns: Record<string, (claim: ReportClaim, report: Report) => Cell> = {
  article_id: (_, { article }) => article.id,
  article_url: (_, { article }) => article.url,
  article_headline: (_, { article }) => article.headline,
  version: (_, { version }) => version.number,
  sha256: (_, { version }) => version.sha256,
  claim_id: (claim) => claim.id,
  claim_number: (claim) => claim.number,
  claim_url: (claim) => claim.url,
  wording: (claim) => claim.wording,
  start: (claim) => claim.passages[0]?.start ?? '',
  end: (claim) => claim.passages.at(-1)?.end ?? '',
  kind: (claim) => claim.kind,
  voice: (claim) => claim.voice,
  quote: (claim) => claim.quote,
  standing: (claim) => claim.standing,
  state: (claim) => claim.state,
  chain: (claim) => claim.chain.map((hop) => hop.source?.name ?? 'unclear').join(' → '),
  said: (claim) => claim.counting?.said ?? (claim.withheld ? 'withheld' : 'not_checked'),
  outcome: (claim) => claim.counting?.outcome ?? (claim.withheld ? 'withheld' : 'not_checked'),
  confidence: (claim) => claim.counting?.confidence ?? '',
  reason: (claim) => counting(claim)?.reason ?? '',
  found_by: (claim) => counting(claim)?.by ?? '',
  found_at: (claim) => counting(claim)?.at ?? '',
  second_check_by: (claim) => second(claim)?.by ?? '',
  second_said: (claim) => (second(claim)?.earlierChain ? 'not_checked' : (second(claim)?.said ?? '')),
  second_outcome: (claim) => second(claim)?.outcome ?? '',
  opinions_differ: (claim) => (claim.differ ? 'yes' : 'no'),
  unverified_in_copy: (claim) => claim.unverifiedInCopy ?? '',
  caveats: (claim, { caveats }) =>
    caveats
      .filter((caveat) => claim.caveats.includes(caveat.id))
      .map((caveat) => caveat.quoted)
      .join(' | '),
  evidence_supporting: (claim) => standing(claim, 'supports'),
  evidence_contradicting: (claim) => standing(claim, 'contradicts'),
  open_queries: (claim) => claim.queries.filter((query) => query.recordedAt === null).length,
  signed_off_by: (_, { signOff }) => signOff?.by ?? '',
  signed_off_at: (_, { signOff }) => signOff?.at ?? '',
}

export const columnNames: readonly string[] = Object.keys(columns)

/** The claims of a report as a table for spreadsheets: UTF-8 with a byte order mark, CRLF, every text quoted and guarded. */
export function claimsCsv(report: Report): string {
  return writeCsv([[...columnNames], ...report.claims.map((claim) => Object.values(columns).map((cell) => cell(claim, report)))])
}

const counting = (claim: ReportClaim) => claim.findings.find((one) => one.counts && one.opinion === claim.counting?.opinion)
const second = (claim: ReportClaim) => claim.findings.find((one) => one.counts && one.opinion === 'second')
const standing = (claim: ReportClaim, stance: ReportClaim['evidence'][number]['stance']): number =>
  claim.evidence.filter((item) => item.withdrawn === null && item.stance === stance).length
