import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, InputNumber, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError, put, type FieldFault } from '../../../api/client'
import { formatYuan } from '../../../shared/format'
import { useAsOf } from '../../../shared/past/asOf'
import { RecordPicker } from '../../../shared/records/RecordPicker'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { useMessageOf } from '../../../shared/useMessageOf'
import { opportunityChanged, partQuery, type OpportunityDetail } from '../api'
import styles from './parts.module.css'
import { amountOf, blankLine, draftOf, isComplete, totalOf, type LineDraft, type LineRow } from './lines'
import { useSaveFact } from './useSaveFact'

/** The products in it, with quantity, price and discount; their sum can become the expected amount. */
export function LinesTab({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const { id } = detail
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const save = useSaveFact(id)
  const { data, isPending, error, refetch } = useQuery(partQuery<{ lines: LineRow[]; total: number; version: string }>(id, 'lines', useAsOf()))
  const [editing, setEditing] = useState(false)
  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  const { lines } = data
  const total = Number(data.total)
  const discounted = lines.some(({ discountPercent }) => Number(discountPercent) > 0)
  const noted = lines.some(({ note }) => note)
  const takeOver = async () => {
    try {
      await save('expectedAmount', total, { value: detail.values.expectedAmount })
      void message.success(t('lines.tookOver', { amount: formatYuan(total) }))
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  if (editing) return <LineEditor id={id} lines={lines} read={data.version} onDone={() => setEditing(false)} />
  return (
    <>
      {lines.length === 0 ? (
        <p className={styles.none}>{t('lines.none')}</p>
      ) : (
        <div className={styles.scroll} role="region" aria-label={t('tabs.lines')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('lines.product')}</th>
                <th scope="col" className="number">{t('lines.quantity')}</th>
                <th scope="col" className="number">{t('lines.price')}</th>
                {discounted && <th scope="col" className="number">{t('lines.discount')}</th>}
                <th scope="col" className="number">{t('lines.amount')}</th>
                {noted && <th scope="col">{t('lines.note')}</th>}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">{line.productName}</th>
                  <td className="number">
                    {Number(line.quantity)} {line.unit}
                  </td>
                  <td className="number">{formatYuan(Number(line.price), true)}</td>
                  {discounted && <td className="number">{Number(line.discountPercent)}%</td>}
                  <td className="number">{formatYuan(Number(line.amount), true)}</td>
                  {noted && <td>{line.note}</td>}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={discounted ? 4 : 3}>{t('shared:table.total')}</th>
                <td className="number">{formatYuan(total, true)}</td>
                {noted && <td />}
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {detail.may.edit && (
        <div className={styles.buttons}>
          <Button type={lines.length === 0 ? 'primary' : 'default'} onClick={() => setEditing(true)}>
            {t(lines.length === 0 ? 'lines.add' : 'lines.edit')}
          </Button>
          {lines.length > 0 && total !== Number(detail.values.expectedAmount ?? Number.NaN) && (
            <Button onClick={() => void takeOver()}>{t('lines.takeOver')}</Button>
          )}
        </div>
      )}
    </>
  )
}

function LineEditor({ id, lines, read, onDone }: { id: string; lines: LineRow[]; read: string; onDone: () => void }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const messageOf = useMessageOf()
  const [drafts, setDrafts] = useState<LineDraft[]>(() => (lines.length > 0 ? lines.map(draftOf) : [blankLine()]))
  const [version, setVersion] = useState(read)
  const [refusal, setRefusal] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const faults: FieldFault[] = refusal instanceof ProblemError ? refusal.fields : []
  const change = (key: string, part: Partial<LineDraft>) => setDrafts((all) => all.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)))
  const save = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await put(
        `/opportunities/${id}/lines?${new URLSearchParams({ version })}`,
        drafts.map(({ product, quantity, price, discountPercent, note }) => ({ productId: product!.id, quantity, price, discountPercent, note: note || null })),
      )
      await opportunityChanged(cache)
      onDone()
    } catch (failure) {
      setRefusal(failure)
      // Whoever is told that somebody else was faster has been warned, and may try once more.
      if (failure instanceof ProblemError && failure.code === 'stale-version') setVersion(failure.problem.current as string)
    } finally {
      setBusy(false)
    }
  }
  const number = (draft: LineDraft, name: 'quantity' | 'price' | 'discountPercent', more: { max?: number; placeholder?: string }) => (
    <InputNumber<number>
      className={styles.lineInput}
      controls={false}
      min={0}
      {...more}
      aria-label={t(`lines.${name === 'discountPercent' ? 'discount' : name}`)}
      value={draft[name]}
      onChange={(value) => change(draft.key, { [name]: value })}
    />
  )
  return (
    <>
      {refusal != null && faults.length === 0 && <Alert type="error" showIcon role="alert" title={messageOf(refusal)} />}
      {drafts.map((draft, index) => {
        const mine = faults.filter(({ field }) => field.startsWith(`[${index}]`))
        return (
          <div key={draft.key} className={styles.lineDraft} role="group" aria-label={t('lines.line', { count: index + 1 })}>
            <RecordPicker type="product" value={draft.product} onChange={(product) => change(draft.key, { product })} placeholder={t('lines.product')} aria-label={t('lines.product')} allowClear={false} />
            {number(draft, 'quantity', { placeholder: t('lines.quantity') })}
            {number(draft, 'price', { placeholder: t('lines.listPrice') })}
            {number(draft, 'discountPercent', { max: 100, placeholder: t('lines.discount') })}
            <Input value={draft.note} maxLength={500} placeholder={t('lines.note')} aria-label={t('lines.note')} onChange={(event) => change(draft.key, { note: event.target.value })} />
            <span className={styles.lineAmount}>{draft.price == null ? '–' : formatYuan(amountOf(draft), true)}</span>
            <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('lines.remove', { count: index + 1 })} onClick={() => setDrafts((all) => all.filter(({ key }) => key !== draft.key))} />
            {mine.length > 0 && (
              <p role="alert" className={styles.refusal}>
                {mine.map(({ message }) => message).join('; ')}
              </p>
            )}
          </div>
        )
      })}
      <div className={styles.lineFoot}>
        <Button type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => setDrafts((all) => [...all, blankLine()])}>
          {t('lines.addLine')}
        </Button>
        <span>{t('lines.sum', { amount: formatYuan(totalOf(drafts), true) })}</span>
      </div>
      <div className={styles.buttons}>
        <Button type="primary" loading={busy} disabled={!drafts.every(isComplete)} onClick={() => void save()}>
          {t('shared:save')}
        </Button>
        <Button onClick={onDone}>{t('shared:cancel')}</Button>
      </div>
    </>
  )
}
