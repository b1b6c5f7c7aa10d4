/** What is added to an address only to count where readers came from. */
const tracking =
  /^(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|at_medium|at_campaign|cmpid|ocid|spm)$/i

/** What two addresses of the same page have in common: host in lower case; no scheme, fragment, tracking or trailing slash. Empty for no address. */
export function addressKey(url: string): string {
  if (!URL.canParse(url)) return ''
  const { host, pathname, searchParams } = new URL(url)
  for (const name of Array.from(searchParams.keys()).filter((one) => tracking.test(one))) searchParams.delete(name)
  searchParams.sort()
  const query = searchParams.toString()
  return `${host}${pathname.replace(/\/+$/, '')}${query === '' ? '' : `?${query}`}`
}

/** An address as it is stored: written in the one way that browsers write it. */
export const writtenOut = (url: string): string => (URL.canParse(url) ? new URL(url).href : '')

/** The part of an address that every other form of it has too, to look for it among many. */
export const addressPath = (url: string): string => (URL.canParse(url) ? new URL(url).pathname.replace(/\/+$/, '') : '')
