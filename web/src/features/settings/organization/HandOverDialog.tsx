import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Checkbox, Form, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import type { Reference } from '../../../api/types'
import { formatNumber } from '../../../shared/format'
import { UserPicker } from '../../../shared/records/RecordPicker'
import { EmptyState } from '../../../shared/ui/EmptyState'
import { FirstFocus } from '../../../shared/ui/FirstFocus'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { useMessageOf } from '../../../shared/useMessageOf'
import settings from '../settings.module.css'
import { possessionsQuery, type Possession } from './api'
import styles from './organization.module.css'

interface Props {
  userId: string
  name: string
  onClose: () => void
  onDone: () => void
}

const onlyActive = { field: 'state', op: 'is', value: 'ACTIVE' } as const

/** Gives what someone owns to someone else: what, to whom, then what was moved. */
export function HandOverDialog({ userId, name, onClose, onDone }: Props) {
  const { t } = useTranslation('settings')
  const messageOf = useMessageOf()
  const { data, isPending, error, refetch } = useQuery(possessionsQuery(userId))
  const owned = data?.filter(({ count }) => count > 0) ?? []
  const [left, setLeft] = useState<string[]>([])
  const [to, setTo] = useState<Reference | null>(null)
  const types = owned.map(({ type }) => type).filter((type) => !left.includes(type))
  const handOver = useMutation({
    mutationFn: () => post<{ type: string; count: number }[]>(`/users/${userId}/hand-over`, { toUserId: to!.id, types }),
    onSuccess: onDone,
  })
  const over = handOver.data !== undefined
  const nothing = !isPending && !error && owned.length === 0
  return (
    <Modal
      open
      title={t('users.handOverTitle', { name })}
      onCancel={onClose}
      okText={t(over || nothing ? 'users.linkClose' : 'users.handOver')}
      cancelButtonProps={over || nothing ? { style: { display: 'none' } } : undefined}
      okButtonProps={{ disabled: !over && !nothing && (!to || types.length === 0), loading: handOver.isPending }}
      onOk={() => (over || nothing ? onClose() : handOver.mutate())}
      mask={{ closable: false }}
    >
      {isPending && <Skeleton active />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {nothing && !over && <EmptyState title={t('users.ownsNothing', { name })} reason={t('users.ownsNothingReason')} />}
      {over && <Report rows={handOver.data} owned={data ?? []} to={to?.label ?? ''} />}
      {!over && owned.length > 0 && (
        <Form component="div" layout="vertical">
          {handOver.error && <Alert type="error" showIcon title={messageOf(handOver.error)} style={{ marginBottom: 16 }} role="alert" />}
          <p className={settings.hint}>{t('users.handOverLead')}</p>
          <div className={styles.owned} role="group" aria-label={t('users.owns')}>
            {owned.map(({ type, label, count }) => (
              <Checkbox
                key={type}
                checked={!left.includes(type)}
                onChange={(event) => setLeft((before) => (event.target.checked ? before.filter((other) => other !== type) : [...before, type]))}
              >
                {label} · {formatNumber(count)}
              </Checkbox>
            ))}
          </div>
          <FirstFocus>
<Form.Item label={t('users.handOverTo')} htmlFor="hand-over-to" required>
            <UserPicker id="hand-over-to" value={to} onChange={setTo} filter={onlyActive} />
          </Form.Item>
</FirstFocus>
        </Form>
      )}
    </Modal>
  )
}

/** What was moved, kind by kind. */
function Report({ rows, owned, to }: { rows: { type: string; count: number }[]; owned: Possession[]; to: string }) {
  const { t } = useTranslation('settings')
  return (
    <div role="status">
      <Alert type="success" showIcon title={t('users.handedOver', { name: to })} style={{ marginBottom: 16 }} />
      <div className={settings.tableScroll} role="region" aria-label={t('users.moved')} tabIndex={0}>
        <table className={settings.table}>
          <thead>
            <tr>
              <th scope="col">{t('users.kind')}</th>
              <th scope="col" className={settings.numeric}>
                {t('users.moved')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ type, count }) => (
              <tr key={type}>
                <th scope="row">{owned.find((one) => one.type === type)?.label ?? type}</th>
                <td className={settings.numeric}>{formatNumber(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
