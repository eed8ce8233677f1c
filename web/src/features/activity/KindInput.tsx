import { CalendarOutlined, CarOutlined, DesktopOutlined, FileTextOutlined, MailOutlined, MessageOutlined, PhoneOutlined } from '@ant-design/icons'
import { Radio } from 'antd'
import type { ReactNode } from 'react'
import type { Choice, Value } from '../../api/types'

const icons: Record<string, ReactNode> = {
  CALL: <PhoneOutlined aria-hidden />,
  VISIT: <CarOutlined aria-hidden />,
  MEETING: <CalendarOutlined aria-hidden />,
  MESSAGE: <MessageOutlined aria-hidden />,
  MAIL: <MailOutlined aria-hidden />,
  DEMO: <DesktopOutlined aria-hidden />,
  BID: <FileTextOutlined aria-hidden />,
}

export const kindIcon = (kind: string): ReactNode => icons[kind] ?? <FileTextOutlined aria-hidden />

interface Props {
  choices: Choice[]
  value?: Value
  onChange?: (value: Value) => void
  id?: string
}

/** How a follow-up was done: one tap instead of a list. */
export function KindInput({ choices, value, onChange, id }: Props) {
  return (
    <Radio.Group id={id} optionType="button" buttonStyle="solid" value={value} onChange={(event) => onChange?.(event.target.value as string)}>
      {choices.map(({ code, label }) => (
        <Radio.Button key={code} value={code}>
          {label}
        </Radio.Button>
      ))}
    </Radio.Group>
  )
}
