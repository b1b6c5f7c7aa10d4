import { DOCUMENTS, FORMS, RECORDINGS } from '../../words/lexicon.ts'
import type { Token } from '../../words/tokens.ts'
import { EVIDENCE, FIND_OUT, GIVING, MEDIUM, PAPERS, SAYINGS, UNVERIFIED, VERIFY } from '../words.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u))
const POINTING = words('this that it these those')

/**
 * What the words around a doubt are, as far as it tells a caveat ("the coroner's office said it had not established how she died") from
 * other news with a "not" in it. A word may be of several classes.
 */
export const CLASSES: Readonly<Record<string, ReadonlySet<string>>> = {
  'to verify': VERIFY,
  'to find out': FIND_OUT,
  'to say or know': words('say tell judge explain specify know decide settle comprehend disclose reveal state clarify answer'),
  'is known': words('known clear certain evident established determined understood sure obvious apparent explained disclosed made'),
  evidence: EVIDENCE,
  papers: new Set([
    ...PAPERS,
    ...words(
      'copy copies originals footage transcript transcripts receipts sample samples data results reports breakdown method methodology',
    ),
  ]),
  'to give': GIVING,
  'what was said': new Set([...SAYINGS].filter((word) => !POINTING.has(word))),
  'it, this': POINTING,
  recordings: RECORDINGS,
  documents: DOCUMENTS,
  whether: words('whether if'),
  'how, where, who': words('how when where who whom what why which whose'),
  'to support':
    words(`support supports supported supporting back backs backed bear bears bore suggest suggests suggested prove proves proved indicate
    indicates indicated link links linked linking connect connects connected confirm confirms corroborate endorse endorsed show shows`),
  able: words('able unable possible impossible could can cannot ca position'),
  'has, had': words('has have had having'),
  is: words('is are was were be been being'),
  'so far': words('yet so far still immediately early soon stage now'),
  'to comment': words('comment respond responded reply replied answer answered interview speak reached available return returned'),
  'to deny': words('deny denies denied denying refuse refused refuses decline declined declines reject rejected rejects'),
  'will, should': words('will would should must shall may might wo ought need needs to'),
  independent: words('independent independently outside external third-party separately separate'),
  verifiers:
    words(`police officers detectives investigators investigator inspectors inspector coroner prosecutors prosecutor magistrate judge court
    inquest tribunal regulator auditors auditor watchdog commission committee inquiry panel inspectorate ombudsman officials authorities laboratory
    lab experts expert analysts analyst specialists historians scientists researchers economists fact-checkers checkers monitors observers
    firefighters doctors pathologist pathologists institute agency ministry office department force federation league spokesman spokeswoman spokesperson`),
  outlet: new Set([...MEDIUM, ...words('we newspaper reporters reporter journalists magazine broadcaster programme website')]),
  circumstances:
    words(`authenticity veracity accuracy provenance origin cause identity date location link connection source author motive circumstances
    nature extent owner ownership whereabouts`),
  tests: words(
    'test tests tested testing examined examination examinations review reviewed peer laboratory analysis study studies trial inspection checked audit audited survey',
  ),
  'in public': words('public published publish publicly available released release made shared'),
  'he, she, they': words('he she they'),
  because: words('because since as unless until if lest'),
  'one, longer': words('one longer more less only just matter doubt need plans plan intention choice other'),
  harm: words('hurt injured killed died arrested charged casualties damaged injuries deaths harmed dead'),
  unverified: UNVERIFIED,
  found: words('found find finds finding seen saw see received heard come emerged'),
  reporting: new Set(FORMS.keys()),
}

/** The doubts themselves: which kind of word denies or lacks. */
export const DOUBTS: Readonly<Record<string, ReadonlySet<string>>> = {
  not: words("not n't never cannot"),
  no: words('no'),
  'none of it': words('none neither nothing nobody nor little few'),
  without: words('without'),
  yet: words('yet still remain remains'),
  unable: words('unable impossible failed fails fail failing difficult hard struggled unsuccessful'),
  unclear: words('unclear unknown uncertain inconclusive disputed doubt question'),
  unproven: words('unproven untested unverified unconfirmed unsupported baseless unfounded'),
  unsettled: words('preliminary provisional unaudited incomplete sketchy murky scarce partial pending awaiting awaits'),
  alone: words('only alone single lone hearsay too'),
}

/** The classes of a word, by their place in `CLASSES`. */
export function classesOf({ lower }: Token): readonly number[] {
  return BY_WORD.get(lower) ?? NO_CLASS
}

const NO_CLASS: readonly number[] = []
const BY_WORD = new Map<string, number[]>()
for (const [at, set] of Object.values(CLASSES).entries()) for (const word of set) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), at])
