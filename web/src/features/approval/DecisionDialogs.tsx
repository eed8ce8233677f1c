import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../api/types'
import { QuestionDialog } from '../../shared/records/QuestionDialog'
import { TextQuestion } from '../../shared/records/questions'
import { UserPicker } from '../../shared/records/RecordPicker'

export type Asked = 'approve' | 'reject' | 'return' | 'withdraw' | 'transfer' | 'add'

interface Props {
  asked: Asked
  /** What it is about, or how many. */
  title: string
  onSubmit: (comment: string | undefined, userId: string | undefined) => Promise<unknown>
  onClose: () => void
}

/** Asks what a decision needs: a comment, the reason of a no, another person. */
export function DecisionDialog({ asked, title, onSubmit, onClose }: Props) {
  const { t } = useTranslation('approval')
  const other = asked === 'transfer' || asked === 'add'
  const reasoned = asked === 'reject' || asked === 'return'
  return (
    <QuestionDialog<{ comment?: string; user?: Reference }>
      title={t(`ask.${asked}`, { title })}
      note={asked === 'add' ? t('ask.addNote') : undefined}
      submitLabel={t(asked)}
      danger={reasoned}
      onClose={onClose}
      onSubmit={async ({ comment, user }) => {
        await onSubmit(comment, user?.id)
        onClose()
      }}
    >
      {other && (
        <Form.Item name="user" label={t('ask.person')} rules={[{ required: true, message: t('ask.personMissing') }]}>
          <UserPicker />
        </Form.Item>
      )}
      <TextQuestion name="comment" label={t(reasoned ? 'ask.reason' : 'ask.comment')} required={reasoned} />
    </QuestionDialog>
  )
}
