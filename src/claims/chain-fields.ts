import { type Picker, pickerOf } from '../sources/pages.ts'
import {
  channelLabels,
  channels,
  groundRuleLabels,
  groundRules,
  identificationLabels,
  identifications,
  proximities,
  proximityLabels,
  stakeLabels,
  stakes,
} from '../vocabulary.ts'
import { fieldsOf, optionsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import type { Hop } from './chain-queries.ts'
import type { ClaimOnDesk } from './queries.ts'

/** The form for one hop, new or known. */
export interface HopFields {
  action: string
  hidden: { name: string; value: string }[]
  picker: Picker
  unclear: SharedPartials['shared/_checkbox']
  verb: SharedPartials['shared/_field']
  channel: SharedPartials['shared/_select']
  saidOn: SharedPartials['shared/_field']
  seenByUs: SharedPartials['shared/_checkbox']
  /** Only for a new hop, where there is a chain to find a place in. */
  position: SharedPartials['shared/_select'] | null
  /** Rarely needed, so folded away; open where one of them was refused. */
  rare: SharedPartials['shared/_select'][]
  rareOpen: boolean
  submit: string
}

export function hopFields(
  claim: ClaimOnDesk,
  hop: Hop | null,
  chain: readonly Hop[],
  hidden: HopFields['hidden'],
  refused: Refusals | null,
): HopFields {
  const prefix = hop ? `hop-${hop.id}` : 'hop-add'
  const { text, select, tick } = fieldsOf(prefix, refused)
  const rare = [
    select('identified', 'How the copy names them', optionsOf(identifications, identificationLabels), hop?.identified ?? 'named'),
    select('stake', 'Their stake', optionsOf(stakes, stakeLabels), hop?.stake ?? 'unknown'),
    select('proximity', 'How near they were', optionsOf(proximities, proximityLabels), hop?.proximity ?? 'unknown'),
    select('groundRule', 'Ground rule', optionsOf(groundRules, groundRuleLabels), hop?.groundRule ?? 'unknown_from_copy'),
  ]
  return {
    action: hop ? `/claims/${claim.id}/hops/${hop.id}` : `/claims/${claim.id}/hops`,
    hidden,
    picker: pickerOf(prefix, { label: 'Who', hint: 'Type to find a source, or give a new name.' }, hop?.source ?? null, refused),
    unclear: tick('unclear', 'Unclear who', hop !== null && hop.sourceId === null),
    verb: text('verb', 'The copy’s verb', hop?.verb ?? '', { hint: 'Its own word: said, told, posted.' }),
    channel: select('channel', 'Channel', [['', 'Not known'], ...optionsOf(channels, channelLabels)], hop?.channel ?? ''),
    saidOn: text('saidOn', 'When', hop?.saidOn ?? '', { hint: 'A date, or what the copy says.' }),
    seenByUs: tick('seenByUs', 'Seen or heard by us', hop?.seenByUs ?? false),
    position: hop === null && chain.length > 0 ? select('position', 'Where in the chain', positions(chain), '') : null,
    rare,
    rareOpen: rare.some((field) => field.error !== null),
    submit: hop ? 'Save the hop' : 'Add the hop',
  }
}

function positions(chain: readonly Hop[]): [value: string, label: string][] {
  const before = chain.slice(1).map((hop, index): [string, string] => [String(index + 1), `Before ${hop.source?.name ?? 'unclear who'}`])
  return [['', 'Last, nearest the copy'], ['0', 'First, as the origin'], ...before]
}
