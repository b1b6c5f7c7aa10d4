import type { SourceKind } from '../vocabulary.ts'
import { plural } from '../web/words.ts'

/** One hop as counting sees it: who, and what they are. */
export interface CountedHop {
  sourceId: number | null
  kind: SourceKind | null
  seenByUs: boolean
}

export interface Origins {
  /** Independent origins: one for a chain that names where it begins, none where that is unclear or nobody is named. */
  origins: number
  /** Different outlets and agencies that the words passed through. */
  outlets: number
  /** The origin is given as unclear. */
  unclear: boolean
  originSeen: boolean
}

const outletKinds: readonly (SourceKind | null)[] = ['outlet', 'news_agency', 'party_media']

/** Counts where a chain begins, and how many outlets only passed it on: five relays of one story are one origin. */
export function originsOf(chain: readonly CountedHop[]): Origins {
  const [origin] = chain
  const outlets = new Set(chain.filter((hop) => outletKinds.includes(hop.kind)).map((hop) => hop.sourceId))
  return {
    origins: origin && origin.sourceId !== null ? 1 : 0,
    outlets: outlets.size,
    unclear: origin?.sourceId === null,
    originSeen: origin?.seenByUs ?? false,
  }
}

/** `2 outlets, 1 origin`, as it stands beside a chain. */
export function originsInWords({ origins, outlets, unclear, originSeen }: Origins): string {
  if (origins === 0 && !unclear) return 'nobody: the copy’s own voice'
  const said = unclear ? 'origin unclear' : plural(origins, 'origin')
  return `${outlets > 0 ? `${plural(outlets, 'outlet')}, ` : ''}${said} · seen by us: ${originSeen ? 'yes' : 'no'}`
}
