/** `1 claim`, `2 claims`; give the plural where adding an s is wrong. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

const dayAndTime = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' })
const dayOnly = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const timeOnly = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** A stored time as people of this newsroom read it, in the server's time zone. */
export const moment = (iso: string): string => dayAndTime.format(new Date(iso))
export const day = (iso: string): string => dayOnly.format(new Date(iso))
/** A day, a month or a year as it is known: `31 March 2024`, `March 2024`, `2024`. */
export function partialDayWords(known: string): string {
  if (known.length === 4) return known
  const month = new Intl.DateTimeFormat('en-GB', {
    ...(known.length > 7 && { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return month.format(new Date(known.length > 7 ? known : `${known}-01`))
}
export const clock = (iso: string): string => timeOnly.format(new Date(iso))

/** The first eight characters of a digest: enough to recognise it by. */
export const short = (digest: string): string => digest.slice(0, 8)

/** Words joined as in a sentence: `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** At most `max` characters, cut at a word and marked as cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max - 20)).trimEnd()}…`
}

/** A stored time as a `datetime-local` field holds it, in the server's time zone; empty for none. */
export function localMinute(iso: string | null): string {
  if (!iso) return ''
  const date = new Date(iso)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}

/** The day it is in the server's time zone, as ISO writes it. */
export const today = (): string => localMinute(new Date().toISOString()).slice(0, 10)

/** How long ago, in the largest unit that says something: `just now`, `5 minutes ago`, `3 days ago`. */
export function ago(iso: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(iso).getTime()) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${plural(minutes, 'minute')} ago`
  if (minutes < 48 * 60) return `${plural(Math.floor(minutes / 60), 'hour')} ago`
  return `${plural(Math.floor(minutes / 1440), 'day')} ago`
}

/** Words of somebody's own within a line of ours: they keep their direction and move nothing round them (U+2068 and U+2069). */
export const isolated = (text: string): string => (text === '' ? '' : `\u2068${text}\u2069`)

/** What is told of a thing in one line; what is empty is left out. */
export const factLine = (...facts: readonly string[]): string => facts.filter((fact) => fact !== '').join(' · ')
