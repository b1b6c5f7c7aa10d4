import { layOut } from '../desk/copy.ts'
import { webAddressOf } from '../corrections/place.ts'
import type { Span } from '../extraction/types.ts'
import { counts, whatIsOpen } from '../reviews/progress.ts'
import { reportClaimOf } from './claim.ts'
import type { Records } from './gather.ts'
import type { Report } from './schema.ts'

/** The report on one version of an article: the one shape from which every format is written. */
export function makeReport(records: Records): Report {
  const { article, version, progress, opinions } = records
  const claims = records.claims.filter(counts).map((claim) => reportClaimOf(records, claim))
  return {
    format: 'linecheck-report',
    formatVersion: 1,
    article: {
      id: article.id,
      url: `${records.publicUrl}/articles/${article.id}/desk`,
      headline: article.headline,
      outlet: article.outlet,
      byline: article.byline,
      address: article.url,
      publishedAt: article.publishedAt,
      publication: article.publication,
      desk: records.deskName,
      language: article.language,
      direction: article.direction,
    },
    version: {
      id: version.id,
      number: version.number,
      sha256: version.sha256,
      characters: version.text?.length ?? null,
      purged: version.text === null,
    },
    made: { at: records.madeAt, by: records.madeBy },
    history: records.head,
    ...signOffsOf(records),
    coverage: { sentences: progress.sentencesTotal, decided: progress.sentencesDecided },
    outcomes: progress.segments.map(({ outcome, count }) => ({ outcome: outcome === 'hidden' ? 'withheld' : outcome, count })),
    open: openOf(records),
    withheldClaims: claims.filter((claim) => claim.withheld).map((claim) => claim.number),
    people: {
      firstChecks: names(claims.map((claim) => opinions.get(claim.id)?.first)),
      secondChecks: names(claims.map((claim) => opinions.get(claim.id)?.second)),
      finalDecisions: names(claims.map((claim) => opinions.get(claim.id)?.final)),
    },
    copy: copyOf(records),
    claims,
    notClaims: notClaimsOf(records),
    caveats: records.caveats.map(({ id, start, end, quoted }) => ({
      id,
      start,
      end,
      quoted,
      claims: claims.filter((claim) => claim.caveats.includes(id)).map((claim) => claim.number),
    })),
    corrections: correctionsOf(records),
    challenges: records.challenges.map(({ id, receivedOn, claimNumber, what, answer, why, answerer, answeredAt }) => ({
      id,
      receivedOn,
      claim: claimNumber,
      what,
      answer,
      why,
      answeredBy: answerer,
      answeredAt,
    })),
    withoutClaims: withoutClaimsOf(records),
    setAside: setAsideOf(records),
  }
}

function signOffsOf({ signOffs, people }: Records): Pick<Report, 'signOff' | 'earlierSignOffs'> {
  const signed = signOffs.map((one) => ({ by: people.get(one.signedBy) ?? 'somebody', at: one.signedAt, sha256: one.sha256, row: one }))
  const standing = signed.find((one) => one.row.reopenedAt === null)
  return {
    signOff: standing ? { by: standing.by, at: standing.at, sha256: standing.sha256 } : null,
    earlierSignOffs: signed.flatMap(({ row, ...one }) =>
      row.reopenedAt === null
        ? []
        : [
            {
              ...one,
              reopenedBy: people.get(row.reopenedBy ?? 0) ?? null,
              reopenedAt: row.reopenedAt,
              reason: row.reopenedReason,
            },
          ],
    ),
  }
}

function openOf({ progress, publicUrl, article }: Records): Report['open'] {
  const claim = ({ id, number }: { id: number; number: number }) => ({ number, url: `${publicUrl}/claims/${id}` })
  return {
    words: whatIsOpen(progress),
    undecidedSentences: progress.undecided.map(({ id, number }) => ({
      number,
      url: `${publicUrl}/articles/${article.id}/desk?sentence=${id}`,
    })),
    uncheckedClaims: progress.unchecked.map(claim),
    openQueries: progress.openQueries.map((query) => claim({ id: query.claimId, number: query.claimNumber })),
    withoutSecondCheck: progress.withoutSecondCheck.map(claim),
    differing: progress.differing.map(claim),
    unsupported: progress.unsupported.map(claim),
  }
}

