import type { Block } from '../extraction/types.ts'
import type { ReadDocument } from './types.ts'
import { BlockWriter, type Setting } from './block-writer.ts'
import { readDeclared } from './declared.ts'
import { findFurniture } from './html-hints.ts'
import { attribute, hasAttribute, isText, type MarkupNode, nameOf, parseMarkup, visit } from './markup.ts'
import { findScaffolding } from './scaffolding.ts'

const names = (list: string) => new Set(list.split(' '))

/** Never words on the page. */
const dropped = names(
  'script style svg template noscript title meta link base iframe object embed video audio canvas map textarea datalist rp',
)

/** Elements that stand as blocks of their own; everything else runs on in its line. */
const standing = names(
  'html head body main article section div header footer nav aside p h1 h2 h3 h4 h5 h6 ul ol menu dir li dl dt dd blockquote figure ' +
    'figcaption table caption thead tbody tfoot tr td th form fieldset legend address pre hr details summary dialog center hgroup search ' +
    'button select option optgroup',
)
const headings = names('h1 h2 h3 h4 h5 h6')
const menus = names('nav menu button select search')
const asides = names('aside footer dialog')
const tableParts = names('table thead tbody tfoot tr td th caption')
const menuRoles = names('navigation menu menubar search toolbar tablist button')
const asideRoles = names('complementary contentinfo dialog alertdialog doc-footnote doc-endnotes')

/** Kinds that hold for everything inside them, whatever the markup there says. */
const settled: readonly Block['kind'][] = ['menu', 'aside', 'caption', 'table']

/** Turns an HTML page or fragment into its words, block by block, and what the page says of itself. */
export function readHtml(html: string): Pick<ReadDocument, 'text' | 'blocks' | 'declared'> {
  const root = parseMarkup(html)
  const { layoutTables, pageForms } = findScaffolding(root)
  const called = findFurniture(root)
  const writer = new BlockWriter()
  const outside: Setting = { kind: 'paragraph' }
  const settings: Setting[] = []
  const here = () => settings.at(-1) ?? outside
  let rows = 0
  let preformatted = 0

  visit(root, {
    enter(node) {
      if (isText(node)) {
        if (preformatted > 0) writeLines(writer, node.data ?? '', here())
        else writer.write(node.data ?? '')
        return false
      }
      const name = nameOf(node)
      if (name === '' || dropped.has(name) || isHidden(node, name)) return false
      if (name === 'br') return breakLine(writer, here())
      if (name === 'pre') preformatted += 1
      if (name === 'tr') rows += 1
      if (name === 'time' || (name === 'a' && here().kind === 'menu')) writer.setApart()
      if (name === 'a') writer.openLink()
      if (isNoteMark(node, name)) writer.write('[')
      if (!standing.has(name)) return true

      const furniture = here().furniture ?? called.get(node)
      const inside = { ...settingOf(node, name, here(), rows, layoutTables, pageForms), ...(furniture && { furniture }) }
      // Paragraphs inside a cell of a table of data are lines of that cell, not blocks.
      if (staysInCell(name, here())) writer.breakLine()
      else writer.end(here())
      settings.push(inside)
      return true
    },
    leave(node) {
      const name = nameOf(node)
      if (name === 'pre') preformatted -= 1
      if (name === 'time' || (name === 'a' && here().kind === 'menu')) writer.setApart()
      if (isNoteMark(node, name)) writer.write(/sym\b/.test(attribute(node, 'class')) ? '] ' : ']')
      if (name === 'a') writer.closeLink()
      if (!standing.has(name)) return
      const inside = settings.pop() ?? outside
      if (staysInCell(name, here())) writer.breakLine()
      else writer.end(inside)
    },
  })
  writer.end(here())
  return { text: writer.text, blocks: writer.blocks, declared: readDeclared(root) }
}

function settingOf(
  node: MarkupNode,
  name: string,
  around: Setting,
  row: number,
  layoutTables: Set<MarkupNode>,
  pageForms: Set<MarkupNode>,
): Setting {
  const role = attribute(node, 'role').toLowerCase()
  const style = attribute(node, 'class')
  if (around.kind === 'menu') return around
  if (menus.has(name) || menuRoles.has(role) || (name === 'form' && !pageForms.has(node))) return { kind: 'menu' }
  if (settled.includes(around.kind)) return name === 'tr' ? { ...around, row } : around
  if (asides.has(name) || asideRoles.has(role) || isNoteOrMargin(node)) return { kind: 'aside' }
  if (headings.has(name)) return { kind: 'heading', level: Number(name[1]) }
  if (/\bMsoTitle\b/.test(style)) return { kind: 'heading', level: 1 }
  if (name === 'figcaption' || name === 'caption' || /\bMsoCaption\b/.test(style)) return { kind: 'caption' }
  if (name === 'table') return layoutTables.has(node) ? around : { kind: 'table' }
  if (name === 'li' || name === 'dt' || name === 'dd' || /\bMsoListParagraph/.test(style)) return { kind: 'list_item' }
  if (name === 'blockquote' || /\bMso(Intense)?Quote\b/.test(style)) return { kind: 'quote' }
  return around
}

/** Footnotes as Word and LibreOffice write them, and what LibreOffice prints at the edges of each page. */
function isNoteOrMargin(node: MarkupNode): boolean {
  return (
    /mso-element:\s*(foot|end)note/i.test(attribute(node, 'style')) ||
    /^sd(foot|end)note\d/.test(attribute(node, 'id')) ||
    /^(header|footer)$/.test(attribute(node, 'title'))
  )
}

/** A footnote's number: it gets brackets, or it would run into the word or the figure before it. */
function isNoteMark(node: MarkupNode, name: string): boolean {
  return name === 'a' && (attribute(node, 'role') === 'doc-noteref' || /\bsd(foot|end)note(anc|sym)\b/.test(attribute(node, 'class')))
}

function staysInCell(name: string, around: Setting): boolean {
  return around.kind === 'table' && around.row !== undefined && !tableParts.has(name)
}

/** Two breaks in a row are how old pages and pastes begin a new paragraph. */
function breakLine(writer: BlockWriter, here: Setting): false {
  if (writer.atLineBreak && here.kind !== 'table') writer.end(here)
  else writer.breakLine()
  return false
}

function writeLines(writer: BlockWriter, text: string, here: Setting): void {
  text.split(/\r\n?|\n/).forEach((line, index) => {
    if (index > 0) breakLine(writer, here)
    writer.write(line)
  })
}

/** What a reader of the page cannot see, and the list markers that Word writes out as text. */
function isHidden(node: MarkupNode, name: string): boolean {
  if (name === 'html' || name === 'body') return false
  if (hasAttribute(node, 'hidden') && attribute(node, 'hidden') !== 'until-found') return true
  if (name === 'input' || attribute(node, 'role') === 'doc-backlink') return true
  const style = attribute(node, 'style')
  return style !== '' && /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i.test(style)
}
