import { setupServer } from 'msw/node'

/** The server of page tests: each test says what it answers, by `server.use(…)`. */
export const server = setupServer()
