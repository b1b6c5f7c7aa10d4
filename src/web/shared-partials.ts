/** What each shared partial is given. Every `hint` and `error` is a sentence, ready to read. */

interface Labelled {
  id: string
  name: string
  label: string
  hint: string | null
  error: string | null
}

interface Option {
  value: string
  label: string
  selected: boolean
}

interface Choice {
  id: string
  value: string
  label: string
  hint: string | null
  checked: boolean
}

interface Link {
  href: string
  label: string
}

export interface SharedPartials {
  /** `outcome` is any symbol of public/marks.svg: an outcome, a stance, `hidden`, `late`, `query`, `stale`, `sealed`, `search`, `error`. */
  'shared/_mark': { outcome: string }
  /** The segments' places are counted in the units of `width`. */
  'shared/_bar': { label: string; segments: { outcome: string; x: number; width: number }[]; width: number }
  'shared/_tally': { items: { outcome: string; label: string; count: number }[] }
  'shared/_flash': { flash: string }
  'shared/_banner': { kind: 'conflict' | 'refusal' | 'notice'; role: 'alert' | 'status' | 'note'; title: string; lines: string[] }
  'shared/_error-summary': { errors: { href: string; message: string }[] }
  'shared/_about': { id: string; hint: string | null; error: string | null }
  'shared/_field': Labelled & { value: string; type: string; required: boolean; autocomplete: string | null }
  'shared/_file': Labelled & { accept: string; required: boolean; multiple: boolean }
  'shared/_textarea': Labelled & { value: string; rows: number; required: boolean }
  'shared/_select': Labelled & { options: Option[] }
  'shared/_checkbox': Labelled & { value: string; checked: boolean }
  /** Cards to choose among: radios for one, checkboxes for several. */
  'shared/_choices': {
    id: string
    name: string
    legend: string
    type: 'radio' | 'checkbox'
    hint: string | null
    error: string | null
    options: Choice[]
  }
  'shared/_pagination': { newer: Link | null; older: Link | null }
}
