/** A rich paste keeps its paragraphs and headings: the HTML goes along with the plain words, until these are changed by hand. */
export function keepRichPaste() {
  const text = document.querySelector('textarea#text')
  const html = document.querySelector('#paste-html')
  if (!text || !html) return
  const kept = document.querySelector('#paste-kept')
  let pasting = false
  text.addEventListener('paste', (event) => {
    const rich = event.clipboardData?.getData('text/html') ?? ''
    const replacesAll = text.selectionStart === 0 && text.selectionEnd === text.value.length
    html.value = replacesAll ? rich : ''
    pasting = true
    if (kept) kept.hidden = html.value === ''
  })
  text.addEventListener('input', () => {
    if (!pasting) {
      html.value = ''
      if (kept) kept.hidden = true
    }
    pasting = false
  })
}
