/** Where a correction was published, if that is an address. */
export const webAddressOf = (place: string): string | null =>
  URL.canParse(place) && /^https?:$/.test(new URL(place).protocol) ? place : null
