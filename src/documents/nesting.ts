import { tooDeeplyNested } from './limits.ts'

const names = (list: string) => new Set(list.split(' '))

const voids = names('area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr')
/** Their content is words to the parser, whatever looks like a tag in it. */
const raw = names('script style title textarea')
/** Inside these a tag may close itself; inside those within them it may not. */
const foreign = names('math svg')
const homely = names('mi mo mn ms mtext annotation-xml foreignobject desc title')

/** What a tag closes by beginning, where that stands open last. */
const closes = new Map<string, Set<string>>([
  ['tr', names('tr th td')],
  ['th', names('th')],
  ['td', names('thead th td')],
  ['li', names('li')],
  ['option', names('option')],
  ['optgroup', names('optgroup option')],
  ...['dd', 'dt'].map((name): [string, Set<string>] => [name, names('dd dt')]),
  ...['rt', 'rp'].map((name): [string, Set<string>] => [name, names('rt rp')]),
  ...['tbody', 'tfoot'].map((name): [string, Set<string>] => [name, names('thead tbody')]),
  ...[
    ...names(
      'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul',
    ),
  ].map((name): [string, Set<string>] => [name, names('p')]),
])

const tagName = /<\/?[a-z][^\s/>]*/iy

/**
 * Refuses a page whose elements stand too deep in one another, before it is parsed: the parser's work grows with the square of the depth.
 * Follows the tags as the parser does, by the few rules that decide what is inside what.
 */
export function checkNesting(html: string, deepest: number): void {
  const open = new OpenElements()
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    tagName.lastIndex = at
    const tag = tagName.exec(html)?.[0].toLowerCase()
    if (tag === undefined) {
      at = pastOther(html, at)
      continue
    }
    at = pastAttributes(html, at + tag.length)
    if (tag.startsWith('</')) open.close(tag.slice(2))
    else {
      const name = tag.slice(1)
      const ended = html.startsWith('/>', at - 2)
      open.begin(name, ended)
      if (open.depth > deepest) throw tooDeeplyNested()
      if (raw.has(name) && !ended) at = pastWords(html, at, name)
    }
  }
}

/** The elements that stand open, the outermost first. */
class OpenElements {
  readonly #stack: string[] = []
  readonly #counts = new Map<string, number>()
  readonly #foreign: boolean[] = [false]

  get depth(): number {
    return this.#stack.length
  }

  begin(name: string, ended: boolean): void {
    const closed = closes.get(name)
    while (closed?.has(this.#stack.at(-1) ?? '')) this.#pop()
    if (voids.has(name) || (ended && this.#foreign.at(-1))) return
    if (foreign.has(name) || homely.has(name)) this.#foreign.push(foreign.has(name))
    this.#stack.push(name)
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  close(name: string): void {
    if ((foreign.has(name) || homely.has(name)) && this.#foreign.length > 1) this.#foreign.pop()
    if ((this.#counts.get(name) ?? 0) === 0) return
    while (this.#pop() !== name);
  }

  #pop(): string | undefined {
    const name = this.#stack.pop()
    if (name !== undefined) this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1)
    return name
  }
}

/** Past what stands in a tag after its name: in the quoted value of an attribute, anything may stand. A loop: a picture written out is too long for a pattern. */
function pastAttributes(html: string, from: number): number {
  for (let at = from; at < html.length; at += 1) {
    const sign = html.charAt(at)
    if (sign === '>') return at + 1
    if (sign !== '=') continue
    let value = at + 1
    while (/\s/.test(html.charAt(value))) value += 1
    const quote = html.charAt(value)
    if (quote === '"' || quote === "'") {
      const end = html.indexOf(quote, value + 1)
      at = end === -1 ? html.length : end
    } else at = value - 1
  }
  return html.length
}

/** Past a comment, a declaration, or a sign that begins no tag. */
function pastOther(html: string, at: number): number {
  const comment = html.startsWith('<!--', at)
  const end = comment ? html.indexOf('-->', at + 2) : /[!?/]/.test(html.charAt(at + 1)) ? html.indexOf('>', at) : at
  return end === -1 ? html.length : end + (comment ? 3 : 1)
}

/** Past content that is words: to the tag that closes it. */
function pastWords(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}
