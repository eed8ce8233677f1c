import { PercentageOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { CreateRecordButton } from '../../shared/records/CreateRecordButton'
import { RecordList } from '../../shared/records/RecordList'
import { useMay } from '../../shared/session'

/** Everyone who sells against us. */
export function CompetitorListPage() {
  const { t } = useTranslation('competitor')
  const may = useMay()
  const create = <CreateRecordButton type="competitor" />
  return (
    <RecordList
      type="competitor"
      title={t('title')}
      editable={may('competitor:edit')}
      actions={
        <>
          {may('opportunity:read') && (
            <Link to="/competitors/win-loss">
              <Button icon={<PercentageOutlined aria-hidden />}>{t('winLoss.title')}</Button>
            </Link>
          )}
          {create}
        </>
      }
      none={{ title: t('none'), reason: t('noneReason'), action: create }}
    />
  )
}
