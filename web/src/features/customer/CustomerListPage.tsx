import { ImportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePhone } from '../../shared/preferences'
import { CreateRecordButton } from '../../shared/records/CreateRecordButton'
import { RecordList } from '../../shared/records/RecordList'
import { useMay } from '../../shared/session'

/** All customers the viewer sees. */
export function CustomerListPage() {
  const { t } = useTranslation('customer')
  const may = useMay()
  const phone = usePhone()
  const create = <CreateRecordButton type="customer" />
  return (
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
  )
}
