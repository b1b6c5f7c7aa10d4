import { Command } from 'commander'
import { addressOf } from '../accounts/pages.ts'
import { makePasswordLinkAtConsole } from '../accounts/people.ts'
import { databaseIn } from '../data-folder.ts'
import { openDatabase } from '../db/open.ts'
import { overRecords } from './records.ts'

/** `linecheck password-link`: the way back in where the last admin has lost their password. It is recorded, as Linecheck's own act. */
export function passwordLinkCommand(): Command {
  return new Command('password-link')
    .description('make a one-time link by which a person chooses a new password, also while Linecheck is running')
    .argument('<email>', 'the e-mail address with which the person signs in')
    .action((email: string) =>
      overRecords((_reader, settings) => {
        const db = openDatabase(databaseIn(settings.dataFolder))
        try {
          const link = makePasswordLinkAtConsole(db, email)
          process.stdout.write(`Good for 24 hours, once: ${addressOf(settings, link.path)}\n`)
          return 0
        } finally {
          db.$client.close()
        }
      }),
    )
}
