import { type Choice, choiceField, knownOption, knownSourcesId, type SourcePartials } from '../sources/pages.ts'
import type { KnownSource } from '../sources/queries.ts'
import { channelLabels, groundRuleLabels, proximityLabels, stakeLabels, type Voice } from '../vocabulary.ts'
import { fieldsOf } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { listed } from '../web/words.ts'
import type { Hop } from './chain-queries.ts'
import { type HopFields, hopFields } from './chain-fields.ts'
import type { Refused } from './desk-forms.ts'
import { originsInWords, originsOf } from './origins.ts'
import type { ClaimOnDesk } from './queries.ts'

interface Hidden {
  name: string
  value: string
}

export interface ChainSection {
  count: string
  /** What was wrong with a form that has no field to show it at. */
  problem: string | null
  hops: ShownHop[]
  copy: string
  /** What every picker on the page offers; null for one who may not change anything. */
  known: SourcePartials['sources/_known'] | null
  add: (HopFields & { open: boolean }) | null
}

interface ShownHop {
  className: string
  name: string
  href: string | null
  flags: string[]
  how: string
  edit: HopEdit | null
}

interface HopEdit {
  open: boolean
  summary: string
  fields: HopFields
  place: { action: string; hidden: Hidden[]; buttons: { value: string; label: string; about: string }[] }
  removal: { action: string; hidden: Hidden[]; about: string }
  replacement: { action: string; hidden: Hidden[]; open: boolean; which: Choice; alias: SharedPartials['shared/_checkbox'] } | null
}

export interface ChainPartials {
  'claims/_chain': ChainSection
  'claims/_hop-form': HopFields
}

/** What the section shows: the chain, the words of the caveats that qualify the claim, and the sources to offer. */
export interface ChainShown {
  chain: readonly Hop[]
  caveats: readonly string[]
  known: readonly KnownSource[]
}
export interface InHand {
  seen: number
  back: string
  mayCheck: boolean
}

/** “Who says so”: the hops from the origin to the copy, and, for one who may check, the forms to correct them. */
export function chainSection(
  claim: ClaimOnDesk,
  { chain, caveats, known }: ChainShown,
  inHand: InHand,
  refused: Refused | null,
): ChainSection {
  const ours = refused?.form === 'hop' || refused?.form === 'source' ? refused : null
  const counted = chain.map((hop) => ({ sourceId: hop.entryId, kind: hop.source?.kind ?? null, seenByUs: hop.seenByUs }))
  const adding = ours?.typed.hop === 'add' ? ours : null
  return {
    count: originsInWords(originsOf(counted)),
    problem: ours?.errors.form ?? ours?.errors.direction ?? null,
    hops: chain.map((hop, index) => shownHop(claim, chain, hop, index, inHand, ours)),
    copy: copyWords(claim.voice, caveats),
    known: inHand.mayCheck ? { id: knownSourcesId, options: known.map(knownOption) } : null,
    add: inHand.mayCheck ? { ...hopFields(claim, null, chain, hidden(inHand, 'add'), adding), open: adding !== null } : null,
  }
}

function shownHop(claim: ClaimOnDesk, chain: readonly Hop[], hop: Hop, index: number, inHand: InHand, ours: Refused | null): ShownHop {
  const classes = ['hop', ...(index === 0 ? ['origin'] : []), ...(hop.standing === 'suggested' ? ['suggested'] : [])]
  return {
    className: classes.join(' '),
    name: nameOf(hop),
    href: hop.source ? `/sources/${hop.source.id}` : null,
    flags: flagsOf(hop),
    how: howOf(hop),
    edit: inHand.mayCheck ? hopEdit(claim, chain, hop, index, inHand, ours?.typed.hop === String(hop.id) ? ours : null) : null,
  }
}

