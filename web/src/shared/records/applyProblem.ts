import type { FormInstance } from 'antd'
import { ProblemError } from '../../api/client'

/** Shows what the server said of each field beside that field. Says whether every word found its field. */
export function applyProblem(form: FormInstance, error: unknown): boolean {
  if (!(error instanceof ProblemError) || error.fields.length === 0) return false
  const paths = error.fields.map(({ field, message }) => ({ name: pathOf(field), errors: [message] }))
  const shown = paths.filter(({ name }) => form.getFieldInstance(name) !== undefined || form.isFieldsTouched([name]) || name.join('.') in form.getFieldsValue(true))
  form.setFields(paths)
  return shown.length === paths.length
}

/** `months[0].revenue` is the revenue of the first row. */
const pathOf = (field: string) => field.split(/[.[]/).map((part) => (part.endsWith(']') ? Number.parseInt(part) : part))
