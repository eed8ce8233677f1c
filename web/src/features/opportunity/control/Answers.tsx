import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Input, Space } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../../api/client'
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
  const save = async (place: number, answer: string | null, before?: string) => {
    let isSaved = true
    try {
      await giveAnswer(id, stageId, kind, place, answer, before)
    } catch (failure) {
      isSaved = false
      // What another answered meanwhile is shown beside what was typed: that says it.
      const isOvertaken = failure instanceof ProblemError && failure.code === 'stale-version'
      if (!isOvertaken) void message.error(messageOf(failure))
    }
    await opportunityChanged(cache)
    return isSaved
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
            key={one.item}
            item={place === null ? one.item + t('control.formerly') : one.item}
            answer={one.answer ?? ''}
            hint={t(kind === 'QUESTION' ? 'control.answerHint' : 'control.valueHint')}
            editable={editable && place !== null}
            onSave={(answer, before) => save(place!, answer || null, before)}
          />
        )
      })}
    </div>
  )
}

interface TickProps {
  done: boolean
  disabled: boolean
  onSave: (done: boolean) => Promise<unknown>
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
  /** Whether it was saved, and not refused. */
  onSave: (answer: string, before: string) => Promise<boolean>
}

/** Follows what others answer, but for what one has typed and not saved: that stays beside what they wrote meanwhile. */
function Asked({ item, answer, hint, editable, onSave }: AskedProps) {
  const { t } = useTranslation('opportunity')
  const [draft, setDraft] = useState<{ text: string; before: string } | null>(null)
  const text = draft?.text ?? answer
  const isOvertaken = draft !== null && draft.before !== answer
  const save = async () => {
    const sent = text.trim()
    if (sent !== answer && !(await onSave(sent, answer))) return
    // What was typed on meanwhile is written over what was sent.
    setDraft((now) => (now && now.text.trim() !== sent ? { text: now.text, before: sent } : null))
  }
  return (
    <>
      <label className={styles.asked}>
        {item}
        {editable ? (
          <Input.TextArea
            autoSize={{ minRows: 1, maxRows: 8 }}
            maxLength={2000}
            placeholder={hint}
            value={text}
            onChange={(event) => setDraft({ text: event.target.value, before: draft?.before ?? answer })}
            onBlur={() => draft && !isOvertaken && void save()}
          />
        ) : (
          <span>{answer || '—'}</span>
        )}
      </label>
      {isOvertaken && (
        <Alert
          type="warning"
          title={t('control.meanwhile', { answer: answer || '—' })}
          action={
            <Space>
              <Button size="small" onClick={() => setDraft(null)}>
                {t('control.takeTheirs')}
              </Button>
              <Button size="small" type="primary" onClick={() => void save()}>
                {t('control.keepMine')}
              </Button>
            </Space>
          }
        />
      )}
    </>
  )
}
