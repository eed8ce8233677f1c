/** A field fault: what the server says of one field of the body. */
export interface FieldFault {
  field: string
  code: string
  message: string
}

/** RFC 9457 problem, as every refusal of the server comes. */
export interface Problem {
  type: string
  title: string
  status: number
  detail?: string
  fields?: FieldFault[]
  [member: string]: unknown
}

/** A refusal of the server, or (status 0) its silence. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }

  /** Last part of the problem's type: `stale-version` of `/problems/stale-version`. */
  get code() {
    return this.problem.type.split('/').at(-1) ?? ''
  }

  get status() {
    return this.problem.status
  }

  get fields() {
    return this.problem.fields ?? []
  }

  /** True when the server could not be reached at all. */
  get offline() {
    return this.problem.status === 0
  }
}

export type Query = Record<string, string | number | boolean | null | undefined>

type SignedOutListener = () => void
let signedOut: SignedOutListener = () => {}

/** Called whenever a request is refused because nobody is signed in. */
export function onSignedOut(listener: SignedOutListener) {
  signedOut = listener
}

/** Address with its query; empty values are left out. */
export function address(path: string, query: Query = {}) {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value != null && value !== '') params.set(name, String(value))
  }
  const search = params.toString()
  return `/api${path}${search ? `?${search}` : ''}`
}

const csrfToken = () =>
  document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith('XSRF-TOKEN='))
    ?.slice('XSRF-TOKEN='.length)

const silence: Problem = { type: '/problems/offline', title: 'The server cannot be reached', status: 0 }

async function reach(url: string, init: RequestInit) {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ProblemError(silence)
  }
}

async function headersFor(method: string, body: unknown) {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': document.documentElement.lang || 'zh-CN',
  }
  if (body !== undefined && !(body instanceof FormData)) headers['Content-Type'] = 'application/json'
  if (method !== 'GET') {
    // Any read sets the cookie; it is missing right after signing in or out.
    if (!csrfToken()) await reach('/api/session', { headers })
    const token = csrfToken()
    if (token) headers['X-XSRF-TOKEN'] = decodeURIComponent(token)
  }
  return headers
}

async function problemOf(response: Response): Promise<Problem> {
  const unknown = { type: '/problems/unknown', title: response.statusText || 'Error', status: response.status }
  try {
    return { ...unknown, ...((await response.json()) as Partial<Problem>) }
  } catch {
    return unknown
  }
}

async function request<T>(method: string, url: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const response = await reach(url, {
    method,
    headers: await headersFor(method, body),
    body: body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body),
    credentials: 'same-origin',
    signal,
  })
  if (!response.ok) {
    const error = new ProblemError(await problemOf(response))
    if (error.status === 401 && error.code !== 'bad-credentials') signedOut()
    throw error
  }
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

/** Sends a file and tells how far it is, 0 to 1: what fetch cannot. */
export async function upload<T>(path: string, form: FormData, onProgress?: (part: number) => void): Promise<T> {
  const headers = await headersFor('POST', form)
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address(path))
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0))
    request.addEventListener('error', () => reject(new ProblemError(silence)))
    request.addEventListener('load', async () => {
      const response = new Response(request.status === 204 ? null : request.responseText, { status: request.status, statusText: request.statusText })
      if (response.ok) resolve((request.responseText ? JSON.parse(request.responseText) : undefined) as T)
      else reject(new ProblemError(await problemOf(response)))
    })
    request.send(form)
  })
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
  request<T>('GET', address(path, query), undefined, signal)
export const post = <T = void>(path: string, body?: unknown) => request<T>('POST', address(path), body)
export const put = <T = void>(path: string, body?: unknown) => request<T>('PUT', address(path), body)
export const patch = <T = void>(path: string, body?: unknown) => request<T>('PATCH', address(path), body)
export const del = <T = void>(path: string, query?: Query) => request<T>('DELETE', address(path, query))
