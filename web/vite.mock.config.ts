import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { mockServer } from './dev/mockServer'

/** The front end alone, over invented data: for looking at pages without a server. Never part of the build. */
export default defineConfig({ plugins: [react(), mockServer()] })
