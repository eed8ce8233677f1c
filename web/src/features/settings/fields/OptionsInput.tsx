import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import settings from '../settings.module.css'
import type { Option } from './api'
import styles from './fields.module.css'

interface Props {
  options: Option[]
  onChange: (options: Option[]) => void
  fault: (path: string) => string | undefined
}

/** The choices of a field: what is stored, and what it is called in both languages. */
export function OptionsInput({ options, onChange, fault }: Props) {
  const { t } = useTranslation('settings')
  // A new option's code is written for the administrator; those that records may hold stay.
  const [fixed] = useState(() => new Set(options.map(({ code }) => code)))
  const change = (place: number, part: Partial<Option>) => onChange(options.map((option, index) => (index === place ? { ...option, ...part } : option)))
  const add = () => {
    let number = options.length + 1
    while (options.some(({ code }) => code === `O${number}`)) number += 1
    onChange([...options, { code: `O${number}`, labelZh: '', labelEn: '' }])
  }
  return (
    <fieldset className={styles.options}>
      <legend>{t('fields.options')}</legend>
      {options.map((option, place) => {
        const faults = ['code', 'labelZh', 'labelEn'].flatMap((part) => fault(`options[${place}].${part}`) ?? [])
        const name = option.labelZh || option.code
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <div key={place}>
            <div className={settings.row}>
              <Input
                aria-label={t('fields.optionCode', { number: place + 1 })}
                className={styles.code}
                maxLength={60}
                disabled={fixed.has(option.code)}
                value={option.code}
                onChange={(event) => change(place, { code: event.target.value })}
              />
              <Input
                aria-label={t('fields.optionZh', { number: place + 1 })}
                placeholder={t('fields.labelZh')}
                maxLength={100}
                value={option.labelZh}
                onChange={(event) => change(place, { labelZh: event.target.value })}
              />
              <Input
                aria-label={t('fields.optionEn', { number: place + 1 })}
                placeholder={t('fields.labelEn')}
                maxLength={100}
                value={option.labelEn}
                onChange={(event) => change(place, { labelEn: event.target.value })}
              />
              <Button
                type="text"
                icon={<ArrowUpOutlined aria-hidden />}
                disabled={place === 0}
                aria-label={t('fields.optionUp', { name })}
                onClick={() => onChange(options.toSpliced(place - 1, 2, option, options[place - 1]!))}
              />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('fields.optionRemove', { name })}
                onClick={() => onChange(options.toSpliced(place, 1))}
              />
            </div>
            {faults.length > 0 && (
              <p role="alert" className={settings.fault}>
                {faults.join('; ')}
              </p>
            )}
          </div>
        )
      })}
      {fault('options') && (
        <p role="alert" className={settings.fault}>
          {fault('options')}
        </p>
      )}
      <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
        {t('fields.addOption')}
      </Button>
    </fieldset>
  )
}
