import { useTranslation } from 'react-i18next'
import { CreateButton } from '../opportunity/CreateButton'
import { StatusBadge } from '../opportunity/StatusBadge'
import { ofCustomer, type CustomerDetail } from './api'
import { PartList } from './PartList'

const columns = ['name', 'status', 'stage', 'expectedAmount', 'expectedSignOn', 'owner']

/** The opportunities with this customer and what they add up to. */
export function CustomerOpportunities({ customer }: { customer: CustomerDetail }) {
  const { t } = useTranslation('customer')
  const { id, values } = customer
  return (
    <PartList
      type="opportunity"
      label={t('tabs.opportunities')}
      scope={ofCustomer(id)}
      columns={columns}
      sort="-expectedSignOn"
      none={t('opportunities.none')}
      action={!values.archivedAt && <CreateButton initial={{ customer: { id, label: String(values.name) } }} />}
      cells={{ status: (row) => <StatusBadge status={row.status} /> }}
    />
  )
}
