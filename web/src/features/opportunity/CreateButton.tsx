import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useMay } from '../../shared/session'

const CreateOpportunityDialog = lazy(async () => ({ default: (await import('./CreateOpportunityDialog')).CreateOpportunityDialog }))

/** Makes an opportunity and opens it. */
export function CreateButton({ initial }: { initial?: Record<string, unknown> }) {
  const { t } = useTranslation('opportunity')
  const [creating, setCreating] = useState(false)
  const navigate = useNavigate()
  const may = useMay()
  if (!may('opportunity:create')) return null
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
        {t('create')}
      </Button>
      <Suspense>
        {creating && (
          <CreateOpportunityDialog
            initial={initial}
            onClose={() => setCreating(false)}
            onCreated={({ id }) => void navigate(`/opportunities/${id}`)}
          />
        )}
      </Suspense>
    </>
  )
}
