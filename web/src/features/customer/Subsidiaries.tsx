import { useTranslation } from 'react-i18next'
import { PartList } from './PartList'

const columns = ['name', 'level', 'industry', 'owner']

/** The customers below this one. */
export function Subsidiaries({ customerId }: { customerId: string }) {
  const { t } = useTranslation('customer')
  return (
    <PartList
      type="customer"
      label={t('subsidiaries')}
      scope={{ field: 'parent', op: 'is', value: customerId }}
      columns={columns}
      sort="name"
      none={t('none')}
    />
  )
}
