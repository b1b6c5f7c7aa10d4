import { z } from 'zod'
import { type SignedInVisit, signedIn } from '../accounts/access.ts'
import { can, clear } from '../accounts/policy.ts'
import { nameOfUser } from '../accounts/queries.ts'
import { Conflict, Unusable } from '../errors.ts'
import { aliasesOf, findSource, desksKnowing } from '../sources/queries.ts'
import type { SourceOnDesk } from '../sources/sources.ts'
import type { Refusals } from '../web/fields.ts'
import { flash } from '../web/flash.ts'
import { idField, line, readForm, typedIn } from '../web/forms.ts'
import { render } from '../web/render.ts'
import { get, id, post, type Route } from '../web/route.ts'
import { type Identity, identityForm } from './identity.ts'
import { vaultPage } from './pages.ts'
import {
  addReader,
  colleaguesOf,
  destroyIdentity,
  findEntry,
  listReaders,
  lookAtIdentity,
  mayLook,
  removeReader,
  sealIdentity,
} from './vault.ts'

const readerForm = z.object({ reader: idField('Choose somebody from the list.') })
const destructionForm = z.object({ reason: line(500).refine((reason) => reason !== '', 'Say why it is destroyed: that stays on record.') })

export const vaultRoutes: readonly Route[] = [
  get('/sources/:sourceId/vault', signedIn, (visit) => show(visit)),

  post('/sources/:sourceId/vault', signedIn, (visit) => {
    const { db, viewer, settings, req, res } = visit
    const source = clear(viewer, 'check', sourceOf(visit))
    const form = readForm(identityForm, req)
    if (!form.ok) return show(visit, { refused: form })
    if (!done(visit, () => sealIdentity(db, viewer, source, settings.vaultKey, form.value))) return
    flash(res, 'Sealed. Only those named below can look.')
    res.redirect(303, `/sources/${source.id}/vault`)
  }),

  // A look is a post: nothing that only fetches pages ahead may make one.
  post('/sources/:sourceId/vault/look', signedIn, (visit) => {
    const { db, viewer, settings } = visit
    const source = sourceOf(visit)
    let opened: Identity | null = null
    if (done(visit, () => (opened = lookAtIdentity(db, viewer, source, settings.vaultKey)))) show(visit, { opened })
  }),

  post('/sources/:sourceId/vault/readers', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const source = sourceOf(visit)
    const form = readForm(readerForm, req)
    if (!form.ok) return show(visit, { refused: form })
    if (!done(visit, () => addReader(db, viewer, source, form.value.reader))) return
    flash(res, 'They may look from now on.')
    res.redirect(303, `/sources/${source.id}/vault`)
  }),

  post('/sources/:sourceId/vault/readers/removal', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const source = sourceOf(visit)
    const form = readForm(readerForm, req)
    if (!form.ok) return show(visit, { refused: form })
    if (!done(visit, () => removeReader(db, viewer, source, form.value.reader))) return
    flash(res, 'They may look no longer.')
    res.redirect(303, `/sources/${source.id}/vault`)
  }),

  post('/sources/:sourceId/vault/destruction', signedIn, (visit) => {
    const { db, viewer, req, res } = visit
    const source = sourceOf(visit)
    const form = readForm(destructionForm, req)
    if (!form.ok) return show(visit, { refused: form })
    if (!done(visit, () => destroyIdentity(db, viewer, source, form.value.reason))) return
    flash(res, 'Destroyed. That it was there, and who looked, stays on record.')
    res.redirect(303, `/sources/${source.id}/vault`)
  }),
]

/** The source of the page, with a desk on which the viewer has met it: one where they may check, if there is one. */
function sourceOf({ db, viewer, req }: SignedInVisit): SourceOnDesk {
  const source = findSource(db, viewer, id(req, 'sourceId'))
  const desks = desksKnowing(db, viewer, [source.id]).get(source.id) ?? []
  const deskId = desks.find((desk) => can(viewer, 'check', desk)) ?? desks[0] ?? 0
  return { ...source, deskId }
}

/** Acts, or shows the page with what was refused. */
function done(visit: SignedInVisit, act: () => void): boolean {
  try {
    act()
    return true
  } catch (error) {
    if (!(error instanceof Unusable) && !(error instanceof Conflict)) throw error
    const field = error instanceof Unusable ? error.field : 'form'
    show(visit, { refused: { errors: { [field]: error.message }, typed: typedIn(visit.req) } }, error instanceof Conflict ? 409 : 422)
    return false
  }
}

function show(
  visit: SignedInVisit,
  { opened = null, refused = null }: { opened?: Identity | null; refused?: Refusals | null } = {},
  status = 422,
): void {
  const { db, viewer, settings } = visit
  const source = sourceOf(visit)
  const entry = findEntry(db, source.id)
  const readers = listReaders(db, source.id)
  render(
    visit,
    'vault/show',
    vaultPage({
      source: { ...source, aliases: aliasesOf(db, source.id) },
      hasKey: settings.vaultKey !== null,
      sealed: entry ? { by: nameOfUser(db, entry.sealedBy), at: entry.sealedAt } : null,
      readers,
      mayLook: mayLook(db, viewer, source.id),
      mayChange: can(viewer, 'check', source.deskId),
      others: colleaguesOf(db, viewer, source.id).filter((person) => !readers.some(({ userId }) => userId === person.id)),
      opened,
      refused,
    }),
    refused ? status : 200,
  )
}
