import type { Cleared } from '../../accounts/policy.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import { type Db, type Reader, write } from '../../db/open.ts'
import { record } from '../../events/events.ts'
import type { Rule } from './piece.ts'
import { rules } from './rules.ts'
import { ruleSwitches } from './schema.ts'
import { isStandard } from './standard.ts'

/** Whether a rule is on at a desk: as the desk has switched it, or as it comes. */
export function rulesOn(db: Reader): (deskId: number, rule: Pick<Rule, 'id' | 'reads'>) => boolean {
  const switched = new Map(
    db
      .select()
      .from(ruleSwitches)
      .all()
      .map(({ deskId, rule, on }) => [`${deskId} ${rule}`, on]),
  )
  return (deskId, rule) => switched.get(`${deskId} ${rule.id}`) ?? isStandard(rule)
}

/** Switches a desk's rules: those named are on, all others off. Nothing is written where nothing changes. */
export function switchRules(db: Db, viewer: Viewer, desk: Cleared<'administer', { deskId: number }>, on: readonly string[]): void {
  write(db, (tx) => {
    const wasOn = rulesOn(tx)
    const changed = rules.filter((rule) => wasOn(desk.deskId, rule) !== on.includes(rule.id))
    if (changed.length === 0) return
    for (const { id } of changed) {
      const now = on.includes(id)
      tx.insert(ruleSwitches)
        .values({ deskId: desk.deskId, rule: id, on: now })
        .onConflictDoUpdate({ target: [ruleSwitches.deskId, ruleSwitches.rule], set: { on: now } })
        .run()
    }
    const labels = (wanted: boolean): string[] => changed.filter(({ id }) => on.includes(id) === wanted).map(({ label }) => label)
    record(tx, viewer, {
      act: 'desk.rules_switched',
      subjects: [`desk:${desk.deskId}`],
      place: { deskId: desk.deskId },
      after: { on: labels(true), off: labels(false) },
    })
  })
}
