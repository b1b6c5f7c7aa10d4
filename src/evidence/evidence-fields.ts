import type { ClaimOnDesk } from '../claims/queries.ts'
import { type Picker, pickerOf } from '../sources/pages.ts'
import { bases, basisLabels, type EvidenceKind, evidenceKindLabels, evidenceKinds, stanceLabels, stances } from '../vocabulary.ts'
import { fieldsOf, optionsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'

/** The form for new evidence: one for all kinds, so that it works without a script; what a kind does not need may stay empty. */
export interface EvidenceFields {
  action: string
  hidden: { name: string; value: string }[]
  kind: SharedPartials['shared/_select']
  stance: SharedPartials['shared/_select']
  basis: SharedPartials['shared/_select']
  /** With the kinds of evidence that each is for: a style sheet leaves the others' out of sight. */
  lines: { kinds: string; field: SharedPartials['shared/_field'] }[]
  areas: { kinds: string; field: SharedPartials['shared/_textarea'] }[]
  picker: Picker
  /** Last, so that every other field has arrived when a file is too large. */
  file: { kinds: string; field: SharedPartials['shared/_file'] }
}

const all = evidenceKinds.join(' ')
const kindsOf = (...kinds: EvidenceKind[]): string => kinds.join(' ')

export function evidenceFields(claim: ClaimOnDesk, hidden: EvidenceFields['hidden'], refused: Refusals | null): EvidenceFields {
  const { text, area, select, file } = fieldsOf('evidence', refused)
  return {
    action: `/claims/${claim.id}/evidence`,
    hidden,
    kind: select('kind', 'Kind of evidence', optionsOf(evidenceKinds, evidenceKindLabels), 'link'),
    stance: select('stance', 'What it does to the claim', [['', 'Choose…'], ...optionsOf(stances, stanceLabels)], ''),
    basis: select('basis', 'What it rests on', [['', 'Choose…'], ...optionsOf(bases, basisLabels)], ''),
    lines: [
      {
        kinds: kindsOf('link', 'passage'),
        field: text('url', 'Address', '', { type: 'url', hint: 'A link needs it. It is kept as an address: no copy of the page is made.' }),
      },
      { kinds: all, field: text('title', 'What it is', '', { hint: 'A few words; a passage needs the name of its document.' }) },
      { kinds: kindsOf('interview', 'note'), field: text('withWhom', 'With whom', '', { hint: 'An interview needs it.' }) },
      { kinds: kindsOf('interview', 'note'), field: text('happenedOn', 'When', '', { hint: 'An interview needs it: the day, and how.' }) },
      {
        kinds: kindsOf('link', 'file', 'passage', 'interview'),
        field: text('locator', 'Where in it', '', { hint: 'Page, paragraph or time; a passage needs it.' }),
      },
    ],
    areas: [
      {
        kinds: kindsOf('link', 'file', 'passage', 'interview'),
        field: area('passage', 'Exact words', '', { hint: 'What you rely on, word for word; a passage needs it.' }),
      },
      { kinds: all, field: area('note', 'Note', '', { hint: 'An interview or a note needs it.' }) },
    ],
    picker: pickerOf(
      'evidence',
      { label: 'Source it comes from', hint: 'May be one quoted in the piece. Without a source it does not count as independent.' },
      null,
      refused,
    ),
    file: {
      kinds: kindsOf('file', 'passage', 'interview'),
      field: file('file', 'File', '', 'At most 20 MB, kept as it is with its hash. After an error, choose it again.'),
    },
  }
}
