import path from 'node:path'
import { parseArgs } from 'node:util'
import { readArticle } from '../extraction/read.ts'
import { readCorpus } from './corpus.ts'
import { QUOTES, type Score, scoreReadings, SOURCES, type Tally } from './score.ts'

/** `npm run evaluate -- --corpus FOLDER [--part dev] [--worst 10] [--errors 5]`: reads a part of the corpus and prints how it went. */
function evaluate(): void {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string' },
      part: { type: 'string', default: 'dev' },
      worst: { type: 'string', default: '10' },
      errors: { type: 'string', default: '3' },
    },
  })
  if (!values.corpus) throw new Error('Say where the corpus lies: npm run evaluate -- --corpus FOLDER --part dev')
  const articles = readCorpus(path.join(values.corpus, values.part))
  for (const article of articles.slice(0, 10)) readArticle(article.text, { plain: true })
  let seconds = 0
  const pairs = articles.map((article) => {
    const began = performance.now()
    const { attributions } = readArticle(article.text, { plain: true })
    seconds += (performance.now() - began) / 1000
    return { article, read: attributions }
  })
  const score = scoreReadings(pairs)
  print(
    `${articles.length} articles, ${score.attribution.hits + score.attribution.misses} attributions marked, ${score.judged.length} read`,
  )
  print(`${(articles.length / seconds).toFixed(1)} articles a second, all stages, one core\n`)
  totals(score)
  kinds(score)
  calibration(score)
  worst(score, Number(values.worst), Number(values.errors))
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const percent = (value: number): string => (100 * value).toFixed(1).padStart(7)
const row = (name: string, tally: Tally): void =>
  print(`${name.padEnd(34)}${percent(tally.precision)}${percent(tally.recall)}${percent(tally.f1)}`)

function totals(score: Score): void {
  print(`${''.padEnd(34)}      P      R     F1`)
  for (const [role, tally] of Object.entries(score.tokens)) row(`words of ${role}`, tally)
  row('attribution, half agrees', score.attribution)
  row('attribution, four fifths agree', score.strict)
  row('relation: with the right source', score.relation)
}

function kinds(score: Score): void {
  print('')
  for (const quote of QUOTES) {
    row(`${quote}: attribution`, score.byQuote[quote].attribution)
    row(`${quote}: relation`, score.byQuote[quote].relation)
  }
  print(`\n${'source'.padEnd(34)} marked  found  right (%)`)
  for (const kind of SOURCES) {
    const { marked, found, right } = score.bySource[kind]
    print(`${kind.padEnd(34)}${String(marked).padStart(7)}${percent(found / Math.max(1, marked))}${percent(right / Math.max(1, marked))}`)
  }
}

/** Of the readings with so much confidence, how many were right, and how many of all they were. */
function calibration({ judged }: Score): void {
  print(`\n${'confidence'.padEnd(34)}   read  share  right (%)`)
  const steps = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]
  for (const [k, from] of steps.entries()) {
    const to = steps[k + 1]
    if (to === undefined) break
    const here = judged.filter(({ confidence }) => confidence >= from && confidence < to)
    if (here.length === 0) continue
    const right = here.filter((reading) => reading.right).length
    print(
      `${`${from.toFixed(1)} to ${Math.min(1, to).toFixed(1)}`.padEnd(34)}${String(here.length).padStart(7)}${percent(here.length / judged.length)}${percent(right / here.length)}`,
    )
  }
}

function worst({ articles }: Score, count: number, errors: number): void {
  print('\nworst articles: marked, read, found, with the right source')
  const sorted = [...articles].sort((a, b) => b.marked - b.found + b.read - b.found - (a.marked - a.found + a.read - a.found))
  for (const { id, marked, read, found, right, missed, invented } of sorted.slice(0, count)) {
    print(`${id}  ${marked} ${read} ${found} ${right}`)
    for (const line of missed.slice(0, errors)) print(`    missed    ${line.slice(0, 160)}`)
    for (const line of invented.slice(0, errors)) print(`    invented  ${line.slice(0, 160)}`)
  }
}

evaluate()
