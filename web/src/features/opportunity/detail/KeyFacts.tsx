import { useTranslation } from 'react-i18next'
import { useEditKey } from '../../../shared/records/useEditKey'
import { InlineField } from '../../../shared/records/InlineField'
import { useFields } from '../../../shared/records/useCatalogue'
import type { OpportunityDetail } from '../api'
import { Card } from './Card'
import styles from './detail.module.css'
import { useSaveFact } from './useSaveFact'

const usual = [
  'name',
  'customer',
  'expectedAmount',
  'committedAmount',
  'customerBudget',
  'expectedSignOn',
  'expectedRevenueOn',
  'contractMonths',
  'expectedMonthly',
  'committedMonthly',
  'budgetMonthly',
  'lineCount',
  'ownerWinRate',
  'rad',
  'source',
  'sourceDetail',
  'referrer',
  'kind',
  'offering',
  'approach',
  'horizon',
  'coverage',
  'cooperation',
  'intent',
  'owner',
  'department',
  'responsibleLeader',
  'discoverer',
  'reporter',
  'createdBy',
  'secrecy',
  'tags',
  'openedOn',
  'description',
]
/** Shown once they hold something; what is said of an ending has a card of its own. */
const whenThere = ['wakeUpOn', 'closedOn', 'wonAmount']
/** Changed by a verb of their own. */
const byVerb = new Set(['owner', 'process'])

/** What is known, each fact changed where it stands. */
export function KeyFacts({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const { fields } = useFields('opportunity')
  const save = useSaveFact(detail.id)
  const facts = useEditKey(detail.may.edit === true)
  const names = [
    ...whenThere.filter((name) => detail.values[name] != null),
    ...usual,
    ...fields.filter(({ custom }) => custom).map(({ name }) => name),
  ]
  return (
    <Card title={t('facts')}>
      <dl ref={facts} className={styles.factList}>
        {names.flatMap((name) => {
          const field = fields.find((one) => one.name === name)
          if (!field || !(name in detail.values)) return []
          return (
            <div key={name}>
              <dt>{field.label}</dt>
              <dd>
                <InlineField
                  field={field}
                  value={detail.values[name]}
                  editable={detail.may.edit === true && !byVerb.has(name)}
                  onSave={(value, read) => save(name, value, read)}
                />
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}
