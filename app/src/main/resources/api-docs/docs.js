// Shows the document of the API and sends requests to try it: no library, nothing from elsewhere.
const api = await (await fetch('/api/openapi.json')).json()
document.getElementById('about').textContent = api.info.description

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}

const resolve = (schema) => (schema?.$ref ? api.components.schemas[schema.$ref.split('/').pop()] : schema)

/** A body that fits the schema, to begin from. */
const example = (schema, depth = 0) => {
  const shape = resolve(schema) ?? {}
  const type = [shape.type].flat().find((it) => it && it !== 'null')
  if (shape.enum) return shape.enum[0]
  if (type === 'array') return depth > 3 ? [] : [example(shape.items, depth + 1)]
  if (shape.properties && depth < 4) {
    return Object.fromEntries(Object.entries(shape.properties).map(([name, it]) => [name, example(it, depth + 1)]))
  }
  return { string: '', integer: 0, number: 0, boolean: false }[type] ?? {}
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
  const parameters = (described.parameters ?? []).map((parameter) => {
    const input = element('input', { required: parameter.required ?? false, name: parameter.name })
    form.append(element('label', {}, `${parameter.name} (${parameter.in}) `, input))
    return [parameter, input]
  })
  const schema = described.requestBody?.content?.['application/json']?.schema
  let body
  if (schema) {
    body = element('textarea', { value: JSON.stringify(example(schema), null, 2), spellcheck: false })
    form.append(element('label', {}, 'body', body))
  }
  const output = element('pre', { hidden: true })
  form.append(element('button', { type: 'submit', textContent: '发送 / Send' }), output)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    output.hidden = false
    output.textContent = '…'
    send(method, path, parameters, body, output).catch((failure) => (output.textContent = String(failure)))
  })
  const summary = element('summary', {}, element('b', { textContent: method.toUpperCase() }), path)
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
