import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatNumber, formatYuan } from '../../../shared/format'
import settings from '../settings.module.css'
import type { Steps, Trial } from './api'
import { useRecordPath } from './recordPath'
import styles from './rules.module.css'

/** What a draft would have changed: how many, how much, from what to what, whom it hits, which records. */
export function TrialOutcome({ trial }: { trial: Trial }) {
  const { t } = useTranslation('settings')
  const { changed, amount, owners, records, steps } = trial.outcome!
  const pathOf = useRecordPath(trial.recordType)
  const label = (code: string) => trial.verdicts.find((verdict) => verdict.code === code)?.label ?? code
  return (
    <div className={styles.outcome} role="region" aria-label={t('rules.outcome')}>
      <p className={styles.figures}>
        <strong>{t('rules.changed', { count: changed, shown: formatNumber(changed) })}</strong>
        {amount != null && ` · ${t('rules.amount', { amount: formatYuan(amount) })}`}
      </p>
      {steps && (
        <p className={styles.told}>
          {steps.judged === 0
            ? t('rules.noSteps')
            : t('rules.steps', { judged: formatNumber(steps.judged), changed: formatNumber(steps.changed), refused: formatNumber(steps.refused) })}
        </p>
      )}
      {changed > 0 && (
        <>
          <Matrix trial={trial} label={label} />
          {steps && <Reasons steps={steps} />}
          <h3>{t('rules.byOwner')}</h3>
          <div className={settings.tableScroll} role="region" aria-label={t('rules.byOwner')} tabIndex={0}>
            <table className={settings.table}>
              <thead>
                <tr>
                  <th>{t('rules.owner')}</th>
                  <th className={settings.numeric}>{t('rules.count')}</th>
                  <th className={settings.numeric}>{t('rules.yuan')}</th>
                </tr>
              </thead>
              <tbody>
                {owners.map((owner) => (
                  <tr key={owner.userId ?? 'none'}>
                    <th scope="row">{owner.name ?? t('rules.nobody')}</th>
                    <td className={settings.numeric}>{formatNumber(owner.count)}</td>
                    <td className={settings.numeric}>{owner.amount == null ? '—' : formatYuan(owner.amount)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <h3>{t('rules.records', { count: records.length, shown: formatNumber(records.length) })}</h3>
          <div className={`${settings.tableScroll} ${styles.records}`} role="region" aria-label={t('rules.record')} tabIndex={0}>
            <table className={`${settings.table} ${styles.named}`}>
              <thead>
                <tr>
                  <th>{t('rules.record')}</th>
                  <th>{t('rules.fromTo')}</th>
                  {steps && <th>{t('rules.reasons')}</th>}
                  <th className={settings.numeric}>{t('rules.yuan')}</th>
                  <th>{t('rules.owner')}</th>
                </tr>
              </thead>
              <tbody>
                {records.map((record) => (
                  <tr key={record.id}>
                    <th scope="row">{pathOf ? <Link to={pathOf(record.id)}>{record.name}</Link> : record.name}</th>
                    <td>
                      {label(record.from)} → {label(record.to)}
                    </td>
                    {steps && (
                      <td>
                        <Why added={record.added ?? []} removed={record.removed ?? []} />
                      </td>
                    )}
                    <td className={settings.numeric}>{record.amount == null ? '—' : formatYuan(record.amount)}</td>
                    <td>{record.owner ?? t('rules.nobody')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {steps && <Doubts doubts={steps.doubts} />}
    </div>
  )
}

/** What would be missing that was not asked for, and the other way round: in how many steps. */
function Reasons({ steps }: { steps: Steps }) {
  const { t } = useTranslation('settings')
  return (
    <>
      <h3>{t('rules.byReason')}</h3>
      <div className={settings.tableScroll} role="region" aria-label={t('rules.byReason')} tabIndex={0}>
        <table className={`${settings.table} ${styles.named}`} aria-label={t('rules.byReason')}>
          <thead>
            <tr>
              <th>{t('rules.reasons')}</th>
              <th className={settings.numeric}>{t('rules.added')}</th>
              <th className={settings.numeric}>{t('rules.removed')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.reasons.map((reason) => (
              <tr key={reason.label}>
                <th scope="row">{reason.label}</th>
                <td className={settings.numeric}>{reason.added > 0 ? formatNumber(reason.added) : ''}</td>
                <td className={settings.numeric}>{reason.removed > 0 ? formatNumber(reason.removed) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Why({ added, removed }: { added: string[]; removed: string[] }) {
  return (
    <ul className={styles.differences}>
      {added.map((reason) => (
        <li key={`+${reason}`}>
          <ins>{reason}</ins>
        </li>
      ))}
      {removed.map((reason) => (
        <li key={`-${reason}`}>
          <del>{reason}</del>
        </li>
      ))}
    </ul>
  )
}

/** Nobody shall take it for more than it is. */
function Doubts({ doubts }: { doubts: string[] }) {
  const { t } = useTranslation('settings')
  if (doubts.length === 0) return null
  return (
    <>
      <h3>{t('rules.doubts')}</h3>
      <ul className={styles.lines} aria-label={t('rules.doubts')}>
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    </>
  )
}

/** From the verdicts of a line to those of a column: how many and how much. */
function Matrix({ trial, label }: { trial: Trial; label: (code: string) => string }) {
  const { t } = useTranslation('settings')
  const { cells } = trial.outcome!
  const used = (end: 'from' | 'to') => trial.verdicts.filter(({ code }) => cells.some((cell) => cell[end] === code))
  return (
    <div className={settings.tableScroll} role="region" aria-label={t('rules.matrix')} tabIndex={0}>
      <table className={settings.table} aria-label={t('rules.matrix')}>
        <thead>
          <tr>
            <th>{t('rules.fromTo')}</th>
            {used('to').map(({ code }) => (
              <th key={code} className={settings.numeric}>
                {label(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used('from').map(({ code: from }) => (
            <tr key={from}>
              <th scope="row">{label(from)}</th>
              {used('to').map(({ code: to }) => {
                const cell = cells.find((one) => one.from === from && one.to === to)
                return (
                  <td key={to} className={settings.numeric}>
                    {cell ? formatNumber(cell.count) : ''}
                    {cell?.amount != null && <div className={styles.told}>{formatYuan(cell.amount)}</div>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
