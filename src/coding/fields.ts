import {
  identificationLabels,
  identifications,
  proximities,
  proximityLabels,
  sourceKindLabels,
  sourceKinds,
  stakeLabels,
  stakes,
  voiceLabels,
  voices,
} from '../vocabulary.ts'

/** Where a claim has no source there is nothing to say of it: that is a choice as well, and two people may differ in it. */
const none = 'none' as const
const noneLabel = { none: 'No source' }

export const codedKinds = [none, ...sourceKinds] as const
export const codedIdentifications = [none, ...identifications] as const
export const codedProximities = [none, ...proximities] as const
export const codedStakes = [none, ...stakes] as const

/** What two people code of a claim: how the copy puts it, and of the source that it begins with what it is. */
export const codedFields = {
  voice: { label: 'How the copy puts it', values: voices, labels: voiceLabels as Record<string, string> },
  kind: { label: 'What the origin is', values: codedKinds, labels: { ...noneLabel, ...sourceKindLabels } as Record<string, string> },
  identified: {
    label: 'How the copy identifies it',
    values: codedIdentifications,
    labels: { ...noneLabel, ...identificationLabels } as Record<string, string>,
  },
  proximity: {
    label: 'How near it is to what it tells',
    values: codedProximities,
    labels: { ...noneLabel, ...proximityLabels } as Record<string, string>,
  },
  stake: { label: 'Its stake in the event', values: codedStakes, labels: { ...noneLabel, ...stakeLabels } as Record<string, string> },
} as const
export type CodedField = keyof typeof codedFields
export const codedFieldNames = Object.keys(codedFields) as CodedField[]
