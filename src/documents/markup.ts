import { DOMParser } from 'linkedom'
import { checkWeight, maxDepth, weigh } from './limits.ts'
import { checkNesting } from './nesting.ts'

/** As much of a DOM node as is used here; the DOM's own types are not part of a server's library. */
export interface MarkupNode {
  readonly nodeType: number
  readonly localName?: string
  readonly data?: string
  readonly firstChild: MarkupNode | null
  readonly nextSibling: MarkupNode | null
  readonly parentNode: MarkupNode | null
  getAttribute?(name: string): string | null
  getAttributeNames?(): string[]
}

interface Visitor {
  /** Answers false to leave out everything inside the node (and its leaving). */
  enter(node: MarkupNode): boolean
  leave?(node: MarkupNode): void
}

const elementType = 1
const textTypes = [3, 4]

/** Parses a page or a fragment. Its document type is hidden from linkedom, whose node for it has no next sibling: pages would end there. */
export function parseMarkup(html: string): MarkupNode {
  checkWeight(weigh(html))
  checkNesting(html, maxDepth)
  return new DOMParser().parseFromString(html.replace(/<!doctype/gi, '<?doctype'), 'text/html') as unknown as MarkupNode
}

/** Visits everything under a node, in order. A loop, not recursion: pages nest deeper than the stack reaches. */
export function visit(root: MarkupNode, visitor: Visitor): void {
  let node = root.firstChild
  while (node) {
    const entered = visitor.enter(node)
    let next: MarkupNode | null = entered ? node.firstChild : null
    if (!next) {
      if (entered) visitor.leave?.(node)
      for (next = node.nextSibling; !next; next = node.nextSibling) {
        node = node.parentNode
        if (!node || node === root) return
        visitor.leave?.(node)
      }
    }
    node = next
  }
}

/** The element's name in small letters; empty for anything that is not an element. */
export function nameOf(node: MarkupNode): string {
  return node.nodeType === elementType ? (node.localName ?? '').toLowerCase() : ''
}

export function isText(node: MarkupNode): boolean {
  return textTypes.includes(node.nodeType)
}

/** An attribute's value whatever the case its name was written in; empty where there is none. */
export function attribute(node: MarkupNode, name: string): string {
  const value = node.getAttribute?.(name)
  if (value) return value
  const written = node.getAttributeNames?.().find((one) => one.toLowerCase() === name)
  return (written && node.getAttribute?.(written)) || ''
}

export function hasAttribute(node: MarkupNode, name: string): boolean {
  return node.getAttributeNames?.().some((one) => one.toLowerCase() === name) ?? false
}
