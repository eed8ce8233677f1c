import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field, Value } from '../../api/types'
import { FieldValue } from '../records/FieldValue'
import { useFields } from '../records/useCatalogue'
import type { MergeType, Preview, PreviewField } from './api'
import styles from './merge.module.css'

interface Props {
  type: MergeType
  preview: Preview
  nameOf: (side: Preview['keep']) => string
  /** Whether the survivor gets the value of the one that goes. */
  takes: (field: PreviewField) => boolean
  onTake: (field: PreviewField, take: boolean) => void
}

/** Both records field by field: what differs first, and chosen; the rest when asked for. */
export function FieldChoices({ type, preview, nameOf, takes, onTake }: Props) {
  const { t } = useTranslation('merge')
  const { fields } = useFields(type)
  const [all, setAll] = useState(false)
  const differing = preview.fields.filter(({ differs }) => differs)
  const same = preview.fields.filter(({ differs }) => !differs)
  const shown = (field: PreviewField, side: 'keep' | 'gone') => (
    <Shown field={fields.find(({ name }) => name === field.code)} value={field[side] as Value} />
  )
  const option = (field: PreviewField, side: 'keep' | 'gone') => (
    <Radio
      name={`merge ${field.code}`}
      checked={takes(field) === (side === 'gone')}
      disabled={!field.choosable}
      onChange={() => onTake(field, side === 'gone')}
      aria-label={t('choose', { field: field.label, name: nameOf(preview[side]) })}
    >
      {shown(field, side)}
    </Radio>
  )
  if (differing.length === 0 && same.length === 0) return null
  return (
    <>
      <table className={styles.table}>
        <caption>{t(differing.length > 0 ? 'differing' : 'nothingDiffers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('keep')}</th>
            <th scope="col">{t('gone')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <tr key={field.code} title={field.choosable ? undefined : t(field.united ? 'united' : 'fixed')}>
              <th scope="row">
                {field.label}
                {field.united && <span className={styles.united}> {t('both')}</span>}
              </th>
              <td>{field.united ? shown(field, 'keep') : option(field, 'keep')}</td>
              <td>{field.united ? shown(field, 'gone') : option(field, 'gone')}</td>
            </tr>
          ))}
          {all &&
            same.map((field) => (
              <tr key={field.code}>
                <th scope="row">{field.label}</th>
                <td>{shown(field, 'keep')}</td>
                <td>{shown(field, 'gone')}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {same.length > 0 && (
        <div className={styles.same}>
          {t('same', { count: same.length })}
          <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'hideSame' : 'showSame')}
          </Button>
        </div>
      )}
    </>
  )
}

/** A reference is a name here: a link would lead away from what is being chosen. */
function Shown({ field, value }: { field?: Field; value: Value }) {
  if (!field) return null
  if (value && typeof value === 'object' && 'label' in value) return value.label
  return <FieldValue field={field} value={value} />
}
