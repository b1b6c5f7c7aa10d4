import type { Block } from '../extraction/types.ts'
import { attribute, isText, type MarkupNode, nameOf, visit } from './markup.ts'

type Furniture = NonNullable<Block['furniture']>

const names = (list: string) => new Set(list.split(' '))

/** What templates call the parts of a page that are not the article, by the words in their class names and ids. */
const CALLED: readonly [Furniture, ReadonlySet<string>][] = [
  ['newsletter', names('newsletter newsletters signup mailinglist subscribe subscription nl')],
  ['comment', names('comments comment disqus commenting')],
  ['share', names('share shares sharing social socials sharebar sharetools sharebuttons soc')],
  [
    'related',
    names(
      'related recirc recirculation recommended recommendations recommendation trending mostread popular outbrain taboola readmore morefrom moreon seealso readalso alsoread promo promos',
    ),
  ],
  ['advert', names('advert adverts advertisement advertising adslot adunit adbox sponsor sponsored dfp paywall ad ads')],
  [
    'menu',
    names('nav navbar navigation navmenu breadcrumb breadcrumbs crumbs topbar sitenav pagination skiplink menu masthead toolbar hamburger'),
  ],
  ['tagline', names('ticker strapline tagline weather marketdata livescore scoreboard')],
  ['biography', names('bio authorbio aboutauthor authorbox authorcard')],
  ['legal', names('copyright cookie cookies consent gdpr disclaimer footer colophon')],
  ['caption', names('caption figcaption imagecaption photocaption credit')],
  ['other', names('tags taglist tagcloud keywords embed tweet')],
]
/** Elements of running text: of these a class name tells only if it says nothing else ("caption", not "has-ad-after"). */
const TEXT = names('p span h1 h2 h3 h4 h5 h6 li b strong em i a td blockquote')
/** A part of the page that holds more than this share of its words is the article, whatever it is called. */
const MOST = 0.4

/** A ticker, box or embed with this many whole sentences in it, each of this length at least, reports something: a live ticker, say. */
const REPORTS = 2
const SENTENCE = 60

/** The parts of a page that its markup calls furniture, by class name, id or role; none that holds the article itself. */
export function findFurniture(root: MarkupNode): Map<MarkupNode, Furniture> {
  const found = new Map<MarkupNode, Furniture>()
  const sizes = new Map<MarkupNode, number>()
  const open: Open[] = [{ node: root, size: 0, main: false, sentences: 0 }]
  visit(root, {
    enter(node) {
      if (isText(node)) {
        const top = open.at(-1)
        if (top) count(top, (node.data ?? '').trim())
        return false
      }
      const name = nameOf(node)
      if (name === 'script' || name === 'style') return false
      open.push({ node, size: 0, sentences: 0, main: /^(?:h1|main|html|body)$/.test(name) })
      return true
    },
    leave(node) {
      if (open.at(-1)?.node !== node) return
      const closed = open.pop()
      const around = open.at(-1)
      if (!closed || !around) return
      around.size += closed.size
      around.sentences += closed.sentences
      around.main ||= closed.main
      if (closed.main) return
      const called = calledAs(node)
      // What is called a ticker may be the live ticker that the page is about.
      if (called && !(called === 'tagline' && closed.sentences >= REPORTS)) {
        found.set(node, called)
        sizes.set(node, closed.size)
      }
    },
  })
  const all = open[0]?.size ?? 0
  for (const [node, size] of sizes) if (size > all * MOST) found.delete(node)
  return found
}

interface Open {
  node: MarkupNode
  size: number
  main: boolean
  /** Stretches of text that are long and end as a sentence does. */
  sentences: number
}

function count(around: Open, text: string): void {
  around.size += text.length
  if (text.length >= SENTENCE && /[.!?…][”"’)]*$/u.test(text.slice(-4))) around.sentences++
}

function calledAs(node: MarkupNode): Furniture | null {
  const text = TEXT.has(nameOf(node))
  for (const written of `${attribute(node, 'class')} ${attribute(node, 'id')}`.split(/\s+/).slice(0, 20)) {
    const words = written
      .slice(0, 80)
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_]+/)
      .filter((word) => word !== '')
    if (words.length === 0 || words.length > (text ? 2 : 5)) continue
    const last = words.at(-1) ?? ''
    for (const [kind, set] of CALLED) {
      // A short prefix is the site's own ("vc-share"); joined words count too ("most-read").
      if (set.has(last) || (!text && set.has(words.join(''))) || (!text && words.some((word, k) => set.has(word + (words[k + 1] ?? '')))))
        return kind
      if (!text && kind !== 'caption' && kind !== 'advert' && words.some((word) => set.has(word))) return kind
    }
  }
  return null
}