const names = (filed: readonly ({ reviewerName: string } | null | undefined)[]): string[] =>
  [...new Set(filed.flatMap((one) => one?.reviewerName ?? []))].sort()

function copyOf({ version, sentences, claims, caveats }: Records): Report['copy'] {
  if (version.text === null) return null
  const numbers = new Map(claims.map((claim) => [claim.id, claim.number]))
  const counting = claims
    .filter(counts)
    .map((claim) => ({ id: claim.id, names: [], spans: claim.spans.map(({ start, end }): Span => [start, end]) }))
  return layOut({ text: version.text, sentences, caveats, selected: null, claims: counting }).map(
    ({ headline, heading, sentences: inParagraph }) => ({
      kind: headline ? 'headline' : heading ? 'heading' : 'paragraph',
      runs: inParagraph.flatMap((sentence, index) => [
        ...(index > 0 ? [{ text: ' ', claim: null, first: false, caveat: false }] : []),
        ...sentence.runs.map((run) => ({
          text: run.pieces.map((piece) => piece.text).join(''),
          claim: numbers.get(run.claimId ?? 0) ?? null,
          first: run.first,
          caveat: run.caveatId !== null,
        })),
      ]),
    }),
  )
}

function notClaimsOf({ claims, publicUrl }: Records): Report['notClaims'] {
  const numbers = new Map(claims.map((claim) => [claim.id, claim.number]))
  return claims
    .filter((claim) => !counts(claim))
    .map((claim) => ({
      id: claim.id,
      number: claim.number,
      url: `${publicUrl}/claims/${claim.id}`,
      wording: claim.wording,
      state: claim.state === 'cut' ? 'cut' : 'not_a_claim',
      reason: claim.dropReason,
      duplicateOf: numbers.get(claim.duplicateOf ?? 0) ?? null,
    }))
}

/** The corrections as schema.org has them: a `CorrectionComment` each. */
function correctionsOf({ corrections }: Records): Report['corrections'] {
  return corrections.map(({ id, text, publishedOn, place, claimNumber }) => {
    const url = webAddressOf(place)
    return {
      '@context': 'https://schema.org',
      '@type': 'CorrectionComment',
      identifier: id,
      text,
      datePublished: publishedOn,
      ...(url === null ? {} : { url }),
      place,
      claim: claimNumber,
    }
  })
}

/** The sentences of the copy in which no claim stands, and who decided that. */
function withoutClaimsOf({ version, sentences, claims, people, progress }: Records): Report['withoutClaims'] {
  const undecided = new Set(progress.undecided.map((item) => item.id))
  const counting = claims.filter(counts)
  return sentences
    .filter((sentence) => sentence.furniture === null && (sentence.part === null || sentence.part === 'headline'))
    .filter((sentence) => !counting.some((claim) => claim.spans.some((span) => span.start < sentence.end && sentence.start < span.end)))
    .map((sentence) => ({
      number: sentence.position + 1,
      start: sentence.start,
      end: sentence.end,
      text: version.text?.slice(sentence.start, sentence.end) ?? '',
      reason: sentence.none,
      decidedBy: people.get(sentence.noneBy ?? 0) ?? null,
      decided: !undecided.has(sentence.id),
    }))
}

function setAsideOf({ version, sentences }: Records): Report['setAside'] {
  return sentences
    .filter((sentence) => sentence.furniture !== null || (sentence.part !== null && sentence.part !== 'headline'))
    .map(({ start, end, furniture, part }) => ({ start, end, text: version.text?.slice(start, end) ?? '', furniture, part }))
}
