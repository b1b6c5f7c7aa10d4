import type { SourceKind } from '../../vocabulary.ts'
import type { FoundStatement } from '../types.ts'

/** How a form of a verb stands in a sentence: finite by itself, a participle that needs "has", or "adding", "citing". */
export interface Telling {
  lemma: string
  form: 'finite' | 'participle' | 'gerund'
}

/**
 * The words of one Romance language by which its news copy attributes. French and Spanish share their grammar: the subject before its
 * verb or after it when the words stand first, "that" before what is attributed.
 */
export interface Table {
  /** Every form of every verb of saying, in lower case. */
  tellings: ReadonlyMap<string, Telling>
  /** "has", "have", "had". */
  auxiliary: ReadonlySet<string>
  /** A verb and its subject in one word: "a-t-il", "souligne-t-elle". Groups: verb, pronoun. */
  inverted: RegExp | null
  /** What begins attributed words: "que", "qu'elle", "si". */
  that: RegExp
  /** The subject may be left out: "Añadió que". */
  dropsSubject: boolean
  /** Subject pronouns with the gender they tell. */
  pronouns: ReadonlyMap<string, 'm' | 'f' | null>
  /** "selon X", "de acuerdo con X": each as its words in lower case. */
  according: readonly (readonly string[])[]
  /** "according to what Y published": the verb follows. */
  accordingLink: RegExp
  /** "citant X": X is the origin; "cité par X": X is the relay. */
  citing: RegExp
  citedBy: RegExp
  /** "diffusée par X": X is the relay where it is a medium. */
  carriedBy: RegExp
  /** Two words that tell together: "fait état", "hizo saber". */
  idioms: RegExp
  /** What follows the noun of a medium that has no name: "la radio nationale". */
  station: RegExp
  /** Prepositions that begin no subject. */
  prepositions: ReadonlySet<string>
  /** "to", before whom it was told. */
  to: RegExp
  conjunctions: ReadonlySet<string>
  and: RegExp
  articles: ReadonlySet<string>
  /** Articles and "of" written onto their noun: "l'", "d'". */
  elided: RegExp
  /** Small words inside names. */
  particles: ReadonlySet<string>
  /** Days and adverbs between a verb and its subject. */
  between: ReadonlySet<string>
  titles: RegExp
  female: RegExp
  male: RegExp
  kinds: readonly (readonly [RegExp, SourceKind])[]
  people: RegExp
  anonymous: RegExp
  plural: RegExp
  self: RegExp
  recordings: RegExp
  /** Verbs of what a recording shows. */
  shows: RegExp
  infinitive: RegExp
  /** Finite verbs that are known by their form. */
  finite: RegExp
  notFinite: RegExp
  future: RegExp
  weSay: RegExp
  opinion: RegExp
  number: RegExp
  caveat: RegExp
  /** A caveat that is a closing relative clause begins so: ", ce qui". */
  caveatClause: RegExp
  about: readonly (readonly [RegExp, string])[]
  statements: readonly (readonly [FoundStatement['kind'], RegExp])[]
}

export const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))
