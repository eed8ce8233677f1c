import { Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Ask } from '../Ask'
import type { Body } from './api'
import type { EditorProps } from './editorProps'

/** The body as it is kept, for kinds that neither describe their parts nor have a form of their own. */
export function JsonForm({ body, onChange }: EditorProps) {
  const { t } = useTranslation('settings')
  const [text, setText] = useState(() => JSON.stringify(body, null, 2))
  const [malformed, setMalformed] = useState(false)
  const type = (typed: string) => {
    setText(typed)
    try {
      onChange(JSON.parse(typed) as Body)
      setMalformed(false)
    } catch {
      setMalformed(true)
    }
  }
  return (
    <Form component="div" layout="vertical">
      <Ask label={t('rules.content')} fault={malformed ? t('rules.malformed') : undefined}>
        {(id) => <Input.TextArea id={id} rows={16} spellCheck={false} value={text} onChange={(event) => type(event.target.value)} />}
      </Ask>
    </Form>
  )
}
