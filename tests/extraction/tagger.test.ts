import { readFileSync, readdirSync } from 'node:fs'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { describe, expect, test } from 'vitest'
import { tagWords, type Tagged } from '../../src/extraction/words/tagger.ts'
import { wordOf } from '../../src/extraction/words/words.ts'

const FOLDER = 'tests/fixtures/articles/raw'
const library = winkNLP(model, ['pos'])

/** Words that the library cuts no further, so that its tokens and ours are the same ("cannot" is two to it). */
function plainWords(text: string): string[] {
  const whole = (word: string): boolean => library.readDoc(word).tokens().length() === 1
  return text.split(/\s+/u).filter((word) => /^(?:[A-Za-z]{1,30}|[.,;:!?“”"()—–])$/u.test(word) && whole(word))
}

describe('tags and lemmas are those of the library’s own interface', () => {
  test.each(readdirSync(FOLDER))('%s', (file) => {
    const spaced = readFileSync(`${FOLDER}/${file}`, 'utf8').replace(/([.,;:!?“”"()—–])/gu, ' $1 ')
    const written = plainWords(spaced).slice(0, 400)
    const read = library.readDoc(written.join(' ')).tokens()
    expect(read.out()).toEqual(written)
    const words = written.map(wordOf)
    const tokens: Tagged[] = words.map((word) => ({ lower: word.lower, pos: 'X', lemma: word.small }))
    tagWords(tokens, words, 0, words.length)
    expect(tokens.map(({ pos }) => pos)).toEqual(read.out(library.its.pos))
    expect(tokens.map(({ lemma }) => lemma)).toEqual(
      (read.out(library.its.lemma as typeof library.its.value) as string[]).map((lemma) => lemma.toLowerCase()),
    )
  })
})
