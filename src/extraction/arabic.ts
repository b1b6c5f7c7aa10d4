import type { Identification, SourceKind } from '../vocabulary.ts'
import type { Caveat } from './caveats.ts'
import { frame, type Frame } from './frames.ts'
import type { CopySentence } from './layout.ts'
import type { Mention } from './mentions.ts'
import type { Range } from './phrases.ts'
import type { Token } from './tokens.ts'

/** The plainest attributions of Arabic news copy. Words stand without the signs of vowels; each may carry a leading "and". */
const SAYS =
  /^[وف]?(?:قالت?|[أا]علنت?|[أا]كدت?|[أا]فادت?|ذكرت?|صرحت?|[أا]وضحت?|[أا]ضافت?|كشفت?|[أا]شارت?|اعتبرت?|زعمت?|[أا]بلغت?|يقول|تقول|رجحت?|توقعت?|حذرت?|اتهمت?|نفت|نفى)$/u
const THAT = /^ب?[أإا]ن(?:ه|ها|هم|هما|نا|ني)?$/u
const ACCORDING = /^و?(?:بحسب|حسب|وفق|وفقا|طبقا|نقلا)$/u
const QUOTES = /^[وف]?(?:نقلت?|تنقل|ينقل)$/u
const SHOWS = /^[وف]?(?:[أا]ظهرت?|تظهر|يظهر|[أا]ظهرته|بينت|تبين)$/u
const RECORDING = /^(?:ال)?(?:مقاطع|مقطع|فيديو|فيديوهات|صور|صورة|لقطات|تسجيل|تسجيلات|مشاهد)$/u
const RECORDING_TAIL = /^(?:ال)?(?:مصورة?|متداولة?|فيديو|جوية|حية|فضائية)$/u
/** What follows a source and is no part of its name: place, time, audience. */
const ASIDE = /^(?:في|خلال|يوم|الذي|التي|الذين|مساء|صباح|أمس|اليوم|لوكالة|لقناة|لصحيفة|ل)$/u
const CHECKED = /^(?:ال|لل)?(?:تحقق|ت[أا]كد|تثبت)$/u
const FAILS = /^(?:يتسن|يتسنى|[تين]تمكن|[تين]ستطع|يمكن|يكن|يتم)$/u

const KINDS: readonly [RegExp, SourceKind, Identification, boolean][] = [
  [/^(?:مصدر|شاهد|مسؤول|مسئول)$/u, 'person', 'role_only', true],
  [/^(?:مصادر|شهود|سكان|[أا]هالي|ناشطون|مسؤولون|مسؤولين|نشطاء)$/u, 'collective', 'collective', true],
  [/^وكالة$/u, 'news_agency', 'organisation_only', false],
  [/^(?:صحيفة|جريدة|قناة|تلفزيون|[إا]ذاعة|موقع|مجلة|شبكة)$/u, 'outlet', 'organisation_only', false],
  [
    /^(?:وزارة|بلدية|شرطة|حكومة|محكمة|مجلس|هيئة|دائرة|مديرية|جيش|نيابة|[إا]دارة|مفوضية|محافظة|برلمان|سفارة)$/u,
    'official_body',
    'organisation_only',
    false,
  ],
  [/^(?:منظمة|جمعية|مرصد)$/u, 'ngo', 'organisation_only', false],
  [/^(?:شركة|جامعة|مستشفى|حزب|اتحاد|نقابة|مصرف|بنك)$/u, 'organisation', 'organisation_only', false],
  [/^(?:متحدث|ناطق|ضابط|طبيب|مهندس|مدير|قائد|رئيس|وزير|محافظ|نائب|[أا]مين)(?:ة)?$/u, 'person', 'role_only', false],
]

