import { Command } from 'commander'
import { Refusal } from '../errors.ts'
import type { Head } from '../history/verify-chain.ts'
import { verifyRecord } from '../history/verify.ts'
import { overRecords } from './records.ts'

interface Options {
  head?: string
  events?: string
}

/** `linecheck verify`: whether the record and everything it speaks of is as it was written. Exit code 1 where it is not. */
export function verifyCommand(): Command {
  return new Command('verify')
    .description('check the history, the texts, the uploaded files and the database, and say what was found')
    .option('--head <digest>', 'the head of the chain printed on a report: shows whether the past was rewritten since')
    .option('--events <number>', 'the number of events printed with it')
    .action((options: Options) =>
      overRecords((db, settings) => {
        const { ok, lines } = verifyRecord(db, settings.dataFolder, headIn(options))
        process.stdout.write(`${lines.join('\n')}\n`)
        return ok ? 0 : 1
      }),
    )
}

function headIn({ head, events }: Options): Head | undefined {
  if (head === undefined && events === undefined) return undefined
  if (!/^[0-9a-f]{64}$/i.test(head ?? '') || !/^\d{1,15}$/.test(events ?? '')) {
    throw new Refusal(
      'Give both as they stand on the report: --events with the number of the event, --head with the 64 digits of its digest.',
    )
  }
  return { digest: String(head).toLowerCase(), events: Number(events) }
}
