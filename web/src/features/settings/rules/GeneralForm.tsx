import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { Ask } from '../Ask'
import settings from '../settings.module.css'
import { valueAt, withValue, type Part } from './api'
import type { EditorProps } from './editorProps'

/** A form of the parts that the kind describes, in its order. */
export function GeneralForm({ body, parts, onChange, faults }: EditorProps) {
  return (
    <Form component="div" layout="vertical" className={settings.grid2}>
      {parts.map((part) => (
        <Ask key={part.path} label={part.label} fault={faults.at(`body.${part.path}`)}>
          {(id) => <PartInput id={id} part={part} value={valueAt(body, part.path)} onChange={(value) => onChange(withValue(body, part.path, value))} />}
        </Ask>
      ))}
    </Form>
  )
}

interface InputProps {
  id: string
  part: Part
  value: unknown
  onChange: (value: unknown) => void
}

function PartInput({ id, part, value, onChange }: InputProps) {
  switch (part.type) {
    case 'TRUTH':
      return <Switch id={id} checked={value === true} onChange={onChange} />
    case 'CHOICE':
      return (
        <Select
          id={id}
          allowClear
          style={{ width: '100%' }}
          value={(value as string | null) ?? undefined}
          options={part.choices.map(({ code, label }) => ({ value: code, label }))}
          onChange={(chosen?: string) => onChange(chosen ?? null)}
        />
      )
    case 'TEXT':
      return <Input id={id} value={(value as string | null) ?? ''} onChange={(event) => onChange(event.target.value)} />
    default:
      return (
        <InputNumber<number>
          id={id}
          style={{ width: '100%' }}
          precision={part.type === 'INTEGER' ? 0 : 2}
          value={value as number | null}
          formatter={(shown) => `${shown ?? ''}`.replace(/\.00$/, '').replace(/\B(?=(\d{3})+(?!\d))/g, ',')}
          parser={(typed) => Number((typed ?? '').replaceAll(',', ''))}
          onChange={onChange}
        />
      )
  }
}
