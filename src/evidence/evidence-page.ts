import type { InHand } from '../claims/chain-page.ts'
import type { Refused } from '../claims/desk-forms.ts'
import type { ClaimOnDesk } from '../claims/queries.ts'
import { basisLabels, evidenceKindLabels, type Stance, stanceLabels } from '../vocabulary.ts'
import { fieldsOf } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { moment, plural, short, shorten } from '../web/words.ts'
import { type EvidenceFields, evidenceFields } from './evidence-fields.ts'
import { independentOrigins, type Tie, tiesOf } from './independence.ts'
import type { EvidenceItem } from './queries.ts'

export interface EvidenceSection {
  count: string
  /** What was wrong with a form that has no field to show it at. */
  problem: string | null
  /** To how many independent origins the claim leads back, drawn. */
  origins: string
  /** Why several sources count as one origin. */
  ties: string[]
  items: ShownEvidence[]
  withdrawn: { title: string; items: ShownEvidence[] } | null
  add: (EvidenceFields & { open: boolean }) | null
}

export interface ShownEvidence {
  id: string
  stance: Stance
  what: string
  /** An outside address, or the download of a file of ours. */
  link: { href: string; label: string } | null
  download: { href: string; label: string } | null
  passage: string
  how: string
  note: string
  hash: string | null
  addedBy: string
  withdrawn: string | null
  withdrawal: {
    action: string
    hidden: { name: string; value: string }[]
    open: boolean
    reason: SharedPartials['shared/_textarea']
    about: string
  } | null
}

/** What the claim rests on, and, for one who may check, the forms to add to it and to withdraw from it. */
export function evidenceSection(
  claim: ClaimOnDesk,
  items: readonly EvidenceItem[],
  inHand: InHand,
  refused: Refused | null,
): EvidenceSection {
  const ours = refused?.form === 'evidence' || refused?.form === 'withdrawal' ? refused : null
  const standing = items.filter((item) => item.withdrawnAt === null)
  const withdrawn = items.filter((item) => item.withdrawnAt !== null)
  const origins = independentOrigins(standing)
  const adding = ours?.form === 'evidence' ? ours : null
  return {
    count: standing.length === 0 ? 'none yet' : `${plural(standing.length, 'item')}${origins.length > 0 ? `, ${countOf(origins)}` : ''}`,
    origins: `/claims/${claim.id}/origins`,
    ties: tieWords(standing),
    problem: ours?.errors.form ?? null,
    items: standing.map((item) => shownEvidence(claim, item, inHand, ours)),
    withdrawn:
      withdrawn.length > 0
        ? { title: `${withdrawn.length} withdrawn`, items: withdrawn.map((item) => shownEvidence(claim, item, inHand, null)) }
        : null,
    add: inHand.mayCheck ? { ...evidenceFields(claim, hidden(inHand), adding), open: adding !== null } : null,
  }
}

/** `2 first-hand sources, 1 independent origin` where they differ. */
function countOf(origins: readonly (readonly number[])[]): string {
  const sources = origins.flat().length
  return sources === origins.length
    ? `${origins.length} independent first-hand`
    : `${plural(sources, 'first-hand source')}, ${plural(origins.length, 'independent origin')}`
}

function tieWords(items: readonly EvidenceItem[]): string[] {
  const names = new Map(items.map((item) => [item.sourceId, item.sourceName ?? '']))
  const entries = new Map(items.map((item) => [item.sourceId, item.entryId ?? 0]))
  const why: Record<Tie['because'], string> = {
    same: 'they are one source by two names',
    belongs: 'the first belongs to the second',
    owns: 'the second belongs to the first',
    common_owner: 'both belong to one other',
    through_others: 'others of this evidence belong to both',
  }
  return tiesOf(items, (id) => entries.get(id) ?? id).map(
    (tie) => `${names.get(tie.source)} and ${names.get(tie.with)} count once: ${why[tie.because]}.`,
  )
}

export function shownEvidence(claim: Pick<ClaimOnDesk, 'id'>, item: EvidenceItem, inHand: InHand, ours: Refused | null): ShownEvidence {
  const link = item.url === '' ? null : { href: item.url, label: item.title === '' ? shorten(item.url, 80) : hostOf(item.url) }
  return {
    id: `evidence-${item.id}`,
    stance: item.stance,
    // Without a title the address speaks for itself.
    what: item.title === '' && item.kind === 'link' ? evidenceKindLabels.link : titleOf(item),
    link,
    download: item.fileSha256 === null || item.filePurged ? null : { href: `/evidence/${item.id}/file`, label: item.fileName },
    passage: item.passage,
    how: howOf(item),
    note: item.note === item.title ? '' : item.note,
    hash: hashWords(item),
    addedBy: `Added by ${item.addedByName ?? 'Linecheck'}, ${moment(item.addedAt)}`,
    withdrawn: item.withdrawnAt === null ? null : `Withdrawn ${moment(item.withdrawnAt)}: ${item.withdrawnReason}`,
    withdrawal: inHand.mayCheck && item.withdrawnAt === null ? withdrawal(claim, item, inHand, ours) : null,
  }
}

/** What it is called: as its finder called it, or by what it is. */
export function titleOf(item: Pick<EvidenceItem, 'title' | 'kind' | 'fileName' | 'url' | 'withWhom'>): string {
  if (item.title !== '') return item.title
  if (item.kind === 'interview') return `Interview with ${item.withWhom}`
  if (item.fileName !== '') return item.fileName
  return item.url === '' ? evidenceKindLabels[item.kind] : hostOf(item.url)
}

/** The host stands beside every outside address: a title may promise another. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

function howOf(item: EvidenceItem): string {
  return [
    stanceLabels[item.stance],
    basisLabels[item.basis].toLowerCase(),
    ...(item.sourceName === null ? [] : [`from ${item.sourceName}`]),
    ...(item.withWhom === '' || (item.kind === 'interview' && item.title === '') ? [] : [`with ${item.withWhom}`]),
    ...[item.happenedOn, item.locator].filter((words) => words !== ''),
  ].join(' · ')
}

/** A hash shows that a file is unchanged since it came, not that it is genuine. */
function hashWords(item: EvidenceItem): string | null {
  if (item.fileSha256 === null) return null
  if (item.filePurged) return `the file has been purged · sha256 ${short(item.fileSha256)}`
  return `${sizeWords(item.fileSize ?? 0)} · ${item.fileType ?? ''} · unchanged since it came: sha256 ${short(item.fileSha256)}`
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return plural(bytes, 'byte')
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

function withdrawal(claim: Pick<ClaimOnDesk, 'id'>, item: EvidenceItem, inHand: InHand, ours: Refused | null): ShownEvidence['withdrawal'] {
  const mine = ours?.form === 'withdrawal' && ours.typed.evidence === String(item.id) ? ours : null
  return {
    action: `/claims/${claim.id}/evidence/${item.id}/withdrawal`,
    hidden: [...hidden(inHand), { name: 'evidence', value: String(item.id) }],
    open: mine !== null,
    reason: fieldsOf(`withdrawal-${item.id}`, mine).area('reason', 'Why it is withdrawn', '', {
      rows: 2,
      required: true,
      hint: 'It stays on the record with your reason.',
    }),
    about: `Withdraw ${titleOf(item)}`,
  }
}

const hidden = ({ seen, back }: InHand) => [
  { name: 'seen', value: String(seen) },
  { name: 'back', value: back },
]
