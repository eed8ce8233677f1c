import { AutoComplete, Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ColumnMapping, DateOrder, Import, ImportField, Mapping } from './api'
import styles from './imports.module.css'
import { ValueMapDialog } from './ValueMapDialog'

interface Props {
  run: Import
  fields: ImportField[]
  mapping: Mapping
  onChange: (mapping: Mapping) => void
  onTry: () => void
  trying: boolean
}

const withTime = ['DATE', 'INSTANT']

/** Which column becomes which field; what has no column gets a fixed text. */
export function MappingEditor({ run, fields, mapping, onChange, onTry, trying }: Props) {
  const { t } = useTranslation('imports')
  const [editing, setEditing] = useState<ColumnMapping>()
  const keyLabel = useId()
  const orderLabel = useId()
  const field = (name: string) => fields.find((it) => it.name === name)
  const filled = new Set(mapping.columns.map((it) => it.field))
  const unfilled = fields.filter((it) => !filled.has(it.name) && (it.required || it.name in mapping.fixed))
  const offered = fields.filter((it) => !filled.has(it.name) && !it.required && !(it.name in mapping.fixed))
  const keys = fields.filter((it) => it.key && filled.has(it.name))

  const feed = (column: string, names: string[]) => {
    const others = mapping.columns.filter((it) => it.column !== column && !names.includes(it.field))
    const own = names.map(
      (name) =>
        mapping.columns.find((it) => it.column === column && it.field === name) ??
        ({ column, field: name, valueMap: {}, onMissing: 'FAIL' } satisfies ColumnMapping),
    )
    const columns = [...others, ...own]
    const fixed = Object.fromEntries(Object.entries(mapping.fixed).filter(([name]) => !names.includes(name)))
    const keyStays = columns.some((it) => it.field === mapping.keyField)
    onChange({ ...mapping, columns, fixed, keyField: keyStays ? mapping.keyField : null })
  }
  const replace = (changed: ColumnMapping) =>
    onChange({
      ...mapping,
      columns: mapping.columns.map((it) => (it.column === changed.column && it.field === changed.field ? changed : it)),
    })
  const fix = (name: string, text: string | null) => {
    const fixed = { ...mapping.fixed }
    if (text === null) delete fixed[name]
    else fixed[name] = text
    onChange({ ...mapping, fixed })
  }
  const ready = Object.fromEntries(Object.entries(mapping.fixed).filter(([, text]) => text.trim() !== ''))
  const missing = unfilled.filter((it) => it.required && !(it.name in ready))

  return (
    <>
      <p className={styles.lead}>{t('mapping.lead')}</p>
      <ul className={styles.columns}>
        {run.columns.map((column) => {
          const own = mapping.columns.filter((it) => it.column === column.name)
          return (
            <li key={column.name} className={styles.column}>
              <div className={styles.source}>
                <strong>{column.name}</strong>
                <span className={styles.samples}>{column.samples.filter(Boolean).slice(0, 3).join(' · ') || t('mapping.empty')}</span>
              </div>
              <div className={styles.target}>
                <Select
                  mode="multiple"
                  aria-label={t('mapping.fieldsOf', { column: column.name })}
                  placeholder={t('mapping.ignored')}
                  className={styles.full}
                  optionFilterProp="label"
                  value={own.map((it) => it.field)}
                  onChange={(names: string[]) => feed(column.name, names)}
                  options={fields.map((it) => ({ value: it.name, label: it.label }))}
                />
                {own.map((it) => {
                  const target = field(it.field)
                  const mapped = Object.keys(it.valueMap).length
                  return (
                    <div key={it.field} className={styles.options}>
                      {own.length > 1 && <span>{target?.label}</span>}
                      <Button size="small" onClick={() => setEditing(it)}>
                        {mapped ? t('mapping.values', { count: mapped }) : t('mapping.value')}
                      </Button>
                      {(target?.reference || target?.dictionary) && (
                        <Select
                          size="small"
                          aria-label={t('mapping.missingOf', { field: target.label })}
                          value={it.onMissing}
                          onChange={(onMissing) => replace({ ...it, onMissing })}
                          options={[
                            { value: 'FAIL', label: t('mapping.fail') },
                            { value: 'CREATE', label: t('mapping.create') },
                          ]}
                        />
                      )}
                    </div>
                  )
                })}
              </div>
            </li>
          )
        })}
      </ul>
      <h2 className={styles.heading}>{t('mapping.fixed')}</h2>
      <p className={styles.lead}>{t('mapping.fixedLead')}</p>
      {unfilled.map((it) => (
        <FixedField key={it.name} field={it} value={mapping.fixed[it.name] ?? ''} onChange={(text) => fix(it.name, text)} />
      ))}
      <Select
        aria-label={t('mapping.addFixed')}
        placeholder={t('mapping.addFixed')}
        className={styles.type}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(name: string) => fix(name, '')}
        options={offered.map((it) => ({ value: it.name, label: it.label }))}
      />
      <h2 className={styles.heading}>{t('mapping.key')}</h2>
      <p className={styles.lead} id={keyLabel}>
        {t('mapping.keyLead')}
      </p>
      <Select
        aria-labelledby={keyLabel}
        className={styles.type}
        value={mapping.keyField ?? ''}
        onChange={(name) => onChange({ ...mapping, keyField: name || null })}
        options={[{ value: '', label: t('mapping.noKey') }, ...keys.map((it) => ({ value: it.name, label: it.label }))]}
      />
      {mapping.columns.some((it) => withTime.includes(field(it.field)?.kind ?? '')) && (
        <>
          <p className={styles.next} id={orderLabel}>
            {t('mapping.dateOrder')}
          </p>
          <Select<DateOrder>
            aria-labelledby={orderLabel}
            className={styles.type}
            value={mapping.dateOrder}
            onChange={(dateOrder) => onChange({ ...mapping, dateOrder })}
            options={(['UNKNOWN', 'MONTH_FIRST', 'DAY_FIRST'] as const).map((value) => ({ value, label: t(`dateOrder.${value}`) }))}
          />
        </>
      )}
      <div className={styles.actions}>
        <Button
          type="primary"
          loading={trying}
          disabled={run.rowCount === 0 || mapping.columns.length === 0 || (missing.length > 0 && !mapping.keyField)}
          onClick={onTry}
        >
          {t('mapping.try')}
        </Button>
        {run.rowCount === 0 && <span>{t('mapping.noRows')}</span>}
        {missing.length > 0 && <span>{t('mapping.missing', { fields: missing.map((it) => it.label).join(', ') })}</span>}
      </div>
      {editing && (
        <ValueMapDialog
          mapping={editing}
          label={field(editing.field)?.label ?? editing.field}
          field={field(editing.field)}
          samples={run.columns.find(({ name }) => name === editing.column)?.samples ?? []}
          onSave={replace}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  )
}

function FixedField({ field, value, onChange }: { field: ImportField; value: string; onChange: (text: string | null) => void }) {
  const { t } = useTranslation('imports')
  const id = useId()
  return (
    <div className={styles.fixed}>
      <label htmlFor={id}>
        {field.label}
        {field.required && ' *'}
      </label>
      <AutoComplete
        id={id}
        value={value}
        placeholder={t('mapping.template')}
        onChange={onChange}
        options={field.choices.map((choice) => ({ value: choice.label }))}
      />
      {!field.required && (
        <Button type="text" onClick={() => onChange(null)}>
          {t('mapping.remove')}
        </Button>
      )}
    </div>
  )
}
