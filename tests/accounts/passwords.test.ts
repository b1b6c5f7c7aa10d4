import { expect, test } from 'vitest'
import { decoy, hashPassword, isPassword, refuseWeakPassword } from '../../src/accounts/passwords.ts'
import { Unusable } from '../../src/errors.ts'

const cal = { name: 'Calvin Dunnington', email: 'calvin.dunnington@example.org' }

test.each([
  'short',
  'elevenchars',
  '👍👍👍👍👍👍',
  'aaaaaaaaaaaa',
  'abababababab',
  'password1234',
  'PasswordPassword',
  'calvin dunnington',
  'CalvinDunnington',
  'calvin.dunnington',
  'calvin.dunnington@example.org',
  'x'.repeat(201),
])('the password %j is refused with a sentence', (password) => {
  expect(() => refuseWeakPassword(password, cal)).toThrow(Unusable)
})

test.each(['three plain words', '  spaces count too  ', 'كلمة مرور طويلة جدا', 'x'.repeat(100) + 'abc'.repeat(33), 'twelve chars'])(
  'the password %j is good',
  (password) => {
    expect(() => refuseWeakPassword(password, cal)).not.toThrow()
  },
)

test('passwords are hashed by Argon2id at the cost that OWASP asks for, and the decoy costs the same', async () => {
  const hashed = await hashPassword('three plain words')
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(decoy.split('$').slice(0, 4)).toEqual(hashed.split('$').slice(0, 4))
  expect(decoy).toHaveLength(hashed.length)
})

test('a password is known again, however its letters are composed; without an account nothing is right', async () => {
  const hashed = await hashPassword('caf\u00e9 au lait, twice')
  expect(await isPassword(hashed, 'cafe\u0301 au lait, twice')).toBe(true)
  expect(await isPassword(hashed, 'cafe au lait, twice')).toBe(false)
  expect(await isPassword(undefined, 'cafe au lait, twice')).toBe(false)
})
