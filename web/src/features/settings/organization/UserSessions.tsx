import { LaptopOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { del } from '../../../api/client'
import { formatInstant } from '../../../shared/format'
import { browserOf } from '../../../shared/browserOf'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import settings from '../settings.module.css'
import { useAction } from '../useAction'
import { userSessionsQuery } from './api'

/** Where someone is signed in; all of it can be ended at once. */
export function UserSessions({ id }: { id: string }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const { data, error } = useQuery(userSessionsQuery(id))
  const end = () =>
    run(async () => {
      await del(`/users/${id}/sessions`)
      await cache.invalidateQueries({ queryKey: ['users', id, 'sessions'] })
    }, t('users.sessionsEnded'))
  return (
    <section className={settings.block} aria-labelledby="sessions">
      <div className={settings.blockHead}>
        <h2 id="sessions">{t('users.sessions')}</h2>
        {data && data.length > 0 && (
          <Popconfirm title={t('users.endSessionsAsk')} okText={t('users.endSessions')} onConfirm={() => end()}>
            <Button danger loading={busy}>
              {t('users.endSessions')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {error && <ErrorState error={error} />}
      {data?.length === 0 && <p className={settings.quiet}>{t('users.noSessions')}</p>}
      <PlainList>
        {data?.map((session) => (
          <ListItem
            key={session.id}
            icon={<LaptopOutlined aria-hidden />}
            title={browserOf(session.agent)}
            detail={t('users.session', { address: session.address, seen: formatInstant(session.lastSeenAt) })}
          />
        ))}
      </PlainList>
    </section>
  )
}
