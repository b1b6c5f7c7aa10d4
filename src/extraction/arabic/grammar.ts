import type { Caveat } from '../caveats/caveats.ts'
import type { Judged } from '../claims/kinds.ts'
import type { CopySentence } from '../layout/layout.ts'
import type { Range } from '../words/phrases.ts'
import type { Grammar } from '../tongues.ts'
import type { Token } from '../words/tokens.ts'
import { arabicClauses } from './clauses.ts'
import { arabicFrames } from './frames.ts'
import { arabicMention } from './mentions.ts'
import { fold, isComma, RECORDING } from './words.ts'

const CHECKED = /^(?:ال|لل|ب?ال|و?ال)?(?:تحقق|تاكد|تثبت|تاكيد|تاكيدها|تاكيده|تحققها)$/u
const FAILS = /^(?:يتسن|يتسنى|[تين]تمكن|[تين]ستطع|يمكن|يكن|يتم|تتم|تؤكد|يؤكد|يصدر|يرد|يتاكد|تتاكد|نتاكد)$/u
const UNCONFIRMED = /^(?:ال)?(?:مؤكدة?|مثبتة?)$/u
/** What the copy says could not be checked, as the later steps call it. */
const ABOUT: readonly (readonly [RegExp, string])[] = [
  [RECORDING, 'videos'],
  [/^(?:ال)?(?:اعداد|ارقام|حصيلة|عدد|خسائر)$/u, 'figures'],
  [/^(?:ال)?(?:مزاعم|ادعاءات|تقارير|روايات|تصريحات|اتهامات|معلومات|انباء)$/u, 'claims'],
]

/** "ولم يتسن التحقق من …", "لا يمكن التأكد من صحة", "لم يصدر تأكيد": not verified, in a sentence or a closing clause of its own. */
function caveatIn(sentence: CopySentence, ordinal: number): Caveat | null {
  const s = sentence.tokens
  if (s.length > 200 || sentence.role === 'heading') return null
  for (let k = 0; k + 1 < s.length; k++) {
    if (s[k]?.quoted) continue
    const word = fold(s[k])
    if (/^(?:دون|بدون|من)$/u.test(word) && fold(s[k + (word === 'من' ? 1 : 0)]).endsWith('دون')) {
      const at = k + (word === 'من' ? 2 : 1)
      if (
        /^(?:ان|تقديم|ايراد|عرض)$/u.test(fold(s[at])) &&
        s.slice(at, at + 4).some((token) => /^(?:ادلة|دليل|اثباتات|براهين|دليلا|يقدم|تقدم|يقدموا)$/u.test(fold(token)))
      )
        return clause(s, ordinal, k, s.length)
      continue
    }
    if (word === 'غير' && UNCONFIRMED.test(fold(s[k + 1])))
      return { sentence: ordinal, range: [k, k + 2], whole: false, about: [], owner: [] }
    const fails = /^و?(?:لم|لا|ولا|لن)$/u.test(word) ? FAILS.test(fold(s[k + 1])) : /^[وف]?[تي]?تعذرت?$/u.test(word)
    if (!fails) continue
    const near = s.slice(k + 1, k + 12)
    if (!near.some((token) => CHECKED.test(fold(token))) && !/^(?:تؤكد|يؤكد|يتاكد|نتاكد|تتاكد)$/u.test(fold(s[k + 1]))) continue
    if (near.some((token) => /^(?:تعليق|التعليق|رد|الرد)$/u.test(fold(token)))) continue
    return clause(s, ordinal, k, s.length)
  }
  return null
}

/** The clause of a caveat: from its comma or "which", or the whole sentence. */
function clause(s: readonly Token[], sentence: number, at: number, end: number): Caveat {
  let from = at
  while (from > 0 && !isComma(s[from - 1]) && at - from < 8) from--
  if (!isComma(s[from - 1]) && from > 0) from = at
  const head = s.slice(0, from).filter((token) => /\p{L}/u.test(token.text)).length
  if (head <= 3) from = 0
  let to = end
  if (from > 0) {
    const comma = s.findIndex((token, k) => k > at + 2 && isComma(token) && /^(?:و\p{L}+|لكن|فيما|بينما)$/u.test(fold(s[k + 1])))
    if (comma > 0 && comma < end - 4) to = comma
  }
  const about = s.slice(at, to).flatMap((token) => ABOUT.find(([pattern]) => pattern.test(fold(token).replace(/^ل(?=ل)/u, 'ا')))?.[1] ?? [])
  return { sentence, range: [from, to], whole: from === 0 && to === end, about: [...new Set(about)], owner: ownerOf(s, at, to) }
}

