import type { NamedSource } from '../sources/queries.ts'
import { fieldsOf, optionsOf, type Refusals } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { listed, moment } from '../web/words.ts'
import { anonymityReasonLabels, anonymityReasons, anonymityTests, type Identity } from './identity.ts'
import type { VaultReader } from './vault.ts'

export interface VaultPage {
  title: string
  section: string
  name: string
  back: string
  /** Why nothing can be sealed or opened at all. */
  noKey: string | null
  standing: { facts: string; readers: string } | null
  /** What stands there where nothing is shown as sealed. */
  nothing: string
  problem: string | null
  look: string | null
  identity: { term: string; value: string }[] | null
  form: IdentityForm | null
  addReader: { action: string; select: SharedPartials['shared/_select'] } | null
  removeReader: { action: string; select: SharedPartials['shared/_select'] } | null
  destroy: { action: string; reason: SharedPartials['shared/_field'] } | null
}

export interface IdentityForm {
  action: string
  legend: string
  open: boolean
  identity: SharedPartials['shared/_field']
  contact: SharedPartials['shared/_textarea']
  why: SharedPartials['shared/_select']
  agreed: SharedPartials['shared/_textarea']
  knownTo: SharedPartials['shared/_field']
  approvedBy: SharedPartials['shared/_field']
  agreedOn: SharedPartials['shared/_field']
  reasonInCopy: SharedPartials['shared/_checkbox']
  tests: SharedPartials['shared/_checkbox'][]
}

/** The views of this feature, and what each is given. */
export interface VaultPages {
  'vault/show': VaultPage
}

/** Its partials, and what each is given. */
export interface VaultPartials {
  'vault/_form': IdentityForm
}

export interface VaultShown {
  source: NamedSource
  hasKey: boolean
  sealed: { by: string; at: string } | null
  readers: readonly VaultReader[]
  mayLook: boolean
  mayChange: boolean
  /** People who may see the source and not look yet. */
  others: readonly { id: number; name: string }[]
  /** Opened, for the one who has just asked to look. */
  opened: Identity | null
  refused: Refusals | null
}

/** Who a source really is: never on a page that was not asked for by one who may look. */
export function vaultPage(shown: VaultShown): VaultPage {
  const { source, hasKey, sealed, readers, mayLook, mayChange, others, opened, refused } = shown
  const base = `/sources/${source.id}/vault`
  const open = sealed !== null && mayLook && hasKey
  // The form itself was refused: what was typed comes back in it.
  const again = refused?.typed.identity !== undefined
  const choose = fieldsOf('vault', refused)
  return {
    title: `Confidential: ${source.name}`,
    section: '/sources',
    name: source.name,
    back: `/sources/${source.id}`,
    noKey: hasKey
      ? null
      : 'No key is set, so nothing can be sealed or opened here. Whoever runs Linecheck sets LINECHECK_VAULT_KEY_FILE; docs/self-hosting.md says how.',
    standing:
      sealed && (mayChange || mayLook)
        ? {
            facts: `Sealed by ${sealed.by}, ${moment(sealed.at)}.`,
            readers: `May look: ${listed(readers.map(({ name }) => name))}. Each look stands in the history.`,
          }
        : null,
    nothing: mayChange
      ? 'Nothing is sealed for this source.'
      : 'Whether anything is sealed for a source is for those who check, and for those who may look.',
    problem: refused?.errors.form ?? null,
    look: open && opened === null ? `${base}/look` : null,
    identity: opened && told(opened),
    form:
      hasKey && (sealed ? open && (opened !== null || again) : mayChange)
        ? identityFields(base, sealed !== null, opened, again ? refused : null)
        : null,
    addReader:
      open && others.length > 0
        ? {
            action: `${base}/readers`,
            select: choose.select(
              'reader',
              'Let somebody look',
              others.map(({ id, name }) => [String(id), name] as const),
              '',
            ),
          }
        : null,
    removeReader:
      open && readers.length > 1
        ? {
            action: `${base}/readers/removal`,
            select: fieldsOf('vault-removed', null).select(
              'reader',
              'Take the leave to look from',
              readers.map(({ userId, name }) => [String(userId), name] as const),
              '',
            ),
          }
        : null,
    destroy: open
      ? {
          action: `${base}/destruction`,
          reason: choose.text('reason', 'Why it is destroyed', '', {
            hint: 'What was sealed cannot be brought back. The history keeps this reason, and who looked.',
          }),
        }
      : null,
  }
}

function told(identity: Identity): VaultPage['identity'] {
  const passed = Object.entries(anonymityTests).flatMap(([name, words]) => (identity[name as keyof typeof anonymityTests] ? [words] : []))
  return [
    ['Who', identity.identity],
    ['Contact', identity.contact],
    ['Not named because of', anonymityReasonLabels[identity.why].toLowerCase()],
    ['Said so in the copy', identity.reasonInCopy ? 'yes' : 'no'],
    ['Known to', identity.knownTo],
    ['Approved by', identity.approvedBy],
    ['Agreed on', identity.agreedOn],
    ['What was agreed', identity.agreed],
    ['Holds', passed.length === 0 ? 'none of the four conditions' : passed.join('; ')],
  ].flatMap(([term = '', value = '']) => (value === '' ? [] : [{ term, value }]))
}

function identityFields(base: string, anew: boolean, opened: Identity | null, refused: Refusals | null): IdentityForm {
  const { text, area, select, tick } = fieldsOf('identity', refused)
  return {
    action: base,
    legend: anew ? 'Seal it anew' : 'Seal who the source is',
    open: !anew || refused !== null,
    identity: text('identity', 'Who the source is', opened?.identity ?? ''),
    contact: area('contact', 'How to reach them', opened?.contact ?? ''),
    why: select('why', 'Not named because of', optionsOf(anonymityReasons, anonymityReasonLabels), opened?.why ?? 'safety'),
    agreed: area('agreed', 'What was agreed, in the words used', opened?.agreed ?? ''),
    knownTo: text('knownTo', 'Known to', opened?.knownTo ?? '', {
      hint: 'For the record: it lets nobody look. Once it is sealed you let people look, by name.',
    }),
    approvedBy: text('approvedBy', 'Approved by', opened?.approvedBy ?? '', { hint: 'For the record, as the words you type.' }),
    agreedOn: text('agreedOn', 'Agreed on', opened?.agreedOn ?? '', { hint: 'As 2026-03-31.' }),
    reasonInCopy: tick('reasonInCopy', 'The copy says why they are not named', opened?.reasonInCopy ?? false),
    tests: Object.entries(anonymityTests).map(([name, words]) => tick(name, words, opened?.[name as keyof typeof anonymityTests] ?? false)),
  }
}
