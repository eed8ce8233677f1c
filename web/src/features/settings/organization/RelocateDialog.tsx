import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import { DepartmentTreeSelect } from '../../../shared/records/DepartmentTreeSelect'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'

interface Answer {
  departmentId: string
  takeAlong: boolean
}

interface Props {
  userId: string
  version: number
  name: string
  onClose: () => void
  onDone: (moved: number) => void
}

/** Moves someone to another department, and asks whether what they have goes with them. */
export function RelocateDialog({ userId, version, name, onClose, onDone }: Props) {
  const { t } = useTranslation('settings')
  return (
    <QuestionDialog<Answer>
      title={t('users.relocateTitle', { name })}
      submitLabel={t('users.relocate')}
      initial={{ takeAlong: false }}
      onClose={onClose}
      onSubmit={async (answer) => {
        const moved = await put<{ count: number }[]>(`/users/${userId}/department`, { ...answer, version })
        onDone(moved.reduce((sum, { count }) => sum + count, 0))
      }}
    >
      <Form.Item name="departmentId" label={t('users.relocateTo')} rules={[{ required: true, message: t('shared:required', { field: t('users.relocateTo') }) }]}>
        <DepartmentTreeSelect allowClear={false} />
      </Form.Item>
      <Form.Item name="takeAlong" label={t('users.relocateRecords')} extra={t('users.relocateHint')}>
        <Radio.Group
          options={[
            { value: false, label: t('users.relocateKeep') },
            { value: true, label: t('users.relocateAlong') },
          ]}
        />
      </Form.Item>
    </QuestionDialog>
  )
}
