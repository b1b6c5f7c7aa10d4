import { furnitureLabels, noneLabels, outcomeLabels, partLabels } from '../vocabulary.ts'
import { listed, moment, plural } from '../web/words.ts'
import { type ClaimEntry, claimEntry } from './claim-page.ts'
import type { Report } from './schema.ts'

interface Fact {
  term: string
  value: string
  mono: boolean
}
/** Words of the copy that are no claim, and why. */
interface Line {
  words: string
  why: string
}
interface Link {
  href: string
  label: string
}

export interface ReportPage {
  title: string
  bodyClass: string
  /** Null on a page that stands alone. */
  tools: { back: Link; downloads: Link[] } | null
  report: ReportView
}

export interface ReportView {
  headline: string
  kind: string
  lead: string
  signed: boolean
  withheld: string | null
  bar: { label: string; segments: { outcome: string; x: number; width: number }[]; width: number }
  tally: { outcome: string; label: string; count: number }[]
  open: { title: string; lines: string[] } | null
  facts: Fact[]
  direction: string
  language: string
  copy: { heading: boolean; headline: boolean; runs: CopyRun[] }[] | null
  claims: ClaimEntry[]
  noClaims: string | null
  notClaims: Line[]
  withoutClaims: Line[]
  setAside: Line[]
  corrected: Line[]
  signatures: { name: string; what: string; at: string; moment: string }[]
  earlier: string[]
  seal: { sha256: string; head: string; proves: string; made: string }
}

interface CopyRun {
  text: string
  claim: { href: string; outcome: string; number: number | null; label: string } | null
  caveat: boolean
}

/** The views of this feature, and what each is given. */
export interface ReportPages {
  'reports/show': ReportPage
}

/** Its partials, and what each is given. */
export interface ReportPartials {
  'reports/_report': ReportView
  'reports/_copy': Pick<ReportView, 'copy' | 'direction' | 'language'>
  'reports/_claim': ClaimEntry
  'reports/_lines': { lines: Line[] }
  'reports/_seal': ReportView['seal']
}

/** The report in the app, with what it can be downloaded as. */
export function reportPage(report: Report): ReportPage {
  const base = `/articles/${report.article.id}`
  return {
    ...standalonePage(report),
    tools: {
      back: { href: `${base}/desk`, label: 'Back to the desk' },
      downloads: [
        { href: `${base}/report.json`, label: 'JSON' },
        { href: `${base}/claims.csv`, label: 'Claims as CSV' },
      ],
    },
  }
}

/** The report as a page of its own, for a file. */
export function standalonePage(report: Report): ReportPage {
  return {
    title: `Report: ${report.article.headline || 'without a headline'}`,
    bodyClass: 'report-page',
    tools: null,
    report: reportView(report),
  }
}

function reportView(report: Report): ReportView {
  const { article, version } = report
  return {
    headline: article.headline || 'Without a headline',
    kind: `Check report · ${article.desk}`,
    lead: leadOf(report),
    signed: report.signOff !== null,
    withheld: withheldOf(report),
    ...outcomesOf(report),
    open: openOf(report),
    facts: factsOf(report),
    direction: article.direction,
    language: article.language,
    copy: copyOf(report),
    claims: report.claims.map((claim) => claimEntry(report, claim)),
    noClaims: report.claims.length > 0 ? null : 'No claim stands in this version.',
    notClaims: report.notClaims.map((claim) => ({
      words: claim.wording,
      why: `Claim ${claim.number}: ${claim.state === 'cut' ? 'cut from the copy' : `${claim.reason ? noneLabels[claim.reason] : 'Not a claim'}${claim.duplicateOf ? ` of claim ${claim.duplicateOf}` : ''}`}`,
    })),
    withoutClaims: report.withoutClaims.map((sentence) => ({
      words: sentence.text || `Sentence ${sentence.number}`,
      why: `${sentence.reason ? noneLabels[sentence.reason] : 'No claim stands in it'}, ${decision(sentence)}`,
    })),
    setAside: report.setAside.map((row) => ({
      words: row.text || 'Purged with the text',
      why: row.furniture ? furnitureLabels[row.furniture] : row.part ? partLabels[row.part] : '',
    })),
    corrected: correctedOf(report),
    signatures: signaturesOf(report),
    earlier: report.earlierSignOffs.map(
      (one) =>
        `Signed off by ${one.by} on ${moment(one.at)}; reopened by ${one.reopenedBy ?? 'somebody'} on ${moment(one.reopenedAt)}: ${one.reason}`,
    ),
    seal: {
      sha256: version.sha256,
      head: `Event ${report.history.events}, ${report.history.digest}`,
      proves:
        'What the hash proves: that this report is about this exact text, unchanged since; not that it is true. The history’s head proves in the same way that nothing recorded before this report was rewritten: linecheck verify compares it.',
      made: `Made ${moment(report.made.at)} by ${report.made.by}`,
    },
  }
}

function leadOf({ signOff, claims, open }: Report): string {
  const count = plural(claims.length, 'claim')
  if (signOff) return `Signed off by ${signOff.by} on ${moment(signOff.at)}. ${count} checked in this exact text.`
  const rest = open.words.length > 0 ? 'What is open stands below.' : 'Nothing is open; it awaits an editor’s sign-off.'
  return `NOT SIGNED OFF. ${count} in this text. ${rest}`
}

