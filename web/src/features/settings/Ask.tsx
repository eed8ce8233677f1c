import { Form } from 'antd'
import { useId, type ReactNode } from 'react'

interface Props {
  label: ReactNode
  fault?: string
  hint?: ReactNode
  required?: boolean
  className?: string
  /** The input; it takes the id to which the label belongs. */
  children: (id: string) => ReactNode
}

/** A question outside of a catalogue's form: label, input, and what the server said of it. */
export function Ask({ label, fault, hint, required, className, children }: Props) {
  const id = useId()
  return (
    <Form.Item label={label} htmlFor={id} required={required} validateStatus={fault ? 'error' : undefined} help={fault} extra={hint} className={className}>
      {children(id)}
    </Form.Item>
  )
}
