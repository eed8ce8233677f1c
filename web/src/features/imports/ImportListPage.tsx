import { InboxOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Select, Skeleton, Spin, Upload } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { formatBytes, formatInstant, formatNumber } from '../../shared/format'
import { EmptyState } from '../../shared/ui/EmptyState'
import { ErrorState } from '../../shared/ui/ErrorState'
import { FormPage } from '../../shared/ui/FormPage'
import { ListItem, PlainList } from '../../shared/ui/PlainList'
import { useMessageOf } from '../../shared/useMessageOf'
import { importsQuery, typesQuery, useUpload, type Import } from './api'
import styles from './imports.module.css'

/** Where a file is handed in, and what was handed in before. */
export function ImportListPage() {
  const { t } = useTranslation('imports')
  const messageOf = useMessageOf()
  const navigate = useNavigate()
  const [address] = useSearchParams()
  const types = useQuery(typesQuery)
  const past = useQuery(importsQuery)
  const upload = useUpload()
  const label = useId()
  const [chosen, setChosen] = useState(address.get('type'))
  const type = chosen ?? types.data?.[0]?.type
  const take = (file: File) => type && upload.mutate({ type, file }, { onSuccess: (run) => void navigate(`/imports/${run.id}`) })
  const labelOf = (run: Import) => types.data?.find((it) => it.type === run.type)?.label ?? run.type
  if (types.isError) return <ErrorState error={types.error} onRetry={() => void types.refetch()} />
  return (
    <FormPage title={t('title')} description={t('lead')}>
      <div className={styles.typeRow}>
        <span id={label}>{t('into')}</span>
        <Select
          aria-labelledby={label}
          className={styles.type}
          value={type}
          loading={types.isPending}
          onChange={setChosen}
          options={types.data?.map((it) => ({ value: it.type, label: it.label }))}
        />
      </div>
      <Upload.Dragger
        accept=".csv,.tsv,.txt,.xlsx"
        height={180} // else it fills the page, and what came of a file lies below the fold
        showUploadList={false}
        disabled={!type || upload.isPending}
        beforeUpload={(file) => {
          take(file)
          return false
        }}
      >
        {upload.isPending ? <Spin /> : <InboxOutlined className={styles.inbox} aria-hidden />}
        <p className={styles.drop}>{upload.isPending ? t('reading') : t('drop')}</p>
        <p className={styles.hint}>{t('limits')}</p>
      </Upload.Dragger>
      {upload.isError && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className={styles.refusal}
          title={t('unreadable', { name: upload.variables.file.name })}
          description={messageOf(upload.error)}
        />
      )}
      <h2 className={styles.heading}>{t('past')}</h2>
      {past.isPending && <Skeleton active />}
      {past.isError && <ErrorState error={past.error} onRetry={() => void past.refetch()} />}
      {past.data?.length === 0 && <EmptyState title={t('none')} reason={t('noneReason')} />}
      <PlainList>
        {past.data?.map((run) => (
          <ListItem
            key={run.id}
            icon={<InboxOutlined aria-hidden />}
            title={<Link to={`/imports/${run.id}`}>{run.fileName}</Link>}
            detail={[
              labelOf(run),
              t(`state.${run.state}`),
              t('rows', { count: run.rowCount, text: formatNumber(run.rowCount) }),
              formatBytes(run.fileSize),
              formatInstant(run.createdAt),
            ].join(' · ')}
          />
        ))}
      </PlainList>
    </FormPage>
  )
}
