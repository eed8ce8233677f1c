import type { ReactNode } from 'react'
import type { Back } from './BackLink'
import { PageHeader } from './PageHeader'
import styles from './page.module.css'

/** A page read from top to bottom, whose lines stay short enough to read. */
export function FormPage({ title, back, beside, description, actions, narrow, children }: {
  title: string
  back?: Back
  beside?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <>
      <PageHeader title={title} back={back} beside={beside} description={description} actions={actions} />
      <div className={styles.body} style={{ maxWidth: narrow ? 448 : 968 }}>
        {children}
      </div>
    </>
  )
}
