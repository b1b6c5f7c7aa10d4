import { Command } from 'commander'
import { uploadsIn } from '../data-folder.ts'
import { backupEverything, filesBeside } from '../db/backup.ts'
import { overRecords } from './records.ts'

/** `linecheck backup`: a whole copy, made while the server runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the database and the uploaded files, also while Linecheck is running')
    .argument('<file>', 'the copy of the database to make; the uploaded files go into a folder beside it, FILE.files')
    .action((file: string) =>
      overRecords(async (db, settings) => {
        await backupEverything(db, uploadsIn(settings.dataFolder), file)
        process.stdout.write(`Backed up: ${file}, and the uploaded files in ${filesBeside(file)}\n`)
        return 0
      }),
    )
}
