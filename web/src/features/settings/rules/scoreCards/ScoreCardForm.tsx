import { Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Ask } from '../../Ask'
import settings from '../../settings.module.css'
import type { EditorProps } from '../editorProps'
import { Add } from './Add'
import { CardPart } from './CardPart'
import { replaced, unnamed, without, type Cards } from './cards'

/** Cards with their criteria and levels, and who must have rated. */
export function ScoreCardForm({ body, parts, onChange, faults }: EditorProps) {
  const { t } = useTranslation('settings')
  const rule = body as unknown as Cards
  const roles = parts.find(({ path }) => path === 'firstRater')?.choices.map(({ code, label }) => ({ value: code, label })) ?? []
  const change = (part: Partial<Cards>) => onChange({ ...rule, ...part } as unknown as EditorProps['body'])
  return (
    <Form component="div" layout="vertical">
      <div className={settings.grid2}>
        <Ask label={t('rules.score.leastRaters')} fault={faults.at('body.leastRaters')}>
          {(id) => <InputNumber<number> id={id} className={settings.wide} min={1} max={20} precision={0} value={rule.leastRaters} onChange={(leastRaters) => change({ leastRaters })} />}
        </Ask>
        <Ask label={t('rules.score.firstRater')} fault={faults.at('body.firstRater')}>
          {(id) => (
            <Select
              id={id}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('rules.score.anybody')}
              value={rule.firstRater ?? undefined}
              options={roles}
              onChange={(firstRater?: string) => change({ firstRater: firstRater ?? null })}
            />
          )}
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
