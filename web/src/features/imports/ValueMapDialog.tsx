import { AutoComplete, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping, ImportField } from './api'
import styles from './imports.module.css'

interface Props {
  mapping: ColumnMapping
  label: string
  field?: ImportField
  /** What cells of the column say. */
  samples: string[]
  onSave: (mapping: ColumnMapping) => void
  onClose: () => void
}

/** What cells say, and what is meant by it. */
export function ValueMapDialog({ mapping, label, field, samples, onSave, onClose }: Props) {
  const { t } = useTranslation('imports')
  const [pairs, setPairs] = useState(() => [...Object.entries(mapping.valueMap), ['', ''] as [string, string]])
  const set = (index: number, pair: [string, string]) => {
    const changed = pairs.map((before, at) => (at === index ? pair : before))
    if (changed.at(-1)!.some(Boolean)) changed.push(['', ''])
    setPairs(changed)
  }
  const save = () => {
    onSave({ ...mapping, valueMap: Object.fromEntries(pairs.filter(([from]) => from !== '')) })
    onClose()
  }
  return (
    <Modal open title={t('values.title', { column: mapping.column, field: label })} okText={t('values.save')} onOk={save} onCancel={onClose}>
      <p className={styles.lead}>{t('values.lead')}</p>
      {pairs.map(([from, to], index) => (
        <div key={index} className={styles.pair}>
          <AutoComplete
            aria-label={t('values.from', { number: index + 1 })}
            placeholder={t('values.fromHint')}
            className={styles.full}
            value={from}
            onChange={(text: string) => set(index, [text, to])}
            options={[...new Set(samples.filter(Boolean))].map((value) => ({ value }))}
          />
          <span aria-hidden>→</span>
          <AutoComplete
            aria-label={t('values.to', { number: index + 1 })}
            placeholder={t('values.toHint')}
            className={styles.full}
            value={to}
            onChange={(text: string) => set(index, [from, text])}
            options={field?.choices.map((choice) => ({ value: choice.label }))}
          />
          <Button
            type="text"
            aria-label={t('values.remove', { number: index + 1 })}
            disabled={index === pairs.length - 1}
            onClick={() => setPairs(pairs.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
    </Modal>
  )
}
