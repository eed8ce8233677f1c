import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Ask } from '../Ask'
import type { EditorProps } from './editorProps'
import styles from './scoreCards.module.css'

interface Named {
  zh: string
  en: string
}
interface Level {
  value: number | null
  name: Named
}
interface Criterion {
  code: string
  name: Named
  weight: number | null
  levels: Level[]
}
interface Card {
  code: string
  name: Named
  criteria: Criterion[]
}
interface Cards {
  cards: Card[]
  leastRaters: number | null
  firstRater?: string | null
}

/** Whole numbers without their zeros. */
const plain = (typed?: number | string) => `${typed ?? ''}`.replace(/\.00$/, '')
const unnamed: Named = { zh: '', en: '' }
const replaced = <T,>(all: T[], index: number, one: T) => all.map((each, at) => (at === index ? one : each))
const without = <T,>(all: T[], index: number) => all.filter((_, at) => at !== index)

/** Cards with their criteria and levels, and who must have rated. */
export function ScoreCardForm({ body, onChange, faults }: EditorProps) {
  const { t } = useTranslation('settings')
  const rule = body as unknown as Cards
  const change = (part: Partial<Cards>) => onChange({ ...rule, ...part } as unknown as EditorProps['body'])
  return (
    <Form component="div" layout="vertical">
      <div className={styles.line}>
        <Ask label={t('rules.score.leastRaters')} fault={faults.at('body.leastRaters')}>
          {(id) => <InputNumber<number> id={id} min={1} max={20} precision={0} value={rule.leastRaters} onChange={(leastRaters) => change({ leastRaters })} />}
        </Ask>
        <Ask label={t('rules.score.firstRater')} hint={t('rules.score.firstRaterHint')} fault={faults.at('body.firstRater')}>
          {(id) => <Input id={id} value={rule.firstRater ?? ''} onChange={({ target }) => change({ firstRater: target.value || null })} />}
        </Ask>
      </div>
      {rule.cards.map((card, index) => (
        <CardPart
          key={index}
          card={card}
          at={`body.cards.${index}`}
          faults={faults}
          onChange={(next) => change({ cards: replaced(rule.cards, index, next) })}
          onRemove={() => change({ cards: without(rule.cards, index) })}
        />
      ))}
      <Add label={t('rules.score.addCard')} onAdd={() => change({ cards: [...rule.cards, { code: '', name: unnamed, criteria: [] }] })} />
    </Form>
  )
}

interface PartProps<T> {
  at: string
  faults: EditorProps['faults']
  onChange: (next: T) => void
  onRemove: () => void
}

function CardPart({ card, at, faults, onChange, onRemove }: PartProps<Card> & { card: Card }) {
  const { t } = useTranslation('settings')
  return (
    <fieldset className={styles.card}>
      <legend>{card.name.zh || t('rules.score.card')}</legend>
      <Line fault={faults.at(`${at}.code`) ?? faults.at(`${at}.name`) ?? faults.at(`${at}.criteria`)} onRemove={onRemove} removeLabel={t('rules.score.removeCard', { name: card.name.zh })}>
        <Coded value={card} label={t('rules.score.card')} onChange={(part) => onChange({ ...card, ...part })} />
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
  return (
    <div className={styles.criterion}>
      <Line fault={faults.at(`${at}.code`) ?? faults.at(`${at}.name`) ?? faults.at(`${at}.weight`)} onRemove={onRemove} removeLabel={t('rules.score.removeCriterion', { name })}>
        <Coded value={criterion} label={t('rules.score.criterion')} onChange={(part) => onChange({ ...criterion, ...part })} />
        <InputNumber<number> min={0} max={100} precision={2} formatter={plain} aria-label={t('rules.score.weight')} placeholder={t('rules.score.weight')} value={criterion.weight} onChange={(weight) => onChange({ ...criterion, weight })} />
      </Line>
      {criterion.levels.map((level, index) => (
        <Line
          key={index}
          inner
          fault={faults.at(`${at}.levels.${index}.value`) ?? faults.at(`${at}.levels.${index}.name`)}
          onRemove={() => onChange({ ...criterion, levels: without(criterion.levels, index) })}
          removeLabel={t('rules.score.removeLevel', { name: level.name.zh })}
        >
          <InputNumber<number>
            min={0}
            max={100}
            precision={2}
            formatter={plain}
            aria-label={t('rules.score.value')}
            placeholder={t('rules.score.value')}
            value={level.value}
            onChange={(value) => onChange({ ...criterion, levels: replaced(criterion.levels, index, { ...level, value }) })}
          />
          <Names value={level.name} label={t('rules.score.level')} onChange={(next) => onChange({ ...criterion, levels: replaced(criterion.levels, index, { ...level, name: next }) })} />
        </Line>
      ))}
      <Add label={t('rules.score.addLevel')} onAdd={() => onChange({ ...criterion, levels: [...criterion.levels, { value: null, name: unnamed }] })} />
    </div>
  )
}

function Coded({ value, label, onChange }: { value: { code: string; name: Named }; label: string; onChange: (part: { code?: string; name?: Named }) => void }) {
  const { t } = useTranslation('settings')
  return (
    <>
      <Input aria-label={`${label}：${t('rules.score.code')}`} placeholder={t('rules.score.code')} value={value.code} onChange={({ target }) => onChange({ code: target.value })} />
      <Names value={value.name} label={label} onChange={(name) => onChange({ name })} />
    </>
  )
}

function Names({ value, label, onChange }: { value: Named; label: string; onChange: (value: Named) => void }) {
  const { t } = useTranslation('settings')
  return (
    <>
      <Input aria-label={`${label}：${t('rules.score.zh')}`} placeholder={t('rules.score.zh')} value={value.zh} onChange={({ target }) => onChange({ ...value, zh: target.value })} />
      <Input aria-label={`${label}：${t('rules.score.en')}`} placeholder={t('rules.score.en')} value={value.en} onChange={({ target }) => onChange({ ...value, en: target.value })} />
    </>
  )
}

function Line({ inner = false, fault, removeLabel, onRemove, children }: { inner?: boolean; fault?: string; removeLabel: string; onRemove: () => void; children: ReactNode }) {
  return (
    <>
      <div className={inner ? `${styles.line} ${styles.inner}` : styles.line}>
        {children}
        <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={removeLabel} onClick={onRemove} />
      </div>
      {fault && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </>
  )
}

const Add = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
  <Button size="small" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
    {label}
  </Button>
)
