import { ApartmentOutlined, KeyOutlined, PoweroffOutlined, SwapOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import { useAction } from '../useAction'
import type { UserDetail } from './api'
import { HandOverDialog } from './HandOverDialog'
import { PasswordLinkDialog } from './PasswordLinkDialog'
import { RelocateDialog } from './RelocateDialog'

/** What an administrator does with an account: let in, hand over, put away, take back. */
export function UserActions({ user, name, active }: { user: UserDetail; name: string; active: boolean }) {
  const { t } = useTranslation('settings')
  const { modal, message } = App.useApp()
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const [open, setOpen] = useState<'link' | 'handOver' | 'relocate' | null>(null)
  const changed = async () => {
    await cache.invalidateQueries({ queryKey: ['record', 'users', user.id] })
    void cache.invalidateQueries({ queryKey: ['records', 'user'] })
    void cache.invalidateQueries({ queryKey: ['users', user.id] })
  }
  const deactivate = () =>
    void modal.confirm({
      title: t('users.deactivateAsk', { name }),
      content: t('users.deactivateReason'),
      okText: t('users.deactivate'),
      okButtonProps: { danger: true },
      onOk: () => run(() => post(`/users/${user.id}/deactivation`).then(changed), t('users.deactivated', { name })),
    })
  return (
    <>
      {active && (
        <Button icon={<KeyOutlined aria-hidden />} onClick={() => setOpen('link')}>
          {t('users.passwordLink')}
        </Button>
      )}
      {active && (
        <Button icon={<ApartmentOutlined aria-hidden />} onClick={() => setOpen('relocate')}>
          {t('users.relocate')}
        </Button>
      )}
      <Button icon={<SwapOutlined aria-hidden />} onClick={() => setOpen('handOver')}>
        {t('users.handOver')}
      </Button>
      {active && user.may.deactivate !== false && (
        <Button danger icon={<PoweroffOutlined aria-hidden />} onClick={deactivate}>
          {t('users.deactivate')}
        </Button>
      )}
      {!active && (
        <Button type="primary" loading={busy} onClick={() => void run(() => post(`/users/${user.id}/activation`).then(changed), t('users.activated', { name }))}>
          {t('users.activate')}
        </Button>
      )}
      {open === 'link' && <PasswordLinkDialog userId={user.id} name={name} onClose={() => setOpen(null)} />}
      {open === 'relocate' && (
        <RelocateDialog
          userId={user.id}
          version={user.version}
          name={name}
          onClose={() => setOpen(null)}
          onDone={(moved) => {
            setOpen(null)
            void message.success(t('users.relocated', { name, count: moved }))
            void changed()
          }}
        />
      )}
      {open === 'handOver' && <HandOverDialog userId={user.id} name={name} onClose={() => setOpen(null)} onDone={() => void changed()} />}
    </>
  )
}
