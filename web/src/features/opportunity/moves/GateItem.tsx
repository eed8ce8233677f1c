import { UploadOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Form, Input, Upload } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Field } from '../../../api/types'
import { withTexts } from '../../../shared/lateTexts'
import { useFields } from '../../../shared/records/useCatalogue'
import { FieldInput } from '../../../shared/records/FieldInput'
import { KindInput } from '../../activity/KindInput'
import type { Unmet } from '../api'
import { texts } from '../texts'
import { TextQuestion } from '../../../shared/records/questions'

const ChainPreview = lazy(async () => ({ default: (await import('../../approval/ChainPreview')).ChainPreview }))

const TeamsOnly = lazy(
  withTexts(texts, () =>
    Promise.resolve({
      default: function TeamsOnly({ unmet }: { unmet: Unmet }) {
        const { t } = useTranslation('opportunity')
        return <NotYours unmet={unmet} why={t('control.teamFollowsUp')} />
      },
    }),
  ),
)

const ConfirmFirst = lazy(
  withTexts(texts, () =>
    Promise.resolve({
      default: function ConfirmFirst({ id, unmet, onLeave }: Pick<Props, 'id' | 'unmet' | 'onLeave'>) {
        const { t } = useTranslation('opportunity')
        return (
          <Alert
            type="warning"
            showIcon
            title={unmet.message}
            description={
              <>
                {t(unmet.code === 'ungraded' ? 'control.gradeFirst' : 'control.confirmFirst')}{' '}
                {unmet.code !== 'ungraded' && (
                  <Link to={`/opportunities/${id}?tab=assessment`} state={{ show: 'tabs' }} onClick={onLeave}>
                    {t('control.toAssessment')}
                  </Link>
                )}
              </>
            }
            style={{ marginBottom: 16 }}
          />
        )
      },
    }),
  ),
)

interface Props {
  id: string
  unmet: Unmet
  index: number
  field?: Field
  /** Whether what the viewer logs counts as a follow-up. */
  counts?: boolean
  /** Follows a link to where it is mended. */
  onLeave?: () => void
}

/** One missing thing with the input that mends it; what the viewer cannot mend is said. */
export function GateItem({ id, unmet, index, field, counts = true, onLeave }: Props) {
  const { t } = useTranslation('opportunity')
  switch (unmet.kind) {
    case 'FIELD':
      if (!field || field.readOnly) {
        return <NotYours unmet={unmet} />
      }
      return (
        <Form.Item name={field.name} label={field.label} rules={[{ required: true, message: unmet.message }]}>
          <FieldInput field={{ ...field, required: true }} />
        </Form.Item>
      )
    case 'VALIDITY':
      if (!unmet.field) return <NotYours unmet={unmet} />
      return (
        <TextQuestion
          name={[unmet.field, 'evidence']}
          label={t('gate.evidence', { what: unmet.label })}
          placeholder={t('validity.evidenceHint')}
          rows={2}
          required
        />
      )
    case 'KEY_ACTION':
      return (
        <Form.Item
          name={['done', index]}
          valuePropName="checked"
          rules={[{ validator: (_, done) => (done ? Promise.resolve() : Promise.reject(new Error(unmet.message))) }]}
        >
          <Checkbox>{t('gate.done', { what: unmet.label })}</Checkbox>
        </Form.Item>
      )
    case 'EVIDENCE':
      return (
        <Form.Item name={['files', index]} label={t('control.gateEvidence', { what: unmet.label })} rules={[{ required: true, message: unmet.message }]}>
          <FileInput />
        </Form.Item>
      )
    case 'ACTIVITY':
      return counts ? <FollowUpQuestion unmet={unmet} index={index} /> : <Suspense><TeamsOnly unmet={unmet} /></Suspense>
    case 'SCORE':
      return <Alert type="warning" showIcon title={unmet.message} description={t('control.assessFirst')} style={{ marginBottom: 16 }} />
    case 'CONFIRMATION':
      return unmet.code === 'pending' ? <Pending unmet={unmet} /> : <Suspense><ConfirmFirst id={id} unmet={unmet} onLeave={onLeave} /></Suspense>
    case 'APPROVAL':
      return unmet.code === 'pending' ? (
        <Pending unmet={unmet} />
      ) : (
        <>
          <TextQuestion name={['notes', String(index)]} label={t('control.approvalNote', { stage: unmet.label })} extra={t('control.approvalHint')} rows={2} />
          <Suspense>
            <ChainPreview kind="stage-gate" subjectId={id} />
          </Suspense>
        </>
      )
    case 'DOCUMENT':
      return (
        <Form.Item name={['files', index]} label={t('gate.document', { what: unmet.label })} rules={[{ required: true, message: unmet.message }]}>
          <FileInput />
        </Form.Item>
      )
  }
}

function Pending({ unmet }: { unmet: Unmet }) {
  const { t } = useTranslation('opportunity')
  return <Alert type="info" showIcon title={unmet.message} description={t('control.pending')} style={{ marginBottom: 16 }} />
}

function NotYours({ unmet, why }: { unmet: Unmet; why?: string }) {
  const { t } = useTranslation('opportunity')
  return <Alert type="warning" showIcon title={unmet.message} description={why ?? t('gate.notYours')} style={{ marginBottom: 16 }} />
}

/** A follow-up logged here: of the kind that is asked for, else of any; without an outcome it would be none. */
function FollowUpQuestion({ unmet, index }: { unmet: Unmet; index: number }) {
  const { t } = useTranslation('opportunity')
  const { fields } = useFields('activity')
  const kind = unmet.item?.split(' ')[1]
  const outcome = fields.find(({ name }) => name === 'outcome')?.label
  const choices = fields.find(({ name }) => name === 'kind')?.choices?.filter(({ code }) => !kind || code === kind) ?? []
  return (
    <>
      <Form.Item name={['activities', index, 'kind']} label={t('control.activity', { what: unmet.label })} rules={[{ required: true, message: unmet.message }]}>
        <KindInput choices={choices} />
      </Form.Item>
      <Form.Item name={['activities', index, 'subject']} label={t('control.subject')} rules={[{ required: true, whitespace: true, message: t('control.subjectMissing') }]}>
        <Input maxLength={200} />
      </Form.Item>
      {outcome && <TextQuestion name={['activities', String(index), 'outcome']} label={outcome} rows={2} required />}
    </>
  )
}

function FileInput({ value, onChange, id }: { value?: File | null; onChange?: (file: File | null) => void; id?: string }) {
  const { t } = useTranslation('opportunity')
  return (
    <Upload
      id={id}
      maxCount={1}
      fileList={value ? [{ uid: value.name, name: value.name }] : []}
      onRemove={() => onChange?.(null)}
      beforeUpload={(file) => {
        onChange?.(file)
        return false
      }}
    >
      <Button icon={<UploadOutlined aria-hidden />}>{t('gate.chooseFile')}</Button>
    </Upload>
  )
}
