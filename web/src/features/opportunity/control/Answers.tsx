import { useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Input } from 'antd'
import { useState } from 'react'
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
            <Checkbox key={one.item} checked={one.answer != null} disabled={!editable || place === null} onChange={(event) => void save(place!, event.target.checked ? 'done' : null)}>
              {one.item}
              {place === null && t('control.formerly')}
            </Checkbox>
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
    <label>
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
