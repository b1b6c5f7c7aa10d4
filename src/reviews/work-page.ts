import { can } from '../accounts/policy.ts'
import type { Carried } from '../claims/cuts-page.ts'
import type { Refused } from '../claims/desk-forms.ts'
import { needLabels, needs, workflowLabels } from '../vocabulary.ts'
import { fieldsOf, optionsOf } from '../web/fields.ts'
import type { SharedPartials } from '../web/shared-partials.ts'
import { localMinute, moment } from '../web/words.ts'
import type { InHand } from './findings-page.ts'
import { counts } from './progress.ts'
import type { AskedQuery } from './queries.ts'

interface Posted extends Carried {
  action: string
  error: string | null
  open: boolean
}

export interface AskedSection {
  count: string
  items: {
    question: string
    facts: string
    answer: { text: string; facts: string } | null
    form:
      | (Posted & {
          answer: SharedPartials['shared/_textarea']
          answeredOn: SharedPartials['shared/_field']
          answeredHow: SharedPartials['shared/_field']
        })
      | null
  }[]
  ask: (Posted & { question: SharedPartials['shared/_textarea'] }) | null
}

/** The queries to the reporter about a claim, with the forms to ask and to record what they answered. */
export function queriesSection(hand: InHand, asked: readonly AskedQuery[], refused: Refused | null): AskedSection {
  const { claim, signedOff } = hand
  const mayCheck = can(hand.viewer, 'check', claim.deskId) && !signedOff
  const asking = refused?.form === 'query' ? refused : null
  const open = asked.filter((query) => query.open).length
  return {
    count: open > 0 ? `${open} open` : asked.length > 0 ? `${asked.length} answered` : 'none yet',
    items: asked.map((query) => ({
      question: query.question,
      facts: query.open
        ? `Asked by ${query.askedByName}, open since ${moment(query.askedAt)}, blocks sign-off`
        : `Asked by ${query.askedByName}, ${moment(query.askedAt)}`,
      answer: query.open
        ? null
        : {
            text: query.answer ?? '',
            facts: [
              `Answered ${query.answeredOn ? moment(query.answeredOn) : ''}`.trim(),
              query.answeredHow ?? '',
              `recorded by ${query.recordedByName ?? 'Linecheck'}`,
            ]
              .filter((fact) => fact !== '')
              .join(' · '),
          },
      form: query.open && mayCheck ? answerForm(hand, query, refused) : null,
    })),
    ask:
      mayCheck && counts(claim) && !claim.withdrawn
        ? {
            ...posted(hand, `/claims/${claim.id}/queries`, asking),
            question: fieldsOf('query', asking).area('question', 'Question to the reporter', '', {
              hint: 'The claim then waits for the reporter; an open query blocks sign-off.',
              required: true,
            }),
          }
        : null,
  }
}

function answerForm(hand: InHand, query: AskedQuery, refused: Refused | null): AskedSection['items'][number]['form'] {
  const ours = refused?.form === 'answer' && refused.typed.query === String(query.id) ? refused : null
  const { area, text } = fieldsOf(`answer-${query.id}`, ours)
  return {
    ...posted(hand, `/queries/${query.id}/answer`, ours),
    answer: area('answer', 'What the reporter answered', '', { required: true }),
    answeredOn: text('answeredOn', 'When', localMinute(new Date().toISOString()), { type: 'datetime-local', required: true }),
    answeredHow: text('answeredHow', 'How', '', { hint: 'By phone, in a message, in person.', required: true }),
  }
}

export interface WorkflowSection {
  state: string
  facts: string
  take: (Posted & { assignee: string; label: string }) | null
  assign: (Posted & { assignee: SharedPartials['shared/_select']; due: SharedPartials['shared/_field'] }) | null
  waiting: (Posted & { need: SharedPartials['shared/_select']; since: SharedPartials['shared/_field'] }) | null
  resume: Posted | null
  cut: (Posted & { reason: SharedPartials['shared/_textarea'] }) | null
  restore: (Posted & { reason: SharedPartials['shared/_textarea'] }) | null
}

/** Who must act on a claim, and the forms to change that. `people` are those who may check on the desk. */
export function workflowSection(hand: InHand, people: readonly { id: number; name: string }[], refused: Refused | null): WorkflowSection {
  const { claim, viewer } = hand
  const mayCheck = can(viewer, 'check', claim.deskId) && !hand.signedOff && !claim.withdrawn
  const working = mayCheck && counts(claim)
  const ours = (field: string): Refused | null =>
    refused?.form === 'state' && (field in refused.typed || field in refused.errors) ? refused : null
  const plainly = refused?.form === 'state' && !['need', 'cutReason', 'restoreReason'].some((field) => ours(field)) ? refused : null
  const assigning = refused?.form === 'assignment' ? refused : null
  const mine = claim.assigneeId === viewer.id
  const { select, text } = fieldsOf('assignment', assigning)
  const waiting = fieldsOf('state', ours('need'))
  const at = (noun: string): string => `/claims/${claim.id}/${noun}`
  return {
    state: claim.waitingFor ? `Waiting for ${needLabels[claim.waitingFor]}` : workflowLabels[claim.state],
    facts: [
      ...(claim.waitingSince ? [`since ${moment(claim.waitingSince)}`] : []),
      claim.assigneeId === null
        ? 'with nobody'
        : `with ${mine ? 'you' : (people.find((person) => person.id === claim.assigneeId)?.name ?? 'somebody who has left the desk')}`,
      ...(claim.dueAt ? [`due ${moment(claim.dueAt)}`] : []),
    ].join(' · '),
    take: working
      ? { ...posted(hand, at('assignment'), null), assignee: mine ? '' : String(viewer.id), label: mine ? 'Let go of it' : 'Take it' }
      : null,
    assign:
      working && can(viewer, 'edit', claim.deskId)
        ? {
            ...posted(hand, at('assignment'), assigning),
            assignee: select(
              'assignee',
              'Who has it',
              [['', 'Nobody'], ...people.map((person): [string, string] => [String(person.id), person.name])],
              String(claim.assigneeId ?? ''),
            ),
            due: text('due', 'Due', localMinute(claim.dueAt), { type: 'datetime-local', hint: 'Leave it empty for no date.' }),
          }
        : null,
    waiting: working
      ? {
          ...posted(hand, at('waiting'), ours('need')),
          need: waiting.select('need', 'It waits for', optionsOf(needs, needLabels), claim.waitingFor ?? 'source'),
          since: waiting.text('since', 'Since', localMinute(claim.waitingSince), {
            type: 'datetime-local',
            hint: 'Leave it empty for now.',
          }),
        }
      : null,
    resume: working && claim.state === 'waiting' ? posted(hand, at('resumption'), plainly) : null,
    cut: working
      ? {
          ...posted(hand, at('cut'), ours('cutReason')),
          reason: fieldsOf('state', ours('cutReason')).area('cutReason', 'Why its words are cut from the copy', '', { required: true }),
        }
      : null,
    restore:
      mayCheck && claim.state === 'cut'
        ? {
            ...posted(hand, at('restoration'), ours('restoreReason')),
            reason: fieldsOf('state', ours('restoreReason')).area('restoreReason', 'Why it is brought back', '', { required: true }),
          }
        : null,
  }
}

const posted = ({ seen, back }: InHand, action: string, refused: Refused | null): Posted => ({
  seen,
  back,
  action,
  error: refused?.errors.form ?? null,
  open: refused !== null,
})
