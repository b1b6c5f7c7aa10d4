import { titleOf } from '../evidence/evidence-page.ts'
import type { listEvidenceFrom } from '../evidence/queries.ts'
import { choiceField, knownSourcesId, pickerValue, type SourcePartials } from '../sources/pages.ts'
import type { NamedSource } from '../sources/queries.ts'
import type { Source } from '../sources/schema.ts'
import { basisLabels, outcomeLabels, sourceKindLabels, sourceKinds, stanceLabels, voiceLabels } from '../vocabulary.ts'
import { fieldsOf, optionsOf } from '../web/fields.ts'
import { factLine, partialDayWords, plural } from '../web/words.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { countWords, factsOf } from './index-page.ts'
import { type EntryPart, entryPart, type EntryShown } from './entry-page.ts'
import type { Beside, Counts, Statement } from './queries.ts'
import { type ReliabilityPart, reliabilityPart, type ReliabilityShown } from './reliability-page.ts'

interface Named {
  href: string
  name: string
}

export interface SourcePage {
  title: string
  section: string
  name: string
  facts: string
  note: string
  parent: (Named & { dates: string }) | null
  members: (Named & { dates: string })[]
  statementCount: string
  statements: { href: string; wording: string; outcome: string; outcomeLabel: string; facts: string; article: Named }[]
  pagination: { newer: { href: string; label: string } | null; older: { href: string; label: string } | null } | null
  evidence: { href: string; what: string; stance: string; facts: string; article: Named }[]
  edit: SourceEdit | null
  /** Null for those whom it does not concern. */
  vault: string | null
  /** Its claims by outlet, desk, author, kind and month. */
  audit: string
  beside: (Named & { count: string })[]
  entry: EntryPart
  reliability: ReliabilityPart
}

export interface SourceEdit {
  action: string
  seen: string
  open: boolean
  problem: string | null
  errors: { href: string; message: string }[]
  name: SharedPartials['shared/_field']
  kind: SharedPartials['shared/_select']
  aliases: SharedPartials['shared/_textarea']
  unnamed: SharedPartials['shared/_checkbox']
  affiliatedTo: SourcePartials['sources/_choose']
  affiliatedSince: SharedPartials['shared/_field']
  affiliatedUntil: SharedPartials['shared/_field']
  note: SharedPartials['shared/_textarea']
  known: SourcePartials['sources/_known']
}

export interface SourceShown extends EntryShown, ReliabilityShown {
  relatives: { parent: Source | null; members: readonly Source[] }
  counts: Counts
  /** One more than a page holds where there are more. */
  statements: readonly Statement[]
  evidence: ReturnType<typeof listEvidenceFrom>
  beside: readonly Beside[]
  /** The viewer may look at who it is in confidence. */
  mayLook: boolean
  seen: number
  page: number
  perPage: number
}

/** Who a source is, and everything it stands behind in the viewer's articles. */
export function showPage(shown: SourceShown): SourcePage {
  const { source, relatives, statements, evidence, page, perPage } = shown
  const more = statements.length > perPage
  const here = `/sources/${source.id}`
  return {
    title: source.name,
    section: '/sources',
    name: source.name,
    facts: factsOf(source),
    note: source.note,
    parent: relatives.parent && { ...named(relatives.parent), dates: datesOf(source) },
    members: relatives.members.map((member) => ({ ...named(member), dates: datesOf(member) })),
    statementCount: countWords(shown.counts),
    statements: statements.slice(0, perPage).map((one) => statementWords(one, source.name)),
    pagination:
      page === 1 && !more
        ? null
        : {
            newer: page > 1 ? { href: `${here}?page=${page - 1}`, label: 'Before' } : null,
            older: more ? { href: `${here}?page=${page + 1}`, label: 'After' } : null,
          },
    evidence: evidence.map((item) => ({
      href: `/claims/${item.claimId}#evidence-${item.id}`,
      what: titleOf(item),
      stance: item.stance,
      facts: [stanceLabels[item.stance], basisLabels[item.basis].toLowerCase(), ...(item.withdrawnAt === null ? [] : ['withdrawn'])].join(
        ' · ',
      ),
      article: { href: `/articles/${item.articleId}/desk`, name: item.headline },
    })),
    edit: shown.known && editForm(shown, shown.known),
    vault: shown.known !== null || shown.mayLook ? `/sources/${source.id}/vault` : null,
    audit: `/audits?source=${source.id}#groups`,
    beside: shown.beside.map(({ id, name, articles }) => ({ href: `/sources/${id}`, name, count: plural(articles, 'article') })),
    entry: entryPart(shown),
    reliability: reliabilityPart(shown, here, shown.known !== null, shown.form === 'rating' ? shown.refused : null),
  }
}

