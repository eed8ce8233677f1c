import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProblemError } from '../../../api/client'
import { today } from '../../../shared/format'
import { act, type Unmet } from '../api'
import { TextQuestion, ValueQuestion } from '../../../shared/records/questions'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import type { DialogProps } from './PlainDialogs'
import { unmetOf } from './unmet'

export interface Winning {
  wonOn: string
  wonAmount?: number | null
  lesson?: string
}

interface Props extends DialogProps {
  initial?: Winning
  /** What the gates ask for first, with what was typed here. */
  onBlocked: (unmet: Unmet[], winning: Winning) => void
}

/** Winning asks the business day and the amount. */
export function WinDialog({ subject, initial, onBlocked, onDone, onClose }: Props) {
  const { t } = useTranslation('opportunity')
  const [alsoMissing, setAlsoMissing] = useState<Unmet[]>([])
  return (
    <QuestionDialog<Winning>
      title={t('moves.win.title', { name: subject.name })}
      submitLabel={t('moves.win.do')}
      initial={initial ?? { wonOn: today(), wonAmount: subject.committedAmount ?? subject.expectedAmount }}
      onClose={onClose}
      onSubmit={async (winning) => {
        try {
          await act(subject, 'win', winning)
          onDone()
        } catch (failure) {
          const unmet = unmetOf(failure)
          setAlsoMissing(unmet ?? [])
          // What was typed wrongly comes first: it is here to be mended.
          if (!unmet || (failure as ProblemError).fields.length > 0) throw failure
          onBlocked(unmet, winning)
        }
      }}
    >
      {alsoMissing.length > 0 && (
        <Alert
          type="warning"
          title={t('path.missing')}
          description={alsoMissing.map(({ message }) => message).join(t('shared:filter.comma'))}
          style={{ marginBottom: 16 }}
        />
      )}
      <ValueQuestion name="wonOn" label={t('moves.win.wonOn')} kind="DATE" required />
      <ValueQuestion name="wonAmount" label={t('moves.win.wonAmount')} kind="MONEY" extra={t('moves.win.amountHint')} />
      <TextQuestion name="lesson" label={t('review.lesson')} extra={t('review.lessonHint')} rows={2} max={5000} />
    </QuestionDialog>
  )
}
