import path from 'node:path'
import { readSettings } from './config.ts'
import { castDevNewsroom } from './dev-cast.ts'
import { Refusal } from './errors.ts'
import { askedToStop, start } from './start.ts'

/** The only data folder in which ready-made logins exist. */
const folder = path.resolve(import.meta.dirname, '../data-dev')

process.umask(0o077)
const stopAsked = askedToStop()
try {
  const { LINECHECK_DATA: asked, PORT } = process.env
  if (asked && path.resolve(asked) !== folder) {
    throw new Refusal(
      `npm run dev works on ${folder} alone, since it makes accounts whose passwords it prints. Leave LINECHECK_DATA out, or use npm start.`,
    )
  }
  const running = await start(readSettings({ LINECHECK_DATA: folder, HOST: '127.0.0.1', PORT, LINECHECK_VAULT_KEY: 'de'.repeat(32) }))
  const logins = await castDevNewsroom(running.db, running.workers, folder)
  console.log(`Linecheck for development is at ${running.settings.publicUrl}\n`)
  for (const { email, password, does } of logins) console.log(`  ${email.padEnd(18)}  ${password}  ${does}`)
  await stopAsked
  await running.stop()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
}
