import { CalendarOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Form, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reference } from '../../api/types'
import { QuestionDialog } from '../../shared/records/QuestionDialog'
import { ValueQuestion } from '../../shared/records/questions'
import { UserPicker } from '../../shared/records/RecordPicker'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import { FormPage } from '../../shared/ui/FormPage'
import { ListItem, PlainList } from '../../shared/ui/PlainList'
import { useMessageOf } from '../../shared/useMessageOf'
import { absencesQuery, useAbsences } from './api'

/** When one is away, and who decides meanwhile what one is asked. */
export function AbsencesPage() {
  const { t } = useTranslation('account')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const absences = useQuery(absencesQuery)
  const { add, remove } = useAbsences()
  const [adding, setAdding] = useState(false)
  const button = (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('absences.add')}
    </Button>
  )
  return (
    <FormPage title={t('absences.title')} back={{ path: '/me', label: t('me') }} description={t('absences.lead')} actions={absences.data?.length ? button : undefined}>
      {absences.isPending && <Skeleton active />}
      {absences.isError && <ErrorState error={absences.error} onRetry={() => void absences.refetch()} />}
      {absences.data?.length === 0 && <EmptyState title={t('absences.none')} reason={t('absences.noneReason')} action={button} />}
      <PlainList>
        {absences.data?.map((absence) => (
          <ListItem
            key={absence.id}
            icon={<CalendarOutlined aria-hidden />}
            title={t('absences.span', { from: absence.from, to: absence.to })}
            detail={t('absences.by', { name: absence.delegateName })}
            action={
              <Button danger type="text" onClick={() => void remove(absence.id).catch((error: unknown) => void message.error(messageOf(error)))}>
                {t('absences.remove')}
              </Button>
            }
          />
        ))}
      </PlainList>
      {adding && (
        <QuestionDialog<{ from: string; to: string; delegateId: Reference }>
          title={t('absences.add')}
          submitLabel={t('absences.add')}
          onClose={() => setAdding(false)}
          onSubmit={async ({ from, to, delegateId }) => {
            await add({ from, to, delegateId: delegateId.id })
            setAdding(false)
          }}
        >
          <ValueQuestion name="from" label={t('absences.from')} kind="DATE" required />
          <ValueQuestion name="to" label={t('absences.to')} kind="DATE" required />
          <Form.Item name="delegateId" label={t('absences.delegate')} rules={[{ required: true, message: t('absences.delegateMissing') }]}>
            <UserPicker />
          </Form.Item>
        </QuestionDialog>
      )}
    </FormPage>
  )
}
