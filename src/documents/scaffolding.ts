import { attribute, type MarkupNode, nameOf, visit } from './markup.ts'

interface Scaffolding {
  /** Tables that lay out a page instead of holding data. */
  layoutTables: Set<MarkupNode>
  /** Forms that wrap a whole page, as some publishing systems write them. */
  pageForms: Set<MarkupNode>
}

interface Frame {
  node: MarkupNode
  paragraphs: number
}

/** More paragraphs than this inside one cell, or one form, are an article. */
const fewParagraphs = 3
/** Forms inside forms: more than this is a mistake, and would make the work grow with its square. */
const deepestForm = 4

/** Finds the tables and the forms of a page that say nothing about what is inside them. */
export function findScaffolding(root: MarkupNode): Scaffolding {
  const layoutTables = new Set<MarkupNode>()
  const pageForms = new Set<MarkupNode>()
  const tables: Frame[] = []
  const forms: Frame[] = []

  visit(root, {
    enter(node) {
      const name = nameOf(node)
      const table = tables.at(-1)
      if (table) {
        if (name === 'td' || name === 'th') table.paragraphs = 0
        if (name === 'p') table.paragraphs += 1
        if (table.paragraphs > fewParagraphs || /^(table|h[1-6]|article|section|ul|ol|blockquote)$/.test(name)) layoutTables.add(table.node)
      }
      for (const form of forms) {
        if (name === 'p') form.paragraphs += 1
        if (form.paragraphs > fewParagraphs || /^(article|main|h1)$/.test(name)) pageForms.add(form.node)
      }
      if (name === 'table') tables.push({ node, paragraphs: 0 })
      if (name === 'table' && /^(presentation|none)$/.test(attribute(node, 'role'))) layoutTables.add(node)
      if (name === 'form' && forms.length < deepestForm) forms.push({ node, paragraphs: 0 })
      return true
    },
    leave(node) {
      if (node === tables.at(-1)?.node) tables.pop()
      if (node === forms.at(-1)?.node) forms.pop()
    },
  })
  return { layoutTables, pageForms }
}
