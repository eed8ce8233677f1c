import { BulbOutlined, HistoryOutlined, PlusOutlined, RightOutlined, SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { get } from '../../api/client'
import type { Mark, SearchGroup, SearchItem } from '../../api/types'
import type { NavigationEntry } from '../../shared/feature'
import { preferences, useMode } from '../../shared/preferences'
import { useFoundPath } from '../../shared/records/useFoundPath'
import { useKinds } from '../../shared/records/useKinds'
import { Marked } from '../../shared/ui/Marked'
import { useSettled } from '../../shared/useSettled'
import { useCreatables, type Creatable } from './entries'
import styles from './palette.module.css'
import { recentPlaces, rememberPlace } from './recentPlaces'

interface Command {
  key: string
  group: string
  label: string
  marks?: Mark[]
  hint?: string | null
  hintMarks?: Mark[]
  /** Where else it was found. */
  detail?: ReactNode
  icon: ReactNode
  run: () => void
}

interface Props {
  entries: NavigationEntry[]
  onCreate: (creatable: Creatable) => void
  onClose: () => void
}

/** One box for pages, actions and records. */
export function CommandPalette({ entries, onCreate, onClose }: Props) {
  const { t } = useTranslation('app')
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { commands, searching } = useCommands(text, { entries, onCreate, onClose })
  const chosen = Math.min(active, commands.length - 1)
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && commands.length > 0) {
      event.preventDefault()
      const next = (chosen + step + commands.length) % commands.length
      setActive(next)
      document.getElementById(`command-${next}`)?.scrollIntoView?.({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      run(commands[chosen])
    }
  }
  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={600}
      style={{ top: '12vh' }}
      styles={{ container: { padding: 0, overflow: 'hidden' } }}
      aria-label={t('palette.open')}
    >
      <div className={styles.box}>
        <SearchOutlined aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="commands"
          aria-activedescendant={commands[chosen] ? `command-${chosen}` : undefined}
          aria-label={t('palette.placeholder')}
          placeholder={t('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id="commands" role="listbox" aria-label={t('palette.open')} className={styles.list} aria-busy={searching}>
        {commands.map((command, index) => (
          <div key={command.key} role="presentation">
            {command.group !== commands[index - 1]?.group && <div className={styles.group}>{command.group}</div>}
            <div
              id={`command-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              className={styles.option}
              onMouseMove={() => setActive(index)}
              onClick={() => run(command)}
              onKeyDown={onKeyDown}
            >
              <span className={styles.icon} aria-hidden>
                {command.icon}
              </span>
              <span className={styles.label}>
                <Marked text={command.label} marks={command.marks} />
                {command.detail && <span className={styles.detail}>{command.detail}</span>}
              </span>
              {command.hint && (
                <span className={styles.hint}>
                  <Marked text={command.hint} marks={command.hintMarks} />
                </span>
              )}
            </div>
          </div>
        ))}
      </div>
      {commands.length === 0 && (
        <p className={styles.none} role="status">
          {searching ? t('palette.searching') : t('palette.none', { text })}
        </p>
      )}
    </Modal>
  )
}

function useCommands(text: string, { entries, onCreate }: Props) {
  const { t } = useTranslation('app')
  const navigate = useNavigate()
  const creatables = useCreatables()
  const mode = useMode()
  const wanted = useSettled(text.trim(), 120)
  const search = useQuery({
    queryKey: ['search', wanted],
    queryFn: ({ signal }) => get<{ groups: SearchGroup[] }>('/search', { q: wanted }, signal),
    enabled: wanted.length > 0,
    placeholderData: (before) => before,
  })
  const pathOf = useFoundPath()
  const kindOf = useKinds()
  const go = (path: string, label: string, hint?: string | null) => () => {
    rememberPlace({ path, label, hint: hint ?? null })
    void navigate(path)
  }

  const recent: Command[] = recentPlaces().map(({ path, label, hint }) => ({
    key: `recent ${path}`,
    group: t('palette.recent'),
    label,
    hint,
    icon: <HistoryOutlined aria-hidden />,
    run: go(path, label, hint),
  }))
  const pages: Command[] = entries.map((entry) => ({
    key: `page ${entry.path}`,
    group: t('palette.pages'),
    label: t(entry.label),
    hint: entry.goKey && `G ${entry.goKey.toUpperCase()}`,
    icon: entry.icon,
    run: () => void navigate(entry.path),
  }))
  const actions: Command[] = [
    ...creatables.map((creatable) => ({
      key: `create ${creatable.type}`,
      group: t('palette.actions'),
      label: t(creatable.create.label),
      icon: creatable.create.icon ?? <PlusOutlined aria-hidden />,
      run: () => onCreate(creatable),
    })),
    {
      key: 'theme',
      group: t('palette.actions'),
      label: t(mode === 'dark' ? 'palette.toLight' : 'palette.toDark'),
      icon: <BulbOutlined aria-hidden />,
      run: () => preferences.set({ theme: mode === 'dark' ? 'light' : 'dark' }),
    },
  ]
  const records: Command[] = (wanted ? (search.data?.groups ?? []) : []).flatMap((group) =>
    group.items.flatMap((item) => {
      const path = pathOf(group.type, item)
      if (!path) return []
      return [
        {
          key: `${group.type} ${item.id}`,
          group: kindOf(group),
          label: item.label,
          marks: item.marks,
          hint: item.about?.label ?? item.hint,
          hintMarks: item.about?.label ? [] : item.hintMarks,
          detail: detailOf(item, t('palette.mistyped')),
          icon: entries.find((entry) => path.startsWith(`${entry.path}/`))?.icon ?? <RightOutlined aria-hidden />,
          run: go(path, item.label, item.hint),
        },
      ]
    }),
  )
  const everything: Command = {
    key: 'everything',
    group: t('palette.everything'),
    label: t('palette.all', { text: text.trim() }),
    icon: <SearchOutlined aria-hidden />,
    run: () => void navigate(`/search?q=${encodeURIComponent(text.trim())}`),
  }
  const matches = (command: Command) => command.label.toLowerCase().includes(text.trim().toLowerCase())
  return {
    commands: text.trim()
      ? [...records, ...[...pages, ...actions].filter(matches), ...(records.length > 0 ? [everything] : [])]
      : [...recent, ...pages, ...actions],
    searching: search.isFetching || wanted !== text.trim(),
  }
}

/** Why something was found whose name does not show it. */
function detailOf({ elsewhere, mistyped }: SearchItem, similar: string): ReactNode {
  if (mistyped) return similar
  return elsewhere && <Marked text={elsewhere.text} marks={elsewhere.marks} />
}
