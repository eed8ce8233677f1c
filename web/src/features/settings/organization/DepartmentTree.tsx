import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Department } from '../../../api/types'
import styles from './organization.module.css'

export const childrenOf = (all: Department[], parentId: string | null) =>
  all
    .filter((department) => !department.archived && (department.parentId ?? null) === parentId)
    .sort((one, other) => one.position - other.position || one.name.localeCompare(other.name))

interface Props {
  departments: Department[]
  chosen: string | null
  onChoose: (id: string) => void
}

/** The departments in use as an outline whose branches close. */
export function DepartmentTree({ departments, chosen, onChoose }: Props) {
  const { t } = useTranslation('settings')
  const [closed, setClosed] = useState<Set<string>>(new Set())
  const toggle = (id: string) =>
    setClosed((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const branch = (parentId: string | null) => {
    const children = childrenOf(departments, parentId)
    if (children.length === 0) return null
    return (
      <ul className={styles.branch}>
        {children.map((department) => {
          const below = childrenOf(departments, department.id).length > 0
          const open = !closed.has(department.id)
          return (
            <li key={department.id}>
              <div className={styles.twig}>
                {below ? (
                  <button
                    type="button"
                    className={styles.toggle}
                    aria-expanded={open}
                    aria-label={t(open ? 'departments.close' : 'departments.open', { name: department.name })}
                    onClick={() => toggle(department.id)}
                  >
                    {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
                  </button>
                ) : (
                  <span className={styles.toggle} />
                )}
                <button
                  type="button"
                  className={styles.leaf}
                  aria-current={department.id === chosen ? 'true' : undefined}
                  onClick={() => onChoose(department.id)}
                >
                  {department.name}
                </button>
              </div>
              {below && open && branch(department.id)}
            </li>
          )
        })}
      </ul>
    )
  }
  return <nav aria-label={t('departments.tree')}>{branch(null)}</nav>
}
