import { useMutation } from '@tanstack/react-query'
import { Alert, Modal, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { post } from '../../../api/client'
import { formatInstant } from '../../../shared/format'
import { useMessageOf } from '../../../shared/useMessageOf'

/** Makes a link by which someone sets their own password; it is shown once. */
export function PasswordLinkDialog({ userId, name, onClose }: { userId: string; name: string; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const messageOf = useMessageOf()
  const make = useMutation({ mutationFn: () => post<{ link: string; expiresAt: string }>(`/users/${userId}/password-link`) })
  return (
    <Modal
      open
      title={t('users.linkTitle', { name })}
      onCancel={onClose}
      okText={t(make.data ? 'users.linkClose' : 'users.linkMake')}
      cancelButtonProps={make.data ? { style: { display: 'none' } } : undefined}
      confirmLoading={make.isPending}
      onOk={() => (make.data ? onClose() : make.mutate())}
      mask={{ closable: false }}
    >
      {make.error && <Alert type="error" showIcon title={messageOf(make.error)} style={{ marginBottom: 16 }} />}
      {make.data ? (
        <>
          <Alert type="warning" showIcon title={t('users.linkOnce')} style={{ marginBottom: 16 }} />
          <Typography.Paragraph code copyable style={{ overflowWrap: 'anywhere' }}>
            {new URL(make.data.link, window.location.origin).href}
          </Typography.Paragraph>
          <p>{t('users.linkHolds', { until: formatInstant(make.data.expiresAt) })}</p>
        </>
      ) : (
        <p>{t('users.linkLead', { name })}</p>
      )}
    </Modal>
  )
}
