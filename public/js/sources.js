/** While somebody types a source's name, sources of the whole directory are offered, not only those the page came with. */
export function offerSources() {
  for (const field of document.querySelectorAll('input[data-source-picker]')) {
    let waiting
    field.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(() => offer(field), 200)
    })
  }
}

async function offer(field) {
  const typed = field.value.trim()
  if (typed.length < 2 || typed.includes(' · #')) return
  const article = field.closest('[data-article]')?.dataset.article ?? ''
  const answer = await fetch(`/sources/options?${new URLSearchParams({ q: typed, article })}`)
  if (!answer.ok) return
  const list = document.getElementById(field.getAttribute('list'))
  const known = new Set([...(list?.options ?? [])].map((option) => option.value))
  for (const { value, label } of await answer.json()) {
    if (known.has(value)) continue
    const option = document.createElement('option')
    option.value = value
    option.label = label
    list?.append(option)
  }
}
