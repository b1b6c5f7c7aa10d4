import { expect, test } from 'vitest'
import { onPort, readSettings } from '../../src/config.ts'
import { Refusal } from '../../src/errors.ts'

test('without any setting Linecheck listens on this machine alone and trusts no proxy', () => {
  expect(readSettings({ PORT: '', HOST: ' ' })).toEqual({
    dataFolder: './data',
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://127.0.0.1:3000',
    secure: false,
    trustProxy: false,
    vaultKey: null,
  })
})

test.each([
  [{ PORT: 'eighty' }],
  [{ PORT: '65536' }],
  [{ PORT: '-1' }],
  [{ PORT: '3000.5' }],
  [{ PUBLIC_URL: 'check.example' }],
  [{ PUBLIC_URL: 'ftp://check.example' }],
  [{ PUBLIC_URL: 'https://check.example/desk' }],
  [{ PUBLIC_URL: 'https://user:secret@check.example' }],
  [{ TRUST_PROXY: 'everybody' }],
  [{ TRUST_PROXY: '10.0.0.0/99' }],
  [{ TRUST_PROXY: '10.0.0.1/0' }],
  [{ TRUST_PROXY: ':::' }],
  [{ TRUST_PROXY: '10' }],
])('%j is refused by name', (env) => {
  const name = Object.keys(env)[0] ?? ''
  expect(() => readSettings(env)).toThrow(Refusal)
  expect(() => readSettings(env)).toThrow(new RegExp(`^The setting ${name} cannot be used: `))
})

test.each([
  ['1', 1],
  ['loopback', 'loopback'],
  ['loopback, 10.0.0.0/8', 'loopback, 10.0.0.0/8'],
  ['fd00::/8', 'fd00::/8'],
])('TRUST_PROXY %j is understood', (TRUST_PROXY, trustProxy) => {
  expect(readSettings({ TRUST_PROXY }).trustProxy).toBe(trustProxy)
})

test('cookies are secure where the public address is https', () => {
  expect(readSettings({ PUBLIC_URL: 'https://check.example/' })).toMatchObject({ publicUrl: 'https://check.example', secure: true })
})

test('listening everywhere, the address to open is this machine; a chosen port stands in it unless an address is given', () => {
  expect(readSettings({ HOST: '0.0.0.0' }).publicUrl).toBe('http://localhost:3000')
  expect(readSettings({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000')
  expect(onPort(readSettings({ PORT: '0' }), 4321).publicUrl).toBe('http://127.0.0.1:4321')
  expect(onPort(readSettings({ PORT: '0', PUBLIC_URL: 'https://check.example' }), 4321).publicUrl).toBe('https://check.example')
})
