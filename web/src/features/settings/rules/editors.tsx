import type { ComponentType } from 'react'
import { PlanForm } from './approvalPlan/PlanForm'
import type { EditorProps } from './editorProps'
import { GeneralForm } from './GeneralForm'
import { JsonForm } from './JsonForm'
import { ScoreCardForm } from './scoreCards/ScoreCardForm'

/** The forms of kinds that the general one does not suit, by the code of the kind. A kind with one of its own is one line here. */
export const editors: Record<string, ComponentType<EditorProps>> = { 'approval-plan': PlanForm, 'score-card': ScoreCardForm }

/** Edits what a rule of the kind says. */
export function Editor({ kind, ...props }: EditorProps & { kind: string }) {
  const Own = editors[kind]
  if (Own) return <Own {...props} />
  return props.parts.length > 0 ? <GeneralForm {...props} /> : <JsonForm {...props} />
}
