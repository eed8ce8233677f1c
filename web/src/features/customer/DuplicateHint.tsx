import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useSettled } from '../../shared/useSettled'
import { duplicatesQuery } from './api'
import styles from './customer.module.css'

/** Long enough to tell customers apart: two characters of a name, a whole credit code. */
const worthAsking = (name: string, creditCode: string) => [...name].length >= 2 || creditCode.length >= 18

/** Customers that may be the one being typed. Never stands in the way: a hint, not a rule. */
export function DuplicateHint({ name, creditCode }: { name: string; creditCode: string }) {
  const { t } = useTranslation('customer')
  const typed = useSettled(`${name.trim()}\n${creditCode.trim()}`, 300)
  const [askedName = '', askedCode = ''] = typed.split('\n')
  const { data } = useQuery({ ...duplicatesQuery(askedName, askedCode), enabled: worthAsking(askedName, askedCode) })
  const current = worthAsking(askedName, askedCode) ? data : undefined
  const found = current && current.matches.length + current.hidden > 0
  return (
    <div role="status">
      {found && (
        <div className={styles.duplicates}>
          <strong>{t('duplicates.title')}</strong>
          <ul>
            {current.matches.slice(0, 5).map(({ id, label, hint, score }) => (
              <li key={id}>
                <Link to={`/customers/${id}`} target="_blank">
                  {label}
                </Link>
                <span>
                  {[hint, t(score >= 95 ? 'duplicates.same' : score >= 80 ? 'duplicates.probable' : 'duplicates.like')].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          {current.hidden > 0 && <p>{t('duplicates.hidden', { count: current.hidden })}</p>}
        </div>
      )}
    </div>
  )
}
