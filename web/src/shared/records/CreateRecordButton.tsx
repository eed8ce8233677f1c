import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useRecordPlace } from '../feature'
import { useAsOf } from '../past/asOf'
import { useMay } from '../session'

interface Props {
  type: string
  /** First values, such as the customer whose page it stands on. */
  initial?: Record<string, unknown>
  /** Instead of opening the page of the new record. */
  onCreated?: () => void
  primary?: boolean
}

/** Makes a record of a type and opens its page. Not there for whoever may make none, nor while looking back. */
export function CreateRecordButton({ type, initial, onCreated, primary = true }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const place = useRecordPlace(type)
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const asOf = useAsOf()
  if (!place?.create || asOf || !may(place.create.permission)) return null
  const { label, Dialog } = place.create
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
        {t(label)}
      </Button>
      <Suspense>
        {creating && (
          <Dialog
            initial={initial}
            onClose={() => setCreating(false)}
            onCreated={({ id }) => {
              setCreating(false)
              onCreated?.()
              if (!onCreated && place.path) void navigate(place.path(id))
            }}
          />
        )}
      </Suspense>
    </>
  )
}