function withheldOf({ withheldClaims, made }: Report): string | null {
  if (withheldClaims.length === 0) return null
  return `What others found on ${plural(withheldClaims.length, 'claim')} (${listed(withheldClaims.map(String))}) is withheld in this copy of the report: ${made.by} has taken the second check and not filed it yet.`
}

function outcomesOf({ outcomes, claims }: Report): Pick<ReportView, 'bar' | 'tally'> {
  let x = 0
  const tally = outcomes.map(({ outcome, count }) => ({
    outcome: outcome === 'withheld' ? 'hidden' : outcome,
    label: outcome === 'withheld' ? 'Withheld' : outcomeLabels[outcome],
    count,
  }))
  const segments = tally.map(({ outcome, count }) => {
    const segment = { outcome, x, width: count }
    x += count
    return segment
  })
  return {
    tally,
    bar: {
      label: tally.map(({ label, count }) => `${label} ${count}`).join(', ') || 'No claims',
      segments,
      width: Math.max(1, claims.length),
    },
  }
}

function openOf({ signOff, open }: Report): ReportView['open'] {
  if (signOff) return null
  const lines = [
    ...numbered('Sentences not decided', open.undecidedSentences),
    ...numbered('Claims not checked', open.uncheckedClaims),
    ...numbered('Claims with an open query to the reporter', open.openQueries),
    ...numbered('Claims without their second check', open.withoutSecondCheck),
    ...numbered('Claims on which two opinions differ', open.differing),
    ...numbered('Claims whose outcome has lost the evidence it needs', open.unsupported),
  ]
  return { title: 'Not signed off', lines: lines.length > 0 ? lines : ['Nothing is open; an editor can sign it off.'] }
}

const numbered = (what: string, items: readonly { number: number }[]): string[] =>
  items.length > 0 ? [`${what}: ${listed([...new Set(items.map((item) => String(item.number)))])}`] : []

function factsOf({ article, version, coverage, people }: Report): Fact[] {
  return [
    ...fact('Outlet', article.outlet),
    ...fact('Byline', article.byline),
    ...fact('Date', article.publishedAt.replace('T', ' ')),
    ...fact('Address', article.address, true),
    ...fact('Status', article.publication === 'draft' ? 'Draft: not published' : 'Published'),
    ...fact(
      'Version',
      `${version.number}${version.characters === null ? '' : `, ${version.characters.toLocaleString('en-GB')} characters`}`,
    ),
    ...fact('Sentences decided', `${coverage.decided} of ${coverage.sentences}`),
    ...fact('Checked by', listed(people.firstChecks)),
    ...fact('Second check by', listed(people.secondChecks)),
    ...fact('Differences decided by', listed(people.finalDecisions)),
  ]
}

/** A fact that is there to be told; nothing where it is empty. */
const fact = (term: string, value: string, mono = false): Fact[] => (value === '' ? [] : [{ term, value, mono }])

function copyOf({ copy, claims }: Report): ReportView['copy'] {
  if (copy === null) return null
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]))
  return copy.map(({ kind, runs }) => ({
    heading: kind === 'heading',
    headline: kind === 'headline',
    runs: runs.map(({ text, claim: number, first, caveat }) => {
      const claim = byNumber.get(number ?? 0)
      const outcome = claim?.withheld ? 'hidden' : (claim?.counting?.outcome ?? 'not_checked')
      const word = outcome === 'hidden' ? 'Withheld' : outcomeLabels[outcome]
      return {
        text,
        caveat,
        claim: claim
          ? {
              href: `#claim-${claim.number}`,
              outcome,
              number: first ? claim.number : null,
              label: `Claim ${claim.number}, ${word.toLowerCase()}: `,
            }
          : null,
      }
    }),
  }))
}

function signaturesOf({ signOff, people, article }: Report): ReportView['signatures'] {
  const at = signOff ? { at: signOff.at, moment: moment(signOff.at) } : { at: '', moment: '' }
  return [
    ...people.firstChecks.map((name) => ({ name, what: 'Checked', at: '', moment: '' })),
    ...people.secondChecks.map((name) => ({ name, what: 'Gave the second check', at: '', moment: '' })),
    signOff
      ? { name: signOff.by, what: `Signed off, ${article.desk}`, ...at }
      : { name: 'NOT SIGNED OFF', what: `An editor of ${article.desk} has not signed this text`, ...at },
  ]
}

const decision = ({ decided, decidedBy }: Report['withoutClaims'][number]): string =>
  decidedBy ? `decided by ${decidedBy}` : decided ? 'its claim was dropped' : 'suggested, not decided'

/** Corrections that were published, and challenges that led to none or are open still. */
function correctedOf({ corrections, challenges }: Report): Line[] {
  const about = (claim: number | null): string => (claim === null ? '' : `, claim ${claim}`)
  return [
    ...corrections.map(({ text, place, datePublished, claim }) => ({
      words: text,
      why: `Correction${about(claim)}, published ${datePublished}: ${place}`,
    })),
    ...challenges
      .filter(({ answer }) => answer !== 'corrected')
      .map(({ what, receivedOn, claim, answer, why }) => ({
        words: what,
        why: `Challenged${about(claim)} on ${receivedOn}: ${answer === null ? 'not answered yet' : `it stands. ${why}`}`,
      })),
  ]
}
