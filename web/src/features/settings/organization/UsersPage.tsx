import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { RecordList } from '../../../shared/records/RecordList'
import { CreateUserDialog } from './CreateUserDialog'
import { StateBadge } from './StateBadge'

/** Everyone who works or worked here. */
export function UsersPage() {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const [creating, setCreating] = useState(false)
  const create = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('users.create')}
    </Button>
  )
  return (
    <>
      <RecordList
        type="user"
        title={t('users.title')}
        actions={create}
        none={{ title: t('users.none'), action: create }}
        cells={{ state: (row) => <StateBadge state={String(row.state)} /> }}
      />
      {creating && <CreateUserDialog onClose={() => setCreating(false)} onCreated={({ id }) => void navigate(`/settings/users/${id}`)} />}
    </>
  )
}
