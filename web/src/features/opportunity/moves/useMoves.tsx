import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../../api/types'
import { useMessageOf } from '../../../shared/useMessageOf'
import { act, moveToStage, opportunityChanged, type Stage, type Subject } from '../api'
import { unmetOf } from './unmet'
import type { Open, Step, Verb } from './steps'

const MoveDialog = lazy(async () => ({ default: (await import('./MoveDialog')).MoveDialog }))

/**
 * Moves opportunities and asks what a move needs. Each verb answers whether the opportunity moved in the end, so that a
 * page that showed the move already can take it back. `dialog` belongs somewhere in the page.
 */
export function useMoves(): { move: (subject: Subject, target: Stage, stages: Stage[]) => Promise<boolean>; act: (subject: Subject, verb: Verb, to?: Reference) => Promise<boolean>; dialog: ReactNode } {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const [open, setOpen] = useState<Open | null>(null)

  const ask = (subject: Subject, step: Step) => new Promise<boolean>((settle) => setOpen({ subject, step, settle }))
  const finish = async (moved: boolean) => {
    setOpen(null)
    if (moved) await opportunityChanged(cache)
    open?.settle(moved)
  }

  const move = async (subject: Subject, target: Stage, stages: Stage[]) => {
    if (target.isFinal) return ask(subject, { kind: 'win' })
    const from = stages.find(({ id }) => id === subject.stageId)
    if (from && target.position < from.position) return ask(subject, { kind: 'back', stage: target })
    const again = () => moveToStage(subject, target.id)
    try {
      await again()
    } catch (failure) {
      const unmet = unmetOf(failure)
      if (unmet) return ask(subject, { kind: 'gate', title: t('gate.title', { name: subject.name, stage: target.name }), unmet, again })
      void message.error(messageOf(failure))
      void opportunityChanged(cache)
      return false
    }
    await opportunityChanged(cache)
    void message.success(t('moves.moved', { name: subject.name, stage: target.name }))
    return true
  }

  const perform = async (subject: Subject, verb: Verb, to?: Reference) => {
    if (verb === 'transfer') return ask(subject, { kind: verb, to })
    if (verb !== 'resume') return ask(subject, { kind: verb })
    try {
      await act(subject, 'resumption')
      await opportunityChanged(cache)
      return true
    } catch (failure) {
      void message.error(messageOf(failure))
      return false
    }
  }

  const dialog = open && (
    <Suspense fallback={null}>
      <MoveDialog open={open} onStep={(step) => setOpen({ ...open, step })} onDone={() => void finish(true)} onClose={() => void finish(false)} />
    </Suspense>
  )
  return { move, act: perform, dialog }
}
