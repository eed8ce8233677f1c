import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { get } from '../../api/client'
import type { Page } from '../../api/types'
import { keyAsOf, onDay, useAsOf } from '../../shared/past/asOf'
import { useFields } from '../../shared/records/useCatalogue'
import { useMay } from '../../shared/session'
import { Avatar } from '../../shared/ui/Avatar'
import { Badge } from '../../shared/ui/Badge'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import { ListItem, PlainList } from '../../shared/ui/PlainList'
import { Reachable } from '../contact/Reachable'
import { nameOf, ofCustomer, type CustomerDetail } from './api'

const CreateContactDialog = lazy(async () => ({ default: (await import('../contact/CreateContactDialog')).CreateContactDialog }))

const fields = 'name,title,departmentName,role,attitude,phone,email'

/** The people at the customer; their numbers are masked until asked for. */
export function CustomerContacts({ customer }: { customer: CustomerDetail }) {
  const { t } = useTranslation('customer')
  const may = useMay()
  const catalogue = useFields('contact')
  const { id, values } = customer
  const asOf = useAsOf()
  const [creating, setCreating] = useState(false)
  const { data, isPending, error, refetch } = useQuery({
    queryKey: keyAsOf(asOf, 'records', 'contact', 'of', id),
    queryFn: ({ signal }) => get<Page>('/records/contact', { fields, filter: JSON.stringify(ofCustomer(id)), sort: 'name', limit: 200, asOf }, signal),
  })
  const add = may('contact:create') && !values.archivedAt && !asOf && (
    <Button icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
      {t('contact:create')}
    </Button>
  )
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const choice = (name: string, value: string) => {
    const label = catalogue.fields.find((one) => one.name === name)?.choices?.find(({ code }) => code === value)?.label
    return <Badge tone={name === 'role' ? 'teal' : 'grey'}>{label ?? value}</Badge>
  }
  return (
    <>
      {data.rows.length === 0 ? <EmptyState title={t('contacts.none')} action={add} /> : add}
      <PlainList>
        {data.rows.map((row) => (
          <ListItem
            key={row.id}
            icon={<Avatar name={String(row.name)} size={32} />}
            title={<Link to={onDay(`/contacts/${row.id}`, asOf)}>{String(row.name)}</Link>}
            beside={
              <>
                {row.role && choice('role', String(row.role))}
                {row.attitude && choice('attitude', String(row.attitude))}
              </>
            }
            detail={
              <>
                {[row.departmentName, row.title].filter(Boolean).join(' · ')}
                <Reachable contactId={row.id} name={String(row.name)} phone={row.phone as string | null} email={row.email as string | null} />
              </>
            }
          />
        ))}
      </PlainList>
      <Suspense>
        {creating && (
          <CreateContactDialog
            initial={{ customer: { id, label: nameOf(customer) } }}
            onClose={() => setCreating(false)}
            onCreated={() => {
              setCreating(false)
              void refetch()
            }}
          />
        )}
      </Suspense>
    </>
  )
}
