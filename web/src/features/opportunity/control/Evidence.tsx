import { CloseOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Select, Upload } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMessageOf } from '../../../shared/useMessageOf'
import { attach, contentOf, filesQuery } from '../../collaboration/api'
import { opportunityChanged } from '../api'
import { prove, unmark, type StageView } from './controlApi'
import styles from './control.module.css'

/** The verification mark of a stage, and the files that prove it. */
export function Evidence({ id, stage, editable }: { id: string; stage: StageView; editable: boolean }) {
  const { t } = useTranslation('opportunity')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const files = useQuery({ ...filesQuery('opportunity', id), enabled: editable })
  const act = async (verb: () => Promise<unknown>) => {
    try {
      await verb()
      await Promise.all([opportunityChanged(cache), cache.invalidateQueries({ queryKey: ['files'] })])
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  const marked = new Set(stage.evidence.map(({ fileId }) => fileId))
  const others = (files.data ?? []).filter((file) => !marked.has(file.id))
  if (!stage.verification && stage.evidence.length === 0) return null
  return (
    <div className={styles.answers} role="group" aria-label={t('path.verification')}>
      <h3>{t('path.verification')}</h3>
      <span className={styles.quiet}>{stage.verification}</span>
      <div className={styles.evidence}>
        {stage.evidence.length === 0 ? (
          <span className={styles.quiet}>{t('control.evidenceNone')}</span>
        ) : (
          <ul>
            {stage.evidence.map(({ fileId, name }) => (
              <li key={fileId}>
                <a href={contentOf(fileId)}>{name}</a>
                {editable && (
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined aria-hidden />}
                    aria-label={t('control.unmark', { name })}
                    onClick={() => void act(() => unmark(id, stage.stageId, fileId))}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {editable && (
          <>
            <Upload
              showUploadList={false}
              beforeUpload={(file) => {
                void act(async () => prove(id, stage.stageId, (await attach('opportunity', id, file)).id))
                return false
              }}
            >
              <Button size="small" icon={<UploadOutlined aria-hidden />}>
                {t('control.upload')}
              </Button>
            </Upload>
            {others.length > 0 && (
              <Select<string | null>
                size="small"
                value={null}
                placeholder={t('control.mark')}
                aria-label={t('control.mark')}
                popupMatchSelectWidth={false}
                options={others.map((file) => ({ value: file.id, label: file.name }))}
                onChange={(fileId) => fileId && void act(() => prove(id, stage.stageId, fileId))}
              />
            )}
          </>
        )}
      </div>
    </div>
  )
}
