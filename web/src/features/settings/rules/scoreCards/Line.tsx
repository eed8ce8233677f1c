import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Named } from './cards'
import styles from './scoreCards.module.css'

interface LineProps {
  /** Of what the line tells, for those who hear the page. */
  name: string
  className?: string
  /** The lines above show the headings already; they are heard all the same. */
  below?: boolean
  fault?: string
  removeLabel: string
  onRemove: () => void
  children: ReactNode
}

/** One card, criterion or level: its parts under their headings, and how to take it away. */
export function Line({ name, className = '', below = false, fault, removeLabel, onRemove, children }: LineProps) {
  return (
    <>
      <div role="group" aria-label={name} className={`${styles.line} ${className} ${below ? styles.below : ''}`}>
        {children}
        <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={removeLabel} title={removeLabel} onClick={onRemove} />
      </div>
      {fault && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </>
  )
}

function Headed({ heading, children }: { heading: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{heading}</label>
      {children(id)}
    </div>
  )
}

export function Code({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  const { t } = useTranslation('settings')
  return <Headed heading={t('rules.score.code')}>{(id) => <Input id={id} value={value} onChange={({ target }) => onChange(target.value)} />}</Headed>
}

/** What it is called, in both languages. */
export function Names({ value, onChange }: { value: Named; onChange: (value: Named) => void }) {
  const { t } = useTranslation('settings')
  return (['zh', 'en'] as const).map((language) => (
    <Headed key={language} heading={t(`rules.score.${language}`)}>
      {(id) => <Input id={id} value={value[language]} onChange={({ target }) => onChange({ ...value, [language]: target.value })} />}
    </Headed>
  ))
}

/** Whole numbers without their zeros. */
const plain = (typed?: number | string) => `${typed ?? ''}`.replace(/\.00$/, '')

export function Figure({ heading, value, onChange }: { heading: string; value: number | null; onChange: (value: number | null) => void }) {
  return (
    <Headed heading={heading}>
      {(id) => <InputNumber<number> id={id} min={0} max={100} precision={2} controls={false} formatter={plain} value={value} onChange={onChange} />}
    </Headed>
  )
}
