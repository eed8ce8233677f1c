import { EditOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { profitQuery } from './assessApi'
import { ProfitDialog } from './ProfitDialog'
import { ProfitFigures } from './ProfitFigures'
import styles from './assess.module.css'

/** What it is to bring, month by month. */
export function ProfitPart({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation('opportunity')
  const { data, isPending, error, refetch } = useQuery(profitQuery(id))
  const [editing, setEditing] = useState(false)
  const profit = data?.profit
  return (
    <section aria-label={t('assess.profit.title')} className={styles.part}>
      <div className={styles.partHead}>
        <h2>{t('assess.profit.title')}</h2>
        {editable && profit && (
          <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
            {t('assess.profit.edit')}
          </Button>
        )}
      </div>
      {isPending && <Skeleton active />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {profit && profit.months.length === 0 && <p className={styles.none}>{t('assess.profit.none')}</p>}
      {profit && profit.months.length > 0 && <ProfitFigures profit={profit} />}
      {editing && profit && <ProfitDialog id={id} profit={profit} version={data.version ?? 0} onClose={() => setEditing(false)} />}
    </section>
  )
}
