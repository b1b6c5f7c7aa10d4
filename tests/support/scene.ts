import { clear } from '../../src/accounts/policy.ts'
import { sentences } from '../../src/articles/schema.ts'
import { confirmSentence, markNone } from '../../src/claims/decisions.ts'
import { findClaim, findSentence, lastEventOn } from '../../src/claims/queries.ts'
import type { Db } from '../../src/db/open.ts'
import { addEvidence, type KeptUpload } from '../../src/evidence/evidence.ts'
import { fileFinding } from '../../src/reviews/reviews.ts'
import { askQuery } from '../../src/reviews/queries-to-reporter.ts'
import { takeSecondCheck } from '../../src/reviews/second-checks.ts'
import type { Outcome, SaidFinding } from '../../src/vocabulary.ts'
import { type Person, viewerIn } from './newsroom.ts'

/** The acts of a checking day on the bridge article, in the words of the scenes that use them. */
export function acting(db: Db, who: Person) {
  const viewer = viewerIn(db, who)
  const claim = (id: number) => findClaim(db, viewer, id)
  const seen = (id: number) => lastEventOn(db, id)
  return {
    viewer,
    finds: (id: number, outcome: Outcome, reason: string, said: SaidFinding = 'confirmed_relay') =>
      fileFinding(db, viewer, clear(viewer, 'check', claim(id)), { seen: seen(id), said, outcome, confidence: 'low', reason }),
    takesSecondCheck: (id: number) => takeSecondCheck(db, viewer, clear(viewer, 'review', claim(id)), { seen: seen(id) }),
    asks: (id: number, question: string) => askQuery(db, viewer, clear(viewer, 'check', claim(id)), { seen: seen(id), question }),
    addsEvidence: (id: number, title: string, upload: KeptUpload | null = null) =>
      addEvidence(
        db,
        viewer,
        clear(viewer, 'check', claim(id)),
        {
          seen: seen(id),
          kind: upload ? 'file' : 'link',
          title,
          url: upload ? '' : 'https://tarn.example/night',
          locator: 'paragraph 2',
          passage: 'closed at midnight',
          withWhom: '',
          happenedOn: '',
          note: '',
          stance: 'supports',
          basis: 'primary_record',
          source: { is: 'unclear' },
        },
        upload,
      ),
    confirms: (sentenceId: number) => confirmSentence(db, viewer, clear(viewer, 'check', findSentence(db, viewer, sentenceId))),
    marksNone: (sentenceId: number) => markNone(db, viewer, clear(viewer, 'check', findSentence(db, viewer, sentenceId)), 'scene_setting'),
  }
}

/** Everything decided, found and checked by a second person: ready to be signed off. */
export function checkedByTwo(db: Db): void {
  const cal = acting(db, 'cal')
  const ruth = acting(db, 'ruth')
  for (const sentence of db.select().from(sentences).all()) {
    if (sentence.part === 'headline' || sentence.position === 9) cal.marksNone(sentence.id)
    else if (sentence.furniture === null) cal.confirms(sentence.id)
  }
  for (const id of [1, 2, 3, 4, 5, 6]) cal.finds(id, 'unverified', `Looked for claim ${id} in two archives.`, said(id))
  for (const id of [1, 2, 3, 4, 5, 6]) {
    ruth.takesSecondCheck(id)
    ruth.finds(id, 'unverified', `Found nothing else on claim ${id}.`, said(id))
  }
}

/** Claims 2 and 5 stand in the copy's own voice. */
const said = (id: number): SaidFinding => (id === 2 || id === 5 ? 'no_attribution' : 'confirmed_relay')
