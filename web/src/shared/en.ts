import type zh from './zh'

export default {
  product: 'Qiji 契机',
  error: {
    title: 'Something went wrong',
    page: 'The page could not be shown. Try again; if it keeps happening, tell your administrator.',
    server: 'The server stumbled. Try again in a moment.',
    offlineTitle: 'The server cannot be reached',
    offline: 'Check your connection and try again. What you entered is still here.',
    stale: 'Someone changed this record just now. Look at the newest version before you save.',
    missing: 'This record cannot be found',
    missingReason: 'It may be gone, or not yours to see.',
    retry: 'Try again',
  },
} satisfies typeof zh
