import { readSettings } from './config.ts'
import { Refusal } from './errors.ts'

// What is made here is for its owner alone, and views are compiled once. Both must be so before the app is loaded.
process.umask(0o077)
process.env.NODE_ENV ??= 'production'
const { askedToStop, newSetupAddress, start } = await import('./start.ts')

const stopAsked = askedToStop()
try {
  const running = await start(readSettings(process.env))
  const setup = newSetupAddress(running)
  console.log([`Linecheck is at ${running.settings.publicUrl}`, ...(setup ? [`Set it up here, within 24 hours: ${setup}`] : [])].join('\n'))
  await stopAsked
  await running.stop()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  process.exit(1)
}