/** "مزاعم الجماعة": whose claims. */
function ownerOf(s: readonly Token[], from: number, to: number): string[] {
  const at = s.findIndex((token, k) => k >= from && k < to && /^(?:مزاعم|ادعاءات|رواية|روايات|تصريحات|اقوال)$/u.test(fold(token)))
  return at > 0 && at + 1 < to ? [s[at + 1]?.lower ?? ''] : []
}

const OPINION =
  /^(?:يجب|ينبغي|كارثة|كارثية|كارثي|ماساة|عار|فضيحة|مؤسف|مؤسفة|مخجل|مرفوض|مرفوضة|ممتاز|رائع|رائعة|عظيم|صحيحة|خاطئ|خاطئة|نجاح|فشل|انتصار|سعداء|سعيد|فخورون|فخور|نامل|نرفض|نعتقد|نتمنى|اعتقد|واجبنا|حقنا|ضروري|ضرورية|بطولي|جبان|وحشي|وحشية)$/u
const FUTURE = /^[وف]?س[يتنا]\p{L}{3,}$/u
const NO_FUTURE = /^س(?:يار|ياس|ياح|يطر|نوات|ياد|نوي|تين|ندي|نابل|نادو)/u
const COUNT =
  /^(?:و?ب?ال)?(?:مئة|مئات|الف|الاف|مليون|ملايين|مليار|مليارات|اثنان|اثنين|اثنا|ثلاثة|ثلاث|اربعة|اربع|خمسة|خمس|ستة|ست|سبعة|سبع|ثمانية|ثماني|تسعة|تسع|عشرة|عشر|عشرات|عشرين|عشرون|ثلاثين|اربعين|خمسين|ستين|سبعين|ثمانين|تسعين|نصف|ثلث|ربع)$/u

function judge(s: readonly Token[], piece: Range, content: Range, lemma: string | null): Judged {
  const no = (kind: Judged['kind']): Judged => ({ kind, checkable: false })
  if (lemma === 'predict') return no('prediction')
  if (lemma === 'promise') return no('promise')
  if (lemma === 'urge') return no('instruction')
  if (lemma === 'condemn' || lemma === 'welcome') return no('opinion')
  const said = s.slice(...content).map((token) => fold(token))
  const future = said.findIndex((word) => word === 'سوف' || (FUTURE.test(word) && !NO_FUTURE.test(word.replace(/^[وف]/u, ''))))
  if (future >= 0 && future < 12 && lemma !== null && lemma !== 'announce')
    return no(/^[وف]?سن/u.test(said[future] ?? '') ? 'promise' : 'prediction')
  if (lemma !== null && said.slice(0, 12).some((word) => OPINION.test(word))) return no('opinion')
  const counted = s
    .slice(...piece)
    .some(
      (token, k, words) => (/^\p{N}/u.test(token.text) && !/^\p{N}{4}$/u.test(token.text) && !isDay(words, k)) || COUNT.test(fold(token)),
    )
  return { kind: counted ? 'number' : 'fact', checkable: true }
}

const isDay = (words: readonly Token[], k: number): boolean =>
  /^(?:نيسان|ايار|حزيران|تموز|اب|ايلول|شباط|اذار|يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر)$/u.test(
    fold(words[k + 1]),
  )

/** What the engine knows of Arabic. */
export const arabic: Grammar = {
  frames: arabicFrames,
  mention: arabicMention,
  caveat: caveatIn,
  clauses: arabicClauses,
  judge,
  statements: [
    ['denial', /(?<!\p{L})[وف]?(?:نفت?|نفى|[تي]نفي|أنكرت?|كذّبت?|رفضت? (?:ال)?(?:اتهام|مزاعم|ادعاء)\p{L}*|دحضت?)(?!\p{L})/u],
    [
      'no_comment',
      /(?:لم|ولم|لا) (?:[يت]رد|[يت]علق|[يت]صدر (?:أي )?تعليق|[يت]دل|[يت]ستجب)(?!\p{L})|رفضت? (?:ال)?(?:تعليق|إدلاء|الإدلاء|التعليق)|امتنعت? عن التعليق/u,
    ],
    ['hedge', /(?<!\p{L})(?:يُزعم|المزعوم|المزعومة|يُعتقد|يعتقد أن|يُرجح|على ما يبدو|يبدو أن|ربما|قد يكون|قد تكون|مفترض|يُشتبه)(?!\p{L})/u],
  ],
}
