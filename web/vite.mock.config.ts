import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { mockServer } from './dev/mockServer'

/** Adds the showcase to the features, whatever they are; QIJI_SHOWCASE=no leaves it out. */
function withShowcase(): Plugin {
  return {
    name: 'with-showcase',
    enforce: 'pre',
    transform(code, id) {
      if (process.env.QIJI_SHOWCASE === 'no' || !id.endsWith('/src/app/routes.tsx')) return undefined
      return `import { showcase } from '../../dev/showcase'\n${code.replace(
        'export const features: Feature[] = [',
        'export const features: Feature[] = [...showcase, ',
      )}`
    },
  }
}

/** The front end alone, over invented data: for looking at pages without a server. Never part of the build. */
export default defineConfig({ plugins: [withShowcase(), react(), mockServer()] })
