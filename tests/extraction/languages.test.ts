import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { AT_MOST, tenCopiesOverOne } from '../support/cost.ts'
import { readArticle } from '../../src/extraction/read.ts'
import type { Reading } from '../../src/extraction/types.ts'
import { forScorer } from '../support/score-adapter.ts'

const fixtures = resolve(import.meta.dirname, '../fixtures/articles-other-languages')
const scorerFile = resolve(import.meta.dirname, '../../../shared/tools/score-claims.mjs')
const present = existsSync(scorerFile)

interface Marked {
  id: string
  lang: string
  outlet: string
  direction?: string
  robustness_only?: boolean
  claims: { exact: string; chain: { name: string }[] }[]
  furniture: { exact: string }[]
}
interface Scores {
  claim_f1_strict: number
  furniture_leakage: number | null
  originator_accuracy: number
  chain_accuracy: number
  relay_chain_accuracy: number | null
  own_voice_accuracy: number | null
  caveat_detection_recall: number | null
  checkable_accuracy: number
}
interface Scorer {
  loadGold(dir: string): unknown[]
  scoreAll(golds: unknown[], preds: unknown[]): { docs: { id: string; misses: string[][] }[]; blind: Scores }
}

const marked = readdirSync(resolve(fixtures, 'gold'))
  .sort()
  .map((file) => JSON.parse(readFileSync(resolve(fixtures, 'gold', file), 'utf8')) as Marked)
const raw = (id: string): string => readFileSync(resolve(fixtures, 'raw', `${id}.txt`), 'utf8')
const read = ({ id, outlet }: Marked): Reading => readArticle(raw(id), outlet === '' ? {} : { outlet })
/** Of these languages the engine knows how they attribute; of the others only sentences and quotations. */
const ruled = marked.filter(({ robustness_only: only }) => !only)
const unruled = marked.filter(({ robustness_only: only }) => only)

const bare = (text: string): string => text.replace(/[\s.،,۔]+$/u, '')
/** Every claim's chain by name, the origin first. */
const chainsIn = ({ claims, sources }: Reading): string[][] =>
  claims.map(({ chain }) => chain.map(({ sourceIndex }) => sources[sourceIndex ?? -1]?.name ?? '?'))
const chainsOf = (text: string, outlet?: string): string[][] => chainsIn(readArticle(text, { plain: true, ...(outlet ? { outlet } : {}) }))

describe('the language and direction of a text', () => {
  test.each(marked.map((gold) => [gold.lang, gold.id, gold] as const))('%s: %s', (language, id, gold) => {
    const direction = gold.direction ?? (language === 'ar' ? 'rtl' : 'ltr')
    expect(readArticle(raw(id))).toMatchObject({ language, direction })
  })
})

describe('marked articles in Arabic, French and Spanish', () => {
  test.each(ruled.map((gold) => [gold.id, gold] as const))('%s: the marked claims are found, and no furniture is', (_, gold) => {
    const found = new Set(read(gold).claims.map(({ text }) => bare(text)))
    const right = gold.claims.filter(({ exact }) => found.has(bare(exact)) || found.has(bare(exact.replace(/^(?:et|y) /u, ''))))
    expect(right.length / gold.claims.length).toBeGreaterThanOrEqual(0.85)
    expect(gold.furniture.filter(({ exact }) => found.has(bare(exact)))).toEqual([])
  })
})

test.runIf(!present)('DID NOT RUN: the scorer for marked articles is not on this machine', () =>
  console.log('The articles in other languages were not scored: the scorer is not here.'),
)

