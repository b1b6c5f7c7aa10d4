import { readDate } from './dates.ts'
import { BYLINE_ABROAD } from './furniture-abroad.ts'
import { wordsIn } from './telltales.ts'

/** A line that says who wrote the piece, when it was published, or both. `dateAt`: where in it the date begins, when it says both. */
export interface Signature {
  part: 'byline' | 'published'
  iso?: string
  dateAt?: number
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const LEAD =
  /^(?:by|from|(?:words|text|story)(?=\s*:)|(?:reported|written|edited|compiled|live updates|live reporting) by|(?:words|story|report|text) by|hosts?|reporters?|author)\s*:?\s+/iu
/** Who writes: the last word of what stands behind a name ("economics editor", "in Marl and agencies"). */
const ROLES = words(
  'correspondent correspondents reporter reporters editor writer columnist staff desk agencies agency newsroom bureau team journalist contributor freelance intern analyst presenter producer',
)
/** Small words inside a byline. */
const SMALL = words('and of in at for from the with our by by: de da di van von der den bin al el la le dos du y & | · , - – — /')
const DAYS_AND_MONTHS =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|^(?:january|february|march|april|may|june|july|august|september|october|november|december|late|early|mid|noon|then|now|contrast|comparison|far|law)\b/iu
const ARABIC_BYLINE =
  /^(?:(?:كتبت?|بقلم)(?:\s*[:：|–-]\s*|\s+)|(?:إعداد|اعداد|تقرير|تحرير|متابعة)\s*[:：|–-]\s*)\p{Script=Arabic}[\p{Script=Arabic}\p{M}\s،.|/–-]{2,80}$/u
const STAFF_LINE =
  /^(?:staff (?:writer|reporter|report)|(?:\p{L}+\s){0,3}(?:correspondent|reporter|staff|agencies|news desk|newsroom|web desk))$/iu
/** Ends as a sentence ends, closing marks included. */
export const TERMINAL = /[.!?…؟۔。！？]["'”’»)\]]*$/u
/** A line may end with the hour without being a sentence. */
const endsLikeSentence = (text: string): boolean => TERMINAL.test(text) && !/\b[ap]\.\s?m\.$/iu.test(text)
const DATE_WORDS =
  /(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|(?<!\p{L})(?:ال[إا]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة|السبت|ال[أا]حد|يوم|نشر|نُشر|في|بتاريخ|تاريخ|النشر|آخر|تحديث|الساعة|بتوقيت|غرينتش|صباحا|مساء|هـ|م)(?!\p{L})|\b(?:last|first)?\s*(?:published|updated|posted|modified|on|at|gmt|utc|bst|est|edt|cet|et|ist|am|pm|a\.m\.|p\.m\.|local time|time|date)\b|\d{1,2}[:.]\d{2}|\d{1,2} ?min(?:ute)?s? read|[\s|·•,:;()–—.-])+/giu

/** "Ann Lee in Marl and agencies", "Ann Lee, economics editor": every word is a name, a small word, or leads up to a role. */
function namesAndRoles(text: string): { ok: boolean; role: boolean; names: number } {
  const parts = text.split(/\s+|(?<=[,|/])|(?=[,|/])/u).filter((part) => part !== '')
  let names = 0
  let role = false
  for (const [k, part] of parts.entries()) {
    const word = part.toLowerCase().replace(/[.:]$/u, '')
    if (ROLES.has(word)) role = true
    else if (/^\p{Lu}[\p{L}.’'-]*$/u.test(part)) names += role ? 0 : 1
    else if (SMALL.has(word) || /^\d{1,2}$/u.test(part)) continue
    // "local democracy reporter": what the role is about.
    else if (!/^\p{Ll}+$/u.test(part) || !parts.slice(k + 1, k + 4).some((next) => ROLES.has(next.toLowerCase())))
      return { ok: false, role, names }
  }
  return { ok: parts.length > 0, role, names }
}

/** An address or account at the end of a byline: "By Ann Lee ann@post.example", "By Ann Lee | @annlee". */
const ADDRESS = /[\s|·•,(–—-]+[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}\)?\s*$/u
const ACCOUNT = /[\s|·•,(–—-]+@\w{2,30}\)?\s*$/u

function asByline(text: string): boolean {
  const plain = text.length <= 160 ? text.replace(ACCOUNT, '').replace(ADDRESS, '').replace(ACCOUNT, '') : text
  if (plain === text) return isByline(text)
  // A name and an account without "By" head an embedded post.
  return isByline(plain) ? LEAD.test(plain) || ADDRESS.test(text.replace(ACCOUNT, '')) : ADDRESS.test(text) && isBareName(plain)
}

function isByline(text: string): boolean {
  if (ARABIC_BYLINE.test(text)) return wordsIn(text) <= 5 && !TERMINAL.test(text)
  if (text.length > 120 || wordsIn(text) > 16) return false
  if (BYLINE_ABROAD.test(text) && !endsLikeSentence(text)) return true
  if (STAFF_LINE.test(text)) return true
  const lead = LEAD.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length)
  if (lead !== '') {
    if (DAYS_AND_MONTHS.test(rest) || !/^(?:\p{Lu}|our\b|staff\b|the\b)/u.test(rest)) return false
    const { ok, role, names } = namesAndRoles(rest)
    return ok && (names > 1 || role || (names === 1 && !endsLikeSentence(text)))
  }
  return signedByRole(text)
}

/** A name with a role or place and no "By": "Ines Oder, economics editor", "Sam Oder in Marl and agencies". */
function signedByRole(text: string): boolean {
  const name = /^(?:\p{Lu}[\p{L}.’'-]*\s){1,3}\p{Lu}[\p{L}.’'-]*(?=$|[\s,|])/u.exec(text)?.[0] ?? ''
  if (name === '' || endsLikeSentence(text)) return false
  const rest = text.slice(name.length)
  if (!/^\s*(?:[,|·–—-]|in\s\p{Lu}|and\s(?:agencies|staff|\p{Lu})|with\s(?:agencies|staff)|edited by|\p{L}+\s)/iu.test(rest)) return false
  const { ok, role } = namesAndRoles(text)
  return ok && (role || /\b[Ee]dited by\b/u.test(rest))
}

/** A line that is nothing but a name: a byline where one is expected. */
export const isBareName = (text: string): boolean =>
  text.length <= 50 && /^(?:\p{Lu}[\p{Ll}’'.-]*\p{L}*\s){1,3}\p{Lu}[\p{L}’'-]+$/u.test(text) && !DAYS_AND_MONTHS.test(text)

/** Buttons that stand behind a date in one line: "Share Save Gift article". */
const ACTIONS = /(?:[\s·|•]+(?:share|save|gift(?: this)? article|print|listen|comments?|copy link|bookmark))+[\s·|•]*$/iu

/** "Ann Lee and Ben Moss", without "By": only a date behind them makes a byline of them. */
const areBareNames = (text: string): boolean => {
  const names = text.split(/\s*(?:,|&|\band\b)\s*/u)
  return names.length >= 2 && names.length <= 4 && names.every(isBareName)
}

/** Who wrote and when, if that is all a short line says; null for any other line. */
export function signatureOf(line: string): Signature | null {
  if (line.length > 160) return null
  const text = line.replace(ACTIONS, '')
  const found = text.length <= 140 ? readDate(text) : null
  if (!found) return asByline(text) ? { part: 'byline' } : null
  const before = text.slice(0, found.at)
  const name = bare(before)
  const after = wordsIn(text.slice(found.at + found.length).replace(DATE_WORDS, ' '))
  if (name !== '' && after <= 3 && (asByline(name) || areBareNames(name)))
    return { part: 'byline', iso: found.iso, dateAt: before.indexOf(name) + name.length }
  // A date line says the date and little else; a sentence with a date in it is copy.
  const others = wordsIn(found.rest.replace(/[|·•,(–-]\s*(?:last )?(?:updated|modified)\b.*$/iu, ' ').replace(DATE_WORDS, ' '))
  return text.length <= 120 && others <= (endsLikeSentence(text) ? 0 : 4) ? { part: 'published', iso: found.iso } : null
}

/** What stands before a date, without the day of the week, "Published on" and the marks between. */
function bare(text: string): string {
  let rest = text.trim()
  for (let k = 0; k < 6; k++) {
    const shorter = rest
      .replace(/[\s,،|·•–—:(-]+$/u, '')
      .replace(
        /(?:^|(?<=[\s,|·•–—-]))(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|published|updated|posted|modified|last|first|on|at|date)$/iu,
        '',
      )
    if (shorter === rest) break
    rest = shorter
  }
  return rest
}

/** The surname or names that sign a piece, in small letters: "By Ann Lee and Sam Oder" gives `ann lee`, `sam oder`. */
export function signers(byline: string): string[] {
  const names = byline.replace(LEAD, '').split(/\s*(?:,|\||·|&|\band\b|\bin\b|\bedited by:?)\s*/iu)
  // Where a name ends and a role in capitals begins is open: every beginning of two words or more counts.
  return names.flatMap((name) => {
    const capitals = /^(?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}’'-]+/u.exec(name)?.[0].toLowerCase().split(/\s+/u) ?? []
    return capitals.slice(1).map((_, k) => capitals.slice(0, k + 2).join(' '))
  })
}