function hopEdit(claim: ClaimOnDesk, chain: readonly Hop[], hop: Hop, index: number, inHand: InHand, ours: Refused | null): HopEdit {
  const at = `/claims/${claim.id}/hops/${hop.id}`
  const name = nameOf(hop)
  const carried = hidden(inHand, String(hop.id))
  // A refused removal or move carries none of the form's fields: those keep what is stored.
  const changing = ours?.form === 'hop' && ours.typed.who !== undefined ? ours : null
  return {
    open: ours !== null,
    summary: `Change ${name}`,
    fields: hopFields(claim, hop, chain, carried, changing),
    place: {
      action: `${at}/place`,
      hidden: carried,
      buttons: [
        ...(index > 0 ? [{ value: 'origin', label: 'Towards the origin', about: `Move ${name} towards the origin` }] : []),
        ...(index < chain.length - 1 ? [{ value: 'copy', label: 'Towards the copy', about: `Move ${name} towards the copy` }] : []),
      ],
    },
    removal: { action: `${at}/removal`, hidden: carried, about: `Remove ${name} from the chain` },
    replacement: hop.source ? replacement(claim, hop, hop.source, carried, ours?.form === 'source' ? ours : null) : null,
  }
}

function replacement(
  claim: ClaimOnDesk,
  hop: Hop,
  source: { id: number; name: string },
  carried: Hidden[],
  ours: Refused | null,
): HopEdit['replacement'] {
  const prefix = `source-${hop.id}`
  return {
    action: `/claims/${claim.id}/sources/${source.id}/replacement`,
    hidden: carried,
    open: ours !== null,
    which: choiceField(
      prefix,
      { label: 'Which one it is', hint: 'Every hop and all evidence of this article that name this source will name that one instead.' },
      null,
      ours,
    ),
    alias: fieldsOf(prefix, ours).tick(
      'alias',
      `Keep “${source.name}” as another name of it`,
      false,
      'Every desk that has met that source will see the name.',
    ),
  }
}

const hidden = ({ seen, back }: InHand, hop: string): Hidden[] => [
  { name: 'seen', value: String(seen) },
  { name: 'back', value: back },
  { name: 'hop', value: hop },
]

const nameOf = (hop: Hop): string => hop.source?.name ?? 'Unclear who'

/** What a checker should notice about a hop before anything else. */
function flagsOf(hop: Hop): string[] {
  const about = [...(hop.source?.unnamed ? ['unnamed'] : []), ...(hop.source?.kind === 'collective' ? ['collective'] : [])]
  return [
    ...(about.length > 0 ? [about.join(', ')] : []),
    ...(hop.identified === 'bare_anonymous' ? ['bare anonymous'] : []),
    ...(hop.stake === 'party' || hop.stake === 'aligned' ? [stakeLabels[hop.stake].toLowerCase()] : []),
    ...(hop.groundRule === 'off_record' || hop.groundRule === 'background' || hop.groundRule === 'deep_background'
      ? [groundRuleLabels[hop.groundRule].toLowerCase()]
      : []),
    ...(hop.standing === 'suggested' ? ['suggested'] : []),
  ]
}

function howOf(hop: Hop): string {
  return [
    hop.verb || (hop.position === 0 ? 'said it' : 'passed it on'),
    ...(hop.proximity === 'unknown' ? [] : [proximityLabels[hop.proximity].toLowerCase()]),
    ...(hop.channel ? [channelLabels[hop.channel].toLowerCase()] : []),
    ...(hop.saidOn ? [hop.saidOn] : []),
    ...(hop.seenByUs ? ['seen by us'] : []),
  ].join(', ')
}

const copyPuts: Record<Voice, string> = {
  own_voice: 'states it in its own voice',
  own_voice_with_caveat: 'states it in its own voice',
  attributed: 'attributes it',
  attributed_with_caveat: 'attributes it',
  denied: 'reports it as denied',
  question: 'puts it as a question',
}

/** How the copy puts it, with the words by which it takes some of it back. */
function copyWords(voice: Voice, caveats: readonly string[]): string {
  if (caveats.length > 0) return `${copyPuts[voice]}, with the caveat ${listed(caveats.map((words) => `“${words}”`))}`
  return voice === 'own_voice_with_caveat' || voice === 'attributed_with_caveat' ? `${copyPuts[voice]}, with a caveat` : copyPuts[voice]
}
