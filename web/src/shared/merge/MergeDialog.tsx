import { SwapOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../api/client'
import type { Filter, Reference } from '../../api/types'
import { formatNumber } from '../format'
import { RecordPicker } from '../records/RecordPicker'
import { FirstFocus } from '../ui/FirstFocus'
import { merge, merged, previewQuery, type MergeType, type Preview, type PreviewField } from './api'
import { FieldChoices } from './FieldChoices'
import styles from './merge.module.css'
import { useReasonsOf, useUndoMerge } from './useUndoMerge'

interface Props {
  type: MergeType
  /** Stays, unless the two are swapped. */
  first: string
  /** Goes; asked for when absent. */
  second?: string
  /** Which others are offered; all by default. */
  among?: Filter
  open: boolean
  onClose: () => void
  /** `id` is the merge, by which it is undone. */
  onMerged?: (merge: { id: string; keep: string; gone: string }) => void
}

/** Makes one record of two: which one stays, which value of each field, and what comes along. */
export function MergeDialog({ open, ...props }: Props) {
  return open && <OpenDialog key={`${props.first} ${props.second}`} {...props} />
}

function OpenDialog({ type, first, second, among, onClose, onMerged }: Omit<Props, 'open'>) {
  const { t } = useTranslation('merge')
  const cache = useQueryClient()
  const reasonsOf = useReasonsOf()
  const { tell } = useUndoMerge()
  const [other, setOther] = useState<string | undefined>(second)
  const [swapped, setSwapped] = useState(false)
  /** Whose value was chosen, by field: swapping the records leaves the values. */
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [keep, gone] = swapped ? [other ?? '', first] : [first, other ?? '']
  const { data: preview, error, refetch } = useQuery({ ...previewQuery(type, keep, gone), enabled: Boolean(other) })
  const takes = (field: PreviewField) => (field.choosable && chosen[field.code] ? chosen[field.code] === gone : field.take)

  const submit = async () => {
    if (!preview) return
    setBusy(true)
    setRefusal(null)
    try {
      const take = preview.fields.filter((field) => field.choosable && takes(field)).map(({ code }) => code)
      const { id } = await merge({ type, keep, gone, keepVersion: preview.keep.version, goneVersion: preview.gone.version, take })
      tell(id, nameOf(preview.keep))
      onClose()
      onMerged?.({ id, keep, gone })
      await merged(cache)
    } catch (failure) {
      const stale = failure instanceof ProblemError && failure.code === 'stale-version'
      setRefusal(stale ? t('changed') : reasonsOf(failure))
      if (stale) await refetch()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t(`title.${type}`)}
      width={760}
      mask={{ closable: false }}
      okText={t('submit')}
      okButtonProps={{ loading: busy, disabled: !preview || preview.obstacles.length > 0 }}
      cancelText={t('shared:cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {!second && <OtherPicker type={type} first={first} among={among} onChange={setOther} />}
      {(refusal ?? error) && <Alert type="error" showIcon role="alert" title={refusal ?? reasonsOf(error)} style={{ marginBottom: 16 }} />}
      {other && !preview && !error && <Skeleton active paragraph={{ rows: 6 }} />}
      {preview && (
        <>
          <Heads preview={preview} onSwap={() => setSwapped(!swapped)} />
          {preview.obstacles.length > 0 && (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title={t('impossible')}
              description={preview.obstacles.map(({ code, message }) => (
                <div key={`${code} ${message}`}>{message}</div>
              ))}
              style={{ marginBottom: 16 }}
            />
          )}
          <FieldChoices
            type={type}
            preview={preview}
            nameOf={nameOf}
            takes={takes}
            onTake={(field, take) => setChosen({ ...chosen, [field.code]: take ? gone : keep })}
          />
          <Outcome preview={preview} />
        </>
      )}
    </Modal>
  )
}

const nameOf = ({ id, label }: Preview['keep']) => label ?? `#${id}`

function OtherPicker({ type, first, among, onChange }: Pick<Props, 'type' | 'first' | 'among'> & { onChange: (id?: string) => void }) {
  const another: Filter = { field: 'id', op: 'isNot', value: first }
  const { t } = useTranslation('merge')
  const [value, setValue] = useState<Reference | null>(null)
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={t(`with.${type}`)} htmlFor="merge-with" extra={type === 'contact' ? t('sameCustomer') : undefined}>
        <FirstFocus>
          <RecordPicker
            id="merge-with"
            type={type}
            value={value}
            creates={false}
            filter={among ? { and: [another, among] } : another}
            onChange={(next) => {
              setValue(next)
              onChange(next?.id)
            }}
          />
        </FirstFocus>
      </Form.Item>
    </Form>
  )
}

function Heads({ preview, onSwap }: { preview: Preview; onSwap: () => void }) {
  const { t } = useTranslation('merge')
  return (
    <div className={styles.heads}>
      <div className={styles.head} data-keep>
        <span>{t('keep')}</span>
        <strong>{nameOf(preview.keep)}</strong>
      </div>
      <Button icon={<SwapOutlined aria-hidden />} onClick={onSwap}>
        {t('swap')}
      </Button>
      <div className={styles.head}>
        <span>{t('gone')}</span>
        <strong>{nameOf(preview.gone)}</strong>
      </div>
    </div>
  )
}

/** What comes along, and that there is a way back. */
function Outcome({ preview }: { preview: Preview }) {
  const { t } = useTranslation('merge')
  const keep = nameOf(preview.keep)
  return (
    <>
      <div className={styles.moves}>
        {preview.attached.length === 0 ? (
          t('movesNothing')
        ) : (
          <>
            {t('moves', { name: keep })}
            <ul>
              {preview.attached.map(({ kind, label, count }) => (
                <li key={kind}>{t('part', { label, text: formatNumber(count) })}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <p className={styles.outcome}>{t('outcome', { gone: nameOf(preview.gone), keep })}</p>
    </>
  )
}
