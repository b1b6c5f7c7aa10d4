/**
 * Words chosen by selecting them in the copy. The bar below the copy then offers what can be done with them.
 * Pieces of the copy carry where they begin in the exact text (data-from), so that a selection becomes offsets.
 */
export function offerSelection() {
  const bar = document.querySelector('#selection')
  const copy = document.querySelector('.copy')
  if (!bar || !copy) return
  const passages = []
  dragThroughLinks(copy)

  document.addEventListener('selectionchange', () => {
    const span = spanOf(document.getSelection(), copy)
    if (!span && bar.contains(document.activeElement)) return
    show(bar, span ? [...passages, span] : passages)
  })
  bar.querySelector('[data-adds]')?.addEventListener('click', () => {
    const span = spanOf(document.getSelection(), copy)
    if (span) passages.push(span)
    document.getSelection()?.removeAllRanges()
  })
  bar.querySelector('[data-clears]')?.addEventListener('click', () => {
    passages.length = 0
    document.getSelection()?.removeAllRanges()
    show(bar, passages)
  })
}

function show(bar, spans) {
  bar.hidden = spans.length === 0
  bar.querySelector('[name=spans]').value = spans.map(({ start, end }) => `${start}-${end}`).join(',')
  bar.querySelector('[name=at]').value = spans[0]?.start ?? ''
  bar.querySelector('.chosen').textContent = spans.map(({ words }) => `“${words}”`).join(' … ')
}

/** A selection inside the copy as offsets of the exact text, or null. */
function spanOf(selection, copy) {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!copy.contains(range.commonAncestorContainer)) return null
  const inside = [...copy.querySelectorAll('[data-from]')].filter((piece) => range.intersectsNode(piece))
  const ends = inside.map((piece) => stretchOf(piece, range)).filter(({ start, end }) => end > start)
  if (ends.length === 0) return null
  const words = selection.toString().trim().replace(/\s+/g, ' ')
  return { start: ends[0].start, end: ends.at(-1).end, words: words.length > 120 ? `${words.slice(0, 80)} … ${words.slice(-30)}` : words }
}

function stretchOf(piece, range) {
  const from = Number(piece.dataset.from)
  const text = piece.firstChild
  const length = text?.length ?? 0
  const start = range.startContainer === text ? range.startOffset : 0
  const end = range.endContainer === text ? range.endOffset : length
  return { start: from + start, end: from + end }
}

/**
 * Each claim in the copy is a link, and a browser drags a link instead of selecting its words. So the selection is drawn here:
 * from where the pointer went down to where it is; a click that did not move still follows the link.
 */
function dragThroughLinks(copy) {
  let from = null
  let moved = false
  copy.addEventListener('mousedown', (event) => {
    moved = false
    from = event.button === 0 && event.target.closest('a') ? document.caretRangeFromPoint?.(event.clientX, event.clientY) : null
  })
  document.addEventListener('mousemove', (event) => {
    if (!from || !(event.buttons & 1)) return
    const to = document.caretRangeFromPoint(event.clientX, event.clientY)
    if (!to || !copy.contains(to.startContainer)) return
    moved ||= to.startContainer !== from.startContainer || to.startOffset !== from.startOffset
    if (moved) document.getSelection()?.setBaseAndExtent(from.startContainer, from.startOffset, to.startContainer, to.startOffset)
  })
  document.addEventListener('mouseup', () => {
    from = null
  })
  copy.addEventListener('dragstart', (event) => event.preventDefault())
  copy.addEventListener('click', (event) => {
    if (moved) event.preventDefault()
    moved = false
  })
}
