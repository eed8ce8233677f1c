import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Popconfirm, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../api/types'
import { today } from '../format'
import { QuestionDialog } from '../records/QuestionDialog'
import { TextQuestion, ValueQuestion } from '../records/questions'
import { UserPicker } from '../records/RecordPicker'
import type { ScheduleItem } from './scale'
import type { ItemDraft } from './useScheduleVerbs'

interface Answers extends Omit<ItemDraft, 'assigneeId'> {
  assigneeId?: Reference | null
}

interface Props {
  /** Null for a new one. */
  item: ScheduleItem | null
  items: ScheduleItem[]
  onSave: (draft: ItemDraft) => Promise<void>
  onRemove: () => Promise<void>
  onClose: () => void
}

/** What is done by whom from when to when, and what it waits for. */
export function ItemDialog({ item, items, onSave, onRemove, onClose }: Props) {
  const { t } = useTranslation('gantt')
  const initial: Partial<Answers> = item
    ? { ...item, assigneeId: item.assigneeId ? { id: item.assigneeId, label: item.assigneeName ?? '' } : null }
    : { kind: 'STEP', startsOn: today(), endsOn: today() }
  return (
    <QuestionDialog<Answers>
      title={item ? t('item.edit') : t('item.add')}
      submitLabel={t('item.save')}
      initial={initial}
      onClose={onClose}
      onSubmit={async ({ kind, title, assigneeId, startsOn, endsOn, doneOn, predecessorId }) => {
        await onSave({ kind, title, assigneeId: assigneeId?.id ?? null, startsOn, endsOn, doneOn, predecessorId, version: item?.version })
        onClose()
      }}
    >
      <Form.Item name="kind" label={t('item.kind')}>
        <Segmented options={(['STEP', 'MILESTONE'] as const).map((code) => ({ value: code, label: t(`kinds.${code}`) }))} />
      </Form.Item>
      <TextQuestion name="title" label={t('item.title')} required rows={1} max={200} />
      <Form.Item name="assigneeId" label={t('item.assignee')}>
        <UserPicker />
      </Form.Item>
      <ValueQuestion name="startsOn" label={t('item.startsOn')} kind="DATE" required />
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => getFieldValue('kind') === 'STEP' && <ValueQuestion name="endsOn" label={t('item.endsOn')} kind="DATE" />}
      </Form.Item>
      <Form.Item name="predecessorId" label={t('item.predecessorId')} extra={t('item.dependsHint')}>
        <Select allowClear options={items.filter(({ id }) => id !== item?.id).map(({ id, title }) => ({ value: id, label: title }))} />
      </Form.Item>
      {item && <ValueQuestion name="doneOn" label={t('item.doneOn')} kind="DATE" />}
      {item && (
        <Popconfirm title={t('item.removeAsk', { title: item.title })} onConfirm={() => onRemove().then(onClose)}>
          <Button danger icon={<DeleteOutlined aria-hidden />}>
            {t('item.remove')}
          </Button>
        </Popconfirm>
      )}
    </QuestionDialog>
  )
}
