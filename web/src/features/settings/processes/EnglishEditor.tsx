import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Ask } from '../Ask'
import { LinesInput } from '../LinesInput'
import settings from '../settings.module.css'
import type { StageEnglish } from './api'

interface Props {
  english: StageEnglish
  fault: (field: keyof StageEnglish) => string | undefined
  onChange: (part: Partial<StageEnglish>) => void
}

const lists = ['workItems', 'keyActions', 'keyResults', 'participants', 'diagnosisQuestions', 'diagnosisIndicators'] as const

/** What a stage says to those who read English: open where something is said or wrong, drawn once it is open. */
export function EnglishEditor({ english, fault, onChange }: Props) {
  const { t } = useTranslation('settings')
  const [opened, setOpened] = useState(english.name !== '')
  const open = opened || (['name', 'goal', 'verification', ...lists] as const).some((field) => fault(field))
  const label = (field: keyof StageEnglish) =>
    field === 'name' ? t('processes.stageNameEn') : t('processes.inEnglish', { field: t(`processes.${field}`) })
  return (
    <details open={open} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('processes.english')}</summary>
      {open && (
        <>
          <p className={settings.hint}>{t('processes.englishHint')}</p>
          <div className={settings.grid2}>
            <Ask label={label('name')} fault={fault('name')} className={settings.span}>
              {(id) => <Input id={id} maxLength={100} value={english.name} onChange={(event) => onChange({ name: event.target.value })} />}
            </Ask>
            {(['goal', 'verification'] as const).map((field) => (
              <Ask key={field} label={label(field)} fault={fault(field)}>
                {(id) => (
                  <Input.TextArea id={id} autoSize={{ minRows: 2 }} maxLength={2000} value={english[field]} onChange={(event) => onChange({ [field]: event.target.value })} />
                )}
              </Ask>
            ))}
            {lists.map((field) => (
              <Ask key={field} label={label(field)} fault={fault(field)}>
                {(id) => <LinesInput id={id} value={english[field]} placeholder={t('processes.onePerLine')} onChange={(value) => onChange({ [field]: value })} />}
              </Ask>
            ))}
          </div>
        </>
      )}
    </details>
  )
}
