import { Command, Option } from 'commander'
import { desks as deskTable } from '../accounts/schema.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { auditCsv, auditJson } from '../audits/export.ts'
import { selectionIn } from '../audits/forms.ts'
import { runAudit } from '../audits/run.ts'
import { selectionAuditPage } from '../audits/selection-page.ts'
import { standaloneAudit } from '../audits/standalone.ts'
import type { Selection } from '../audits/selection.ts'
import type { Db } from '../db/open.ts'
import { Refusal } from '../errors.ts'
import { overRecords } from './records.ts'

interface Options {
  from?: string
  to?: string
  outlet?: string
  author?: string
  subject?: string
  desk?: string[]
  format: 'json' | 'csv' | 'html'
}

/** `linecheck audit`: the figures of a selection. It is the operator who asks, so all desks are read and nothing is withheld. */
export function auditCommand(): Command {
  return new Command('audit')
    .description('write the sourcing audit of a selection of pieces, every figure with its sample and its definition')
    .option('--from <day>', 'from this day on, as 2026-01-31')
    .option('--to <day>', 'up to and with this day')
    .option('--outlet <name>', 'of this outlet')
    .option('--author <name>', 'with this in the byline')
    .option('--subject <tag>', 'with this subject tag')
    .option('--desk <name...>', 'of these desks; of all without it')
    .addOption(new Option('--format <format>', 'what to write').choices(['json', 'csv', 'html']).default('json'))
    .action((options: Options) =>
      overRecords(async (db, settings) => {
        const viewer = operator(db)
        const selection = selectionFor(viewer, options)
        const progress = db.transaction((tx) => runAudit(tx, viewer, selection))
        const { summary } = progress
        if (options.format === 'csv') process.stdout.write(auditCsv(selection, summary))
        else if (options.format === 'json') process.stdout.write(auditJson(selection, summary, new Date().toISOString()))
        else {
          const audited = {
            selection,
            by: 'outlet',
            progress,
            done: true,
            against: null,
            desks: viewer.desks,
            offered: { outlets: [], authors: [], subjects: [] },
            source: null,
            opensSource: () => false,
          } as const
          process.stdout.write(await standaloneAudit(selectionAuditPage(audited), settings.publicUrl))
        }
        return 0
      }),
    )
}

/** Whoever runs Linecheck reads every desk; no second check is theirs, so none withholds anything. */
function operator(db: Db): Viewer {
  const desks = db.select({ id: deskTable.id, name: deskTable.name }).from(deskTable).all()
  return { id: 0, name: 'the command line', email: '', shortcuts: false, desks: desks.map((desk) => ({ ...desk, role: 'reader' })) }
}

function selectionFor({ desks }: Viewer, { desk = [], format: _, ...rest }: Options): Selection {
  const named = desk.map((name) => {
    const found = desks.find((one) => one.name.toLowerCase() === name.trim().toLowerCase())
    if (!found) throw new Refusal(`There is no desk called “${name}”. The desks: ${desks.map((one) => `“${one.name}”`).join(', ')}.`)
    return String(found.id)
  })
  const selection = selectionIn({ ...rest, desk: named })
  for (const end of ['from', 'to'] as const)
    if (rest[end] !== undefined && selection[end] === '') throw new Refusal(`“${rest[end]}” is no day. Write it as 2026-01-31.`)
  return selection
}
