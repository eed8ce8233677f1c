import { CloseOutlined, FilterOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { lazy, Suspense, useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../api/types'
import { useShortcuts } from '../keyboard'
import { usePhone } from '../preferences'
import { describeFilter } from './describeFilter'
import { fieldsOf, fromGroup, isCondition, toGroup } from './filter'
import styles from './filter.module.css'
import { useCatalogue } from './useCatalogue'
import { useReferenceNames } from './useReferenceNames'

const FilterSheet = lazy(async () => ({ default: (await import('./FilterSheet')).FilterSheet }))
const FilterEditor = lazy(async () => ({ default: (await import('./FilterEditor')).FilterEditor }))

interface Props {
  type: string
  filter: Filter | null
  onChange: (filter: Filter | null) => void
  /** A condition that holds though the filter does not say so, and how to do without it. */
  implied?: { filter: Filter; onRemove: () => void }
}

/** The list's filter as chips one can read, click and take away. The address holds it. */
export function FilterBar({ type, filter, onChange, implied }: Props) {
  const { t } = useTranslation('shared')
  const catalogue = useCatalogue(type, fieldsOf(filter))
  const nameOf = useReferenceNames(filter, catalogue.describe)
  const words = { t, describe: catalogue.describe, nameOf }
  const group = toGroup(filter)
  const [open, setOpen] = useState<number | 'new' | null>(null)

  useShortcuts([{ keys: 'f', label: t('filter.add'), run: () => setOpen('new') }])

  const replace = (index: number, part: Filter | null) => {
    const parts = [...group.parts]
    if (part) parts[index] = part
    else parts.splice(index, 1)
    setOpen(null)
    onChange(fromGroup({ ...group, parts }))
  }
  const editor = (index: number, part: Filter | null) => (
    <Suspense fallback={<div style={{ width: 320, height: 160 }} />}>
      <FilterEditor type={type} part={part} onDone={(changed) => replace(index, changed)} onCancel={() => setOpen(null)} />
    </Suspense>
  )

  return (
    <div className={styles.bar} role="group" aria-label={t('filter.label')}>
      {implied && (
        <span className={styles.chip}>
          <span className={styles.sentence}>{describeFilter(implied.filter, words)}</span>
          <button type="button" className={styles.remove} aria-label={t('filter.remove', { what: describeFilter(implied.filter, words) })} onClick={implied.onRemove}>
            <CloseOutlined aria-hidden />
          </button>
        </span>
      )}
      {group.parts.map((part, index) => {
        const sentence = describeFilter(part, words)
        return (
          <span key={JSON.stringify(part)} className={styles.part}>
            {index > 0 && (
              <button
                type="button"
                className={styles.join}
                title={t('filter.switchJoin')}
                onClick={() => onChange(fromGroup({ ...group, join: group.join === 'and' ? 'or' : 'and' }))}
              >
                {t(`filter.${group.join}`)}
              </button>
            )}
            <span className={styles.chip} data-group={!isCondition(part)}>
              <Opening open={open === index} onOpen={(show) => setOpen(show ? index : null)} content={() => editor(index, part)}>
                <button type="button" className={styles.sentence} aria-expanded={open === index}>
                  {sentence}
                </button>
              </Opening>
              <button
                type="button"
                className={styles.remove}
                aria-label={t('filter.remove', { what: sentence })}
                onClick={() => replace(index, null)}
              >
                <CloseOutlined aria-hidden />
              </button>
            </span>
          </span>
        )
      })}
      <Opening open={open === 'new'} onOpen={(show) => setOpen(show ? 'new' : null)} content={() => editor(group.parts.length, null)}>
        <Button type="text" size="small" icon={group.parts.length ? <PlusOutlined aria-hidden /> : <FilterOutlined aria-hidden />} aria-expanded={open === 'new'}>
          {t(group.parts.length ? 'filter.more' : 'filter.add')}
        </Button>
      </Opening>
      {group.parts.length > 1 && (
        <Button type="link" size="small" onClick={() => onChange(null)}>
          {t('filter.clear')}
        </Button>
      )}
      {filter && (
        <span className="visually-hidden" role="status">
          {t('filter.spoken', { what: describeFilter(filter, words) })}
        </span>
      )}
    </div>
  )
}

interface OpeningProps {
  open: boolean
  onOpen: (open: boolean) => void
  content: () => ReactNode
  children: ReactElement
}

/** What a chip opens: beside it on a desk, from below on a phone. */
function Opening({ open, onOpen, content, children }: OpeningProps) {
  if (!usePhone()) {
    return (
      <Popover trigger="click" placement="bottomLeft" open={open} onOpenChange={onOpen} destroyOnHidden content={content}>
        {children}
      </Popover>
    )
  }
  return (
    <>
      <span role="presentation" style={{ display: 'contents' }} onClick={() => onOpen(true)}>
        {children}
      </span>
      <Suspense>
        <FilterSheet open={open} onClose={() => onOpen(false)}>
          {open && content()}
        </FilterSheet>
      </Suspense>
    </>
  )
}
