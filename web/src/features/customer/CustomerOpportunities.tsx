import { useTranslation } from 'react-i18next'
import { CreateRecordButton } from '../../shared/records/CreateRecordButton'
import { nameOf, ofCustomer, type CustomerDetail } from './api'
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
      action={!values.archivedAt && <CreateRecordButton type="opportunity" initial={{ customer: { id, label: nameOf(customer) } }} />}
    />
  )
}
