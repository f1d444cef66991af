/**
 * A hotline platform as it should behave, for tests and for trying the gateway: `node test/gateways/hotline-stub.ts PORT FILE KEY`.
 * It checks the signature, writes each answer to a file before it says 200, and takes the same id only once.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isSigned } from '../../gateways/webhooks/post.ts'

const [port = '0', file = 'answers.ndjson', key = ''] = process.argv.slice(2)
const known = new Set(
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { id: string }).id)
    : [],
)
const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts).toString()
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = request.headers
    const given = { id: String(id), timestamp: String(timestamp), signature: String(signature) }
    if (!isSigned(key, given, body, Math.floor(Date.now() / 1000))) return response.writeHead(401).end()
    if (!known.has(given.id)) {
      known.add(given.id)
      appendFileSync(file, `${body}\n`)
    } else appendFileSync(`${file}.again`, `${given.id}\n`)
    response.writeHead(200).end()
  })
})
server.listen(Number(port), '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
