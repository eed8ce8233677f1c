import { useTranslation } from 'react-i18next'
import type { EditorProps } from '../editorProps'
import { Add } from './Add'
import { replaced, unnamed, without, type Card, type Criterion, type Level } from './cards'
import { Code, Figure, Line, Names } from './Line'
import styles from './scoreCards.module.css'

interface PartProps<T> {
  at: string
  faults: EditorProps['faults']
  onChange: (next: T) => void
  onRemove: () => void
}

/** One card with its criteria. */
export function CardPart({ card, at, faults, onChange, onRemove }: PartProps<Card> & { card: Card }) {
  const { t } = useTranslation('settings')
  const name = card.name.zh
  return (
    <fieldset className={styles.card}>
      <legend>{name || t('rules.score.card')}</legend>
      <Line
        name={t('rules.score.cardNamed', { name })}
        className={styles.whole}
        fault={faults.at(`${at}.code`) ?? faults.at(`${at}.name`) ?? faults.at(`${at}.criteria`)}
        onRemove={onRemove}
        removeLabel={t('rules.score.removeCard', { name })}
      >
        <Code value={card.code} onChange={(code) => onChange({ ...card, code })} />
        <Names value={card.name} onChange={(names) => onChange({ ...card, name: names })} />
      </Line>
      {card.criteria.map((criterion, index) => (
        <CriterionPart
          key={index}
          criterion={criterion}
          at={`${at}.criteria.${index}`}
          faults={faults}
          onChange={(next) => onChange({ ...card, criteria: replaced(card.criteria, index, next) })}
          onRemove={() => onChange({ ...card, criteria: without(card.criteria, index) })}
        />
      ))}
      <Add label={t('rules.score.addCriterion')} onAdd={() => onChange({ ...card, criteria: [...card.criteria, { code: '', name: unnamed, weight: 1, levels: [] }] })} />
    </fieldset>
  )
}

function CriterionPart({ criterion, at, faults, onChange, onRemove }: PartProps<Criterion> & { criterion: Criterion }) {
  const { t } = useTranslation('settings')
  const name = criterion.name.zh
  const changeLevel = (index: number, level: Level) => onChange({ ...criterion, levels: replaced(criterion.levels, index, level) })
  return (
    <div className={styles.criterion}>
      <Line
        name={t('rules.score.criterionNamed', { name })}
        className={styles.weighed}
        fault={faults.at(`${at}.code`) ?? faults.at(`${at}.name`) ?? faults.at(`${at}.weight`)}
        onRemove={onRemove}
        removeLabel={t('rules.score.removeCriterion', { name })}
      >
        <Code value={criterion.code} onChange={(code) => onChange({ ...criterion, code })} />
        <Names value={criterion.name} onChange={(names) => onChange({ ...criterion, name: names })} />
        <Figure heading={t('rules.score.weight')} value={criterion.weight} onChange={(weight) => onChange({ ...criterion, weight })} />
      </Line>
      {criterion.levels.map((level, index) => (
        <Line
          key={index}
          name={t('rules.score.levelNamed', { name: level.name.zh })}
          className={styles.level}
          below={index > 0}
          fault={faults.at(`${at}.levels.${index}.value`) ?? faults.at(`${at}.levels.${index}.name`)}
          onRemove={() => onChange({ ...criterion, levels: without(criterion.levels, index) })}
          removeLabel={t('rules.score.removeLevel', { name: level.name.zh })}
        >
          <Figure heading={t('rules.score.value')} value={level.value} onChange={(value) => changeLevel(index, { ...level, value })} />
          <Names value={level.name} onChange={(names) => changeLevel(index, { ...level, name: names })} />
        </Line>
      ))}
      <Add label={t('rules.score.addLevel')} onAdd={() => onChange({ ...criterion, levels: [...criterion.levels, { value: null, name: unnamed }] })} />
    </div>
  )
}
