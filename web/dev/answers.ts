import { types, rowsOf } from './data'

type Answer = { status: number; json?: unknown }
const ok = (json: unknown): Answer => ({ status: 200, json })
const problem = (status: number, code: string): Answer => ({
  status,
  json: { type: `/problems/${code}`, title: code, status, detail: code },
})

let signedIn = true

const session = {
  user: { id: '7', name: '王小明', username: 'wangxm', departmentId: '3' },
  permissions: ['opportunity:read', 'opportunity:create', 'customer:read', 'customer:create', 'contact:read', 'product:read', 'customer:merge', 'activity:read', 'customer:edit'],
  mustChangePassword: false,
  demo: true,
  version: '0.1.0',
}

/** What the invented server says. */
export function answer(method: string, url: URL, body: unknown): Answer {
  const path = url.pathname
  if (path === '/session' && method === 'GET') return signedIn ? ok(session) : problem(401, 'not-signed-in')
  if (path === '/session') {
    signedIn = method === 'POST'
    return { status: 204 }
  }
  if (path === '/setup') return ok({ needed: false, signedIn })
  if (path === '/search') return ok(search(url.searchParams.get('q') ?? ''))
  if (path === '/me/sessions') return ok(sessions)
  if (path === '/me/tokens') return ok([{ id: '1', name: '周报脚本', scope: 'READ', permissions: [], expiresOn: '2027-02-01', lastUsedAt: '2026-11-23T02:12:00Z' }])
  const records = /^\/records\/(\w+)(?:\/(\w+))?$/.exec(path)
  if (records) return recordsAnswer(records[1]!, records[2], url.searchParams)
  const one = /^\/(customers|opportunities|contacts)\/(\d+)$/.exec(path)
  if (one && method === 'GET') {
    const type = { customers: 'customer', opportunities: 'opportunity', contacts: 'contact' }[one[1]!]!
    const row = rowsOf(type).find(({ id }) => id === one[2])
    return row ? ok({ id: row.id, version: 1, values: row, may: { edit: true } }) : problem(404, 'not-found')
  }
  if (one && method === 'PATCH') {
    const type = { customers: 'customer', opportunities: 'opportunity', contacts: 'contact' }[one[1]!]!
    const { version, ...change } = body as { version: number }
    Object.assign(rowsOf(type).find(({ id }) => id === one[2])!, change)
    return ok({ version: version + 1 })
  }
  return problem(404, 'not-found')
}

function recordsAnswer(type: string, what: string | undefined, params: URLSearchParams): Answer {
  const described = types.find((candidate) => candidate.type === type)
  if (!described) return problem(404, 'not-found')
  if (what === 'fields') return ok(described)
  const all = rowsOf(type).filter((row) => matches(row, JSON.parse(params.get('filter') || 'null')))
  if (what === 'count') return ok({ count: Math.min(all.length, 10_000), capped: all.length > 10_000 })
  if (what === 'sums') {
    const summable = described.fields.filter((field) => field.summable)
    return ok({ sums: Object.fromEntries(summable.map(({ name }) => [name, all.reduce((sum, row) => sum + Number(row[name] ?? 0), 0)])) })
  }
  if (what === 'lookup') {
    const q = params.get('q') ?? ''
    return ok({ items: all.filter((row) => String(row.name).includes(q)).slice(0, 10).map((row) => ({ id: row.id, label: row.name })) })
  }
  const sort = params.get('sort') ?? ''
  if (sort) {
    const name = sort.replace('-', '')
    all.sort((a, b) => (String(a[name]).localeCompare(String(b[name]), 'zh', { numeric: true })) * (sort.startsWith('-') ? -1 : 1))
  }
  const from = Number(params.get('after') ?? 0)
  const limit = Number(params.get('limit') ?? 50)
  return ok({ rows: all.slice(from, from + limit), next: from + limit < all.length ? String(from + limit) : undefined })
}

type Tested = { and?: Tested[]; or?: Tested[]; not?: Tested; field?: string; op?: string; value?: unknown }

function matches(row: Record<string, unknown>, filter: Tested | null): boolean {
  if (!filter) return true
  if (filter.and) return filter.and.every((part) => matches(row, part))
  if (filter.or) return filter.or.some((part) => matches(row, part))
  if (filter.not) return !matches(row, filter.not)
  const raw = row[filter.field!]
  const value = raw && typeof raw === 'object' && 'id' in raw ? raw.id : raw
  switch (filter.op) {
    case 'is': return value === filter.value
    case 'in': return (filter.value as unknown[]).includes(value)
    case 'gte': return Number(value) >= Number(filter.value)
    case 'lte': return Number(value) <= Number(filter.value)
    case 'contains': return String(value ?? '').includes(String(filter.value))
    case 'empty': return value == null
    default: return true
  }
}

function search(q: string) {
  const marksOf = (name: string) => [{ start: name.indexOf(q), end: name.indexOf(q) + q.length }]
  const allOf = (type: string) => rowsOf(type).filter((row) => String(row.name).includes(q))
  const found = (type: string, label: string) => ({
    type,
    label,
    found: allOf(type).length,
    items: allOf(type).slice(0, 5).map((row) => ({ id: row.id, label: row.name, hint: row.code, marks: marksOf(String(row.name)), hintMarks: [], mistyped: false })),
    newestOnly: false,
  })
  return { groups: [found('opportunity', '商机'), found('customer', '客户')].filter(({ items }) => items.length > 0) }
}

const sessions = [
  { id: '1', createdAt: '2026-11-23T01:00:00Z', lastSeenAt: '2026-11-24T01:58:00Z', address: '10.2.1.18', agent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140 Safari/537', current: true },
  { id: '2', createdAt: '2026-11-20T01:00:00Z', lastSeenAt: '2026-11-22T11:20:00Z', address: '117.136.8.2', agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19) Safari/604 Mobile', current: false },
]
