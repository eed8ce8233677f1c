import { LaptopOutlined, MobileOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../shared/format'
import { useMessageOf } from '../../shared/useMessageOf'
import { Badge } from '../../shared/ui/Badge'
import { ErrorState } from '../../shared/ui/ErrorState'
import { FormPage } from '../../shared/ui/FormPage'
import { ListItem, PlainList } from '../../shared/ui/PlainList'
import { sessionsQuery, useEndSession } from './api'
import { browserOf } from '../../shared/browserOf'

/** Where one is signed in, and a way to end each of them. */
export function SessionsPage() {
  const { t } = useTranslation('account')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const sessions = useQuery(sessionsQuery)
  const end = useEndSession()
  return (
    <FormPage title={t('sessions.title')} back={{ path: '/me', label: t('me') }} description={t('sessions.lead')}>
      {sessions.isPending && <Skeleton active />}
      {sessions.isError && <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <PlainList>
        {sessions.data?.map((session) => (
          <ListItem
            key={session.id}
            icon={/mobile|iphone|android/i.test(session.agent) ? <MobileOutlined aria-hidden /> : <LaptopOutlined aria-hidden />}
            title={browserOf(session.agent)}
            beside={session.current && <Badge tone="teal">{t('sessions.current')}</Badge>}
            detail={t('sessions.detail', {
              address: session.address,
              seen: formatInstant(session.lastSeenAt),
              since: formatInstant(session.createdAt),
            })}
            action={
              !session.current && (
                <Button
                  danger
                  type="text"
                  loading={end.isPending && end.variables === session.id}
                  onClick={() => end.mutate(session.id, { onError: (error) => void message.error(messageOf(error)) })}
                >
                  {t('sessions.end')}
                </Button>
              )
            }
          />
        ))}
      </PlainList>
    </FormPage>
  )
}
