import type { Identification, SourceKind } from '../../vocabulary.ts'
import type { Token } from '../words/tokens.ts'

/**
 * The words by which Arabic news copy attributes. All stand folded: without signs of vowels and lengthening strokes, every alif plain.
 * A leading "and" (و، ف) is taken off before a word is looked up.
 */
const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/u))

/** A word without signs of vowels and lengthening strokes, with plain alifs: the form the tables use. */
export const fold = (token: Token | undefined): string => foldText(token?.text ?? '')
export const foldText = (text: string): string => text.replace(/[\p{Mn}ـ]/gu, '').replace(/[أإآٱ]/gu, 'ا')

/** How a verb tells: `say` needs "that", a colon or a quotation; `state` may also name what is announced ("أعلن إغلاق الطريق"). */
type Manner = 'say' | 'state'
export interface Telling {
  lemma: string
  manner: Manner
  /** Of the verb's form, which carries the subject when nobody is named: "وأضافت". */
  gender: 'm' | 'f'
  plural: boolean
  present: boolean
}

/** Past, present, English lemma, manner. The lemma is what the steps after the rules know: deny, urge, promise, predict, condemn. */
const VERBS = `
  قال يقول say say|اعلن يعلن announce state|اكد يؤكد say state|صرح يصرح say say|افاد يفيد report say|ذكر يذكر report say
  |اضاف يضيف add say|اوضح يوضح say say|كشف يكشف reveal state|اشار يشير say say|اعتبر يعتبر consider say|راى يرى consider say
  |زعم يزعم claim say|ادعى يدعي claim say|تابع يتابع add say|لفت يلفت say say|شدد يشدد say state|نوه ينوه say say|كتب يكتب write say
  |غرد يغرد write say|روى يروي say say|حكى يحكي say say|اقر يقر admit say|اعترف يعترف admit say|علق يعلق say say|رد يرد reply say
  |استدرك يستدرك add say|استطرد يستطرد add say|ختم يختم add say|اعرب يعرب say state|ابدى يبدي say state|جدد يجدد say state
  |اخبر يخبر say say|ابلغ - say say|قدر يقدر estimate say|خلص يخلص find say|استبعد يستبعد doubt state|برر يبرر say say|شرح يشرح say say
  |وصف يصف consider state|اظهر يظهر show say|اورد يورد report say|نبه ينبه warn say|حذر يحذر warn state|توقع يتوقع predict state|رجح يرجح predict state
  |تعهد يتعهد promise state|وعد - promise state|توعد يتوعد promise state|هدد يهدد promise state|دعا يدعو urge state|طالب يطالب urge state
  |حث يحث urge state|ناشد يناشد urge state|اتهم يتهم accuse state|ندد يندد condemn state|استنكر يستنكر condemn state|ادان يدين condemn state
  |انتقد ينتقد condemn state|رحب يرحب welcome state|عبر يعبر welcome state|اشاد يشيد welcome state|نفى ينفي deny state|انكر ينكر deny state`

function formsOf(): Map<string, Telling> {
  const forms = new Map<string, Telling>([
    ['بينت', { lemma: 'show', manner: 'say', gender: 'f', plural: false, present: false }],
    ['قالتا', { lemma: 'say', manner: 'say', gender: 'f', plural: true, present: false }],
  ])
  for (const entry of VERBS.split('|')) {
    const [past = '', present = '', lemma = '', manner = 'say'] = entry.trim().split(/\s+/u)
    const stem = past.replace(/[ىا]$/u, '')
    const add = (form: string, gender: 'm' | 'f', plural: boolean, isPresent: boolean): void => {
      if (!forms.has(form)) forms.set(form, { lemma, manner: manner as Manner, gender, plural, present: isPresent })
    }
    add(past, 'm', false, false)
    add(`${stem}ت`, 'f', false, false)
    add(`${stem}وا`, 'm', true, false)
    if (stem === past) add(`${stem}ا`, 'm', true, false)
    if (present === '-') continue
    add(present, 'm', false, true)
    add(`ت${present.slice(1)}`, 'f', false, true)
    add(`${present.replace(/[يىو]$/u, '')}ون`, 'm', true, true)
  }
  return forms
}
const FORMS = formsOf()

