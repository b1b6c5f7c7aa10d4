/**
 * Single keys. An element that answers to a key says so itself: data-key="j". A link or button is pressed, a disclosure is
 * opened and its first field takes the focus, a radio is chosen. Inactive in fields, with a modifier, and where switched off.
 */
export function listenForKeys() {
  if (document.body.dataset.shortcuts !== 'on') return
  document.addEventListener('keydown', (event) => {
    // Out of a field, so that the single keys wake again.
    if (event.key === 'Escape' && typesIn(event.target)) return event.target.blur()
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typesIn(event.target)) return
    const target = findTarget(event.key)
    if (!target) return
    event.preventDefault()
    activate(target)
  })
}

/** Radios and boxes take no letters, so keys stay alive on them; digits there choose as everywhere. */
function typesIn(element) {
  if (!(element instanceof HTMLElement)) return false
  if (element.isContentEditable || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true
  return element instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(element.type)
}

function findTarget(key) {
  for (const element of document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)) {
    const reachable = element.closest('details:not([open]) > :not(summary)') === null
    if (!element.disabled && !element.closest('[hidden]') && reachable) return element
  }
  return null
}

function activate(element) {
  if (element.tagName === 'SUMMARY') {
    element.parentElement.open = true
    const field = element.parentElement.querySelector('input:not([type=hidden]), select, textarea, button')
    ;(field ?? element).focus()
    element.parentElement.scrollIntoView({ block: 'nearest' })
  } else if (element instanceof HTMLInputElement && element.type === 'radio') {
    element.checked = true
    element.focus()
    element.dispatchEvent(new Event('input', { bubbles: true }))
  } else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus()
  } else {
    element.focus()
    element.click()
  }
}
