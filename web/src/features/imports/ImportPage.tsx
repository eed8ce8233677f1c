import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Skeleton, Steps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { formatNumber } from '../../shared/format'
import { ErrorState } from '../../shared/ui/ErrorState'
import { FormPage } from '../../shared/ui/FormPage'
import { JobProgress } from '../../shared/ui/JobProgress'
import { useMessageOf } from '../../shared/useMessageOf'
import { fieldsQuery, importQuery, lastJobQuery, useRun, useTry, useUndo, type Import, type Mapping } from './api'
import { MappingEditor } from './MappingEditor'
import { ReadingChoice } from './ReadingChoice'
import { ReportView } from './ReportView'
import { ResultView } from './ResultView'
import { useSeparatorName } from './useSeparatorName'

const stepOf = (run: Import) => (run.state === 'UPLOADED' || run.state === 'TRYING' ? 0 : run.state === 'CHECKED' ? 1 : 2)

/** One import, from the mapping of its columns to its result. */
export function ImportPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation('imports')
  const run = useQuery(importQuery(id))
  if (run.isError) return <ErrorState error={run.error} onRetry={() => void run.refetch()} />
  if (!run.data) return <Skeleton active />
  return (
    <FormPage title={run.data.fileName} description={<Found run={run.data} />} actions={<Link to="/imports">{t('all')}</Link>}>
      <Stages key={[run.data.state, run.data.separator, run.data.encoding].join()} run={run.data} />
    </FormPage>
  )
}

/** What was found out about the file. */
function Found({ run }: { run: Import }) {
  const { t } = useTranslation('imports')
  const nameOf = useSeparatorName()
  const parts = [
    t('rows', { count: run.rowCount, text: formatNumber(run.rowCount) }),
    run.encoding,
    run.separator && nameOf(run.separator),
    run.sheet && t('sheet', { name: run.sheet }),
  ]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

function Stages({ run }: { run: Import }) {
  const { t } = useTranslation('imports')
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const cache = useQueryClient()
  const fields = useQuery(fieldsQuery(run.type))
  const last = useQuery(lastJobQuery(run.jobId ?? null))
  const [started, setStarted] = useState<string>()
  const [mapping, setMapping] = useState<Mapping | null>(run.mapping ?? run.proposal ?? null)
  const [step, setStep] = useState(stepOf(run))
  const tryIt = useTry(run.id)
  const runIt = useRun(run.id)
  const undoIt = useUndo(run.id)
  const follow = {
    onSuccess: ({ jobId }: { jobId: string }) => setStarted(jobId),
    onError: (error: unknown) => void message.error(messageOf(error), 8),
  }
  const busy = last.data?.state === 'WAITING' || last.data?.state === 'RUNNING'
  const atWork = started ?? (busy && run.jobId ? run.jobId : undefined)
  const ended = async () => {
    setStarted(undefined)
    await cache.invalidateQueries({ queryKey: ['imports'] })
    await cache.invalidateQueries({ queryKey: ['job', run.jobId] })
    setStep((before) => (before === 0 ? 1 : before))
  }
  const test = (changed: Mapping) => {
    setMapping(changed)
    tryIt.mutate(changed, follow)
  }
  if (fields.isError) return <ErrorState error={fields.error} onRetry={() => void fields.refetch()} />
  if (!fields.data || !mapping) return <Skeleton active />
  const steps = ['map', 'check', 'load'] as const
  return (
    <>
      <Steps
        size="small"
        responsive={false}
        current={step}
        items={steps.map((name) => ({ title: t(`step.${name}`) }))}
        style={{ marginBottom: 24 }}
      />
      {atWork ? (
        <JobProgress jobId={atWork} label={t(`working.${steps[step] ?? 'load'}`)} onEnd={() => void ended()} />
      ) : step === 1 && run.report ? (
        <ReportView
          run={run}
          report={run.report}
          fields={fields.data}
          onBack={() => setStep(0)}
          onTake={(suggestions) => test(withSuggestions(mapping, suggestions))}
          onRun={() => {
            setStep(2)
            runIt.mutate(undefined, follow)
          }}
        />
      ) : step < 2 ? (
        <>
          <ReadingChoice run={run} />
          <MappingEditor run={run} fields={fields.data} mapping={mapping} onChange={setMapping} onTry={() => test(mapping)} trying={tryIt.isPending} />
        </>
      ) : (
        <ResultView
          run={run}
          failure={last.data?.problem?.title}
          onContinue={() => runIt.mutate(undefined, follow)}
          onUndo={() => undoIt.mutate(undefined, follow)}
        />
      )}
    </>
  )
}

/** The mapping with what the dry run proposes: near values take the place of wrong ones. */
function withSuggestions(mapping: Mapping, all: { column: string; field: string; from: string; to: string }[]): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column) => ({
      ...column,
      valueMap: {
        ...column.valueMap,
        ...Object.fromEntries(
          all.filter((it) => it.column === column.column && it.field === column.field).map((it) => [it.from, it.to]),
        ),
      },
    })),
  }
}
