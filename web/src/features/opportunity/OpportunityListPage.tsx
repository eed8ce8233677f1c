import { ImportOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePhone } from '../../shared/preferences'
import { CreateRecordButton } from '../../shared/records/CreateRecordButton'
import { RecordList } from '../../shared/records/RecordList'
import { useListState } from '../../shared/records/useListState'
import { useMay } from '../../shared/session'
import { QuickFilters } from './QuickFilters'
import { ViewSwitch } from './ViewSwitch'

const columns = ['name', 'customer', 'stage', 'status', 'expectedAmount', 'expectedSignOn', 'nextStepOn', 'owner', 'number', 'createdAt']

/** All opportunities the viewer sees, as a list. */
export function OpportunityListPage() {
  const { t } = useTranslation('opportunity')
  const { filter, setFilter } = useListState('opportunity')
  const may = useMay()
  const phone = usePhone()
  return (
    <RecordList
      type="opportunity"
      title={t('title')}
      columns={columns}
      editable={may('opportunity:edit')}
      actions={
        <>
          <ViewSwitch />
          {may('opportunity:import') && !phone && (
            <Link to="/imports?type=opportunity">
              <Button tabIndex={-1} icon={<ImportOutlined aria-hidden />}>
                {t('import')}
              </Button>
            </Link>
          )}
          {!phone && <CreateRecordButton type="opportunity" />}
        </>
      }
      above={<QuickFilters filter={filter} onChange={setFilter} />}
      none={{ title: t('none.title'), reason: t('none.reason'), action: <CreateRecordButton type="opportunity" /> }}
    />
  )
}
