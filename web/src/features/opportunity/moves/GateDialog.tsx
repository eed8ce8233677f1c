import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Modal, Skeleton } from 'antd'
import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFields } from '../../../shared/records/useCatalogue'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { whyUnreal } from '../../activity/unreal'
import { detailQuery, keyActionsQuery, opportunityChanged, type Subject, type Unmet } from '../api'
import { GateItem } from './GateItem'
import { Waivable } from '../control/Waivable'
import { mend, startOf, type Made, type Mended } from './mend'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { unmetOf } from './unmet'
import { isAsked, Waits } from './Waits'

interface Props {
  subject: Subject
  title: string
  unmet: Unmet[]
  /** Tries again what was refused. */
  again: () => Promise<void>
  onDone: () => void
  onClose: () => void
}

/** What nobody waves through for their own. */
const othersDecide = new Set<Unmet['kind']>(['APPROVAL', 'CONFIRMATION'])

/** A refused move: exactly what is missing, each with its input, then the same move again. */
export function GateDialog({ subject, title, unmet: first, again, onDone, onClose }: Props) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const { message } = App.useApp()
  const [unmet, setUnmet] = useState(first)
  const [waived, setWaived] = useState(0)
  const made = useRef<{ form: string; parts: Made }>({ form: '', parts: new Map() })
  const detail = useQuery(detailQuery(subject.id))
  const actions = useQuery({ ...keyActionsQuery(subject.id), enabled: unmet.some(({ kind }) => kind === 'KEY_ACTION') })
  const { fields, isPending } = useFields('opportunity')
  const waiting = !detail.data || isPending || (actions.isLoading && !actions.data)

  if (waiting) {
    return (
      <Modal open title={title} footer={null} onCancel={onClose}>
        {detail.error ? <ErrorState error={detail.error} /> : <Skeleton active />}
      </Modal>
    )
  }
  const counts = detail.data.may.followUp !== false
  const fieldOf = (one: Unmet) => fields.find(({ name }) => name === one.field)
  const asks = waived > 0 || unmet.some((one) => isAsked(one, fieldOf(one), counts))
  const form = unmet.map(({ kind, label, code }) => `${kind} ${label} ${code}`).join()
  return (
    <QuestionDialog<Mended>
      key={form}
      title={title}
      note={asks ? t('gate.note', { count: unmet.length }) : <Suspense><Waits count={unmet.length} /></Suspense>}
      submitLabel={asks ? t('gate.save') : undefined}
      width={600}
      initial={startOf(unmet, detail.data)}
      onClose={onClose}
      onSubmit={async (values) => {
        if (made.current.form !== form) made.current = { form, parts: new Map() }
        const logged = await mend(subject, unmet, values, actions.data ?? [], made.current.parts)
        for (const id of logged) {
          const why = await whyUnreal(id)
          if (why) void message.warning(t(`activity:${why}`), 8)
        }
        try {
          await again()
        } catch (failure) {
          const left = unmetOf(failure)
          if (!left) throw failure
          setUnmet(left)
          setWaived(0)
          return
        } finally {
          void opportunityChanged(cache)
        }
        onDone()
      }}
    >
      {unmet.map((one, index) => (
        <Waivable
          key={`${one.kind} ${one.stageId} ${one.item ?? index}`}
          unmet={one}
          index={index}
          allowed={detail.data.may[othersDecide.has(one.kind) ? 'waiveApproval' : 'waiveGate'] === true}
          onWaive={(does) => setWaived((before) => before + (does ? 1 : -1))}
        >
          <GateItem id={subject.id} unmet={one} index={index} field={fieldOf(one)} counts={counts} onLeave={onClose} />
        </Waivable>
      ))}
    </QuestionDialog>
  )
}
