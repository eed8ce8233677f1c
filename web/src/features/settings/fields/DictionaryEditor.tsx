import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import { useMessageOf } from '../../../shared/useMessageOf'
import split from '../organization/organization.module.css'
import settings from '../settings.module.css'
import { useFaults } from '../useFaults'
import type { Dictionary } from './api'
import { inOrder, moved, recoded, type Line } from './entries'
import styles from './fields.module.css'

/** One code list, on two levels. An entry in use is put away, never taken out. */
export function DictionaryEditor({ dictionary }: { dictionary: Dictionary }) {
  const { t } = useTranslation('settings')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const [first] = useState(() => inOrder(dictionary.entries.map((entry, key) => ({ ...entry, key }))))
  const [lines, setLines] = useState<Line[]>(first)
  const [busy, setBusy] = useState(false)
  const faults = useFaults()
  const change = (key: number, part: Partial<Line>) => setLines((all) => all.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const add = () => setLines((all) => [...all, { key: Math.max(-1, ...all.map(({ key }) => key)) + 1, code: '', labelZh: '', labelEn: '', parent: null, archived: false, fresh: true }])

  const save = async () => {
    setBusy(true)
    faults.setFailure(null)
    try {
      const entries = lines.map(({ code, labelZh, labelEn, parent, archived }) => ({ code, labelZh, labelEn: labelEn || labelZh, parent: parent ?? null, archived }))
      await put(`/dictionaries/${dictionary.code}`, { entries })
      void message.success(t('dictionaries.saved', { name: dictionary.label }))
      void cache.invalidateQueries({ queryKey: ['catalogue'] })
      await cache.invalidateQueries({ queryKey: ['dictionaries'] })
    } catch (failure) {
      faults.setFailure(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className={split.detail} aria-label={dictionary.label}>
      <div style={{ maxWidth: 'none' }}>
        <div className={settings.blockHead}>
          <h2>
            {dictionary.label} <span className={settings.code}>{dictionary.code}</span>
          </h2>
          <span className={settings.buttons}>
            <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
              {t('dictionaries.add')}
            </Button>
            <Button type="primary" loading={busy} disabled={lines === first} onClick={() => void save()}>
              {t('save')}
            </Button>
          </span>
        </div>
        {faults.failure != null && faults.faults.length === 0 && (
          <Alert role="alert" type="error" showIcon title={messageOf(faults.failure)} style={{ marginBottom: 16 }} />
        )}
        <div className={settings.tableScroll}>
          <table className={`${settings.table} ${styles.entries}`}>
            <thead>
              <tr>
                <th scope="col">{t('fields.code')}</th>
                <th scope="col">{t('fields.labelZh')}</th>
                <th scope="col">{t('fields.labelEn')}</th>
                <th scope="col">{t('dictionaries.parent')}</th>
                <th scope="col">{t('dictionaries.inUse')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('fields.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, place) => (
                <EntryRow
                  key={line.key}
                  line={line}
                  lines={lines}
                  fault={faults.below(`entries[${place}]`)}
                  onChange={(part) => change(line.key, part)}
                  onCode={(code) => setLines((all) => recoded(all, line.key, code))}
                  onParent={(parent) => setLines((all) => inOrder(all.map((one) => (one.key === line.key ? { ...one, parent } : one))))}
                  onMove={(by) => setLines((all) => moved(all, line.key, by))}
                  onRemove={() => setLines((all) => all.filter(({ key }) => key !== line.key))}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  )
}

interface RowProps {
  line: Line
  lines: Line[]
  fault?: string
  onChange: (part: Partial<Line>) => void
  onCode: (code: string) => void
  onParent: (parent: string | null) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

function EntryRow({ line, lines, fault, onChange, onCode, onParent, onMove, onRemove }: RowProps) {
  const { t } = useTranslation('settings')
  const name = line.labelZh || line.code || t('dictionaries.fresh')
  const hasChildren = lines.some(({ parent }) => parent && parent === line.code)
  const parents = lines.filter((other) => !other.parent && other.key !== line.key && other.code)
  const level = lines.filter((other) => (other.parent ?? null) === (line.parent ?? null))
  return (
    <tr data-archived={line.archived}>
      <td className={line.parent ? styles.child : undefined}>
        <Input
          aria-label={t('dictionaries.codeOf', { name })}
          maxLength={60}
          disabled={!line.fresh}
          status={fault ? 'error' : undefined}
          value={line.code}
          onChange={(event) => onCode(event.target.value)}
        />
        {fault && (
          <p role="alert" className={settings.fault}>
            {fault}
          </p>
        )}
      </td>
      <td>
        <Input aria-label={t('dictionaries.zhOf', { name })} maxLength={100} value={line.labelZh} onChange={(event) => onChange({ labelZh: event.target.value })} />
      </td>
      <td>
        <Input aria-label={t('dictionaries.enOf', { name })} maxLength={100} value={line.labelEn} onChange={(event) => onChange({ labelEn: event.target.value })} />
      </td>
      <td>
        <Select<string>
          aria-label={t('dictionaries.parentOf', { name })}
          className={settings.wide}
          allowClear
          disabled={hasChildren}
          placeholder={t('dictionaries.top')}
          value={line.parent ?? undefined}
          options={parents.map(({ code, labelZh }) => ({ value: code, label: labelZh || code }))}
          onChange={(parent) => onParent(parent ?? null)}
        />
      </td>
      <td>
        <Switch size="small" aria-label={t('dictionaries.useOf', { name })} checked={!line.archived} onChange={(used) => onChange({ archived: !used })} />
      </td>
      <td>
        <span className={settings.row} style={{ gap: 0 }}>
          <Button type="text" icon={<ArrowUpOutlined aria-hidden />} disabled={level[0] === line} aria-label={t('fields.optionUp', { name })} onClick={() => onMove(-1)} />
          <Button type="text" icon={<ArrowDownOutlined aria-hidden />} disabled={level.at(-1) === line} aria-label={t('dictionaries.down', { name })} onClick={() => onMove(1)} />
          {line.fresh && <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('fields.optionRemove', { name })} onClick={onRemove} />}
        </span>
      </td>
    </tr>
  )
}
