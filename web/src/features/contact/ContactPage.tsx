import { EyeOutlined, MergeCellsOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Filter, RecordDetail, Reference } from '../../api/types'
import { MergedNote } from '../../shared/merge/MergedNote'
import { onDay, useAsOf } from '../../shared/past/asOf'
import { PastBanner } from '../../shared/past/PastBanner'
import { RecordFacts } from '../../shared/records/RecordFacts'
import { recordQuery } from '../../shared/records/recordsApi'
import { useMessageOf } from '../../shared/useMessageOf'
import { ArchivablePage } from '../../shared/records/ArchivablePage'
import { WhoSees } from '../../shared/sees/WhoSees'
import { unmask, type Unmasked } from './Reachable'

const MergeDialog = lazy(async () => ({ default: (await import('../../shared/merge/MergeDialog')).MergeDialog }))

const secrets = ['phone', 'email']

/** People of one customer become one, others not. */
const sameCustomer = ({ values }: RecordDetail): Filter | undefined => {
  const customer = values.customer as Reference | null
  return customer ? { field: 'customer', op: 'is', value: customer.id } : undefined
}

/** One person at a customer. Number and address are asked for before they are changed: a mask is not to be saved. */
export function ContactPage() {
  const { t } = useTranslation('contact')
  const id = useParams().id!
  const asOf = useAsOf()
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const query = useQuery(recordQuery('contacts', id, asOf))
  const navigate = useNavigate()
  const [merging, setMerging] = useState(false)
  const [whole, setWhole] = useState<{ version: number; values: Unmasked } | null>(null)
  const show = async (contact: RecordDetail) => {
    try {
      setWhole({ version: contact.version, values: await unmask(id) })
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  return (
    <ArchivablePage query={query} plural="contacts" type="contact" list={{ path: onDay('/contacts', asOf), label: t('title') }}
      more={({ may }) =>
        may.merge && (
          <Button icon={<MergeCellsOutlined aria-hidden />} onClick={() => setMerging(true)}>
            {t('merge:do')}
          </Button>
        )
      }
    >
      {(contact, editable) => {
        const open = whole?.version === contact.version ? whole.values : null
        const values = open ? { ...contact.values, ...open } : contact.values
        const masked = !open && secrets.some((name) => String(contact.values[name] ?? '').includes('*'))
        return (
          <>
            <PastBanner />
            <MergedNote type="contact" id={id} into={contact.values.mergedInto as Reference | null} />
            <RecordFacts type="contact" record={{ ...contact, values }} without={contact.values.formerNames ? ['mergedInto'] : ['mergedInto', 'formerNames']} fixed={masked ? secrets : []} editable={editable} />
            <Suspense>
              {merging && (
                <MergeDialog
                  type="contact"
                  first={id}
                  among={sameCustomer(contact)}
                  open
                  onClose={() => setMerging(false)}
                  onMerged={({ keep }) => keep !== id && void navigate(`/contacts/${keep}`)}
                />
              )}
            </Suspense>
            {masked && contact.may.unmask && (
              <Button style={{ marginTop: 12 }} icon={<EyeOutlined aria-hidden />} onClick={() => void show(contact)}>
                {t('showBoth')}
              </Button>
            )}
            {!asOf && <WhoSees recordType="contact" recordId={id} />}
          </>
        )
      }}
    </ArchivablePage>
  )
}
