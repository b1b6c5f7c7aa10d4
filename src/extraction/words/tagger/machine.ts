import { MACHINES } from './model.ts'
import type { Lexeme } from './lexicon.ts'

/** A machine's events: a part of speech, the end of the words, or a hint. */
const END = 31
const HINTS = 32
const COLUMNS = HINTS + 256
/** The same in the model's own numbering. */
const MODEL_HINTS = 1_080_000
const MODEL_END = 2_070_000
const MODEL_OTHERWISE = 2_070_003

/** Recognises runs of parts of speech and says what one word of each run is instead. */
interface Machine {
  /** By state and event the next state; 0 is the first state. */
  next: Int16Array
  /** By state the state that recognises what was read so far, if nothing longer follows; 0 for none. */
  otherwise: Int16Array
  /** By state the part of speech that it gives, negative where it gives it even to words that cannot be that; 0 for none. */
  gives: Int16Array
  /** By state, which word of the run is given it. */
  place: Int16Array
}

function columnOf(event: number): number {
  if (event === MODEL_END) return END
  if (event >= 0 && event < END) return event
  return event > MODEL_HINTS && event < MODEL_HINTS + 256 ? HINTS + event - MODEL_HINTS : -1
}

type Numbers<T> = Record<string, T>

function compile(json: string): Machine {
  const [, last, steps, ends, marks] = JSON.parse(json) as [
    number,
    number,
    Numbers<Numbers<number>>,
    Numbers<string>,
    Numbers<[number, number]>,
  ]
  const states = last + 1
  const machine: Machine = {
    next: new Int16Array(states * COLUMNS),
    otherwise: new Int16Array(states),
    gives: new Int16Array(states),
    place: new Int16Array(states),
  }
  for (const [state, events] of Object.entries(steps)) {
    for (const [event, next] of Object.entries(events)) {
      const column = columnOf(Number(event))
      if (Number(event) === MODEL_OTHERWISE) machine.otherwise[Number(state)] = next
      else if (column >= 0) machine.next[Number(state) * COLUMNS + column] = next
    }
  }
  for (const [state, pos] of Object.entries(ends)) machine.gives[Number(state)] = Number(pos)
  for (const [state, [before]] of Object.entries(marks)) machine.place[Number(state)] = before
  return machine
}

const machines = MACHINES.map(compile)

/** Settles the parts of speech of a run of words, one machine after the other. `tags` holds their usual ones and is changed. */
export function settle(lexemes: readonly Lexeme[], tags: Int16Array): void {
  for (const machine of machines) run(machine, lexemes, tags)
}

function run({ next, otherwise, gives, place }: Machine, lexemes: readonly Lexeme[], tags: Int16Array): void {
  const length = lexemes.length
  // Where and what; everything is read before anything is changed.
  const found: number[] = []
  let [state, first, fallback, fallbackAt] = [0, 0, 0, 0]
  for (let from = 0; from <= length; from++) {
    for (let at = from; at <= length; at++) {
      let event = END
      if (at < length) {
        const tag = tags[at] ?? 0
        if (tag === 0) continue
        const hint = lexemes[at]?.hint ?? 0
        event = hint > 0 ? HINTS + hint : tag
      }
      const to = next[state * COLUMNS + event] ?? 0
      if (state === 0 && to !== 0) first = at
      if (gives[to] !== 0) {
        found.push(first + (place[to] ?? 0), gives[to] ?? 0)
        from = at
      } else if (to === 0) {
        if (fallback !== 0) {
          found.push(first + (place[fallback] ?? 0), gives[fallback] ?? 0)
          from = fallbackAt
        }
      } else {
        state = to
        const other = otherwise[to] ?? 0
        if (other !== 0) {
          fallback = other
          fallbackAt = at
        }
        continue
      }
      // A run is recognised, or none begins here.
      state = 0
      fallback = 0
      break
    }
  }
  for (let k = 0; k < found.length; k += 2) {
    const [at, pos] = [found[k] ?? 0, found[k + 1] ?? 0]
    if (pos < 0) tags[at] = -pos
    else if (pos > 0 && lexemes[at]?.can.has(pos)) tags[at] = pos
  }
}
