import { readFileSync } from 'node:fs'
import type { Figure } from './figures.ts'
import { bringToDesk, freshFolder, startLinecheck } from './server.ts'

const articles = 1000
const settled = 200
/** More than this from article 200 to article 1,000 is called growth: garbage waits to be collected for about so much. */
const tolerance = 0.1

/** What the server's process holds in memory: at first, and while article after article is brought in, split and looked at. */
export async function memory(): Promise<Figure[]> {
  const linecheck = await startLinecheck(freshFolder())
  const resident = (): number => residentMb(linecheck.process.pid ?? 0)
  try {
    await linecheck.admin.get('/')
    const figures: Figure[] = [{ what: 'resident memory in MB, idle', value: resident().toFixed(0) }]
    let before = 0
    for (let article = 1; article <= articles; article++) {
      await linecheck.admin.get(await bringToDesk(linecheck.admin, smallArticle(article)))
      if (article !== 1 && article % settled !== 0) continue
      figures.push({ what: `after ${article} ${article === 1 ? 'article' : 'articles'}`, value: resident().toFixed(0) })
      if (article === settled) before = resident()
    }
    const growth = resident() / before - 1
    const word = growth <= tolerance ? 'flat' : 'it grows'
    return [...figures, { what: `growth from article ${settled} to article ${articles}`, value: `${(growth * 100).toFixed(1)} %, ${word}` }]
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

/** As the system counts it. Where it does not say so in a file, there is nothing to measure from outside the process. */
function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}
