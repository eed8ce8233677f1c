import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Divider, Select } from 'antd'
import { Suspense, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, LookupItem, Reference } from '../../api/types'
import { useRecordPlace } from '../feature'
import { useMay } from '../session'
import { lookupQuery } from './recordsApi'
import styles from './records.module.css'
import { rememberName } from './useReferenceNames'

interface Common {
  /** Type of the records to choose from. */
  type: string
  /** Only records for which this holds are offered. */
  filter?: Filter | null
  placeholder?: string
  disabled?: boolean
  autoFocus?: boolean
  allowClear?: boolean
  size?: 'small' | 'middle' | 'large'
  id?: string
  'aria-label'?: string
  'aria-describedby'?: string
}

interface One extends Common {
  /** Whether what is missing can be made in place; as a rule it can. */
  creates?: boolean
  value?: Reference | null
  onChange?: (value: Reference | null) => void
}

/** Chooses one record by typing part of its name; where the viewer may, "+ new" makes the missing one in place. */
export function RecordPicker({ type, value, onChange, filter, allowClear = true, creates = true, ...select }: One) {
  const { t } = useTranslation('shared')
  const { options, text, setText, loading, remember } = useLookup(type, filter ?? null)
  const [open, setOpen] = useState(false)
  const [creating, setCreating] = useState(false)
  const place = useRecordPlace(type)
  const may = useMay()
  const create = creates && place?.create && may(place.create.permission) ? place.create : undefined
  const choose = (reference: Reference | null) => {
    if (reference) remember(reference)
    onChange?.(reference)
  }
  const offered = value && !options.some(({ id }) => id === value.id) && !text ? [value as LookupItem, ...options] : options
  return (
    // One box whatever antd puts beside its select while it is focused: the row around it must not move under a click.
    <div className={styles.fill}>
      <Select<string>
        {...select}
        className={styles.fill}
        showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
        allowClear={allowClear}
        value={value?.id}
        open={open}
        onOpenChange={setOpen}
        loading={loading}
        placeholder={select.placeholder ?? t('pick')}
        options={offered.map((item) => ({ value: item.id, label: item.label, hint: item.hint }))}
        optionRender={({ label, data }) => <Offered label={label} hint={(data as { hint?: string }).hint} />}
        notFoundContent={loading ? t('loading') : t('noMatch')}
        onChange={(id) => choose(offered.find((item) => item.id === id) ?? null)}
        popupRender={(menu) => (
          <>
            {menu}
            {create && (
              <>
                <Divider style={{ margin: '4px 0' }} />
                <Button
                  type="text"
                  block
                  icon={<PlusOutlined aria-hidden />}
                  style={{ justifyContent: 'start' }}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => {
                    setOpen(false)
                    setCreating(true)
                  }}
                >
                  {text ? t('createNamed', { name: text }) : t(create.label)}
                </Button>
              </>
            )}
          </>
        )}
      />
      {creating && create && (
        <Suspense>
          <create.Dialog
            initial={text ? { name: text } : undefined}
            onClose={() => setCreating(false)}
            onCreated={(record) => {
              setCreating(false)
              setText('')
              choose(record)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

interface Many extends Common {
  /** Ids of the chosen records. */
  value?: string[]
  onChange?: (ids: string[]) => void
  /** Name of a chosen record that the lookup has not offered. */
  nameOf?: (id: string) => string
}

/** Chooses several records; keeps their ids. */
export function RecordsPicker({ type, value = [], onChange, filter, nameOf, ...select }: Many) {
  const { t } = useTranslation('shared')
  const { options, text, setText, loading, remember } = useLookup(type, filter ?? null)
  const chosen = value.filter((id) => !options.some((item) => item.id === id))
  return (
    <Select<string[]>
      {...select}
      mode="multiple"
      className={styles.fill}
      showSearch={{ filterOption: false, searchValue: text, onSearch: setText }}
      value={value}
      loading={loading}
      placeholder={select.placeholder ?? t('pick')}
      options={[
        ...chosen.map((id) => ({ value: id, label: nameOf?.(id) ?? id })),
        ...options.map((item) => ({ value: item.id, label: item.label, hint: item.hint })),
      ]}
      optionRender={({ label, data }) => <Offered label={label} hint={(data as { hint?: string }).hint} />}
      notFoundContent={loading ? t('loading') : t('noMatch')}
      onChange={(ids) => {
        options.filter(({ id }) => ids.includes(id)).forEach(remember)
        setText('')
        onChange?.(ids)
      }}
    />
  )
}

function Offered({ label, hint }: { label: React.ReactNode; hint?: string | null }) {
  return (
    <span className={styles.offered}>
      <span>{label}</span>
      {hint && <span>{hint}</span>}
    </span>
  )
}

function useLookup(type: string, filter: Filter | null) {
  const cache = useQueryClient()
  const [text, setText] = useState('')
  const lookup = useQuery(lookupQuery(type, useDeferredValue(text.trim()), filter))
  return {
    text,
    setText,
    options: lookup.data?.items ?? [],
    loading: lookup.isFetching,
    remember: ({ id, label }: Reference) => rememberName(cache, type, id, label),
  }
}

/** Chooses one active user. */
export function UserPicker(props: Omit<One, 'type'>) {
  return <RecordPicker type="user" {...props} />
}