describe.runIf(present)('scored like any marked article', async () => {
  const scorer = present ? ((await import(pathToFileURL(scorerFile).href)) as Scorer) : null
  const score = (ids: readonly string[]): { blind: Scores; misses: string } => {
    if (!scorer) throw new Error('the scorer is not here')
    const golds = scorer.loadGold(resolve(fixtures, 'gold')).filter((gold) => ids.includes((gold as Marked).id))
    const chosen = marked.filter(({ id }) => ids.includes(id))
    const { blind, docs } = scorer.scoreAll(
      golds,
      chosen.map((gold) => forScorer(gold.id, raw(gold.id), read(gold))),
    )
    return { blind, misses: JSON.stringify(docs.map((doc) => doc.misses)) }
  }
  test.each(ruled.map(({ id }) => id))('%s reads well', (id) => {
    const { blind, misses } = score([id])
    expect(blind.claim_f1_strict, misses).toBeGreaterThanOrEqual(0.85)
    expect(blind.originator_accuracy, misses).toBeGreaterThanOrEqual(0.85)
    expect(blind.furniture_leakage ?? 0, misses).toBe(0)
    expect(blind.own_voice_accuracy ?? 1, misses).toBe(1)
    expect(blind.caveat_detection_recall ?? 1, misses).toBe(1)
  })
  test.each(['ar', 'fr', 'es'])('%s: chains through relays are in order, and what cannot be checked is told apart', (language) => {
    const { blind, misses } = score(ruled.filter(({ lang }) => lang === language).map(({ id }) => id))
    expect(blind.chain_accuracy, misses).toBeGreaterThanOrEqual(0.9)
    expect(blind.relay_chain_accuracy ?? 1, misses).toBeGreaterThanOrEqual(0.8)
    expect(blind.checkable_accuracy, misses).toBeGreaterThanOrEqual(0.85)
  })
})

describe('other languages', () => {
  test.each(unruled.map((gold) => [gold.lang, gold] as const))(
    '%s: its sentences are found, and nothing is attributed to anybody',
    (_, gold) => {
      const reading = read(gold)
      const found = new Set(reading.claims.map(({ text }) => bare(text)))
      expect(gold.claims.filter(({ exact }) => !found.has(bare(exact)))).toEqual([])
      expect([reading.sources, reading.attributions, reading.caveats]).toEqual([[], [], []])
      expect(reading.claims.every(({ confidence }) => confidence <= 0.3)).toBe(true)
    },
  )
})

