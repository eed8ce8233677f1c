import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Suspense, useState, type ComponentType } from 'react'
import { useNavigate } from 'react-router'
import type { CreateDialogProps } from '../feature'

interface Props {
  label: string
  Dialog: ComponentType<CreateDialogProps>
  path: (id: string) => string
}

/** Makes a record and opens its page. */
export function CreateRecordButton({ label, Dialog, path }: Props) {
  const [creating, setCreating] = useState(false)
  const navigate = useNavigate()
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
        {label}
      </Button>
      <Suspense>{creating && <Dialog onClose={() => setCreating(false)} onCreated={({ id }) => void navigate(path(id))} />}</Suspense>
    </>
  )
}