const named = (source: Source): Named => ({ href: `/sources/${source.id}`, name: source.name })

/** From when and until when a source belongs where it does, as far as that is known. */
const datesOf = ({ affiliatedSince, affiliatedUntil }: Source): string =>
  factLine(affiliatedSince && `since ${partialDayWords(affiliatedSince)}`, affiliatedUntil && `until ${partialDayWords(affiliatedUntil)}`)

function statementWords(one: Statement, name: string): SourcePage['statements'][number] {
  const place = one.position === 0 ? 'origin' : 'relay'
  return {
    href: `/claims/${one.claimId}`,
    wording: one.wording,
    outcome: one.outcome,
    outcomeLabel: one.outcome === 'hidden' ? 'Withheld' : outcomeLabels[one.outcome],
    facts: [
      `As ${place}`,
      ...(one.sourceName === name ? [] : [`named there “${one.sourceName}”`]),
      ...(one.verb === '' ? [] : [`“${one.verb}”`]),
      voiceLabels[one.voice].toLowerCase(),
      `claim ${one.number}`,
    ].join(' · '),
    article: { href: `/articles/${one.articleId}/desk?claim=${one.claimId}#claim`, name: one.headline },
  }
}

const partialHint = 'A year, a month or a day: 2024, 2024-03, 2024-03-31.'

function editForm({ source, relatives, seen, refused: last, form }: SourceShown, known: readonly NamedSource[]): SourceEdit {
  const refused = form === 'change' ? last : null
  const { text, area, select, tick } = fieldsOf('source', refused)
  const belongs = {
    name: 'affiliatedTo',
    label: 'Belongs to',
    hint: 'Another source, such as an agency’s group. The two never count as independent, also after it ended: better one origin too few than one too many.',
  }
  return {
    action: `/sources/${source.id}`,
    seen: String(seen),
    open: refused !== null,
    problem: refused?.errors.form ?? null,
    errors: Object.entries(refused?.errors ?? {})
      .filter(([field]) => field !== 'form')
      .map(([field, message]) => ({ href: `#source-${field}`, message })),
    name: text('name', 'Name', source.name, { required: true }),
    kind: select('kind', 'Kind', optionsOf(sourceKinds, sourceKindLabels), source.kind),
    aliases: area('aliases', 'Other names', source.aliases.join('\n'), {
      rows: 4,
      hint: 'One a line: spellings, short forms, names in other scripts.',
    }),
    unnamed: tick('unnamed', 'The copy does not name them', source.unnamed),
    affiliatedTo: choiceField('source', belongs, relatives.parent, refused),
    affiliatedSince: text('affiliatedSince', 'Since', relatives.parent ? source.affiliatedSince : '', { hint: partialHint }),
    affiliatedUntil: text('affiliatedUntil', 'Until', relatives.parent ? source.affiliatedUntil : '', { hint: 'Empty while it does.' }),
    note: area('note', 'Note', source.note, { hint: 'Seen by every desk that has met this source.' }),
    known: {
      id: knownSourcesId,
      options: known.filter((one) => one.id !== source.id).map((one) => ({ value: pickerValue(one), label: factsOf(one) })),
    },
  }
}
