import { hash, verify } from '@node-rs/argon2'
import { Unusable } from '../errors.ts'

/** What OWASP asks of Argon2id: 19 MiB, two passes, one lane. Argon2id is the library's default kind. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const leastPasswordLength = 12
const mostPasswordLength = 200
export const tooShort = `Give a password of at least ${leastPasswordLength} characters. A few words in a row do well.`

/** Characters as people count them, so that one emoji is one. */
export const lengthOf = (password: string): number => Array.from(password.normalize('NFKC')).length

/** Long enough, and still among the first that anybody would try. */
const wellKnown = new Set([
  'password1234',
  'password12345',
  'password123456',
  'passwordpassword',
  'mypassword123',
  'passw0rd1234',
  'p@ssw0rd1234',
  'p@ssword1234',
  'adminadminadmin',
  'administrator',
  'administrator1',
  'letmeinletmein',
  'letmein12345',
  'welcome12345',
  'welcomewelcome',
  'changemechangeme',
  'changeme1234',
  'iloveyouiloveyou',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyqwerty',
  'qwerty123456',
  'qwertyuiopasdf',
  'asdfghjklasdf',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  '123456789012',
  '1234567890123',
  '12345678901234',
  '1234567890ab',
  '123456123456',
  '123412341234',
  '111222333444',
  '012345678901',
  'abcdefghijkl',
  'abcdefghijklm',
  'abc123abc123',
  'linecheck1234',
  'linechecklinecheck',
  'newsroom1234',
  'newsroomnewsroom',
  'trustno1trustno1',
  'correcthorsebatterystaple',
  'correct horse battery staple',
])

/** Hashes a password for the database. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

/**
 * Whether this is the person's password. Without a stored one it takes just as long and says no,
 * so that the time an answer takes does not tell who has an account.
 */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? decoy, password.normalize('NFKC'))
  return right && stored !== undefined
}

/** A hash of 32 random bytes that nobody kept, at the cost above. */
export const decoy = '$argon2id$v=19$m=19456,t=2,p=1$kkrrkHBYw6oIeFnFwnpZ2A$BOSibvmP5RHl6uCJZwQ3GKdpTOnCZTvUMtG4/bDWn3I'

/** Throws `Unusable` with the sentence to show for a password that is too easily guessed. */
export function refuseWeakPassword(password: string, person: { name: string; email: string }, field = 'password'): void {
  const fault = weakness(password, person)
  if (fault) throw new Unusable(fault, field)
}

function weakness(password: string, person: { name: string; email: string }): string | null {
  const characters = Array.from(password.normalize('NFKC'))
  if (characters.length < leastPasswordLength) return tooShort
  if (characters.length > mostPasswordLength) return `Keep the password under ${mostPasswordLength + 1} characters.`
  const plain = password.normalize('NFKC').trim().toLowerCase()
  if (wellKnown.has(plain) || new Set(characters).size < 4)
    return 'This password is among the first that anybody would try. Choose another.'
  const own = [person.email, person.email.split('@')[0], person.name, person.name.replaceAll(' ', '')].map((word) => word?.toLowerCase())
  if (own.includes(plain)) return 'Your name or e-mail address is too easily guessed. Choose another password.'
  return null
}
