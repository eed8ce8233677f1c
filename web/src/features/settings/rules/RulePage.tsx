import { LockOutlined, PlusOutlined, UnlockOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { put } from '../../../api/client'
import { DepartmentTreeSelect } from '../../../shared/records/DepartmentTreeSelect'
import { Badge } from '../../../shared/ui/Badge'
import { ErrorState } from '../../../shared/ui/ErrorState'
import { FormPage } from '../../../shared/ui/FormPage'
import settings from '../settings.module.css'
import { timelineQuery, type Edition, type Timeline } from './api'
import { DraftDialog } from './DraftDialog'
import { EditionItem } from './EditionItem'
import { Lines } from './Lines'
import { ReasonDialog } from './ReasonDialog'
import styles from './rules.module.css'
import { Sandbox } from './Sandbox'

/** One rule, of headquarters or of a department: what holds, its editions, its drafts and what they would have changed. */
export function RulePage() {
  const { t } = useTranslation('settings')
  const kind = useParams().id!
  const [params] = useSearchParams()
  const department = params.get('department')
  const { data, error, refetch } = useQuery(timelineQuery(kind, department))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton active style={{ padding: 24 }} />
  return (
    <FormPage
      title={data.label}
      back={{ path: '/settings/rules', label: t('rules.title') }}
      beside={data.locked && <Badge tone="teal">{t('rules.locked')}</Badge>}
      actions={!data.department && data.mayEdit && <Lock rule={data} />}
    >
      <PlaceChoice rule={data} />
      <Rule key={`${kind} ${department}`} rule={data} />
    </FormPage>
  )
}

function Rule({ rule }: { rule: Timeline }) {
  const { t } = useTranslation('settings')
  const [edited, setEdited] = useState<Edition | 'new' | null>(null)
  const [tried, setTried] = useState<string | null>(null)
  const overruled = rule.locked && !!rule.department
  const source = rule.inForce.source
  return (
    <>
      {overruled && <Alert showIcon type="info" style={{ marginBottom: 16 }} title={t('rules.overruled')} />}
      <section className={settings.block} aria-label={t('rules.inForce')}>
        <div className={settings.blockHead}>
          <h2>{t('rules.inForce')}</h2>
          {rule.mayEdit && (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEdited('new')}>
              {t('rules.draft')}
            </Button>
          )}
        </div>
        <p className={settings.hint}>{t(`rules.source.${source}`, { name: rule.inForce.department?.name })}</p>
        <Lines lines={rule.inForce.lines} />
      </section>
      <section className={settings.block} aria-label={t('rules.editions')}>
        <div className={settings.blockHead}>
          <h2>{t('rules.editions')}</h2>
        </div>
        {rule.editions.length === 0 && <p className={settings.hint}>{t('rules.noEditions')}</p>}
        <ol className={styles.timeline}>
          {rule.editions.map((edition) => (
            <EditionItem key={edition.id} rule={rule} edition={edition} onEdit={() => setEdited(edition)} onTry={() => setTried(edition.id)} />
          ))}
        </ol>
      </section>
      {rule.mayTry && <Sandbox rule={rule} chosen={tried} onChoose={setTried} />}
      {edited && <DraftDialog rule={rule} draft={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

function PlaceChoice({ rule }: { rule: Timeline }) {
  const { t } = useTranslation('settings')
  const [, setParams] = useSearchParams()
  return (
    <div className={styles.places}>
      <DepartmentTreeSelect
        aria-label={t('rules.place')}
        placeholder={t('rules.headquarters')}
        value={rule.department?.id ?? null}
        onChange={(id) => setParams(id ? { department: id } : {}, { replace: true })}
      />
      {rule.departments.length > 0 && (
        <p className={settings.hint}>
          {t('rules.own')}{' '}
          {rule.departments.map(({ id, name }) => (
            <Link key={id} to={`?department=${id}`} className={styles.placeLink}>
              {name}
            </Link>
          ))}
        </p>
      )}
    </div>
  )
}

function Lock({ rule }: { rule: Timeline }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const [asking, setAsking] = useState(false)
  const label = t(rule.locked ? 'rules.unlock' : 'rules.lock')
  return (
    <>
      <Button icon={rule.locked ? <UnlockOutlined aria-hidden /> : <LockOutlined aria-hidden />} onClick={() => setAsking(true)}>
        {label}
      </Button>
      {asking && (
        <ReasonDialog
          title={label}
          hint={t(rule.locked ? 'rules.unlockHint' : 'rules.lockHint')}
          onClose={() => setAsking(false)}
          onSend={async (reason) => {
            await put(`/rules/${rule.id}/lock`, { version: rule.version, locked: !rule.locked, reason })
            await cache.invalidateQueries({ queryKey: ['rules'] })
          }}
        />
      )}
    </>
  )
}
