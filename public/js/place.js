/**
 * The reader's place is kept over an act: where the page and the claim were scrolled to, and what had the focus.
 * After an act on the desk the focus is on what was pressed, or else on the claim in hand; never lost.
 */
const key = 'place'

export function keepPlace() {
  measurePiece()
  const here = location.pathname
  const saved = take()
  if (saved && saved.path === here) bringBack(saved)
  else showClaimInHand()

  document.addEventListener('submit', () => keep(here))
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (link && link.pathname === here) keep(here)
  })
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
  const wrong = document.querySelector('.claim [aria-invalid=true], .claim [role=alert], .banner[role=alert]')
  const again = sameClaim && saved.focus ? document.querySelector(saved.focus) : null
  const target = wrong ?? (again && again.getClientRects().length > 0 ? again : panel?.querySelector('h2, .wording'))
  if (target) {
    if (!target.matches('a, button, input, select, textarea, summary')) target.tabIndex = -1
    target.focus({ preventScroll: !wrong })
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
