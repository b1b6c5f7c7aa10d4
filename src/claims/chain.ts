import { eq } from 'drizzle-orm'
import type { Cleared } from '../accounts/policy.ts'
import type { Viewer } from '../accounts/viewer.ts'
import { type Db, type Tx, write } from '../db/open.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { Act } from '../events/acts.ts'
import { record } from '../events/events.ts'
import type { Source } from '../sources/schema.ts'
import { type SourceChoice, sourceState, takeSource } from '../sources/sources.ts'
import type { Channel, GroundRule, Identification, Proximity, Stake, Voice } from '../vocabulary.ts'
import { chainOf, type Hop } from './chain-queries.ts'
import { nobodyElseChanged } from './desk-forms.ts'
import { requireOpen } from '../articles/open.ts'
import type { ClaimOnDesk } from './queries.ts'
import { attributions, type Claim, claims } from './schema.ts'
import { reopened, snapshotOf, sourcesIn } from './snapshot.ts'
import { isUnderCheck } from './under-check.ts'

/** What a person says of one hop. */
export interface HopFacets {
  verb: string
  channel: Channel | null
  saidOn: string
  seenByUs: boolean
  identified: Identification
  stake: Stake
  proximity: Proximity
  groundRule: GroundRule
}
export interface HopForm extends HopFacets {
  seen: number
  source: SourceChoice
  /** For a new hop: 0 makes it the origin, null puts it nearest the copy. */
  position: number | null
}

type CheckedClaim = Cleared<'check', ClaimOnDesk>

/** Puts a hop into a chain. */
export function addHop(db: Db, viewer: Viewer, claim: CheckedClaim, form: HopForm): void {
  changeChain(db, viewer, claim, form.seen, 'chain.hop_added', (tx, chain) => {
    const { seen: _, source: choice, position, ...facets } = form
    const source = chooseSource(tx, viewer, claim, choice)
    const at = Math.min(position ?? chain.length, chain.length)
    const added = tx
      .insert(attributions)
      .values({ ...facets, claimId: claim.id, position: at, sourceId: source?.id ?? null, standing: 'corrected' })
      .returning({ id: attributions.id })
      .get()
    const order = chain.map((hop) => hop.id)
    return { order: [...order.slice(0, at), added.id, ...order.slice(at)], about: source?.id ?? null }
  })
}

/** Corrects one hop: who it is, and how they put it. */
export function changeHop(db: Db, viewer: Viewer, claim: CheckedClaim, hopId: number, form: HopForm): void {
  changeChain(db, viewer, claim, form.seen, 'chain.hop_changed', (tx, chain) => {
    const hop = findHop(chain, hopId)
    const { seen: _, position: __, source: choice, ...facets } = form
    const source = chooseSource(tx, viewer, claim, choice)
    // The cue is where the copy has the old verb: another verb was found by a person, who does not mark it.
    const cue = facets.verb === hop.verb ? {} : { cueStart: null, cueEnd: null }
    tx.update(attributions)
      .set({ ...facets, ...cue, sourceId: source?.id ?? null, standing: 'corrected' })
      .where(eq(attributions.id, hop.id))
      .run()
    return { order: chain.map((one) => one.id), about: source?.id ?? null }
  })
}

export function removeHop(db: Db, viewer: Viewer, claim: CheckedClaim, hopId: number, seen: number): void {
  changeChain(db, viewer, claim, seen, 'chain.hop_removed', (tx, chain) => {
    const hop = findHop(chain, hopId)
    tx.delete(attributions).where(eq(attributions.id, hop.id)).run()
    return { order: chain.filter((one) => one !== hop).map((one) => one.id), about: hop.sourceId }
  })
}

export const directions = ['origin', 'copy'] as const
export type Direction = (typeof directions)[number]

