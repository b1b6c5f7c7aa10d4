import type { MessagePort } from 'node:worker_threads'
import type { Viewer } from '../accounts/viewer.ts'
import { type Db, openDatabase } from '../db/open.ts'
import { openFigure, openPieces, type Page, runAudit } from './run.ts'
import { openFindings, runRules } from './rules/run.ts'
import type { Selection } from './selection.ts'

/** What is to be done beside the server with a selection, as one viewer sees it. */
export type AuditTask = { file: string; viewer: Viewer; selection: Selection } & (
  | { work: 'audit' | 'rules'; port: MessagePort }
  | { work: 'claims' | 'pieces' | 'findings'; page: Page }
)

let db: Db | undefined

/** Audits in a thread with a connection of its own, which only reads: the server goes on answering. */
export default function perform(task: AuditTask): unknown {
  db ??= openDatabase(task.file, { readonly: true })
  const { viewer, selection } = task
  // One moment of the records, however long it takes.
  return db.transaction((tx) => {
    switch (task.work) {
      case 'claims':
        return openFigure(tx, viewer, selection, task.page)
      case 'pieces':
        return openPieces(tx, viewer, selection, task.page)
      case 'findings':
        return openFindings(tx, viewer, selection, task.page)
      case 'audit':
      case 'rules': {
        const run = task.work === 'audit' ? runAudit : runRules
        const whole = run(tx, viewer, selection, (progress: unknown) => task.port.postMessage(progress, []))
        task.port.close()
        return whole
      }
    }
  })
}
