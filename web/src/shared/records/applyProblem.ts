import type { FormInstance } from 'antd'
import { ProblemError } from '../../api/client'

/** Shows what the server said of each field beside that field. Says whether every word found its field. */
export function applyProblem(form: FormInstance, error: unknown): boolean {
  if (!(error instanceof ProblemError) || error.fields.length === 0) return false
  const shown = error.fields.filter(({ field }) => form.getFieldInstance(field) !== undefined || form.isFieldsTouched([field]) || field in form.getFieldsValue(true))
  form.setFields(error.fields.map(({ field, message }) => ({ name: field.split('.'), errors: [message] })))
  return shown.length === error.fields.length
}
