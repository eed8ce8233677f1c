import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reference, Value } from '../../api/types'
import { FieldInput } from '../records/FieldInput'
import { RecordPicker, UserPicker } from '../records/RecordPicker'
import { toBody } from '../records/recordsApi'
import { useCatalogue, type Catalogue } from '../records/useCatalogue'
import { FirstFocus } from '../ui/FirstFocus'
import { JobProgress } from '../ui/JobProgress'
import { useMessageOf } from '../useMessageOf'
import { bulkQuery, startBulk, type Chosen, type Offer } from './api'
import { BulkResult } from './BulkResult'

interface Props {
  type: string
  offer: Offer
  chosen: Chosen
  count: number
  /** How many records, as people read it. */
  text: string
  /** `ran` tells whether anything was begun. */
  onClose: (ran: boolean) => void
}

/** What an action needs; an absent answer means that it lacks something. */
interface Given {
  field?: string
  value?: Value
  empty?: boolean
  tag?: string
  owner?: Reference | null
  reason?: string
  stage?: Reference | null
}

function bodyOf(action: Offer['action'], { field, value, empty, tag, owner, reason, stage }: Given): Record<string, unknown> | null {
  switch (action) {
    case 'edit':
      if (!field || (!empty && (value == null || value === ''))) return null
      return toBody({ [field]: empty ? null : value })
    case 'addTag':
    case 'removeTag':
      return field && tag?.trim() ? { field, tag: tag.trim() } : null
    case 'transfer':
      return owner && reason?.trim() ? { ownerId: owner.id, reason: reason.trim() } : null
    case 'move':
      return stage ? { stageId: stage.id, reason: reason?.trim() || undefined } : null
    case 'abandon':
      return reason?.trim() ? { reason: reason.trim() } : null
    case 'archive':
    case 'newestEdition':
      return {}
  }
}

/** Asks for what the action needs, runs it as a job, and tells how it went. */
export function BulkDialog({ type, offer, chosen, count, text, onClose }: Props) {
  const { t } = useTranslation('views')
  const cache = useQueryClient()
  const catalogue = useCatalogue(type, [])
  const messageOf = useMessageOf()
  const [given, setGiven] = useState<Given>(offer.fields.length === 1 ? { field: offer.fields[0] } : {})
  const body = bodyOf(offer.action, given)
  const start = useMutation({ mutationFn: () => startBulk(type, offer.action, chosen, body!) })
  const run = useQuery({ ...bulkQuery(start.data?.id ?? ''), enabled: start.data !== undefined })
  const [ended, setEnded] = useState(false)
  const end = () => {
    setEnded(true)
    void run.refetch()
    void cache.invalidateQueries({ queryKey: ['records', type] })
    void cache.invalidateQueries({ queryKey: ['record'] })
  }
  return (
    <Modal
      open
      title={offer.label}
      onCancel={() => onClose(start.data !== undefined)}
      footer={
        start.data ? (
          <Button type="primary" onClick={() => onClose(true)}>
            {t('bulk.close')}
          </Button>
        ) : (
          <>
            <Button onClick={() => onClose(false)}>{t('shared:cancel')}</Button>
            <Button type="primary" danger={offer.action === 'archive'} disabled={!body} loading={start.isPending} onClick={() => start.mutate()}>
              {t('bulk.start', { count, text })}
            </Button>
          </>
        )
      }
    >
      {!start.data && (
        <FirstFocus>
          <Needs offer={offer} catalogue={catalogue} given={given} onChange={(change) => setGiven({ ...given, ...change })} />
        </FirstFocus>
      )}
      {start.error && <p role="alert">{messageOf(start.error)}</p>}
      {run.data?.jobId && <JobProgress jobId={run.data.jobId} label={t('bulk.running')} onEnd={end} />}
      {ended && run.data && <BulkResult run={run.data} />}
    </Modal>
  )
}

interface NeedsProps {
  offer: Offer
  catalogue: Catalogue
  given: Given
  onChange: (change: Given) => void
}

function Needs({ offer, catalogue, given, onChange }: NeedsProps) {
  const { t } = useTranslation('views')
  const field = given.field ? catalogue.describe(given.field) : undefined
  const choices = offer.fields.map((name) => ({ value: name, label: catalogue.describe(name)?.label ?? name }))
  const reason = (required: boolean) => (
    <Form.Item label={t('bulk.reason')} htmlFor="bulk-reason" required={required}>
      <Input.TextArea id="bulk-reason" rows={2} maxLength={500} value={given.reason} onChange={(event) => onChange({ reason: event.target.value })} />
    </Form.Item>
  )
  switch (offer.action) {
    case 'archive':
      return <p>{t('bulk.archiveAsk')}</p>
    case 'newestEdition':
      return <p>{offer.hint}</p>
    case 'abandon':
      return (
        <Form layout="vertical">
          <p>{offer.hint}</p>
          {reason(true)}
        </Form>
      )
    case 'transfer':
      return (
        <Form layout="vertical">
          <Form.Item label={t('bulk.owner')} htmlFor="bulk-owner" required>
            <UserPicker id="bulk-owner" value={given.owner} onChange={(owner) => onChange({ owner })} filter={{ field: 'state', op: 'is', value: 'ACTIVE' }} />
          </Form.Item>
          {reason(true)}
        </Form>
      )
    case 'move':
      return (
        <Form layout="vertical">
          <Form.Item label={t('bulk.stage')} htmlFor="bulk-stage" required>
            <RecordPicker id="bulk-stage" type="stage" value={given.stage} onChange={(stage) => onChange({ stage })} />
          </Form.Item>
          {reason(false)}
        </Form>
      )
    default:
      return (
        <Form layout="vertical">
          {offer.fields.length > 1 && (
            <Form.Item label={t('bulk.field')} htmlFor="bulk-field" required>
              <Select<string>
                id="bulk-field"
                showSearch={{ optionFilterProp: 'label' }}
                value={given.field}
                options={choices}
                onChange={(name) => onChange({ field: name, value: undefined, empty: false })}
              />
            </Form.Item>
          )}
          {offer.action !== 'edit' && (
            <Form.Item label={t('bulk.tag')} htmlFor="bulk-tag" required>
              <Input id="bulk-tag" maxLength={50} value={given.tag} onChange={(event) => onChange({ tag: event.target.value })} />
            </Form.Item>
          )}
          {offer.action === 'edit' && field && (
            <Form.Item label={t('bulk.value')} htmlFor="bulk-value" required>
              <FieldInput id="bulk-value" field={field} value={given.value ?? null} disabled={given.empty} onChange={(value) => onChange({ value })} />
              {!field.required && (
                <Checkbox checked={given.empty} onChange={(event) => onChange({ empty: event.target.checked })}>
                  {t('bulk.empty')}
                </Checkbox>
              )}
            </Form.Item>
          )}
        </Form>
      )
  }
}
