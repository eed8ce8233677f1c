import { Input } from 'antd'
import { useState } from 'react'

interface Props {
  id?: string
  value: string[]
  onChange: (lines: string[]) => void
  placeholder?: string
  disabled?: boolean
}

export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Several short texts, one on each line. */
export function LinesInput({ id, value, onChange, placeholder, disabled }: Props) {
  const [text, setText] = useState(value.join('\n'))
  return (
    <Input.TextArea
      id={id}
      autoSize={{ minRows: 2, maxRows: 10 }}
      placeholder={placeholder}
      disabled={disabled}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        onChange(linesOf(event.target.value))
      }}
    />
  )
}
