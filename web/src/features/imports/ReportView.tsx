import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../shared/format'
import { AlikeRows } from './AlikeRows'
import type { Import, ImportField, Report } from './api'
import { Figures } from './Figures'
import styles from './imports.module.css'

interface Taken {
  column: string
  field: string
  from: string
  to: string
}

interface Props {
  run: Import
  report: Report
  fields: ImportField[]
  onBack: () => void
  /** Takes near values in the place of wrong ones, and tries again. */
  onTake: (suggestions: Taken[]) => void
  onRun: () => void
}

/** What the dry run found: what would happen, and what is wrong with which rows. */
export function ReportView({ run, report, fields, onBack, onTake, onRun }: Props) {
  const { t } = useTranslation('imports')
  const labelOf = (name: string) => fields.find((it) => it.name === name)?.label ?? name
  const made = Object.entries(report.willCreate)
  return (
    <>
      <Figures
        figures={[
          [t('report.good'), report.good],
          [t('report.bad'), report.bad],
          [t('report.created'), report.created],
          [t('report.updated'), report.updated],
          [t('report.unchanged'), report.unchanged],
        ]}
      />
      {made.length > 0 && (
        <p className={styles.lead}>
          {t('report.willCreate', {
            what: made.map(([what, count]) => `${t(`types.${what}`, { defaultValue: labelOf(what) })} ${formatNumber(count)}`).join(', '),
          })}
        </p>
      )}
      {report.problems.length === 0 && <Alert type="success" showIcon title={t('report.clean')} />}
      {report.problems.length > 0 && <h2 className={styles.heading}>{t('report.problems')}</h2>}
      <ul className={styles.problems}>
        {report.problems.map((problem) => (
          <li key={`${problem.column} ${problem.field} ${problem.code} ${problem.message}`} className={styles.problem}>
            <div>
              <strong>{problem.column ?? labelOf(problem.field)}</strong>
              {problem.column && problem.field && ` → ${labelOf(problem.field)}`}
              {': '}
              {problem.message} · {t('report.count', { count: problem.count, text: formatNumber(problem.count) })}
            </div>
            <div className={styles.samples}>
              {problem.examples.map((it) => t('report.example', { row: it.row, value: it.value || t('mapping.empty') })).join(' · ')}
            </div>
            {problem.suggestions.map((it) => (
              <div key={it.from} className={styles.suggestion}>
                <span>{t('report.near', { from: it.from, to: it.to, count: it.count, text: formatNumber(it.count) })}</span>
                {problem.column && (
                  <Button
                    size="small"
                    onClick={() => onTake([{ column: problem.column!, field: problem.field, from: it.from, to: it.to }])}
                  >
                    {t('report.take')}
                  </Button>
                )}
              </div>
            ))}
          </li>
        ))}
      </ul>
      <AlikeRows type={run.type} alike={report.alike} />
      <div className={styles.actions}>
        <Button type="primary" disabled={report.good === 0} onClick={onRun}>
          {report.bad > 0
            ? t('report.runGood', { count: report.good, text: formatNumber(report.good) })
            : t('report.run', { count: run.rowCount, text: formatNumber(run.rowCount) })}
        </Button>
        <Button onClick={onBack}>{t('report.back')}</Button>
      </div>
    </>
  )
}
