import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition, Filter } from '../../api/types'
import { ConditionEditor } from './ConditionEditor'
import { describeFilter } from './describeFilter'
import { fromGroup, isComplete, isCondition, toGroup } from './filter'
import styles from './filter.module.css'
import { useCatalogue } from './useCatalogue'
import { useReferenceNames } from './useReferenceNames'

interface Props {
  type: string
  /** The part to change; nothing for a new one. */
  part: Filter | null
  onDone: (part: Filter | null) => void
  onCancel: () => void
}

/** Builds one chip: a condition, or several of which any or all must hold. What it will mean stands below in words. */
export function FilterEditor({ type, part, onDone, onCancel }: Props) {
  const { t } = useTranslation('shared')
  const catalogue = useCatalogue(type, [], true)
  const group = toGroup(part)
  const simple = group.parts.filter(isCondition)
  const nested = group.parts.filter((inner) => !isCondition(inner))
  const [join, setJoin] = useState<'and' | 'or'>(group.parts.length > 1 ? group.join : 'or')
  const [conditions, setConditions] = useState<Partial<Condition>[]>(simple.length > 0 ? simple : [{}])
  const complete = conditions.filter(isComplete) as Condition[]
  const result = fromGroup({ join, parts: [...complete, ...nested] })
  const nameOf = useReferenceNames(result, catalogue.describe)
  const ready = complete.length === conditions.length
  const change = (index: number, condition: Partial<Condition> | null) =>
    setConditions((before) => before.flatMap((one, at) => (at === index ? (condition ?? []) : one)))

  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onDone(result)
      }}
    >
      {conditions.length > 1 && (
        <Segmented<'and' | 'or'>
          size="small"
          value={join}
          onChange={setJoin}
          options={[
            { value: 'or', label: t('filter.any') },
            { value: 'and', label: t('filter.all') },
          ]}
        />
      )}
      {conditions.map((condition, index) => (
        <ConditionEditor
          // Conditions have no identity of their own; they are only added at the end.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          catalogue={catalogue}
          nameOf={nameOf}
          condition={condition}
          onChange={(changed) => change(index, changed)}
          onRemove={conditions.length > 1 ? () => change(index, null) : undefined}
        />
      ))}
      {ready && result && (
        <p className={styles.preview}>{describeFilter(result, { t, describe: catalogue.describe, nameOf })}</p>
      )}
      <div className={styles.foot}>
        <Button type="link" size="small" disabled={!ready} onClick={() => setConditions([...conditions, {}])}>
          {t('filter.another')}
        </Button>
        <span className={styles.range}>
          <Button size="small" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button size="small" type="primary" htmlType="submit" disabled={!ready}>
            {t('filter.apply')}
          </Button>
        </span>
      </div>
    </form>
  )
}
