import { EllipsisOutlined, TeamOutlined, UserOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMessageOf } from '../useMessageOf'
import { beginWith, changeView, deleteView, shelfQuery, type SavedView } from './api'
import { isBare, isSame, stateOf, withState } from './state'
import styles from './views.module.css'

const SaveViewDialog = lazy(async () => ({ default: (await import('./SaveViewDialog')).SaveViewDialog }))

/** The views of a list as tabs; a dot marks the one that was changed since it was saved. */
export function ViewTabs({ type }: { type: string }) {
  const { t } = useTranslation('views')
  const shelf = useQuery(shelfQuery(type))
  const [params, setParams] = useSearchParams()
  const [saving, setSaving] = useState<'new' | 'change' | null>(null)
  const views = shelf.data?.views ?? []
  const current = views.find(({ id }) => id === params.get('saved'))
  const state = stateOf(params)
  const changed = current?.state ? !isSame(state, current.state) : false
  const first = views.find(({ id }) => id === shelf.data?.firstId)

  // A list that is opened without a word begins as its viewer is used to.
  const opens = first?.state && isBare(params)
  useEffect(() => {
    if (opens && first?.state) setParams((before) => withState(before, first.state!, first.id), { replace: true })
  }, [opens, first, setParams])

  const open = (view: SavedView | null) => setParams((before) => withState(before, view?.state ?? {}, view?.id ?? (first ? 'all' : null)))
  const tabs: (SavedView | null)[] = [null, ...views]
  if (shelf.isPending || shelf.error) return null
  return (
    <div className={styles.tabs} role="group" aria-label={t('label')}>
      <div className={styles.strip}>
        {tabs.map((view) => {
          const active = view === (current ?? null)
          const label = view?.name ?? t('all')
          return (
            <button
              key={view?.id ?? 'all'}
              type="button"
              className={styles.tab}
              aria-pressed={active}
              disabled={view !== null && !view.applicable}
              title={view && !view.applicable ? t('notApplicable') : (view && t(`audience.${view.audience}`)) || undefined}
              onClick={() => open(view)}
            >
              {view && view.audience !== 'ME' && <TeamOutlined aria-hidden />}
              {view?.audience === 'ME' && <UserOutlined aria-hidden />}
              {label}
              {active && changed && (
                <span className={styles.dot} role="img" aria-label={t('changed')} title={t('changed')} />
              )}
            </button>
          )
        })}
      </div>
      <ViewMenu
        type={type}
        view={current}
        changed={changed}
        isFirst={current !== undefined && current.id === shelf.data?.firstId}
        onOpen={open}
        onSave={setSaving}
      />
      <Suspense>
        {saving && (
          <SaveViewDialog
            type={type}
            state={saving === 'change' && current?.state ? current.state : state}
            view={saving === 'change' ? current : undefined}
            onClose={() => setSaving(null)}
            onSaved={(id) => {
              const kept = saving
              setSaving(null)
              if (kept === 'new') setParams((before) => withState(before, state, id))
            }}
          />
        )}
      </Suspense>
    </div>
  )
}

interface MenuProperties {
  type: string
  view?: SavedView
  changed: boolean
  isFirst: boolean
  onOpen: (view: SavedView | null) => void
  onSave: (how: 'new' | 'change') => void
}

function ViewMenu({ type, view, changed, isFirst, onOpen, onSave }: MenuProperties) {
  const { t } = useTranslation('views')
  const cache = useQueryClient()
  const { message, modal } = App.useApp()
  const messageOf = useMessageOf()
  const [params] = useSearchParams()
  const attempt = async (work: () => Promise<unknown>, done?: string) => {
    try {
      await work()
      await cache.invalidateQueries({ queryKey: ['views', type] })
      if (done) void message.success(done)
    } catch (error) {
      void message.error(messageOf(error))
    }
  }
  const save = ({ id, name, audience, departmentId, position, version }: SavedView) =>
    attempt(() => changeView(id, { name, audience, departmentId, position, version, state: stateOf(params) }), t('saved', { name }))
  const items: MenuProps['items'] = [
    { key: 'new', label: t('saveAs'), onClick: () => onSave('new') },
    ...(view?.editable
      ? [
          { key: 'change', label: t('edit'), onClick: () => onSave('change') },
          {
            key: 'delete',
            label: t('delete'),
            danger: true,
            onClick: () =>
              void modal.confirm({
                title: t('deleteAsk', { name: view.name }),
                content: view.audience === 'ME' ? undefined : t('deleteShared'),
                okText: t('delete'),
                okButtonProps: { danger: true },
                onOk: () => attempt(() => deleteView(view.id)).then(() => onOpen(null)),
              }),
          },
        ]
      : []),
    ...(view
      ? [
          {
            key: 'first',
            label: t(isFirst ? 'notFirst' : 'first'),
            onClick: () => void attempt(() => beginWith(type, isFirst ? null : view.id), t(isFirst ? 'firstForgotten' : 'firstKept')),
          },
        ]
      : []),
  ]
  return (
    <span className={styles.viewActions}>
      {view && changed && (
        <>
          {view.editable && (
            <Button size="small" type="primary" onClick={() => void save(view)}>
              {t('save')}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => onOpen(view)}>
            {t('reset')}
          </Button>
        </>
      )}
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button size="small" type="text" icon={<EllipsisOutlined aria-hidden />} aria-label={t('menu')} aria-haspopup="menu" />
      </Dropdown>
    </span>
  )
}
