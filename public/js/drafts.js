/**
 * What is typed in one form must survive sending another, a reload, and the back button. It is kept in this tab's own
 * session storage, goes when its form is sent, and goes altogether on signing out.
 */
const prefix = 'draft:'

export function keepDrafts() {
  for (const form of document.querySelectorAll('form[method=post]')) {
    const key = keyOf(form)
    if (key === null) continue
    if (!form.querySelector('[aria-invalid=true], .error')) bringBack(form, key)
    form.addEventListener('input', () => sessionStorage.setItem(key, JSON.stringify(valuesOf(form))))
    form.addEventListener('submit', (event) => leave(event, form, key))
  }
  // A page taken from the browser's memory was already sent once; it must be possible to send it again.
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent
  })
}

/** The form's address, so that each claim's forms have drafts of their own; none for forms that hold secrets. */
function keyOf(form) {
  if (new URL(form.action).pathname === '/sign-out') form.addEventListener('submit', () => sessionStorage.clear())
  if (form.querySelector('input[type=password]')) return null
  return fieldsOf(form).length > 0 ? prefix + new URL(form.action).pathname + (form.dataset.draft ?? '') : null
}

/** Twice pressed is once sent. */
function leave(event, form, key) {
  if (form.dataset.sent === 'yes') return event.preventDefault()
  form.dataset.sent = 'yes'
  sessionStorage.removeItem(key)
}

const fieldsOf = (form) =>
  [...form.elements].filter((field) => field.name && !['hidden', 'file', 'submit', 'button', 'fieldset'].includes(field.type))

function valuesOf(form) {
  return fieldsOf(form).map((field) =>
    ['radio', 'checkbox'].includes(field.type) ? [field.name, field.value, field.checked] : [field.name, field.value, null],
  )
}

function bringBack(form, key) {
  let saved
  try {
    saved = JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return
  }
  if (!Array.isArray(saved)) return
  for (const field of fieldsOf(form)) {
    const ticks = ['radio', 'checkbox'].includes(field.type)
    const found = saved.find(([name, value]) => name === field.name && (!ticks || value === field.value))
    if (!found) continue
    if (ticks) field.checked = found[2] === true
    else field.value = found[1]
  }
  for (let around = form.closest('details'); around; around = around.parentElement.closest('details')) around.open = true
}
