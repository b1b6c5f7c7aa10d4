/**
 * The reader's place is kept over an act: where the page and the claim were scrolled to, and what had the focus.
 * After an act on the desk the focus is on what was pressed, or else on the claim in hand; never lost.
 */
const key = 'place'

export function keepPlace() {
  measurePiece()
  // A refused form is answered at its own address, and still shows the desk.
  const here = document.querySelector('.claim') ? 'desk' : location.pathname
  const saved = take()
  // A refused form is answered at the form's own address; what was wrong with it comes before any place.
  if (!showWrong()) {
    if (saved && saved.path === here) bringBack(saved)
    else showClaimInHand()
  }

  document.addEventListener('submit', () => keep(here))
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (link && link.pathname === location.pathname) keep(here)
  })
}

/** Goes to the first thing that is said to be wrong. Returns whether there was one. */
function showWrong() {
  const wrong = document.querySelector('[aria-invalid=true], .field.wrong, .error, [role=alert]')
  if (!wrong) return false
  showClaimInHand()
  if (!wrong.matches('a, button, input, select, textarea, summary')) wrong.tabIndex = -1
  wrong.focus({ preventScroll: true })
  wrong.scrollIntoView({ block: 'center', behavior: 'instant' })
  return true
}

function keep(path) {
  const active = document.activeElement
  const panel = document.querySelector('.claim')
  sessionStorage.setItem(
    key,
    JSON.stringify({
      path,
      page: scrollY,
      panel: panel?.scrollTop ?? 0,
      claim: panel?.dataset.claim ?? null,
      section: active?.closest('section[id]')?.id ?? null,
      focus: active instanceof HTMLElement ? handleOf(active) : null,
    }),
  )
}

function take() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null')
  } catch {
    return null
  } finally {
    sessionStorage.removeItem(key)
  }
}

/** What an element is found by on the next page. */
const handleOf = (element) =>
  element.id ? `#${CSS.escape(element.id)}` : element.dataset.key ? `[data-key="${CSS.escape(element.dataset.key)}"]` : null

function bringBack(saved) {
  const panel = document.querySelector('.claim')
  const wide = matchMedia('(min-width: 60.01rem)').matches
  const sameClaim = panel && panel.dataset.claim === saved.claim
  // On a phone the claim lies below the copy: another claim is gone to, the same one stays where it was.
  if (wide || sameClaim) scrollTo({ top: saved.page, behavior: 'instant' })
  else panel?.scrollIntoView({ behavior: 'instant' })
  if (sameClaim && wide) panel.scrollTop = saved.panel
  const again = sameClaim && saved.focus ? document.querySelector(saved.focus) : null
  const section = sameClaim && saved.section ? document.getElementById(saved.section) : null
  const target = again && again.getClientRects().length > 0 ? again : (section?.querySelector('h2') ?? panel?.querySelector('h2, .wording'))
  if (section && wide) section.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  if (target) {
    if (!target.matches('a, button, input, select, textarea, summary')) target.tabIndex = -1
    target.focus({ preventScroll: true })
  }
  showClaimInHand()
}

/** The claim in hand is in sight in the copy too. */
function showClaimInHand() {
  if (!matchMedia('(min-width: 60.01rem)').matches) return
  const mark = document.querySelector('.copy [aria-current]')
  if (!mark) return
  const { top, bottom } = mark.getBoundingClientRect()
  const head = document.querySelector('.piece')?.getBoundingClientRect().bottom ?? 0
  if (top < head || bottom > innerHeight) mark.scrollIntoView({ block: 'center', behavior: 'instant' })
}

/** The header sticks; what lies under it needs its height. */
function measurePiece() {
  const piece = document.querySelector('.piece')
  if (!piece) return
  const measure = () => document.documentElement.style.setProperty('--piece-block', `${Math.ceil(piece.getBoundingClientRect().height)}px`)
  measure()
  addEventListener('resize', measure)
}
