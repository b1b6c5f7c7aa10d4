import type { FieldErrors, Typed } from './forms.ts'
import type { SharedPartials } from './shared-partials.ts'

type Part<K extends keyof SharedPartials> = SharedPartials[K]

/** A form as it was refused; null for one that is shown for the first time. */
export interface Refusals {
  errors: FieldErrors
  typed: Typed
}

/**
 * Makes what the shared field partials are given. Ids begin with `prefix`, so that several forms can stand on one page;
 * what was typed into a refused form comes back in the place of the initial value, with its error.
 */
export function fieldsOf(prefix: string, refused: Refusals | null) {
  const common = (name: string, label: string, hint: string | null) => ({
    id: `${prefix}-${name}`,
    name,
    label,
    hint,
    error: refused?.errors[name] ?? null,
  })
  const valueOf = (name: string, initial: string): string => (refused ? (refused.typed[name] ?? '') : initial)
  return {
    text: (
      name: string,
      label: string,
      initial: string,
      more: { hint?: string; type?: string; required?: boolean } = {},
    ): Part<'shared/_field'> => ({
      ...common(name, label, more.hint ?? null),
      value: valueOf(name, initial),
      type: more.type ?? 'text',
      required: more.required ?? false,
      autocomplete: 'off',
    }),
    area: (
      name: string,
      label: string,
      initial: string,
      more: { hint?: string; rows?: number; required?: boolean } = {},
    ): Part<'shared/_textarea'> => ({
      ...common(name, label, more.hint ?? null),
      value: valueOf(name, initial),
      rows: more.rows ?? 3,
      required: more.required ?? false,
    }),
    select: (
      name: string,
      label: string,
      options: readonly (readonly [value: string, label: string])[],
      initial: string,
      hint?: string,
    ): Part<'shared/_select'> => {
      const chosen = valueOf(name, initial)
      return {
        ...common(name, label, hint ?? null),
        options: options.map(([value, words]) => ({ value, label: words, selected: value === chosen })),
      }
    },
    tick: (name: string, label: string, initial: boolean, hint?: string): Part<'shared/_checkbox'> => ({
      ...common(name, label, hint ?? null),
      value: 'yes',
      checked: refused ? refused.typed[name] !== undefined : initial,
    }),
    file: (name: string, label: string, accept: string, hint: string): Part<'shared/_file'> => ({
      ...common(name, label, hint),
      accept,
      required: false,
      multiple: false,
    }),
  }
}

/** The options of a vocabulary, in its order. */
export const optionsOf = <K extends string>(words: readonly K[], labels: Record<K, string>): [value: K, label: string][] =>
  words.map((word) => [word, labels[word]])
