import { afterEach, describe, expect, test } from 'vitest'
import type { UnreadableDocument } from '../../src/documents/errors.ts'
import { createWorkers, type Workers, type WorkerSettings } from '../../src/workers/pool.ts'
import { fixture, refusal } from '../documents/files.ts'

let workers: Workers

function start(settings?: WorkerSettings): Workers {
  workers = createWorkers(settings)
  return workers
}

afterEach(() => workers.close())

/** Takes long, and little memory: every opening tag moves all that are open. */
/** As many tags as are let through: well within the usual limit, but not within 48 MB. */
const swollen = Buffer.from(`<p>${'a<i></i>'.repeat(120_000)}`)
const story = Buffer.from('The bridge reopened on Monday.')

describe('what workers read', () => {
  test('files, pastes and articles', async () => {
    start()
    const [file, paste, reading] = await Promise.all([
      workers.readDocument(fixture('pandoc.docx'), 'pandoc.docx'),
      workers.readPaste('', '<h1>Bridge</h1><p>It reopened.'),
      workers.readArticle('The bridge reopened on Monday.', { plain: true }),
    ])

    expect(file.text).toContain('Bridge over the Sarwan reopens')
    expect(paste.text).toBe('Bridge\n\nIt reopened.')
    expect(reading.sentences).toHaveLength(1)
  })

  test('part of a larger buffer is read as that part', async () => {
    const upload = Buffer.from('before The bridge reopened. after').subarray(7, 27)
    expect((await start().readDocument(upload, 'story.txt')).text).toBe('The bridge reopened.')
  })

  test('many at once, on one thread, all come back', async () => {
    start({ threads: 1 })
    const texts = Array.from({ length: 30 }, (_, index) => `Story ${index}`)
    const read = await Promise.all(texts.map((text) => workers.readDocument(Buffer.from(text), 'story.txt')))
    expect(read.map(({ text }) => text)).toEqual(texts)
  })
})

describe('what workers refuse', () => {
  test('a refusal crosses from the thread as itself', async () => {
    const error = await refusal(() => start().readDocument(fixture('really-a-png.txt'), 'story.txt'))
    expect(error).toMatchObject({
      reason: 'binary',
      message: expect.stringContaining('a PNG picture'),
    } satisfies Partial<UnreadableDocument>)
  })

  test('what takes too long is given up, and the next task is done', async () => {
    start({ threads: 1, maxSeconds: 5, maxMemoryMb: 4096 })
    const late = refusal(() =>
      workers.readArticle('“The mayor said it rained,” said Ann Lee, who told the agency that “it had”. '.repeat(100_000)),
    )
    const next = workers.readDocument(story, 'story.txt')

    expect((await late).reason).toBe('took_too_long')
    expect((await next).text).toBe(story.toString())
  }, 30_000)

  test('what takes too much memory ends its thread only, and the next task is done', async () => {
    start({ threads: 1, maxMemoryMb: 48 })
    const full = refusal(() => workers.readDocument(swollen, 'swollen.html'))
    const next = workers.readDocument(story, 'story.txt')

    expect((await full).reason).toBe('too_much_memory')
    expect((await next).text).toBe(story.toString())
  }, 30_000)

  test('after closing nothing is begun', async () => {
    start()
    await workers.close()
    await expect(workers.readPaste('x', null)).rejects.toThrow('closed')
  })
})
