import { DeleteOutlined, UserOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Popconfirm, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { del, post } from '../../../api/client'
import type { Reference } from '../../../api/types'
import { useRecordPlace } from '../../../shared/feature'
import { useAsOf } from '../../../shared/past/asOf'
import { RecordPicker } from '../../../shared/records/RecordPicker'
import { useFields } from '../../../shared/records/useCatalogue'
import { Badge } from '../../../shared/ui/Badge'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import { useMessageOf } from '../../../shared/useMessageOf'
import { opportunityChanged, partQuery, type OpportunityDetail } from '../api'
import styles from './parts.module.css'

interface ContactRow {
  contactId: string
  name: string
  title?: string | null
  role?: string | null
  customerId: string | null
  customerName: string | null
}

/** The people at the customer who matter here, each with the part they play. */
export function ContactsTab({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const { id } = detail
  const customer = detail.values.customer as Reference | null
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const roles = useFields('contact').fields.find(({ name }) => name === 'role')?.choices ?? []
  const path = useRecordPlace('contact')?.path
  const { data, isPending, error, refetch } = useQuery(partQuery<ContactRow[]>(id, 'contacts', useAsOf()))
  const [contact, setContact] = useState<Reference | null>(null)
  const [role, setRole] = useState<string | null>(null)
  const [other, setOther] = useState(false)
  const perform = async (change: () => Promise<unknown>) => {
    try {
      await change()
      await opportunityChanged(cache)
      return true
    } catch (failure) {
      void message.error(messageOf(failure))
      return false
    }
  }
  const add = async () => {
    const done = await perform(() => post(`/opportunities/${id}/contacts`, { contactId: contact!.id, role, ofOtherCustomer: other }))
    if (done) setContact(null)
  }

  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      {detail.may.edit && (
        <div className={styles.adder}>
          <RecordPicker
            type="contact"
            filter={customer && !other ? { field: 'customer', op: 'is', value: customer.id } : null}
            value={contact}
            onChange={setContact}
            placeholder={t('contacts.who')}
            aria-label={t('contacts.who')}
          />
          <Select allowClear value={role} options={roles.map(({ code, label }) => ({ value: code, label }))} onChange={(code) => setRole(code ?? null)} placeholder={t('contacts.role')} aria-label={t('contacts.role')} className={styles.role} />
          <Button type="primary" disabled={!contact} onClick={() => void add()}>
            {t('contacts.add')}
          </Button>
          {customer && (
            <Checkbox checked={other} onChange={(event) => setOther(event.target.checked)}>
              {t('contacts.other')}
            </Checkbox>
          )}
        </div>
      )}
      {data.length === 0 && <p className={styles.none}>{t('contacts.none')}</p>}
      <PlainList>
        {data.map((row) => (
          <ListItem
            key={row.contactId}
            icon={<UserOutlined aria-hidden />}
            title={path ? <Link to={path(row.contactId)}>{row.name}</Link> : row.name}
            beside={row.role && <Badge tone="teal">{roles.find(({ code }) => code === row.role)?.label ?? row.role}</Badge>}
            detail={[row.title, row.customerId !== customer?.id && row.customerName].filter(Boolean).join(' · ')}
            action={
              detail.may.edit && (
                <Popconfirm title={t('contacts.removeAsk', { name: row.name })} onConfirm={() => perform(() => del(`/opportunities/${id}/contacts/${row.contactId}`))}>
                  <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('remove', { name: row.name })} />
                </Popconfirm>
              )
            }
          />
        ))}
      </PlainList>
    </>
  )
}
