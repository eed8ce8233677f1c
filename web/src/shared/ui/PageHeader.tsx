import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BackLink, type Back } from './BackLink'
import styles from './page.module.css'

interface Props {
  title: string
  back?: Back
  /** What stands beside the title: a count, a state. */
  beside?: ReactNode
  description?: ReactNode
  actions?: ReactNode
}

/** Title of a page, in the page and in the browser's tab, with its main actions. */
export function PageHeader({ title, back, beside, description, actions }: Props) {
  const { t } = useTranslation('shared')
  return (
    <header className={styles.header}>
      <title>{`${title} · ${t('product')}`}</title>
      <div className={styles.heading}>
        {back && <BackLink {...back} className={styles.back} />}
        <h1 title={title}>{title}</h1>
        {beside && <div className={styles.beside}>{beside}</div>}
        {description && <p className={styles.description}>{description}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
