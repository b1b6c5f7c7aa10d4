/** Sequences with hashed features, before the features are counted. Lies in shared memory: the trainings read it side by side. */
export class RawSet {
  readonly width: number
  readonly features: Uint32Array
  readonly gold: Uint8Array
  readonly joints: Uint8Array
  /** Where each sequence begins, in words, and where the last one ends. */
  readonly starts: number[] = [0]
  /** Which article each sequence comes from. */
  readonly article: number[] = []
  words = 0

  constructor(width: number, capacity: number) {
    this.width = width
    this.features = new Uint32Array(new SharedArrayBuffer(capacity * width * 4))
    this.gold = new Uint8Array(new SharedArrayBuffer(capacity))
    this.joints = new Uint8Array(new SharedArrayBuffer(capacity))
  }
  /** Ends a sequence of `n` words whose features, labels and joints have been written from `words` on. */
  close(n: number, article: number): void {
    this.words += n
    this.starts.push(this.words)
    this.article.push(article)
  }
}
