import { DeleteOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { del, post } from '../../../api/client'
import type { Reference } from '../../../api/types'
import { useAsOf } from '../../../shared/past/asOf'
import { UserPicker } from '../../../shared/records/RecordPicker'
import { Avatar } from '../../../shared/ui/Avatar'
import { Badge } from '../../../shared/ui/Badge'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import { useMessageOf } from '../../../shared/useMessageOf'
import { memberRoles, opportunityChanged, partQuery } from '../api'
import styles from './parts.module.css'

interface Member {
  userId: string
  name: string
  title?: string | null
  role: string
}

/** The virtual team: all of them see the opportunity, all but readers work on it. */
export function TeamTab({ id, editable }: { id: string; editable: boolean }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const { data, isPending, error, refetch } = useQuery(partQuery<Member[]>(id, 'team', useAsOf()))
  const [user, setUser] = useState<Reference | null>(null)
  const [role, setRole] = useState('SALES')
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
  const save = (userId: string, as: string) => perform(() => post(`/opportunities/${id}/team`, { userId, role: as }))
  const options = memberRoles.map((code) => ({ value: code, label: t(`roles.${code}`) }))

  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <>
      {editable && (
        <div className={styles.adder}>
          <UserPicker value={user} onChange={setUser} placeholder={t('team.who')} aria-label={t('team.who')} />
          <Select value={role} options={options} onChange={setRole} aria-label={t('team.role')} className={styles.role} />
          <Button type="primary" disabled={!user} onClick={() => void save(user!.id, role).then((done) => done && setUser(null))}>
            {t('team.add')}
          </Button>
        </div>
      )}
      {data.length === 0 && <p className={styles.none}>{t('team.none')}</p>}
      <PlainList>
        {data.map((member) => (
          <ListItem
            key={member.userId}
            icon={<Avatar name={member.name} />}
            title={member.name}
            detail={member.title}
            action={
              editable ? (
                <span className={styles.itemActions}>
                  <Select
                    size="small"
                    className={styles.role}
                    value={member.role}
                    options={options}
                    aria-label={t('team.roleOf', { name: member.name })}
                    onChange={(next) => void save(member.userId, next)}
                  />
                  <Popconfirm title={t('team.removeAsk', { name: member.name })} onConfirm={() => perform(() => del(`/opportunities/${id}/team/${member.userId}`))}>
                    <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('remove', { name: member.name })} />
                  </Popconfirm>
                </span>
              ) : (
                <Badge>{t(`roles.${member.role}`)}</Badge>
              )
            }
          />
        ))}
      </PlainList>
    </>
  )
}