describe('Arabic attributions', () => {
  test.each([
    ['before, by verb and subject', 'وأكد وزير الصحة سامي نعمة أن المستشفى مفتوح.', [['سامي نعمة']]],
    ['after, by "according to"', 'أغلقت المدارس أبوابها يومين، بحسب مديرية التربية.', [['مديرية التربية']]],
    ['after, by "as reported by"', 'أغلقت المدارس أبوابها يومين، كما أفادت مديرية التربية.', [['مديرية التربية']]],
    ['after a quotation', '”لن نغادر بيوتنا“، يقول أبو سامر.', [['أبو سامر']]],
    ['in the middle of a quotation', '«سنعود إلى بيوتنا»، قال أبو سامر، «مهما طال الوقت».', [['أبو سامر']]],
    ['by a spokeswoman of a body', 'وقالت المتحدثة باسم البلدية هدى سلوم إن الطريق مغلق.', [['هدى سلوم']]],
    ['with the subject first', 'لكن مسؤولاً في المحافظة، فضّل عدم كشف اسمه، قال إن الطريق مغلق.', [['مسؤولاً في المحافظة']]],
    ['to a medium', 'وقال الطبيب رامي خضر في تصريح لقناة المدينة إن الحالة مستقرة.', [['رامي خضر', 'قناة المدينة']]],
    ['by an agency that quotes', 'ونقلت وكالة السهل عن قائد الشرطة قوله إن الطريق مغلق.', [['قائد الشرطة', 'وكالة السهل']]],
    ['by a paper that leans on somebody', 'وذكرت صحيفة البيدر، نقلاً عن مصدر أمني، أن الطريق مغلق.', [['مصدر أمني', 'صحيفة البيدر']]],
    ['on an account of his own', 'وكتب النائب وليد حمود على حسابه في منصة إكس أن الطريق مغلق.', [['وليد حمود']]],
    ['two in one sentence', 'وقالت الشرطة إن الطريق مفتوح، فيما أكد سكان أن الحواجز باقية.', [['الشرطة'], ['سكان']]],
    ['by the verb alone', 'وقال الوزير إن الطريق مفتوح. وأضاف أن الجسر مغلق.', [['الوزير'], ['الوزير']]],
    [
      'by the verb alone, after an agency that quoted her',
      'ونقلت وكالة السهل عن الوزيرة قولها إن الطريق مفتوح. وأضافت أن الجسر مغلق.',
      [['الوزيرة', 'وكالة السهل'], ['الوزيرة']],
    ],
    ['with a noun for "that"', 'وأكدت الوزارة تسجيل 30 إصابة جديدة خلال أسبوع.', [['الوزارة']]],
    ['of nobody, where it is common knowledge', 'يُذكر أن المدينة شهدت زلزالاً قبل عامين.', [[]]],
    ['of nobody, where a word only looks like a verb', 'انتهى الاجتماع بعد ساعتين دون ذكر أسماء المشاركين.', [[]]],
  ])('%s', (_, text, expected) => expect(chainsOf(text)).toEqual(expected))

  test('the outlet is never a hop', () => {
    expect(chainsOf('وقال الطبيب رامي خضر لـ«البيدر» إن الحالة مستقرة.', 'صحيفة البيدر')).toEqual([['رامي خضر']])
  })
  test.each([
    'وزعم اللواء أنه أسقط طائرة، وهو ما لم يتسن التحقق منه.',
    'وقال سكان إن الجسر انهار. ولم يصدر تأكيد رسمي لذلك.',
    'وقال سكان إن الجسر انهار. ولا يمكن التحقق من صحة هذه الأنباء بشكل مستقل.',
    'وزعم الجيش أنه قصف مخازن سلاح، دون أن يقدم أدلة على ذلك.',
  ])('a caveat is tied to the claim before it: %s', (text) => {
    expect(readArticle(text, { plain: true }).caveats.map(({ claims }) => claims)).toEqual([[0]])
  })
  test('a denial is denied, and a refusal to comment is no caveat', () => {
    const reading = readArticle('ونفى الوزير أن يكون الجسر قد انهار. ولم ترد البلدية على طلب للتعليق.', { plain: true })
    expect(reading.claims[0]?.voice).toBe('denied')
    expect(reading.statements.map(({ kind }) => kind)).toEqual(['denial', 'no_comment'])
    expect(reading.caveats).toEqual([])
  })
})

describe('French and Spanish attributions', () => {
  test.each([
    ["La maire, Anne Sorel, a déclaré que l'école rouvrirait lundi.", [['Anne Sorel']]],
    ["« L'école rouvrira lundi », a déclaré la maire, Anne Sorel.", [['Anne Sorel']]],
    ["« Partez ! », a lancé Karim Belaïd. L'école est fermée, a-t-il ajouté.", [['Karim Belaïd'], ['Karim Belaïd']]],
    ["L'école est fermée depuis lundi, a indiqué mardi la préfecture.", [['préfecture']]],
    ["D'après un pompier cité par Radio Brioux, le feu a pris à la cave.", [['pompier', 'Radio Brioux']]],
    ["Le maire affirme que l'école est fermée et que la cantine est ouverte.", [['maire'], ['maire']]],
    ["Le maire assure que l'école est fermée, tandis que les parents affirment qu'elle est ouverte.", [['maire'], ['parents']]],
    ["L'école est fermée, rapporte l'agence Médiapresse, citant une source judiciaire.", [['source judiciaire', 'agence Médiapresse']]],
    ['Le lait de la ferme est vendu au marché du village.', [[]]],
  ])('%s', (text, expected) => expect(chainsOf(text)).toEqual(expected))
  test.each([
    ['El alcalde, Hugo Ramos, afirmó que la escuela abrirá el lunes.', [['Hugo Ramos']]],
    ['«La escuela abrirá el lunes», dijo Hugo Ramos. Añadió que habrá comedor.', [['Hugo Ramos'], ['Hugo Ramos']]],
    ['La escuela está cerrada, informó este martes la Policía.', [['Policía']]],
    ['La escuela está cerrada, según publicó el diario El Faro, citando a un funcionario.', [['funcionario', 'diario El Faro']]],
    ['La alcaldesa contó a la agencia Pulso que la escuela está cerrada.', [['alcaldesa', 'agencia Pulso']]],
    ['Los vecinos aseguran que la escuela está abierta, mientras la Policía sostiene que está cerrada.', [['vecinos'], ['Policía']]],
    ['La compañía pagó una multa el año pasado.', [[]]],
  ])('%s', (text, expected) => expect(chainsOf(text)).toEqual(expected))
  test.each([
    ["Le groupe affirme que l'usine est sûre, ce qui n'a pas pu être vérifié de manière indépendante."],
    ['El grupo afirma que la planta es segura. Este diario no ha podido verificar esa versión.'],
    ['El grupo afirmó que la planta es segura, aunque no aportó pruebas.'],
  ])('a caveat is tied to the claim before it: %s', (text) => {
    expect(readArticle(text, { plain: true }).caveats.map(({ claims }) => claims)).toEqual([[0]])
  })
})

