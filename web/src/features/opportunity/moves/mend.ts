import { patch } from '../../../api/client'
import type { Value } from '../../../api/types'
import { toBody } from '../../../shared/records/recordsApi'
import { attach } from '../../collaboration/api'
import { judgeValidity, setKeyActions, withVersion, type Known, type OpportunityDetail, type Proof, type ProofName, type StageActions, type Unmet } from '../api'

/** What the form of a refused gate holds: fields by name, proofs, ticks and files by their place in the list. */
export interface Mended {
  [field: string]: unknown
  need?: Proof
  kp?: Proof
  budget?: Proof
  done?: Record<number, boolean>
  files?: Record<number, File | null>
}

const of = (unmet: Unmet[], kind: Unmet['kind']) => unmet.filter((one) => one.kind === kind)

export function startOf(unmet: Unmet[], detail: OpportunityDetail): Mended {
  const start: Mended = {}
  for (const { field } of of(unmet, 'FIELD')) if (field) start[field] = detail.values[field]
  for (const { field } of of(unmet, 'VALIDITY')) {
    start[field!] = { known: true, evidence: detail.validity?.[field as ProofName]?.evidence ?? undefined }
  }
  return start
}

/** Saves what was filled in, each part by its own verb on the version that the one before left; throws the first refusal. */
export async function mend(subject: Known, unmet: Unmet[], values: Mended, actions: StageActions[]) {
  const { id } = subject
  const change: Record<string, Value> = {}
  for (const { field } of of(unmet, 'FIELD')) if (field && values[field] != null) change[field] = values[field] as Value
  if (Object.keys(change).length > 0) {
    await withVersion(subject, (version) => patch(`/opportunities/${id}`, { version, ...toBody(change) }))
  }
  const proofs: Partial<Record<ProofName, Proof>> = {}
  for (const { field } of of(unmet, 'VALIDITY')) {
    const proof = values[field!] as Proof | undefined
    if (proof?.evidence?.trim()) proofs[field as ProofName] = { known: true, evidence: proof.evidence }
  }
  if (Object.keys(proofs).length > 0) await judgeValidity(subject, proofs)
  await tick(id, unmet, values, actions)
  for (const [index, file] of Object.entries(values.files ?? {})) {
    if (file) await attach('opportunity', id, named(file, unmet[Number(index)]!.label))
  }
}

/** Key actions are done in the stage that asks for them: the first one that knows the action and has it undone. */
async function tick(id: string, unmet: Unmet[], values: Mended, stages: StageActions[]) {
  const wanted = unmet.filter((one, index) => one.kind === 'KEY_ACTION' && values.done?.[index])
  const done = new Map(stages.map((stage) => [stage.stageId, new Set(stage.done)]))
  const touched = new Set<string>()
  for (const { label } of wanted) {
    for (const { stageId, actions } of stages) {
      const place = actions.indexOf(label)
      if (place < 0 || done.get(stageId)!.has(place)) continue
      done.get(stageId)!.add(place)
      touched.add(stageId)
      break
    }
  }
  for (const stageId of touched) await setKeyActions(id, stageId, [...done.get(stageId)!].sort((one, other) => one - other))
}

/** The gate looks for the document's name in the file's name. */
export const named = (file: File, document: string) =>
  file.name.includes(document) ? file : new File([file], `${document} ${file.name}`, { type: file.type })
