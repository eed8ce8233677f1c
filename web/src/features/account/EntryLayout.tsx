import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { preferences, usePreferences, type Language } from '../../shared/preferences'
import { BrandMark } from '../../shared/ui/BrandMark'
import styles from './entry.module.css'

/** The page before the frame: the product on one side, one form on the other. */
export function EntryLayout({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const { t } = useTranslation('account')
  const { language } = usePreferences()
  return (
    <div className={styles.entry}>
      <title>{`${title} · ${t('entry.product')}`}</title>
      <aside className={styles.brand}>
        <div className={styles.mark}>
          <BrandMark size={36} />
          <span>{t('entry.product')}</span>
        </div>
        <p className={styles.promise}>{t('entry.promise')}</p>
        <StagePath />
      </aside>
      <main className={styles.side}>
        <div className={styles.language}>
          <Segmented<Language>
            size="small"
            aria-label={t('entry.language')}
            value={language}
            options={[
              { label: '中文', value: 'zh-CN' },
              { label: 'English', value: 'en' },
            ]}
            onChange={(value) => preferences.set({ language: value })}
          />
        </div>
        <div className={styles.form}>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          {children}
        </div>
      </main>
    </div>
  )
}

/** The way of an opportunity, from found to won, as the brand side's only picture. */
function StagePath() {
  const { t } = useTranslation('account')
  const stages = t('entry.stages').split(' ')
  return (
    <ol className={styles.path} aria-label={t('entry.pathLabel')}>
      {stages.map((stage, index) => (
        <li key={stage} data-last={index === stages.length - 1}>
          {stage}
        </li>
      ))}
    </ol>
  )
}
