import { DownloadOutlined } from '@ant-design/icons'
import { Alert, App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../shared/format'
import { errorsAddress, type Import } from './api'
import { Figures } from './Figures'
import styles from './imports.module.css'

interface Props {
  run: Import
  /** Why the last job failed, if it did. */
  failure?: string
  onContinue: () => void
  onUndo: () => void
}

/** What an import did, or its undoing; and what can be done now. */
export function ResultView({ run, failure, onContinue, onUndo }: Props) {
  const { t } = useTranslation('imports')
  const { modal } = App.useApp()
  const { result } = run
  const askToUndo = () =>
    void modal.confirm({
      title: t('result.undoTitle'),
      content: t('result.undoReason'),
      okText: t('result.undo'),
      okButtonProps: { danger: true },
      onOk: onUndo,
    })
  if (run.state === 'UNDONE' && result && 'undone' in result) {
    return (
      <>
        <Alert type="info" showIcon title={t('result.undone')} />
        <Figures
          figures={[
            [t('result.undoneCount'), result.undone ?? 0],
            [t('result.changedSince'), result.changedSince ?? 0],
            [t('result.inUse'), result.inUse ?? 0],
          ]}
        />
      </>
    )
  }
  const counts = result && 'good' in result ? result : undefined
  return (
    <>
      {run.state === 'DONE' && <Alert type="success" showIcon title={t('result.done')} />}
      {run.state === 'INTERRUPTED' && (
        <Alert
          type="warning"
          showIcon
          title={t('result.interrupted', { done: formatNumber(run.committedRows), all: formatNumber(run.rowCount) })}
          description={failure}
        />
      )}
      {counts && (
        <Figures
          figures={[
            [t('report.created'), counts.created],
            [t('report.updated'), counts.updated],
            [t('report.unchanged'), counts.unchanged],
            [t('report.bad'), counts.bad],
            ...(counts.made > 0 ? [[t('result.made'), counts.made] as [string, number]] : []),
          ]}
        />
      )}
      <div className={styles.actions}>
        {run.state !== 'DONE' && (
          <Button type="primary" onClick={onContinue}>
            {t('result.continue')}
          </Button>
        )}
        {counts && counts.bad > 0 && (
          <Button href={errorsAddress(run.id)} download icon={<DownloadOutlined aria-hidden />}>
            {t('result.errors')}
          </Button>
        )}
        {counts && counts.created + counts.updated > 0 && (
          <Button danger onClick={askToUndo}>
            {t('result.undo')}
          </Button>
        )}
      </div>
    </>
  )
}
