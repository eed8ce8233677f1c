import type { Plugin } from 'vite'
import { answer } from './answers'

/** Answers /api from memory, in the development server only. */
export function mockServer(): Plugin {
  return {
    name: 'mock-server',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/api', (request, response) => {
        const chunks: Buffer[] = []
        request.on('data', (chunk: Buffer) => chunks.push(chunk))
        request.on('end', () => {
          const url = new URL(request.url ?? '/', 'http://localhost')
          const body = Buffer.concat(chunks).toString()
          const { status, json } = answer(request.method ?? 'GET', url, body ? (JSON.parse(body) as unknown) : undefined)
          setTimeout(() => {
            response.statusCode = status
            response.setHeader('Set-Cookie', 'XSRF-TOKEN=mock; Path=/')
            response.setHeader('Content-Type', status < 400 ? 'application/json' : 'application/problem+json')
            response.end(json === undefined ? '' : JSON.stringify(json))
          }, 80)
        })
      })
    },
  }
}
