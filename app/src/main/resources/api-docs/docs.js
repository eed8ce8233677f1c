// Shows the document of the API and sends requests to try it: no library, nothing from elsewhere.
const api = await (await fetch('/api/openapi.json')).json()
document.getElementById('about').textContent = api.info.description

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

const resolve = (it) => (it?.$ref ? it.$ref.slice(2).split('/').reduce((at, name) => at[name], api) : it)
const typeOf = (shape) => [shape.type].flat().find((it) => it && it !== 'null')

/** The least body that fits the schema, to begin from. */
const example = (schema, depth = 0) => {
  const shape = resolve(schema) ?? {}
  if (shape.anyOf) return example(shape.anyOf[0], depth)
  if (shape.enum) return shape.enum[0]
  if (typeOf(shape) === 'array') return depth > 3 || !shape.items ? [] : [example(shape.items, depth + 1)]
  if (shape.properties && depth < 4) {
    return Object.fromEntries((shape.required ?? []).map((name) => [name, example(shape.properties[name], depth + 1)]))
  }
  return { string: '', integer: 0, number: 0, boolean: false }[typeOf(shape)] ?? {}
}

/** What a body may hold, a line for each member. */
const members = (schema) => {
  const outer = resolve(schema) ?? {}
  const shape = (outer.items ? resolve(outer.items) : outer) ?? {}
  return Object.entries(shape.properties ?? {}).map(([name, told]) => {
    const inner = resolve(told.anyOf?.[0] ?? told) ?? {}
    const choices = inner.enum ? inner.enum.filter((it) => it !== null).join(' | ') : (inner.format ?? typeOf(inner) ?? 'object')
    const must = shape.required?.includes(name) ? '*' : ''
    return `${name}${must}: ${choices}${told.description ? ` — ${told.description}` : ''}`
  })
}

const csrfToken = () => document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1] ?? ''

const send = async (method, path, parameters, body, output) => {
  let url = path
  const query = new URLSearchParams()
  for (const [parameter, input] of parameters) {
    if (parameter.in === 'path') url = url.replace(`{${parameter.name}}`, encodeURIComponent(input.value))
    else if (parameter.in === 'query' && input.value !== '') query.set(parameter.name, input.value)
  }
  const token = document.getElementById('token').value.trim()
  const headers = { Accept: 'application/json, application/problem+json' }
  for (const [parameter, input] of parameters) {
    if (parameter.in === 'header' && input.value !== '') headers[parameter.name] = input.value
  }
  if (token) headers.Authorization = `Bearer ${token}`
  else if (method !== 'get') headers['X-XSRF-TOKEN'] = csrfToken()
  if (body) headers['Content-Type'] = 'application/json'
  const answer = await fetch(query.size ? `${url}?${query}` : url, {
    method: method.toUpperCase(),
    headers,
    body: body?.value,
    credentials: token ? 'omit' : 'same-origin',
  })
  const text = await answer.text()
  let shown = text
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    // not JSON: shown as it came
  }
  output.textContent = `${answer.status} ${answer.statusText}\n\n${shown}`
}

const operation = (method, path, described) => {
  const form = element('form')
  const parameters = (described.parameters ?? []).map(resolve).map((parameter) => {
    const input = element('input', { required: parameter.required ?? false, name: parameter.name })
    form.append(element('label', {}, `${parameter.name} (${parameter.in}) `, input, element('small', { textContent: parameter.description ?? '' })))
    return [parameter, input]
  })
  const schema = described.requestBody?.content?.['application/json']?.schema
  let body
  if (schema) {
    body = element('textarea', { value: JSON.stringify(example(schema), null, 2), spellcheck: false })
    form.append(element('label', {}, 'body', body), element('pre', { textContent: members(schema).join('\n') }))
  }
  const output = element('pre', { hidden: true })
  form.append(element('button', { type: 'submit', textContent: '发送 / Send' }), output)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    output.hidden = false
    output.textContent = '…'
    send(method, path, parameters, body, output).catch((failure) => (output.textContent = String(failure)))
  })
  const summary = element('summary', {}, element('b', { textContent: method.toUpperCase() }), `${path} `, element('small', { textContent: described.summary ?? '' }))
  return element('details', {}, summary, form)
}

const operations = Object.entries(api.paths)
  .sort(([one], [other]) => one.localeCompare(other))
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, described]) => operation(method, path, described)))
document.getElementById('operations').append(...operations)

document.getElementById('filter').addEventListener('input', (event) => {
  const words = event.target.value.toLowerCase()
  for (const shown of operations) {
    shown.hidden = !shown.firstChild.textContent.toLowerCase().includes(words)
  }
})
