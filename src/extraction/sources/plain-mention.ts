import type { Mention } from './mentions.ts'

/** A mention of which nothing is known but its words: for languages whose own tables add the rest. */
export const plainMention = (text: string): Mention => ({
  text,
  name: text,
  proper: [],
  pronoun: null,
  kind: 'unknown',
  identified: 'named',
  unnamed: false,
  definite: true,
  roles: [],
  owner: null,
  gender: null,
  plural: false,
})