/** "مشيراً إلى أن", "مؤكدة أن": what the same speaker says besides. Stems; the endings say whether a man, a woman or several speak. */
const PARTICIPLES = new Map(
  Object.entries({
    مشير: 'say',
    مضيف: 'add',
    مؤكد: 'say',
    موضح: 'say',
    لافت: 'say',
    قائل: 'say',
    معتبر: 'consider',
    محذر: 'warn',
    مشدد: 'say',
    منبه: 'warn',
    مبين: 'say',
    متوقع: 'predict',
    مرجح: 'predict',
    نافي: 'deny',
    متهم: 'accuse',
    داعي: 'urge',
    مطالب: 'urge',
    زاعم: 'claim',
    مذكر: 'say',
    كاشف: 'reveal',
    متعهد: 'promise',
    معلن: 'announce',
  }),
)

const bareOf = (word: string): string => word.replace(/^[وف](?=\p{L}{3})/u, '')

/** The verb of saying that a word is, its leading "and" aside; null for any other word. */
export const tellingOf = (token: Token | undefined): Telling | null => {
  const word = fold(token)
  return FORMS.get(word) ?? FORMS.get(bareOf(word)) ?? null
}

/** The lemma of "مشيراً", "مؤكدين" and the like; null for any other word. */
export function participleOf(token: Token | undefined): { lemma: string; gender: 'm' | 'f' } | null {
  const match = /^(\p{L}{3,}?)(ا|ة|ين|ات)$/u.exec(bareOf(fold(token)))
  const lemma = match ? PARTICIPLES.get(match[1] ?? '') : undefined
  return lemma === undefined ? null : { lemma, gender: match?.[2] === 'ة' || match?.[2] === 'ات' ? 'f' : 'm' }
}

/** Written with the sign of the passive on its first letter: "أُعلن" names nobody. */
export const isPassive = (token: Token | undefined): boolean => /^[وف]?\p{L}ُ/u.test(token?.text ?? '')

export const isThat = (token: Token | undefined): boolean => /^[وف]?ب?ان(?:ه|ها|هم|هما|هن|نا|ني)?$/u.test(fold(token))
export const isColon = (token: Token | undefined): boolean => token?.text === ':' || token?.text === '：'
export const isComma = (token: Token | undefined): boolean => token?.text === '،' || token?.text === ',' || token?.text === '؛'
export const isStop = (token: Token | undefined): boolean => token === undefined || /^[،,؛;:.؟!()–—-]$/u.test(token.text) || token.opens

export const ACCORDING = list('بحسب حسب وفق وفقا طبقا نقلا استنادا')
export const ACCORDING_CLAUSE = list('حسبما كما مثلما وفقما')
export const QUOTING = list('نقل نقلت تنقل ينقل ونقل ونقلت')
export const SAYING_OF = /^(?:قول|تاكيد|تصريح|اعلان|وصف)(?:ه|ها|هم|هما)$/u

/** Before a clause with its own speaker: "but", "while", "as". */
export const CONJUNCTIONS = list('لكن ولكن فيما بينما كما حيث ثم اذ وقد فقد قد حين وكما كذلك')
export const BUT = list('لكن ولكن بيد')
export const CARRIED = /^(?:نشر|بث|نقل|اورد|اذاع|تداول)(?:ت)?(?:ه|ها)$/u
export const OWNED = list('التابعة التابع المقربة الناطقة الموالية الموالي')

/** What follows a source and is no part of its name: place, time, audience, manner. */
export const ASIDE =
  list(`في خلال يوم الذي التي الذين اللذين مساء صباح فجر ظهر امس اليوم الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت مع على عبر الى
  من عن قبل بعد عقب اثناء ردا تعليقا بشان حول ضمن لدى امام عند ايضا مجددا لاحقا كذلك للصحافيين للصحفيين للصحافة نقلا وهو وهي وهم ممن اثر منذ بين رغم اما حتى بان ان`)
/** Between a verb and its subject: "قال أيضاً الوزير", "أعلنت الأربعاء الوزارة". */
export const BETWEEN = list('ايضا امس اليوم الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعة السبت لاحقا مجددا كذلك')
/** Occasions of speaking: "في مؤتمر", "في بيان". They tell how it was said, not where the speaker works. */
export const OCCASION =
  list(`مؤتمر بيان البيان تصريح تصريحات مقابلة حديث حوار كلمة خطاب تغريدة منشور رسالة لقاء اجتماع جلسة اتصال رد وقت ختام مقطع تسجيل حديثه كلمته
  تصريحاته خطابه بيانه بيانها افادة شهادة تعليق ندوة احاطة منشوره`)

