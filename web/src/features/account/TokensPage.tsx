import { KeyOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../shared/format'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import { FormPage } from '../../shared/ui/FormPage'
import { ListItem, PlainList } from '../../shared/ui/PlainList'
import { useMessageOf } from '../../shared/useMessageOf'
import { tokensQuery, useDeleteToken, type ApiToken } from './api'
import { TokenDialog } from './TokenDialog'

/** Personal tokens for programs that work in one's name. */
export function TokensPage() {
  const { t } = useTranslation('account')
  const { modal, message } = App.useApp()
  const messageOf = useMessageOf()
  const tokens = useQuery(tokensQuery)
  const remove = useDeleteToken()
  const [creating, setCreating] = useState(false)
  const create = (
    <Button type="primary" onClick={() => setCreating(true)}>
      {t('tokens.create')}
    </Button>
  )
  const confirmRemoval = (token: ApiToken) =>
    void modal.confirm({
      title: t('tokens.removeTitle', { name: token.name }),
      content: t('tokens.removeReason'),
      okText: t('tokens.remove'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(token.id).catch((error: unknown) => void message.error(messageOf(error))),
    })
  return (
    <FormPage title={t('tokens.title')} back={{ path: '/me', label: t('me') }} description={t('tokens.lead')} actions={tokens.data?.length ? create : undefined}>
      {tokens.isPending && <Skeleton active />}
      {tokens.isError && <ErrorState error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <EmptyState title={t('tokens.none')} reason={t('tokens.noneReason')} action={create} />}
      <PlainList>
        {tokens.data?.map((token) => (
          <ListItem
            key={token.id}
            icon={<KeyOutlined aria-hidden />}
            title={token.name}
            detail={[
              t(`tokens.scopes.${token.scope}`) + (token.permissions.length > 0 ? ` (${token.permissions.length})` : ''),
              token.expiresOn && t('tokens.expires', { on: token.expiresOn }),
              token.lastUsedAt ? t('tokens.used', { at: formatInstant(token.lastUsedAt) }) : t('tokens.unused'),
            ]
              .filter(Boolean)
              .join(' · ')}
            action={
              <Button danger type="text" onClick={() => confirmRemoval(token)}>
                {t('tokens.remove')}
              </Button>
            }
          />
        ))}
      </PlainList>
      {creating && <TokenDialog onClose={() => setCreating(false)} />}
    </FormPage>
  )
}