const plain = (token: Token | undefined): string => (token?.text ?? '').replace(/[\p{Mn}ـ]/gu, '')
const isStop = (token: Token | undefined): boolean => token === undefined || /^[،,؛:.«"“(]$/u.test(token.text)

/** The attributions of one Arabic sentence: one at most. */
export function arabicFrames(s: readonly Token[]): Frame[] {
  if (s.length > 400) return []
  let end = s.length
  while (end > 0 && s[end - 1]?.text === '.') end--
  const found = saidFirst(s, end) ?? quotedFrom(s, end) ?? shown(s, end) ?? accordingTo(s, end)
  return found ? [found] : []
}

function saidFirst(s: readonly Token[], end: number): Frame | null {
  if (!SAYS.test(plain(s[0]))) return null
  for (let k = 1; k < Math.min(end, 16); k++) {
    if (!THAT.test(plain(s[k])) && s[k]?.text !== ':') continue
    const found = frame([0, 1], [0, 1], 'say', 'speech', k > 1 ? sourceIn(s, 1, k) : null, [[k + 1, end]])
    found.unclear = k === 1
    return found
  }
  return null
}

/** A title and a name, without what a comma adds to them. */
function sourceIn(s: readonly Token[], from: number, to: number): Range {
  let end = from
  while (end < to && !isStop(s[end])) {
    const word = plain(s[end])
    // "مصدر في الشرطة" is who it is; "قال الوزير في مؤتمر" is where he spoke.
    const inside = word === 'في' && end === from + 1 && /^ل?(?:مصدر|مصادر|مسؤول|ضابط)$/u.test(plain(s[from]))
    if (!inside && ASIDE.test(word)) break
    end++
  }
  return [from, Math.max(end, from + 1)]
}

/** "The agency quoted X as saying that": X is the origin, the agency the relay. */
function quotedFrom(s: readonly Token[], end: number): Frame | null {
  if (!QUOTES.test(plain(s[0]))) return null
  const from = s.findIndex((token, k) => k > 1 && k < 12 && plain(token) === 'عن')
  const that = s.findIndex(
    (token, k) => k > from + 1 && k < from + 14 && (THAT.test(plain(token)) || /^(?:قوله|قولها|قولهم)$/u.test(plain(token))),
  )
  if (from < 0 || that < 0 || that + 1 >= end) return null
  const found = frame([0, 1], [0, 1], 'quote', 'speech', sourceIn(s, 1, from), [[that + 1, end]])
  found.origin = sourceIn(s, from + 1, that)
  return found
}

function shown(s: readonly Token[], end: number): Frame | null {
  if (!SHOWS.test(plain(s[0])) || !RECORDING.test(plain(s[1]))) return null
  let to = 2
  while (RECORDING_TAIL.test(plain(s[to]))) to++
  return to < end ? frame([0, 1], [0, 1], 'show', 'speech', [1, to], [[to, end]]) : null
}

/** "According to X, …" and "…, according to X". */
function accordingTo(s: readonly Token[], end: number): Frame | null {
  for (let k = 0; k < end - 1; k++) {
    if (s[k]?.quoted || !ACCORDING.test(plain(s[k])) || (k > 0 && !isStop(s[k - 1]))) continue
    const from = plain(s[k + 1]) === 'عن' || plain(s[k + 1]) === 'ما' ? k + 2 : k + 1
    let to = from
    while (to < end && !isStop(s[to]) && !/^ف[إا]ن/u.test(plain(s[to]))) to++
    const content: Range = k === 0 ? [isStop(s[to]) ? to + 1 : to, end] : [0, k - 1]
    if (to === from || content[1] <= content[0] || /^(?:ذكرت?|قالت?)$/u.test(plain(s[from]))) continue
    const found = frame([k, from], [k, from], 'according to', 'speech', sourceIn(s, from, to), [content])
    found.trailing = k > 0
    return found
  }
  return null
}

/** What an Arabic phrase in the place of a source says of it. */
export function arabicMention(s: readonly Token[], [from]: Range, text: string): Mention {
  // "وفقاً لمصدر", "للوزارة": the preposition is written onto the noun.
  const prefixed = /^(?:وفقا|طبقا)$/u.test(plain(s[from - 1]).replace(/^و(?=وفقا|طبقا)/u, ''))
  const name = prefixed ? text.replace(/^لل/u, 'ال').replace(/^ل(?=\p{L}{3})/u, '') : text
  const head = (prefixed ? (name.split(/\s/u)[0] ?? '') : plain(s[from])).replace(/[\p{Mn}ـ]/gu, '').replace(/^ال(?=\p{L}{3})/u, '')
  const known = RECORDING.test(head) ? (['', 'media', 'organisation_only', true] as const) : KINDS.find(([pattern]) => pattern.test(head))
  const [, kind, identified, unnamed] = known ?? ['', 'unknown', 'named', false]
  const base = { text: name, name, pronoun: null, owner: null, gender: null, plural: false, definite: true }
  return { ...base, proper: known ? [] : name.split(/\s+/u), kind, identified, unnamed, roles: [] }
}

/** "ولم يتسن التحقق من …": not verified, in a sentence or a closing clause of its own. */
export function arabicCaveat(sentence: CopySentence, ordinal: number): Caveat | null {
  const s = sentence.tokens
  if (s.length > 200 || sentence.role === 'heading') return null
  for (let k = 0; k + 2 < s.length; k++) {
    if (s[k]?.quoted || !/^و?(?:لم|تعذر|لا)$/u.test(plain(s[k])) || (!plain(s[k]).endsWith('تعذر') && !FAILS.test(plain(s[k + 1]))))
      continue
    if (!s.slice(k + 1, k + 9).some((token) => CHECKED.test(plain(token)))) continue
    const shows = s.slice(k).some((token) => RECORDING.test(plain(token).replace(/^ل(?=ل)/u, 'ا')))
    return { sentence: ordinal, range: [k, s.length], whole: k === 0, about: shows ? ['videos'] : [], owner: [] }
  }
  return null
}