export const MEDIA = list('وكالة صحيفة جريدة قناة تلفزيون تلفزة اذاعة راديو موقع مجلة شبكة فضائية')
export const RECORDING = /^(?:ال)?(?:مقاطع|مقطع|فيديو|فيديوهات|صور|صورة|لقطات|تسجيل|تسجيلات|مشاهد)$/u
export const RECORDING_TAIL = /^(?:ال)?(?:مصورة?|متداولة?|فيديو|جوية|حية|فضائية|صوتي|صوتية)$/u

/** The noun a source's phrase turns on, its article aside. The first row that fits decides. */
export const KINDS: readonly (readonly [pattern: RegExp, kind: SourceKind, identified: Identification, unnamed: boolean])[] = [
  [/^(?:مصدر|شاهد|مسؤول|مسئول|مطلع|احد|احدهم|احداهن|احدى)ا?$/u, 'person', 'role_only', true],
  [
    /^(?:مصادر|مصدران|مصدرين|شهود|سكان|اهالي|ناشطون|ناشطين|مسؤولون|مسؤولين|مسؤولان|نشطاء|نازحون|عمال|مواطنون|مزارعون|محتجون)$/u,
    'collective',
    'collective',
    true,
  ],
  [/^وسائل$/u, 'outlet', 'collective', true],
  [/^وكالة$/u, 'news_agency', 'organisation_only', false],
  [/^(?:صحيفة|جريدة|قناة|تلفزيون|تلفزة|اذاعة|راديو|موقع|مجلة|شبكة|فضائية)$/u, 'outlet', 'organisation_only', false],
  [/^(?:لواء|كتائب|كتيبة|ميليشيا|مليشيا|فصيل|سرايا|تنظيم|جماعة|حركة|جبهة|مسلحون|متمردون)$/u, 'armed_group', 'organisation_only', false],
  [/^(?:بيانات|ارقام|احصاءات|احصائيات|استطلاع)$/u, 'dataset', 'organisation_only', false],
  [/^(?:تقرير|دراسة|وثيقة|وثائق|مذكرة|نتائج|رسالة|بيان)$/u, 'document', 'organisation_only', false],
  [
    /^(?:وزارة|بلدية|شرطة|حكومة|محكمة|مجلس|هيئة|دائرة|مديرية|جيش|نيابة|ادارة|مفوضية|محافظة|برلمان|سفارة|جهاز|دفاع|رئاسة|سلطات|سلطة|قيادة|خارجية|داخلية|لجنة|مكتب|مركز|ديوان|معهد|قوات)$/u,
    'official_body',
    'organisation_only',
    false,
  ],
  [/^(?:منظمة|جمعية|مرصد|مؤسسة|هلال|صليب)$/u, 'ngo', 'organisation_only', false],
  [/^(?:شركة|جامعة|مستشفى|حزب|اتحاد|نقابة|مصرف|بنك|مجموعة|نادي|غرفة|معارضة|ائتلاف)$/u, 'organisation', 'organisation_only', false],
]
export const AGENT = /^(?:مصدر|مصادر|مصدران|مصدرين|مسؤول|مسؤولون|مسؤولين)ا?$/u

/** What people are: offices, ranks, trades. The feminine ending is taken off before. */
export const ROLES =
  list(`متحدث ناطق ضابط طبيب مهندس مدير قائد رئيس وزير محافظ نائب امين كبير خبير محلل باحث استاذ عضو سفير مستشار محام محامي مدع مدعي
  قائمقام مختار عميد عقيد رائد مقدم ملازم نقيب رقيب جنرال شيخ سيد دكتور مفوض ممثل مندوب مبعوث صحافي صحفي معلم مزارع سائق ممرض مالك والد والدة زوج شقيق
  بروفيسور اقتصادي قيادي ناشط كاتب مؤسس مساعد وكيل منسق لاجئ نازح مواطن عامل طالب`)
/** Ranks and forms of address, which stand right before a name. */
export const TITLES = list(
  'العقيد العميد الرائد المقدم الملازم النقيب الرقيب الجنرال اللواء الفريق الدكتور الدكتورة الشيخ السيد السيدة المهندس المهندسة المحامي المحامية الاستاذ الاستاذة النائب النائبة د م ا',
)
