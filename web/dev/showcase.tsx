import { AimOutlined, BankOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useParams } from 'react-router'
import type { Feature } from '../src/shared/feature'
import { InlineField } from '../src/shared/records/InlineField'
import { RecordList } from '../src/shared/records/RecordList'
import { useFields } from '../src/shared/records/useCatalogue'
import { useSaveField } from '../src/shared/records/useSaveField'
import { PageHeader } from '../src/shared/ui/PageHeader'
import { rowsOf } from './data'

/** Pages over invented records, to look at the shared parts before the features stand. Development only. */

const CreateOpportunity = lazy(async () => ({ default: (await import('./CreateOpportunity')).CreateOpportunity }))

function List() {
  const [creating, setCreating] = useState(false)
  return (
    <>
      <RecordList
        type="opportunity"
        title="商机"
        editable
        actions={
          <Button type="primary" onClick={() => setCreating(true)}>
            新建商机
          </Button>
        }
      />
      <Suspense>
        {creating && <CreateOpportunity onClose={() => setCreating(false)} onCreated={() => setCreating(false)} />}
      </Suspense>
    </>
  )
}

function Detail() {
  const { id } = useParams()
  const row = rowsOf('opportunity').find((candidate) => candidate.id === id)
  const { fields } = useFields('opportunity')
  const save = useSaveField('opportunity')
  return (
    <>
      <PageHeader title={String(row?.name)} />
      <dl style={{ display: 'grid', gridTemplateColumns: '120px 1fr', gap: 10, padding: 24 }}>
        {fields.map((field) => [
          <dt key={`${field.name} label`}>{field.label}</dt>,
          <dd key={field.name} style={{ margin: 0 }}>
            <InlineField field={field} value={row?.[field.name]} onSave={(value, read) => save(id!, field.name, value, read)} />
          </dd>,
        ])}
      </dl>
    </>
  )
}

export const showcase: Feature[] = [
  {
    routes: [
      { path: '/opportunities', element: <List /> },
      { path: '/opportunities/:id', element: <Detail /> },
      { path: '/customers', element: <RecordList type="customer" title="客户" /> },
    ],
    navigation: [
      { path: '/opportunities', label: '商机', icon: <AimOutlined aria-hidden />, goKey: 'o', phone: true },
      { path: '/customers', label: '客户', icon: <BankOutlined aria-hidden />, goKey: 'c', phone: true },
    ],
    records: {
      opportunity: { plural: 'opportunities', path: (id) => `/opportunities/${id}`, create: { label: '新建商机', Dialog: CreateOpportunity } },
      customer: { plural: 'customers', path: (id) => `/customers/${id}` },
    },
  },
]
