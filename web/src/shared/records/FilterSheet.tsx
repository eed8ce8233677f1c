import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  open: boolean
  onClose: () => void
  children: ReactNode
}

/** Where a phone edits a condition: from below. */
export function FilterSheet({ open, onClose, children }: Props) {
  const { t } = useTranslation('shared')
  return (
    <Drawer placement="bottom" size="auto" open={open} onClose={onClose} title={t('filter.label')} destroyOnHidden>
      {children}
    </Drawer>
  )
}
