import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { readableKeys, useAllShortcuts } from '../../shared/keyboard'
import styles from './frame.module.css'

/** Every shortcut that works on the page one is looking at. */
export function ShortcutOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app')
  const all = useAllShortcuts()
  // The last to offer a key has it.
  const shortcuts = all.filter(({ keys }, index) => all.findLastIndex((other) => other.keys === keys) === index)
  return (
    <Modal open title={t('shortcuts.title')} footer={null} onCancel={onClose} width={480}>
      <dl className={styles.shortcuts}>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys + label}>
            <dt>{label}</dt>
            <dd>
              {readableKeys(keys).map((key, index) => (
                <kbd key={`${key}${index}`}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
