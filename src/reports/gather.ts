import { eq, getTableColumns, inArray } from 'drizzle-orm'
import { desks, users } from '../accounts/schema.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { currentVersion, listSentences } from '../articles/queries.ts'
import { type Article, articles, type Sentence, type SignOff, signOffs, type Version } from '../articles/schema.ts'
import { chainsOfVersion, type Hop } from '../claims/chain-queries.ts'
import { listCaveats, listClaims, type PlacedClaim } from '../claims/queries.ts'
import type { Caveat } from '../claims/schema.ts'
import { listChallenges, listCorrections, type ShownChallenge, type ShownCorrection } from '../corrections/queries.ts'
import type { Reader } from '../db/open.ts'
import { NotFound } from '../errors.ts'
import { type AnsweredPillar, type EvidenceItem, evidenceOfVersion, pillarsOfVersion } from '../evidence/queries.ts'
import { chainHead } from '../events/events.ts'
import { type Progress } from '../reviews/progress.ts'
import { type AskedQuery, type ClaimOpinions, opinionsOn, progressOn, queriesOn } from '../reviews/queries.ts'

/** Everything that a report is made from, read at one moment. */
export interface Records {
  article: Article
  deskName: string
  version: Version
  sentences: Sentence[]
  /** The claims that stand in the copy, dropped and cut ones included, in its order. */
  claims: PlacedClaim[]
  caveats: Caveat[]
  chains: Map<number, Hop[]>
  evidence: Map<number, EvidenceItem[]>
  pillars: Map<number, AnsweredPillar[]>
  queries: Map<number, AskedQuery[]>
  opinions: Map<number, ClaimOpinions>
  progress: Progress
  signOffs: SignOff[]
  challenges: ShownChallenge[]
  corrections: ShownCorrection[]
  /** Names by id of everybody who signed, reopened or decided a sentence. */
  people: Map<number, string>
  head: { events: number; digest: string }
  madeAt: string
  madeBy: string
  publicUrl: string
}

/** The article of a report made on the command line, where whoever runs Linecheck reads everything. */
export function findArticleForOperator(db: Reader, id: number): Article {
  const article = db.select().from(articles).where(eq(articles.id, id)).get()
  if (!article) throw new NotFound('article')
  return article
}

/** What a report on this article is made from. For `everyone`, who is the operator on the command line, nothing is withheld. */
export function gatherReport(db: Reader, viewer: Viewer | 'everyone', article: Article, publicUrl: string): Records {
  const version = currentVersion(db, article)
  const sentences = listSentences(db, version.id)
  const signed = db.select(getTableColumns(signOffs)).from(signOffs).where(eq(signOffs.articleId, article.id)).orderBy(signOffs.id).all()
  return {
    article,
    version,
    sentences,
    publicUrl,
    deskName: db.select({ name: desks.name }).from(desks).where(eq(desks.id, article.deskId)).get()?.name ?? '',
    claims: listClaims(db, version.id),
    caveats: listCaveats(db, version.id),
    challenges: listChallenges(db, article.id),
    corrections: listCorrections(db, article.id),
    chains: chainsOfVersion(db, version.id),
    evidence: evidenceOfVersion(db, version.id),
    pillars: pillarsOfVersion(db, version.id),
    queries: queriesOn(db, version.id),
    opinions: opinionsOn(db, viewer, version.id),
    progress: progressOn(db, viewer, article, version.id),
    signOffs: signed,
    people: namesOf(db, [...signed.flatMap((one) => [one.signedBy, one.reopenedBy]), ...sentences.map((one) => one.noneBy)]),
    head: chainHead(db),
    madeAt: new Date().toISOString(),
    madeBy: viewer === 'everyone' ? 'the command line' : viewer.name,
  }
}

function namesOf(db: Reader, ids: readonly (number | null)[]): Map<number, string> {
  const wanted = [...new Set(ids)].filter((one) => one !== null)
  return new Map(
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(inArray(users.id, wanted))
      .all()
      .map(({ id, name }) => [id, name]),
  )
}
