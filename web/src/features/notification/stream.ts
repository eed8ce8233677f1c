const NAME = 'qiji-notices'
/** Asked this often where no stream is to be had. */
const POLL_MS = 30_000

/**
 * Calls `heard` whenever the viewer's notices may have changed. Of all tabs of a browser one listens to the server and tells
 * the others, since a browser keeps few connections to one server. What it returns ends it.
 */
export function listen(heard: () => void): () => void {
  const stop = new AbortController()
  if (!('locks' in navigator) || typeof EventSource === 'undefined') {
    // Locks are for secure addresses only.
    const timer = setInterval(() => !document.hidden && heard(), POLL_MS)
    stop.signal.addEventListener('abort', () => clearInterval(timer))
    return () => stop.abort()
  }
  const tabs = new BroadcastChannel(NAME)
  tabs.addEventListener('message', heard)
  stop.signal.addEventListener('abort', () => tabs.close())
  const tell = () => {
    heard()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is no window
    tabs.postMessage('')
  }
  // Whoever holds the lock leads; the next tab takes it when that one is closed.
  navigator.locks
    .request(NAME, { signal: stop.signal }, () => lead(tell, stop.signal))
    .catch((failure: unknown) => {
      if (!stop.signal.aborted) throw failure
    })
  return () => stop.abort()
}

function lead(tell: () => void, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    let source: EventSource
    let again: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      source = new EventSource('/api/notices/stream')
      // What came while nobody listened is asked for.
      source.addEventListener('open', tell)
      source.addEventListener('notices', tell)
      // It made room for a newer one: it would come back at once.
      source.addEventListener('full', () => {
        source.close()
        later()
      })
      source.addEventListener('error', () => {
        // A browser comes back by itself, unless it was refused.
        if (source.readyState === EventSource.CLOSED) later()
      })
    }
    const later = () => {
      again = setTimeout(() => {
        tell()
        open()
      }, POLL_MS)
    }
    open()
    stop.addEventListener('abort', () => {
      clearTimeout(again)
      source.close()
      done()
    })
  })
}
