import { Refusal } from '../errors.ts'

/** There is no room for what was sent just now. Answered with 503. */
export class Busy extends Refusal {
  constructor() {
    super('Too much is being sent at once just now, and nothing of yours was kept. Go back, wait a minute, and send the form again.')
  }
}

export interface Room {
  /** Resolves once there is room for so many bytes, in the order of asking, with what gives it back. Throws `Busy` after a while. */
  take(bytes: number): Promise<() => void>
}

interface Waiting {
  bytes: number
  enter(): void
}

/** Memory for what is being sent: so many bytes in all, however many send at once. Nobody takes more than half. */
export function createRoom(total: number, patienceMs: number): Room {
  let free = total
  const queue: Waiting[] = []

  function letIn(): void {
    for (let first = queue[0]; first && first.bytes <= free; first = queue[0]) {
      queue.shift()
      free -= first.bytes
      first.enter()
    }
  }

  return {
    take: (asked) =>
      new Promise((resolve, reject) => {
        const bytes = Math.min(asked, total / 2)
        const waiting: Waiting = {
          bytes,
          enter: () => {
            clearTimeout(timer)
            resolve(() => {
              free += bytes
              letIn()
            })
          },
        }
        const timer = setTimeout(() => {
          queue.splice(queue.indexOf(waiting), 1)
          letIn()
          reject(new Busy())
        }, patienceMs)
        queue.push(waiting)
        letIn()
      }),
  }
}
