import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness, type Named } from '../../src/sources/likeness.ts'
import { type SourceKind, sourceKinds } from '../../src/vocabulary.ts'

const named = (name: string, kind: SourceKind = 'person', more: Partial<Named> = {}): Named => ({
  name,
  aliases: [],
  kind,
  unnamed: false,
  ...more,
})
const why = (one: string, other: string, kind: SourceKind = 'person', otherKind = kind): string | null =>
  likeness(named(one, kind), named(other, otherKind))

test.each([
  ['Najm Al-Din Karim', 'Najmaldin Karim', 'the same name in another spelling'],
  ['Mohammed Salah', 'Muhammad Salah', 'the same name in another spelling'],
  ['Najm Al-Din Karim', 'نجم الدين كريم', 'the same name in another script'],
  ['محمد صلاح', 'Mohamed Salah', 'the same name in another script'],
  ['Dr. Lena Varro', 'Lena Varro', 'the same name without a title'],
  ['الدكتور نجم الدين كريم', 'نجم الدين كريم', 'the same name without a title'],
  ['LENA VARRÓ', 'Lena Varro', 'the same name'],
  ['J. Okafor', 'Josephine Okafor', 'an initial for a given name'],
  ['J. M. Okafor', 'Josephine Okafor', 'an initial for a given name'],
  ['Josephine Mary Okafor', 'Josephine Okafor', 'an initial for a given name'],
])('%s and %s may be one person: %s', (one, other, reason) => {
  expect(why(one, other)).toBe(reason)
  expect(why(other, one)).toBe(reason)
})

test.each([
  ['Karim', 'Najm Karim'],
  ['Sanders', 'Sanders Bernie'],
  ['Bernie Sanders', 'Sarah Sanders'],
  ['John Smith', 'Jane Smith'],
  ['J. Smith', 'Kate Smith'],
  ['Governor Varro', 'Lena Varro'],
  ['Governor Varro', 'Mayor Varro'],
  ['Lena Varro', 'Lena Vasquez'],
])('%s and %s: nothing in the names says that they are one', (one, other) => {
  expect(why(one, other)).toBeNull()
})

test('organisations: by name, spelling and initials; never with a person', () => {
  expect(why('World Health Organization', 'WHO', 'organisation')).toBe('the initials of the other’s name')
  expect(why('The Ministry of Health', 'Ministry of Health', 'official_body')).toBe('the same name')
  expect(why('Al-Amaq Agency', 'Al Amaaq Agency', 'party_media', 'news_agency')).toBe('the same name in another spelling')
  expect(why('Lena Varro', 'Lena Varro', 'person', 'organisation')).toBeNull()
  expect(why('Lena Varro', 'Lena Varro', 'person', 'unknown')).toBe('the same name')
})

test('documents and videos only by the same name; nobody whom the copy does not name', () => {
  expect(why('the Harrow report', 'the Harow report', 'document')).toBeNull()
  expect(why('the Harrow report', 'Harrow report', 'document')).toBe('the same name')
  expect(likeness(named('a police official', 'person', { unnamed: true }), named('a police official'))).toBeNull()
})

test('another name that is known counts like the name', () => {
  expect(likeness(named('Abu Nour', 'person', { aliases: ['Najmaldin Karim'] }), named('Najm Al-Din Karim'))).toBe(
    'the same name in another spelling',
  )
})

test('it reads the same either way round, whatever the names are', () => {
  const some = fc.record<Named>({
    name: fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Lena Varro', 'Dr Lena Varro', 'L. Varro', 'نجم الدين كريم', 'Mr', 'WHO'),
    ),
    aliases: fc.array(fc.string(), { maxLength: 2 }),
    kind: fc.constantFrom(...sourceKinds),
    unnamed: fc.boolean(),
  })
  fc.assert(fc.property(some, some, (one, other) => likeness(one, other) === likeness(other, one)))
})
