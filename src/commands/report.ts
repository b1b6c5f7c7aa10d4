import { writeFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { Refusal } from '../errors.ts'
import { claimsCsv } from '../reports/csv.ts'
import { reportJson } from '../reports/formats.ts'
import { findArticleForOperator, gatherReport } from '../reports/gather.ts'
import { makeReport } from '../reports/report.ts'
import type { Report } from '../reports/schema.ts'
import { standaloneReport } from '../reports/standalone.ts'
import { overRecords } from './records.ts'

type Format = 'html' | 'json' | 'csv'

const writers: Record<Format, (report: Report) => string | Promise<string>> = { html: standaloneReport, json: reportJson, csv: claimsCsv }

/** `linecheck report`: the report on an article as a file. It is the operator who asks, so nothing is withheld. */
export function reportCommand(): Command {
  return new Command('report')
    .description('write the report on an article; the claims alone with --format csv')
    .argument('<article>', 'the number of the article, as in its address: /articles/12')
    .addOption(new Option('--format <format>', 'what to write').choices(['html', 'json', 'csv']).default('html'))
    .option('--output <file>', 'where to write it; standard output where this is not given')
    .action((article: string, { format, output }: { format: Format; output?: string }) =>
      overRecords(async (db, settings) => {
        const id = /^[1-9]\d{0,14}$/.test(article) ? Number(article) : 0
        if (id === 0)
          throw new Refusal(`“${article}” is not the number of an article. It stands in the article's address: /articles/12 is article 12.`)
        const records = db.transaction((tx) => gatherReport(tx, 'everyone', articleIn(tx, id), settings.publicUrl))
        const written = await writers[format](makeReport(records))
        if (output === undefined) process.stdout.write(written)
        else save(output, written)
        return 0
      }),
    )
}

function articleIn(db: Parameters<typeof findArticleForOperator>[0], id: number) {
  try {
    return findArticleForOperator(db, id)
  } catch {
    throw new Refusal(`There is no article ${id} in this database.`)
  }
}

function save(output: string, written: string): void {
  try {
    writeFileSync(output, written)
  } catch (error) {
    throw new Refusal(
      `The report cannot be written to ${output}: ${(error as { code?: string }).code === 'ENOENT' ? 'its folder does not exist.' : 'the place cannot be written to.'}`,
    )
  }
}
