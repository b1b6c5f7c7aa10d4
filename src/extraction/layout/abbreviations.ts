/**
 * Abbreviations of other languages that do not end a sentence, without their stop, and stops that belong to a number. English has
 * its own in `sentences.ts`.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const TABLE: Record<string, ReadonlySet<string>> = {
  ar: words('د م أ ا ص ب ق هـ أ.د'),
  fr: words('m mm me dr pr st ste av bd art cf env p.ex ex éd vol no n° tél hab j.-c'),
  es: words(
    'sr sra sres srta d dª dña dr dra lic ing arq prof gral cnel sgto art núm no pág av avda ee uu ee.uu aprox tel ud uds sta sto mons fr',
  ),
  de: words('z b z.b d h d.h u a u.a bzw ca dr prof nr str st mio mrd abs art hl evtl ggf inkl usw sog rd tel jh geb bspw min max'),
  ru: words('г гг ул им пр просп д стр тыс млн млрд руб коп см т е т.е т.д т.п др проф акад кв обл р н э чел'),
  uk: words('м вул ім просп буд тис млн млрд грн ст р рр див проф обл'),
  tr: words('dr prof doç sn av no cad sok mah bkz vb vs yy alb gen org yrd öğr'),
  pt: words('sr sra dr dra prof eng art av nº tel gov dep sen exa'),
  it: words('sig sigg dott prof ing avv art n pag tel on sen mons'),
  nl: words('dhr mevr dr prof mr ir drs bijv nr blz ca o.a d.w.z'),
  fa: words('د م'),
}
/** After a day's number: "3. Mai", "3. gününde", "3. mars". */
const ORDINALS = new Set([
  'de',
  'tr',
  'da',
  'nb',
  'no',
  'nn',
  'fi',
  'cs',
  'sk',
  'hu',
  'pl',
  'hr',
  'sr',
  'sl',
  'et',
  'lv',
  'is',
  'kmr',
  'eo',
  'lb',
  'gsw',
])

/**
 * Whether the full stop at `at` belongs to its word in a language other than English: it never ends a sentence there. `word` is what
 * stands before it and `following` what comes after, without the space between.
 */
export function abbreviatesAbroad(language: string, word: string, following: string): boolean {
  const lower = word.toLowerCase()
  if (following === '') return false
  if (TABLE[language]?.has(lower)) return true
  // Initials: "А. С. Пушкин", "J. Müller".
  if (/^\p{Lu}$/u.test(word) && /^\p{Lu}/u.test(following)) return true
  return ORDINALS.has(language) && /^\d{1,2}$/u.test(word) && /^\p{L}/u.test(following)
}
