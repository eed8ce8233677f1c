import { EyeOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get } from '../../api/client'
import { useAsOf } from '../../shared/past/asOf'
import { FieldValue } from '../../shared/records/FieldValue'
import { useMay } from '../../shared/session'
import { useMessageOf } from '../../shared/useMessageOf'
import styles from './contact.module.css'

interface Props {
  contactId: string
  name: string
  phone?: string | null
  email?: string | null
}

export interface Unmasked {
  phone: string | null
  email: string | null
}

export const unmask = (contactId: string) => get<Unmasked>(`/contacts/${contactId}/phone`)

/** Phone and address of a contact, masked; whoever may see them asks for each, and each asking is written down. */
export function Reachable({ contactId, name, phone, email }: Props) {
  const { t } = useTranslation('contact')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const may = useMay()
  // What can be asked for is the number of now.
  const asOf = useAsOf()
  const [whole, setWhole] = useState<Unmasked | null>(null)
  const [busy, setBusy] = useState(false)
  const masked = [phone, email].some((value) => value?.includes('*'))
  if (!phone && !email) return null
  const show = async () => {
    setBusy(true)
    try {
      setWhole(await unmask(contactId))
    } catch (failure) {
      void message.error(messageOf(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <span className={styles.reachable}>
      {phone && <FieldValue field={{ name: 'phone', label: '', kind: 'PHONE' }} value={whole?.phone ?? phone} />}
      {email && <FieldValue field={{ name: 'email', label: '', kind: 'EMAIL' }} value={whole?.email ?? email} />}
      {masked && !whole && !asOf && may('contact:unmask') && (
        <Button size="small" type="text" icon={<EyeOutlined aria-hidden />} loading={busy} aria-label={t('show', { name })} title={t('show', { name })} onClick={() => void show()} />
      )}
    </span>
  )
}
