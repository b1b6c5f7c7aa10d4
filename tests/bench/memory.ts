import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { type Figure, median } from './figures.ts'
import { bringToDesk, freshFolder, startLinecheck } from './server.ts'

/** More of them show where it comes to rest. */
const articles = Number(process.env.BENCH_ARTICLES ?? 1000)
/** What is held swings with garbage that waits to be collected, so a sample is taken every so often, and the median told every so often. */
const between = 20
const told = 200
/** A rise by less than this is called flat. */
const tolerance = 0.1

/** What the server's process holds in memory: at first, and while article after article is brought in, split and looked at. */
export async function memory(): Promise<Figure[]> {
  const linecheck = await startLinecheck(freshFolder())
  const resident = (): number => residentMb(linecheck.process.pid ?? 0)
  try {
    await linecheck.admin.get('/')
    const figures: Figure[] = [{ what: 'resident memory in MB, idle', value: resident().toFixed(0) }]
    const medians: number[] = []
    let samples: number[] = []
    for (let article = 1; article <= articles; article++) {
      await linecheck.admin.get(await bringToDesk(linecheck.admin, smallArticle(article)))
      if (article === 1) figures.push({ what: 'after 1 article', value: resident().toFixed(0) })
      if (article % between === 0) samples.push(resident())
      if (article % told !== 0) continue
      medians.push(median(samples))
      figures.push({ what: `articles ${article - told + 1} to ${article}, median`, value: median(samples).toFixed(0) })
      samples = []
    }
    const growth = (medians.at(-1) ?? 0) / (medians[0] ?? 0) - 1
    const word = growth <= tolerance ? 'flat' : 'still rising'
    return [...figures, { what: `from the first ${told} articles to the last`, value: `${(growth * 100).toFixed(1)} %, ${word}` }]
  } finally {
    await linecheck.stop()
  }
}

/** A short piece, different each time. */
function smallArticle(number: number): string {
  return `Bridge ${number} over the Orme closed

The bridge on road ${number} was closed on Monday, the Tarn news agency reported.

Engineers found ${number + 2} cracks in its deck. Governor Lena Varro told Tarn that it would stay shut for ten days.

“We could not wait any longer,” said Varro.

Drivers shot videos of the queues. The Meridian could not independently verify the videos.
`
}

/** As the system counts it: Linux in a file, other systems through `ps`. */
function residentMb(pid: number): number {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) / 1024
}
