import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import express from 'express'

/** The baseline for a page: the same bytes, sent by Express from memory and from a file. */
const file = process.argv[2] ?? ''
const bytes = readFileSync(file)
const app = express()
app.get('/from-memory', (_req, res) => {
  res.type('html').send(bytes)
})
app.use(express.static(path.dirname(file)))
const server = app.listen(0, '127.0.0.1', () => console.log(`It is at http://127.0.0.1:${(server.address() as AddressInfo).port}`))
process.once('SIGTERM', () => process.exit(0))
