import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Figure, rounded } from './figures.ts'
import { bringToDesk, freshFolder, root, startLinecheck, type Visitor } from './server.ts'

/** So many pieces are brought in at once; `BENCH_ARTICLES` says otherwise. */
const pieces = Number(process.env.BENCH_ARTICLES ?? 400)
/** A person looks at a page so often, in milliseconds. */
const every = 60

/** How long a desk page takes at rest, and while many pieces are brought in. */
export async function imports(): Promise<Figure[]> {
  const linecheck = await startLinecheck(freshFolder())
  try {
    const texts = ownTexts()
    const desk = await bringToDesk(linecheck.admin, texts[0] ?? '')
    for (let k = 0; k < 40; k++) await linecheck.admin.get(desk)
    const rest = await p95(linecheck.admin, desk, async () => {
      await wait(15_000)
    })
    const rows = Array.from({ length: pieces }, (_, k) =>
      JSON.stringify({ text: `${texts[k % texts.length]}\n\nPiece number ${k} of many, as told on page ${k}.` }),
    )
    const began = performance.now()
    const form = new FormData()
    for (const [name, value] of Object.entries({ publication: 'published', deskId: '1' })) form.set(name, value)
    form.set('file', new Blob([rows.join('\n')]), 'many.jsonl')
    const page = await linecheck.admin.post('/imports', form)
    const busy = await p95(linecheck.admin, desk, async () => {
      while (!(await linecheck.admin.get(page)).includes('Done: ')) await wait(500)
    })
    const seconds = (performance.now() - began) / 1000
    return [
      {
        what: 'desk page during an import, p95 in milliseconds; baseline at rest',
        value: rounded(busy),
        baseline: rounded(rest),
        ratio: busy / rest,
      },
      { what: 'pieces brought in and split a second meanwhile', value: rounded(pieces / seconds) },
    ]
  } finally {
    await linecheck.stop()
  }
}

/** The texts of the tests, as they would be pasted. */
const ownTexts = (): string[] => {
  const folder = path.join(root, 'tests/fixtures/articles/raw')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
}

async function p95(visitor: Visitor, page: string, work: () => Promise<void>): Promise<number> {
  const took: number[] = []
  const over = new AbortController()
  const looking = (async () => {
    while (!over.signal.aborted) {
      const from = performance.now()
      await visitor.get(page)
      took.push(performance.now() - from)
      await wait(every)
    }
  })()
  await work()
  over.abort()
  await looking
  return took.sort((a, b) => a - b)[Math.floor(took.length * 0.95)] ?? Number.NaN
}
