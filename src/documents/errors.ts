import { Refusal } from '../errors.ts'

/** Why a file or a paste could not be read. */
export type UnreadableReason = 'empty' | 'too_large' | 'binary' | 'broken' | 'unknown_format' | 'took_too_long' | 'too_much_memory'

/** A file or a paste that cannot be read. The message is one sentence for a journalist: what is wrong, and what to do. */
export class UnreadableDocument extends Refusal {
  override name = 'UnreadableDocument'
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, message: string) {
    super(message)
    this.reason = reason
  }
}
