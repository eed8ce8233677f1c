import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { readableKeys, useAllShortcuts, type Shortcut } from '../../shared/keyboard'
import styles from './frame.module.css'

/** Every shortcut that works on the page one is looking at: its own, and those of all pages. */
export function ShortcutOverlay({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('app')
  const all = useAllShortcuts()
  // The last to offer a key has it.
  const shown = all.filter(({ keys }, index) => all.findLastIndex((other) => other.keys === keys) === index)
  const own = shown.filter(({ everywhere }) => !everywhere)
  return (
    <Modal open title={t('shortcuts.title')} footer={null} onCancel={onClose} width={own.length > 0 ? 800 : 480}>
      <div className={styles.shortcuts}>
        {own.length > 0 && <Keys title={t('shortcuts.here')} shortcuts={own} />}
        <Keys title={t('shortcuts.everywhere')} shortcuts={shown.filter(({ everywhere }) => everywhere)} />
      </div>
    </Modal>
  )
}

function Keys({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              {readableKeys(keys).map((key, index) => (
                <kbd key={`${key}${index}`}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
