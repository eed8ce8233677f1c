import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { usePhone } from '../../shared/preferences'
import { RecordList } from '../../shared/records/RecordList'
import { useMay } from '../../shared/session'

const CreateCustomerDialog = lazy(async () => ({ default: (await import('./CreateCustomerDialog')).CreateCustomerDialog }))

/** All customers the viewer sees. */
export function CustomerListPage() {
  const { t } = useTranslation('customer')
  const may = useMay()
  const phone = usePhone()
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const create = may('customer:create') && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <RecordList
        type="customer"
        title={t('title')}
        editable={may('customer:edit')}
        actions={
          <>
            {may('customer:import') && !phone && (
              <Link to="/imports?type=customer">
                <Button tabIndex={-1} icon={<ImportOutlined aria-hidden />}>
                  {t('import')}
                </Button>
              </Link>
            )}
            {create}
          </>
        }
        none={{ title: t('none'), reason: t('noneReason'), action: create }}
      />
      <Suspense>
        {creating && <CreateCustomerDialog onClose={() => setCreating(false)} onCreated={({ id }) => void navigate(`/customers/${id}`)} />}
      </Suspense>
    </>
  )
}
