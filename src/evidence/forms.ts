import { z } from 'zod'
import { seenField } from '../claims/desk-forms.ts'
import { choiceOf, pickerFields } from '../sources/forms.ts'
import { bases, confidences, type EvidenceKind, evidenceKinds, pillars, stances } from '../vocabulary.ts'
import { line, prose, ticked, webAddress } from '../web/forms.ts'

type Field = 'title' | 'url' | 'file' | 'locator' | 'passage' | 'withWhom' | 'happenedOn' | 'note'

/** What each kind of evidence cannot do without, and what to say where it lacks. */
export const requiredOf: Record<EvidenceKind, Partial<Record<Field, string>>> = {
  link: { url: 'Give the address of the page.' },
  file: { file: 'Choose the file to keep.' },
  passage: {
    title: 'Say which document it is.',
    locator: 'Say where in the document: page, paragraph or time.',
    passage: 'Copy the exact words you rely on.',
  },
  interview: { withWhom: 'Say whom you spoke to.', happenedOn: 'Say when you spoke to them.', note: 'Write down what they said.' },
  note: { note: 'Write the note.' },
}

/** The evidence form. What must be filled in depends on the kind, and a file is none of the fields of a form, so both are told. */
export function evidenceForm(kind: unknown, fileChosen: boolean) {
  const required: Partial<Record<Field, string>> = evidenceKinds.find((one) => one === kind) ? requiredOf[kind as EvidenceKind] : {}
  const needed = <S extends z.ZodType<string>>(field: Field, schema: S): S => {
    const sentence = required[field]
    return sentence ? schema.refine((text) => text !== '', sentence) : schema
  }
  return z
    .object({
      seen: seenField,
      kind: z.enum(evidenceKinds, 'Choose what kind of evidence it is.'),
      title: needed('title', line(300)),
      url: needed('url', webAddress),
      file: needed(
        'file',
        z
          .string()
          .default('')
          .transform(() => (fileChosen ? 'chosen' : '')),
      ),
      locator: needed('locator', line(200)),
      passage: needed('passage', prose(20_000)),
      withWhom: needed('withWhom', line(200)),
      happenedOn: needed('happenedOn', line(60)),
      note: needed('note', prose(20_000)),
      stance: z.enum(stances, 'Say whether it supports the claim, contradicts it, or gives context.'),
      basis: z.enum(bases, 'Say what it rests on.'),
      ...pickerFields,
    })
    .transform(({ file: _, who, sourceKind, unnamed, another, ...rest }) => ({
      ...rest,
      source: choiceOf({ who, sourceKind, unnamed, another }),
    }))
}

export const withdrawalForm = z.object({
  seen: seenField,
  reason: prose(2000).refine((text) => text !== '', 'Say why it is withdrawn: it stays on the record with your reason.'),
})

export const pillarForm = z.object({
  seen: seenField,
  pillar: z.enum(pillars, 'Choose a pillar.'),
  answer: prose(4000).refine((text) => text !== '', 'Write what is known, or what was tried and not found.'),
  confidence: z
    .enum([...confidences, 'not_known'], 'Say how sure you are, or that it is not known.')
    .transform((value) => (value === 'not_known' ? null : value)),
  evidenceId: z
    .string()
    .regex(/^([1-9]\d{0,14})?$/, 'Choose evidence from the list.')
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
})

/** Only a source that the directory has can take another's place. */
export const replacementForm = z
  .object({
    seen: seenField,
    who: line(400).refine((text) => /#[1-9]\d{0,14}$/.test(text), 'Pick a source from the list: it ends in a number such as #12.'),
    alias: ticked,
  })
  .transform(({ seen, who, alias }) => ({
    seen,
    keepName: alias,
    to: choiceOf({ who, sourceKind: 'unknown', unnamed: false, another: false }),
  }))
