import { DownOutlined, InboxOutlined, MergeCellsOutlined, SwapOutlined, UndoOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { post } from '../../api/client'
import type { Reference } from '../../api/types'
import { onDay, useAsOf } from '../../shared/past/asOf'
import { CreateRecordButton } from '../../shared/records/CreateRecordButton'
import { FieldValue } from '../../shared/records/FieldValue'
import { Neighbours } from '../../shared/records/Neighbours'
import { useFields } from '../../shared/records/useCatalogue'
import { useMay } from '../../shared/session'
import { BackLink } from '../../shared/ui/BackLink'
import { Avatar } from '../../shared/ui/Avatar'
import { useMessageOf } from '../../shared/useMessageOf'
import { customerChanged, nameOf, type CustomerDetail } from './api'
import styles from './customer.module.css'
import { TransferCustomerDialog } from './TransferCustomerDialog'

const MergeDialog = lazy(async () => ({ default: (await import('../../shared/merge/MergeDialog')).MergeDialog }))
const FollowUpDialog = lazy(async () => ({ default: (await import('../activity/FollowUpDialog')).FollowUpDialog }))

/** Who it is, whose it is, and what to do next. */
export function CustomerHeader({ customer }: { customer: CustomerDetail }) {
  const { t } = useTranslation('customer')
  const { modal, message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const may = useMay()
  const { fields } = useFields('customer')
  const [open, setOpen] = useState<'transfer' | 'merge' | 'followUp' | null>(null)
  const { id, values } = customer
  const name = nameOf(customer)
  const owner = values.owner as Reference | null
  const archived = Boolean(values.archivedAt)
  const asOf = useAsOf()

  const change = async (verb: 'archive' | 'restoration') => {
    try {
      await post(`/customers/${id}/${verb}`)
      await customerChanged(cache, id)
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  const actions = [
    ...(customer.may.transfer && !archived ? [{ key: 'transfer', icon: <SwapOutlined aria-hidden />, label: t('transfer.title'), onClick: () => setOpen('transfer') }] : []),
    ...(customer.may.merge ? [{ key: 'merge', icon: <MergeCellsOutlined aria-hidden />, label: t('merge:do'), onClick: () => setOpen('merge') }] : []),
    ...(customer.may.archive && !archived
      ? [
          {
            key: 'archive',
            icon: <InboxOutlined aria-hidden />,
            label: t('shared:archive.do'),
            onClick: () => void modal.confirm({ title: t('shared:archive.ask', { name }), content: t('shared:archive.reason'), okText: t('shared:archive.do'), onOk: () => change('archive') }),
          },
        ]
      : []),
  ]
  return (
    <header className={styles.header}>
      <title>{`${name} · ${t('shared:product')}`}</title>
      <div className={styles.heading}>
        <div className={styles.crumbs}>
          <BackLink path={onDay('/customers', asOf)} label={t('title')} />
          <Neighbours id={id} pathOf={(other) => `/customers/${other}`} />
        </div>
        <h1 title={name}>{name}</h1>
        <div className={styles.marks}>
          {['level', 'industry', 'region'].map((part) => {
            const field = fields.find((one) => one.name === part)
            return field && values[part] ? (
              <span key={part}>
                <FieldValue field={field} value={values[part]} />
              </span>
            ) : null
          })}
          {owner && (
            <span className={styles.owner}>
              <Avatar name={owner.label} size={20} />
              {owner.label}
            </span>
          )}
        </div>
      </div>
      <div className={styles.actions}>
        {archived && customer.may.restore && (
          <Button type="primary" icon={<UndoOutlined aria-hidden />} onClick={() => void change('restoration')}>
            {t('shared:archive.restore')}
          </Button>
        )}
        {!archived && <CreateRecordButton type="opportunity" initial={{ customer: { id, label: name } }} />}
        {!archived && !asOf && may('activity:create') && <Button onClick={() => setOpen('followUp')}>{t('activity:followUp.title')}</Button>}
        {actions.length > 0 && (
          <Dropdown menu={{ items: actions }} trigger={['click']}>
            <Button icon={<DownOutlined aria-hidden />} iconPlacement="end" aria-haspopup="menu">
              {t('more')}
            </Button>
          </Dropdown>
        )}
      </div>
      {open === 'transfer' && <TransferCustomerDialog customer={customer} onClose={() => setOpen(null)} />}
      <Suspense>
        {open === 'merge' && <MergeDialog type="customer" first={id} open onClose={() => setOpen(null)} onMerged={({ keep }) => keep !== id && void navigate(`/customers/${keep}`)} />}
        {open === 'followUp' && <FollowUpDialog initial={{ record: { type: 'customer', id } }} onClose={() => setOpen(null)} onCreated={() => setOpen(null)} />}
      </Suspense>
    </header>
  )
}
