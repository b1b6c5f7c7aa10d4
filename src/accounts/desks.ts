import { and, eq, ne } from 'drizzle-orm'
import { type Db, type Tx, write } from '../db/open.ts'
import { Unusable } from '../errors.ts'
import { record } from '../events/events.ts'
import type { Cleared } from './policy.ts'
import type { DeskOfMine } from './queries.ts'
import { type Desk, desks, memberships } from './schema.ts'
import type { Viewer } from './viewer.ts'

export interface DeskWish {
  name: string
  outlet: string
}
export type DeskSettings = Pick<Desk, 'name' | 'outlet' | 'secondCheck' | 'independentSources'>

/** Makes a desk; whoever makes it becomes its admin. */
export function makeDesk(db: Db, viewer: Viewer, wish: Cleared<'make_desk', DeskWish>): Desk {
  return write(db, (tx) => {
    refuseTakenName(tx, wish.name)
    const desk = tx.insert(desks).values({ name: wish.name, outlet: wish.outlet, createdAt: new Date().toISOString() }).returning().get()
    tx.insert(memberships).values({ userId: viewer.id, deskId: desk.id, role: 'admin' }).run()
    record(tx, viewer, { act: 'desk.made', subjects: [`desk:${desk.id}`], place: { deskId: desk.id }, after: settingsOf(desk) })
    return desk
  })
}

export function changeDeskSettings(db: Db, viewer: Viewer, desk: Cleared<'administer', DeskOfMine>, form: DeskSettings): void {
  write(db, (tx) => {
    refuseTakenName(tx, form.name, desk.id)
    tx.update(desks).set(settingsOf(form)).where(eq(desks.id, desk.id)).run()
    record(tx, viewer, {
      act: 'desk.settings_changed',
      subjects: [`desk:${desk.id}`],
      place: desk,
      before: settingsOf(desk),
      after: settingsOf(form),
    })
  })
}

const settingsOf = ({ name, outlet, secondCheck, independentSources }: DeskSettings): DeskSettings => ({
  name,
  outlet,
  secondCheck,
  independentSources,
})

function refuseTakenName(tx: Tx, name: string, except = 0): void {
  if (
    tx
      .select()
      .from(desks)
      .where(and(eq(desks.name, name), ne(desks.id, except)))
      .get()
  ) {
    throw new Unusable('Another desk has this name. Choose a name that tells them apart.', 'name')
  }
}
