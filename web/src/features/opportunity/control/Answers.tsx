import { useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessageOf } from '../../../shared/useMessageOf'
import { opportunityChanged } from '../api'
import { giveAnswer, type Answer, type AnswerKind } from './controlApi'
import styles from './control.module.css'

interface Props {
  id: string
  stageId: string
  kind: AnswerKind
  title: string
  answers: Answer[]
  editable: boolean
}

/** Work items to tick, questions to answer, indicators to fill in: each saved by itself when one leaves it. */
export function Answers({ id, stageId, kind, title, answers, editable }: Props) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const save = async (place: number, answer: string | null) => {
    try {
      await giveAnswer(id, stageId, kind, place, answer)
      await opportunityChanged(cache)
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  if (answers.length === 0) return null
  return (
    <div className={styles.answers} role="group" aria-label={title}>
      <h3>{title}</h3>
      {answers.map((one) => {
        const place = one.place ?? null
        if (kind === 'WORK_ITEM') {
          return (
            <Tick key={one.item} done={one.answer != null} disabled={!editable || place === null} onSave={(done) => save(place!, done ? 'done' : null)}>
              {one.item}
              {place === null && t('control.formerly')}
            </Tick>
          )
        }
        return (
          <Asked
            key={`${one.item} ${one.answer ?? ''}`}
            item={place === null ? one.item + t('control.formerly') : one.item}
            answer={one.answer ?? ''}
            hint={t(kind === 'QUESTION' ? 'control.answerHint' : 'control.valueHint')}
            editable={editable && place !== null}
            onSave={(answer) => save(place!, answer || null)}
          />
        )
      })}
    </div>
  )
}

interface TickProps {
  done: boolean
  disabled: boolean
  onSave: (done: boolean) => Promise<void>
  children: ReactNode
}

/** Shows the tick while it is being saved, and what was kept after that. */
function Tick({ done, disabled, onSave, children }: TickProps) {
  const [ticked, setTicked] = useState<boolean | null>(null)
  const tick = async (next: boolean) => {
    setTicked(next)
    await onSave(next)
    setTicked(null)
  }
  return (
    <Checkbox checked={ticked ?? done} disabled={disabled} onChange={(event) => void tick(event.target.checked)}>
      {children}
    </Checkbox>
  )
}

interface AskedProps {
  item: string
  answer: string
  hint: string
  editable: boolean
  onSave: (answer: string) => Promise<void>
}

function Asked({ item, answer, hint, editable, onSave }: AskedProps) {
  const [text, setText] = useState(answer)
  return (
    <label className={styles.asked}>
      {item}
      {editable ? (
        <Input.TextArea
          autoSize={{ minRows: 1, maxRows: 8 }}
          maxLength={2000}
          placeholder={hint}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => text.trim() !== answer && void onSave(text.trim())}
        />
      ) : (
        <span>{answer || '—'}</span>
      )}
    </label>
  )
}