describe('any words of these languages', () => {
  const words = (list: string): fc.Arbitrary<string> =>
    fc.constantFrom(...list.split(' '), '،', ',', '.', ':', '«', '»', '“', '”', '"', '\n\n', '12', '؟', '(', ')')
  const mixes = {
    Arabic: words(
      'قال وأضاف أن إن الوزير بحسب نقلت عن قوله وكالة لقناة نقلاً مصدر لم يتسن التحقق وأصيب مشيراً إلى لكن في مؤتمر الشرقاوي لـ أظهرت مقاطع',
    ),
    French: words(
      "a déclaré que qu'il selon d'après le maire Anne Sorel et mais a-t-il ajouté citant cité par agence La Gazette n'a pas été vérifié ajoutant qui",
    ),
    Spanish: words(
      'dijo que según la alcaldesa Hugo Ramos y pero añadió citando a agencia El Faro no ha podido verificar informó este martes de ha asegurado',
    ),
  }
  test.each(Object.entries(mixes))('%s are read into a sound record, the same every time', (_, word) => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (picked) => {
        const text = picked.join(' ')
        const reading = readArticle(text, { plain: true })
        expect(JSON.stringify(readArticle(text, { plain: true }))).toBe(JSON.stringify(reading))
        for (const claim of reading.claims) {
          expect(claim.text).toBe(claim.spans.map(([start, end]) => text.slice(start, end)).join(' '))
          for (const hop of claim.chain) if (hop.sourceIndex !== null) expect(reading.sources[hop.sourceIndex]).toBeDefined()
          expect(claim.quote === 'none').toBe(claim.chain.length === 0)
        }
        for (const { content, cue, source } of reading.attributions)
          for (const [start, end] of [...content, ...cue, ...source]) expect(end > start && end <= text.length).toBe(true)
        for (const sentence of reading.sentences) expect(sentence.claims.length > 0).toBe(sentence.none === null)
      }),
      { numRuns: 200 },
    )
  })
  test.each([
    ['Arabic cues', 'قال إن '.repeat(10_000)],
    ['Arabic commas', 'وقال، '.repeat(10_000)],
    ['French cues', 'il a dit que '.repeat(8_000)],
    ['Spanish cues', 'según dijo que, '.repeat(8_000)],
    ['marks that never close', `Le maire a dit ${'« '.repeat(20_000)}`],
  ])('%s without end come to an end', (_, text) => expect(readArticle(text).sentences.length).toBeGreaterThan(0), 60_000)
  test.each(['ar-conflict', 'fr-fire', 'es-flood'])(
    'ten copies of %s cost about ten times one',
    (id) => {
      expect(tenCopiesOverOne(raw(id).repeat(3))).toBeLessThan(AT_MOST)
    },
    60_000,
  )
})
