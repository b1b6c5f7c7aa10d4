import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { Conflict } from '../errors.ts'

const NONCE = 12
const TAG = 16
/** What is sealed is filled up to a multiple of this: its length says nothing of a name. */
const BLOCK = 1024

/** What a key goes by: enough to tell two apart, and nothing to guess it from. */
export const keyIdOf = (key: Buffer): string => createHash('sha256').update('linecheck-vault-key').update(key).digest('hex').slice(0, 12)

/** Seals a text for one source: AES-256-GCM, bound to the source so that it opens under no other. */
export function seal(key: Buffer, sourceId: number, text: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(sourceId))
  const plain = Buffer.from(text)
  const filled = Buffer.alloc(Math.ceil((plain.length + 1) / BLOCK) * BLOCK, 0x20)
  plain.copy(filled)
  const sealed = Buffer.concat([cipher.update(filled), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
}

/** Opens what was sealed. Throws a `Conflict` where the key is another one or the bytes were changed. */
export function unseal(key: Buffer, sourceId: number, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(boundTo(sourceId))
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
      .toString()
      .trimEnd()
  } catch {
    throw new Conflict(
      'This cannot be opened: it was sealed with another key, or its bytes were changed. The key belongs to whoever runs Linecheck.',
    )
  }
}

const boundTo = (sourceId: number): Buffer => Buffer.from(`linecheck-vault:source:${sourceId}`)
