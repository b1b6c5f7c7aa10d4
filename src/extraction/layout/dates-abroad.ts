/** Dates as pages in European languages other than English print them: "3 mars 2026", "3 de marzo de 2026", "3. März 2026". */

/** The twelve months by their first letters, enough to tell them apart, in each language; letters may follow. */
const MONTHS: readonly string[] = [
  // French, Spanish, German, Italian, Portuguese, Turkish, Russian (genitive)
  'janv fév mars avr mai juin juil août sept oct nov déc',
  'ene feb mar abr may jun jul ago sept oct nov dic',
  'jan feb märz apr mai jun jul aug sept okt nov dez',
  'genn febbr mar apr magg giu lug ago sett ott nov dic',
  'jan fev mar abr mai jun jul ago set out nov dez',
  'ocak şubat mart nisan mayıs haz tem ağu eyl ekim kas aral',
  'янв фев мар апр мая июн июл авг сен окт ноя дек',
]
const NUMBERS = new Map(MONTHS.flatMap((line) => line.split(' ').map((name, k): [string, number] => [name, k + 1])))

/** Groups: day, month's name, year. */
export const DATE_ABROAD = /(?<![\d\p{L}])(\d{1,2})(?:er|º|\.)?\s+(?:de\s+)?(\p{L}{3,12})\.?\s+(?:de[l]?\s+)?(\d{4})(?!\d)/iu

/** The number of a month by its name in one of these languages; 0 for a word that is none. */
export function monthAbroad(name: string): number {
  const lower = name.toLowerCase()
  for (let length = Math.min(6, lower.length); length >= 3; length--) {
    const month = NUMBERS.get(lower.slice(0, length))
    if (month !== undefined) return month
  }
  return 0
}
