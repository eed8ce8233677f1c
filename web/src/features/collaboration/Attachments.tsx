import { DeleteOutlined, FileOutlined, InboxOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Popconfirm, Progress, Skeleton } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatInstant } from '../../shared/format'
import { SeesButton } from '../../shared/sees/SeesButton'
import { ErrorState } from '../../shared/ui/ErrorState'
import { ListItem, PlainList } from '../../shared/ui/PlainList'
import { useMessageOf } from '../../shared/useMessageOf'
import { attach, contentOf, filesQuery, mostBytes, removeFile, type AttachedFile } from './api'
import styles from './collaboration.module.css'

interface Props {
  recordType: string
  recordId: string
  editable?: boolean
}

interface Upload {
  key: string
  name: string
  part: number
  fault?: string
}

/** The files of a record: drop them or choose them, watch them go up, save them, take them away. */
export function Attachments({ recordType, recordId, editable = true }: Props) {
  const { t } = useTranslation('collaboration')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const { data, isPending, error, refetch } = useQuery(filesQuery(recordType, recordId))
  const [uploads, setUploads] = useState<Upload[]>([])

  const changed = () => {
    void cache.invalidateQueries({ queryKey: ['files', recordType, recordId] })
    void cache.invalidateQueries({ queryKey: ['timeline'] })
    void cache.invalidateQueries({ queryKey: ['record'] })
  }
  const put = (upload: Upload) => setUploads((all) => [...all.filter(({ key }) => key !== upload.key), upload])
  const send = async (file: File) => {
    const upload = { key: `${file.name} ${Date.now()}`, name: file.name, part: 0 }
    if (file.size > mostBytes) return put({ ...upload, fault: t('tooLarge', { size: formatBytes(mostBytes) }) })
    put(upload)
    try {
      await attach(recordType, recordId, file, (part) => put({ ...upload, part }))
      setUploads((all) => all.filter(({ key }) => key !== upload.key))
      changed()
    } catch (failure) {
      put({ ...upload, fault: messageOf(failure) })
    }
  }
  const remove = async (file: AttachedFile) => {
    try {
      await removeFile(file.id)
      changed()
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }

  if (isPending) return <Skeleton active />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <div className={styles.files}>
      {editable && <DropZone onFiles={(files) => files.forEach((file) => void send(file))} />}
      <div aria-live="polite">
        {uploads.map(({ key, name, part, fault }) => (
          <div key={key} className={styles.upload}>
            <span>{name}</span>
            <Progress percent={Math.round(part * 100)} status={fault ? 'exception' : 'active'} aria-label={name} />
            {fault && (
              <p role="alert" className={styles.fault}>
                {fault}
              </p>
            )}
          </div>
        ))}
      </div>
      {data.length === 0 && uploads.length === 0 && !editable && <p className={styles.none}>{t('none')}</p>}
      <PlainList>
        {data.map((file) => (
          <ListItem
            key={file.id}
            icon={<FileOutlined aria-hidden />}
            title={
              <a href={contentOf(file.id)} download>
                {file.name}
              </a>
            }
            detail={`${formatBytes(file.size)} · ${file.uploadedBy.label} · ${formatInstant(file.uploadedAt)}`}
            beside={<SeesButton recordType="file" recordId={file.id} name={file.name} />}
            action={
              editable && (
                <Popconfirm title={t('removeAsk', { name: file.name })} okText={t('remove')} onConfirm={() => remove(file)}>
                  <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('removeNamed', { name: file.name })} />
                </Popconfirm>
              )
            }
          />
        ))}
      </PlainList>
    </div>
  )
}

function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('collaboration')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    <div
      className={styles.drop}
      data-over={over}
      role="group"
      aria-label={t('title')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <InboxOutlined aria-hidden />
      <span>{t('drop')}</span>
      <Button size="small" onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('choose')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}
