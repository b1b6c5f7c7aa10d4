import { inArray } from 'drizzle-orm'
import { users } from '../accounts/schema.ts'
import { findDesk, listCheckers } from '../accounts/queries.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { currentVersion, listSentences, textOf } from '../articles/queries.ts'
import type { Article, Sentence, Version } from '../articles/schema.ts'
import { chainsOfVersion, type Hop } from '../claims/chain-queries.ts'
import { listCaveats, listClaims, type PlacedClaim } from '../claims/queries.ts'
import type { Caveat } from '../claims/schema.ts'
import type { Reader } from '../db/open.ts'
import { unsupportedClaims } from '../reviews/grounds.ts'
import { type Progress, progressOf } from '../reviews/progress.ts'
import {
  type AskedQuery,
  type ClaimOpinions,
  openQueriesOf,
  opinionsOn,
  queriesOn,
  findSignOffIfAny,
  type StandingSignOff,
} from '../reviews/queries.ts'
import { listSourcesOfArticle, type NamedSource } from '../sources/queries.ts'

/** Everything that lies on the desk for one article, as one viewer may see it. */
export interface OnDesk {
  article: Article
  version: Version
  text: string
  deskName: string
  sentences: Sentence[]
  /** The claims that stand in the copy, in its order. */
  claims: PlacedClaim[]
  claimById: Map<number, PlacedClaim>
  caveats: Caveat[]
  chains: Map<number, Hop[]>
  opinions: Map<number, ClaimOpinions>
  queries: Map<number, AskedQuery[]>
  sources: NamedSource[]
  progress: Progress
  /** Names of the people who have claims, by id. */
  people: Map<number, string>
  /** Those who can be given something here. */
  checkers: { id: number; name: string }[]
  /** The sign-off that stands, if one does: then nothing can be changed. */
  signOff: StandingSignOff | undefined
  /** Whether the desk asks for a second check of every finding. */
  secondCheck: boolean
}

export function gatherDesk(db: Reader, viewer: Viewer, article: Article): OnDesk {
  const version = currentVersion(db, article)
  const desk = findDesk(db, viewer, article.deskId)
  const sentences = listSentences(db, version.id)
  const claims = listClaims(db, version.id)
  const opinions = opinionsOn(db, viewer, version.id)
  const queries = queriesOn(db, version.id)
  return {
    article,
    version,
    text: textOf(version),
    deskName: desk.name,
    sentences,
    claims,
    claimById: new Map(claims.map((claim) => [claim.id, claim])),
    opinions,
    queries,
    caveats: listCaveats(db, version.id),
    chains: chainsOfVersion(db, version.id),
    sources: listSourcesOfArticle(db, article.id),
    progress: progressOf({
      sentences,
      claims,
      opinions,
      openQueries: openQueriesOf(queries),
      secondCheck: desk.secondCheck,
      unsupported: unsupportedClaims(db, article, version.id, opinions),
    }),
    people: namesOf(db, claims),
    checkers: listCheckers(db, article.deskId),
    signOff: findSignOffIfAny(db, article),
    secondCheck: desk.secondCheck,
  }
}

function namesOf(db: Reader, claims: readonly PlacedClaim[]): Map<number, string> {
  const ids = [...new Set(claims.flatMap((claim) => claim.assigneeId ?? []))]
  return new Map(
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(inArray(users.id, ids))
      .all()
      .map(({ id, name }) => [id, name]),
  )
}
