import { App, Input, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessageOf } from '../../shared/useMessageOf'
import { useRead, type Import } from './api'
import styles from './imports.module.css'
import { separators, useSeparatorName } from './useSeparatorName'

const encodings = ['UTF-8', 'GB18030', 'Big5', 'UTF-16LE', 'UTF-16BE', 'Shift_JIS', 'windows-1252']

/** How a text file is read, beside its samples: for files of which that was not found out rightly. */
export function ReadingChoice({ run }: { run: Import }) {
  const { t } = useTranslation('imports')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const nameOf = useSeparatorName()
  const read = useRead(run.id)
  const [other, setOther] = useState(false)
  const separatorLabel = useId()
  const encodingLabel = useId()
  const { separator, encoding } = run
  if (!separator || !encoding) return null // a workbook says itself what its cells are
  const ask = (change: { separator?: string; encoding?: string }) =>
    read.mutate({ separator, encoding, ...change }, { onError: (error) => void message.error(messageOf(error), 8) })
  const known = [...new Set([...Object.keys(separators), separator])]
  return (
    <div className={styles.typeRow}>
      <span id={separatorLabel}>{t('readAs.separator')}</span>
      <Select
        aria-labelledby={separatorLabel}
        className={styles.reading}
        loading={read.isPending}
        value={other ? '' : separator}
        onChange={(chosen: string) => {
          setOther(chosen === '')
          if (chosen) ask({ separator: chosen })
        }}
        options={[...known.map((value) => ({ value, label: nameOf(value) })), { value: '', label: t('separator.other') }]}
      />
      {other && (
        <Input
          autoFocus
          aria-label={t('readAs.character')}
          className={styles.character}
          maxLength={1}
          onChange={({ target }) => target.value && ask({ separator: target.value })}
        />
      )}
      <span id={encodingLabel}>{t('readAs.encoding')}</span>
      <Select
        aria-labelledby={encodingLabel}
        className={styles.reading}
        loading={read.isPending}
        value={encoding}
        onChange={(chosen: string) => ask({ encoding: chosen })}
        options={[...new Set([...encodings, encoding])].map((value) => ({ value, label: value }))}
      />
      <span className={styles.hint}>{t('readAs.hint')}</span>
    </div>
  )
}
