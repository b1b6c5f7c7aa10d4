import { type Entry, fitsPronoun, type Ledger } from './ledger.ts'

const isMedium = ({ kind }: Entry): boolean => kind === 'news_agency' || kind === 'outlet' || kind === 'party_media'

/**
 * Who goes on speaking where the verb alone says so ("وأضافت", "Añadió"): the last speaker whose gender fits. Behind a medium that passed on
 * somebody's words in the same sentence it is the one whose words they are. Null where nobody has spoken.
 */
export function whoGoesOn(ledger: Ledger, gender: 'm' | 'f' | null): number | null {
  const fits = (entry: Entry): boolean => fitsPronoun(entry, 'speaker', gender)
  const last = ledger.lastSpeaker(fits)
  const entry = last === null ? undefined : ledger.entries[last]
  if (!entry || !isMedium(entry)) return last
  return ledger.lastSpeaker((other) => fits(other) && !isMedium(other) && other.spoke === entry.spoke) ?? last
}