/** Moves a hop one place towards the origin or towards the copy. */
export function moveHop(db: Db, viewer: Viewer, claim: CheckedClaim, hopId: number, direction: Direction, seen: number): void {
  changeChain(db, viewer, claim, seen, 'chain.hop_moved', (tx, chain) => {
    const hop = findHop(chain, hopId)
    const from = chain.indexOf(hop)
    const to = direction === 'origin' ? from - 1 : from + 1
    if (to < 0 || to >= chain.length) {
      throw new Conflict(
        direction === 'origin'
          ? 'This is the origin already: nothing stands before it.'
          : 'This is nearest the copy already: nothing stands after it.',
      )
    }
    const order = chain.filter((one) => one !== hop).map((one) => one.id)
    order.splice(to, 0, hop.id)
    tx.update(attributions).set({ standing: 'corrected' }).where(eq(attributions.id, hop.id)).run()
    return { order, about: hop.sourceId }
  })
}

/** What a change of a chain leaves: its hops in their new order, and the source it was about. */
interface Changed {
  order: number[]
  about: number | null
}

/** What every change of a chain has in common: one transaction, one event, hops numbered without a gap, and a claim that follows. */
function changeChain(db: Db, viewer: Viewer, claim: CheckedClaim, seen: number, act: Act, change: (tx: Tx, chain: Hop[]) => Changed): void {
  write(db, (tx) => {
    nobodyElseChanged(tx, viewer, claim, seen)
    requireOpen(tx, claim.articleId)
    const now = tx.select().from(claims).where(eq(claims.id, claim.id)).get()
    if (!now || now.withdrawn)
      throw new Conflict('This claim has been merged into another or taken back. Open the desk again and choose one that stands.')

    const before = snapshotOf(tx, [claim.id])
    const chain = chainOf(tx, claim.id)
    const { order, about } = change(tx, chain)
    order.forEach((id, position) => tx.update(attributions).set({ position }).where(eq(attributions.id, id)).run())
    const moved = sourcesIn(chain) !== sourcesIn(chainOf(tx, claim.id))
    tx.update(claims)
      .set(followChain(now, order.length > 0, moved && !isUnderCheck(tx, claim.id)))
      .where(eq(claims.id, claim.id))
      .run()
    const subjects = [`claim:${claim.id}`, ...(about === null ? [] : [`source:${about}`])]
    record(tx, viewer, {
      act,
      subjects,
      place: { articleId: claim.articleId, deskId: claim.deskId },
      before,
      after: snapshotOf(tx, [claim.id]),
    })
  })
}

const withHops: Record<Voice, Voice> = {
  own_voice: 'attributed',
  own_voice_with_caveat: 'attributed_with_caveat',
  attributed: 'attributed',
  attributed_with_caveat: 'attributed_with_caveat',
  denied: 'denied',
  question: 'question',
}
const withoutHops: Record<Voice, Voice> = {
  attributed: 'own_voice',
  attributed_with_caveat: 'own_voice_with_caveat',
  own_voice: 'own_voice',
  own_voice_with_caveat: 'own_voice_with_caveat',
  denied: 'denied',
  question: 'question',
}

/**
 * A chain that a person has corrected corrects its claim: how the copy puts it follows, and the work has begun.
 * Where other sources stand in it now, whether they said it must be looked at again.
 */
function followChain(claim: Claim, hops: boolean, lookAgain: boolean): Pick<Claim, 'standing' | 'voice' | 'state'> {
  return {
    standing: claim.standing === 'suggested' ? 'corrected' : claim.standing,
    voice: (hops ? withHops : withoutHops)[claim.voice],
    state: claim.state === 'new' || claim.state === 'assigned' ? 'in_progress' : lookAgain ? reopened(claim.state) : claim.state,
  }
}

/** The source chosen for a hop. A new one outlives its hop, even one that is undone: its making is an event of its own. */
function chooseSource(tx: Tx, viewer: Viewer, claim: ClaimOnDesk, choice: SourceChoice): Source | null {
  const source = takeSource(tx, viewer, claim.articleId, choice)
  if (source && choice.is === 'new') {
    record(tx, viewer, {
      act: 'source.made',
      subjects: [`source:${source.id}`],
      place: { articleId: claim.articleId, deskId: claim.deskId },
      after: sourceState(tx, source.id),
    })
  }
  return source
}

function findHop(chain: readonly Hop[], id: number): Hop {
  const hop = chain.find((one) => one.id === id)
  if (!hop) throw new NotFound('hop')
  return hop
}
