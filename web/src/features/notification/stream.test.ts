import { listen } from './stream'

class Source extends EventTarget {
  static readonly CLOSED = 2
  static all: Source[] = []
  readyState = 1
  url: string
  constructor(url: string) {
    super()
    this.url = url
    Source.all.push(this)
  }
  close() {
    this.readyState = 2
  }
  say(event: string) {
    this.dispatchEvent(new Event(event))
  }
}

/** Locks as a browser keeps them: one holder, the next in line when it lets go. */
function locks() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    request: (_name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>) => {
      last = last.then(() => (signal.aborted ? undefined : hold()))
      return last
    },
  }
}

beforeEach(() => {
  Source.all = []
  vi.stubGlobal('EventSource', Source)
  Object.defineProperty(navigator, 'locks', { value: locks(), configurable: true })
})
afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'locks')
})

test('one tab listens to the server and tells the others; the next one takes over', async () => {
  const first = vi.fn<() => void>()
  const second = vi.fn<() => void>()
  const endFirst = listen(first)
  const endSecond = listen(second)
  await vi.waitFor(() => expect(Source.all).toHaveLength(1))
  Source.all[0]!.say('notices')
  expect(first).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(second).toHaveBeenCalledOnce())
  endFirst()
  await vi.waitFor(() => expect(Source.all).toHaveLength(2))
  expect(Source.all[0]!.readyState).toBe(Source.CLOSED)
  Source.all[1]!.say('open')
  expect(second).toHaveBeenCalledTimes(2)
  expect(first).toHaveBeenCalledOnce()
  endSecond()
})

test('comes back after a refusal, and asks meanwhile', async () => {
  vi.useFakeTimers()
  const heard = vi.fn<() => void>()
  const end = listen(heard)
  await vi.waitFor(() => expect(Source.all).toHaveLength(1))
  Source.all[0]!.readyState = Source.CLOSED
  Source.all[0]!.say('error')
  vi.advanceTimersByTime(30_000)
  expect(Source.all).toHaveLength(2)
  expect(heard).toHaveBeenCalledOnce()
  end()
  vi.useRealTimers()
})

test('asks every half minute where browsers keep no locks', () => {
  Reflect.deleteProperty(navigator, 'locks')
  vi.useFakeTimers()
  const heard = vi.fn<() => void>()
  const end = listen(heard)
  vi.advanceTimersByTime(60_000)
  expect(heard).toHaveBeenCalledTimes(2)
  end()
  vi.advanceTimersByTime(60_000)
  expect(heard).toHaveBeenCalledTimes(2)
  vi.useRealTimers()
})
