import type { Db } from '../db/open.ts'
import { plural } from '../web/words.ts'
import { checkChain, checkPayloads, type Head } from './verify-chain.ts'
import { checkActs } from './verify-acts.ts'
import { checkFiles } from './verify-files.ts'
import { checkDatabase, checkOpinions, checkVersions } from './verify-records.ts'

/** What was looked at, sentence by sentence. A problem begins with that word. */
export interface Verification {
  ok: boolean
  lines: string[]
}

/**
 * Checks that the record and what it speaks of are as they were written: the chain, what events kept, texts, opinions, sign-offs,
 * evidence, queries, second checks, files, the database itself. The last line says what is not checked.
 * `expected` is a head printed on a report: shows whether the past up to it was rewritten since. Changes nothing.
 */
export function verifyRecord(db: Db, dataFolder: string, expected?: Head): Verification {
  const found = new Findings()
  // One read transaction: the server may write meanwhile, and what is checked must be one moment.
  db.$client.transaction(() => {
    checkChain(db, found, expected)
    checkPayloads(db, found)
    checkVersions(db, found)
    checkOpinions(db, found)
    checkActs(db, found)
    checkDatabase(db, found)
    checkFiles(db, dataFolder, found)
  })()
  const { problems } = found
  found.say(problems === 0 ? 'Everything that was checked holds.' : `${plural(problems, 'problem')} found.`)
  found.say(
    `Not held against the history: the claims themselves (wording, cuts, state, caveats), their chains, the sources, their merges and ratings, answers to the five pillars, the details of articles, desks and people; and whatever was purged.${expected ? '' : ' Whether the whole past was written anew shows only against a head printed earlier (--head and --events).'}`,
  )
  return { ok: problems === 0, lines: found.lines }
}

/** How many problems of one kind are written out. */
const written = 20

/** What the checks say, in their order. */
export class Findings {
  readonly lines: string[] = []
  problems = 0

  say(sentence: string): void {
    this.lines.push(sentence)
  }

  problem(sentence: string): void {
    this.problems++
    this.lines.push(`Problem: ${sentence}`)
  }

  /** Many problems of one kind: the first are written out, the rest counted. With none, says what holds. */
  all(problems: Iterable<string>, holds: () => string): void {
    let count = 0
    for (const sentence of problems) {
      if (++count <= written) this.problem(sentence)
    }
    if (count > written) {
      this.problems += count - written
      this.lines.push(`Problem: and ${plural(count - written, 'more problem')} of this kind.`)
    }
    if (count === 0) this.say(holds())
  }
}
