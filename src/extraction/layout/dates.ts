import { DATE_ABROAD, monthAbroad } from './dates-abroad.ts'

/** Reads a date as pages print it. Only a date that can be meant in one way counts. */

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?'

const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+${DAY},?\\s+(\\d{4})\\b`, 'iu')
const DAY_FIRST = new RegExp(`\\b${DAY}\\s+${MONTH},?\\s+(\\d{4})\\b`, 'iu')
/** The months as Arabic papers print them, east and west: the number, then its names. */
const ARABIC_MONTHS: readonly (readonly string[])[] = [
  ['كانون الثاني', 'يناير', 'جانفي'],
  ['شباط', 'فبراير', 'فيفري'],
  ['آذار', 'اذار', 'مارس'],
  ['نيسان', 'أبريل', 'ابريل', 'إبريل', 'أفريل'],
  ['أيار', 'ايار', 'مايو', 'ماي'],
  ['حزيران', 'يونيو', 'يونيه', 'جوان'],
  ['تموز', 'يوليو', 'يوليوز', 'جويلية'],
  ['آب', 'أغسطس', 'اغسطس', 'غشت', 'أوت'],
  ['أيلول', 'ايلول', 'سبتمبر', 'شتنبر'],
  ['تشرين الأول', 'تشرين الاول', 'أكتوبر', 'اكتوبر'],
  ['تشرين الثاني', 'نوفمبر', 'نونبر'],
  ['كانون الأول', 'كانون الاول', 'ديسمبر', 'دجنبر'],
]
const ARABIC = new RegExp(
  `(?<![\\d\\p{L}])(\\d{1,2})\\s+(${ARABIC_MONTHS.flat().join('|')})(?:\\s*[/(]\\s*[\\p{L} ]{2,15}\\)?)?[،,]?\\s+(\\d{4})(?!\\d)`,
  'u',
)
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/u
const SLASHED = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/u
const TIME = /\b(\d{1,2})(?::|\.)(\d{2})(?::\d{2})?\s*([ap])?\.?\s?(?:m\b)?|\b(\d{1,2})\s?([ap])\.?m\b/iu

/** A date found in a short line: the day (and time of day, when given) as ISO 8601 without a zone, the words that are neither, and where the day stands. */
export interface FoundDate {
  iso: string
  rest: string
  at: number
  length: number
}

const two = (n: number): string => String(n).padStart(2, '0')

function day(year: number, month: number, date: number): string | null {
  if (month < 1 || month > 12 || date < 1 || date > 31 || year < 1600 || year > 2200) return null
  const real = new Date(Date.UTC(year, month - 1, date))
  return real.getUTCMonth() === month - 1 ? `${year}-${two(month)}-${two(date)}` : null
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1
}

function clock(rest: string): { time: string; rest: string } {
  const match = TIME.exec(rest)
  if (!match) return { time: '', rest }
  let hours = Number(match[1] ?? match[4])
  const minutes = Number(match[2] ?? 0)
  const half = (match[3] ?? match[5] ?? '').toLowerCase()
  if (half === 'p' && hours < 12) hours += 12
  if (half === 'a' && hours === 12) hours = 0
  if (hours > 23 || minutes > 59) return { time: '', rest }
  return { time: `T${two(hours)}:${two(minutes)}`, rest: rest.replace(match[0], ' ') }
}

/** Arabic-Indic and Persian digits as ours; as many units as before. */
const westernDigits = (line: string): string =>
  line.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) - (digit <= '٩' ? 0x660 : 0x6f0)))

/** The date in a line, or null where there is none or it could be read in two ways (`3/4/2021`). */
export function readDate(printed: string): FoundDate | null {
  const line = westernDigits(printed)
  // Every date has its year.
  if (!/\d{4}/u.test(line)) return null
  const tries: [RegExp, (m: RegExpExecArray) => string | null][] = [
    [ISO, (m) => day(Number(m[1]), Number(m[2]), Number(m[3]))],
    [MONTH_FIRST, (m) => day(Number(m[3]), monthNumber(m[1] ?? ''), Number(m[2]))],
    [DAY_FIRST, (m) => day(Number(m[3]), monthNumber(m[2] ?? ''), Number(m[1]))],
    [ARABIC, (m) => day(Number(m[3]), ARABIC_MONTHS.findIndex((names) => names.includes(m[2] ?? '')) + 1, Number(m[1]))],
    [DATE_ABROAD, (m) => day(Number(m[3]), monthAbroad(m[2] ?? ''), Number(m[1]))],
    [
      SLASHED,
      (m) => {
        const [first, second] = [Number(m[1]), Number(m[2])]
        if (first > 12) return day(Number(m[3]), second, first)
        return second > 12 ? day(Number(m[3]), first, second) : null
      },
    ],
  ]
  for (const [pattern, read] of tries) {
    const match = pattern.exec(line)
    const iso = match ? read(match) : null
    if (!match || !iso) continue
    const { time, rest } = clock(line.replace(match[0], ' ').replace(/^\s*T(?=\d)/u, ' '))
    return { iso: iso + time, rest, at: match.index, length: match[0].length }
  }
  return null
}
