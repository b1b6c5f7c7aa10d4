import { audits } from './audits.ts'
import { desk } from './desk.ts'
import { engine } from './engine.ts'
import { type Figure, table } from './figures.ts'
import { imports } from './imports.ts'
import { memory } from './memory.ts'
import { writes } from './writes.ts'

/** Prints figures beside a baseline that was measured in the same run; it judges nothing. `npm run bench -- desk writes` measures only those. */
const measures: Record<string, () => Promise<Figure[]>> = { desk, writes, engine, memory, audits, imports }

const words = process.argv.slice(2)
const newsroom = words.indexOf('--newsroom')
if (newsroom >= 0) process.env.BENCH_NEWSROOM = words.splice(newsroom, 2)[1]
const asked = newsroom >= 0 && words.length === 0 ? ['audits'] : words
const unknown = asked.filter((name) => !(name in measures))
if (unknown.length > 0) {
  console.error(`There is no measure called ${unknown.join(', ')}. Choose from ${Object.keys(measures).join(', ')}.`)
  process.exit(2)
}
const figures: Figure[] = []
for (const [name, measure] of Object.entries(measures)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.error(`measuring ${name} …`)
  figures.push(...(await measure()))
}
console.log(`\n${table(figures)}`)
process.exit(0)
