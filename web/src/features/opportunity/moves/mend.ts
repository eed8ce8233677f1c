import { patch, post } from '../../../api/client'
import type { Value } from '../../../api/types'
import { toBody } from '../../../shared/records/recordsApi'
import { attach } from '../../collaboration/api'
import { askApproval, prove, waive } from '../control/controlApi'
import { judgeValidity, tickKeyAction, withVersion, type Known, type OpportunityDetail, type Proof, type ProofName, type StageActions, type Unmet } from '../api'

/** What the form of a refused gate holds: fields by name, proofs, ticks and files by their place in the list. */
export interface Mended {
  [field: string]: unknown
  need?: Proof
  kp?: Proof
  budget?: Proof
  done?: Record<number, boolean>
  files?: Record<number, File | null>
  activities?: Record<number, { kind?: string; subject?: string; outcome?: string } | undefined>
  notes?: Record<string, string>
  waivers?: Record<string, string>
}

const of = (unmet: Unmet[], kind: Unmet['kind']) => unmet.filter((one) => one.kind === kind)

export function startOf(unmet: Unmet[], detail: OpportunityDetail): Mended {
  const start: Mended = {}
  for (const { field } of of(unmet, 'FIELD')) if (field) start[field] = detail.values[field]
  for (const [index, { kind, item }] of unmet.entries()) {
    if (kind === 'ACTIVITY') start.activities = { ...start.activities, [index]: { kind: item?.split(' ')[1] } }
  }
  for (const { field } of of(unmet, 'VALIDITY')) {
    if (field) start[field] = { known: true, evidence: detail.validity?.[field as ProofName]?.evidence ?? undefined }
  }
  return start
}

/** What a form has made already, by what it was made of: saved again after a refusal it makes nothing twice. */
export type Made = Map<string, unknown>

async function once(made: Made, part: string, of: unknown, make: () => Promise<unknown>) {
  if (made.get(part) === of) return
  await make()
  made.set(part, of)
}

/** Saves what was filled in, each part by its own verb on the version that the one before left; throws the first refusal. The follow-ups logged. */
export async function mend(subject: Known, unmet: Unmet[], values: Mended, actions: StageActions[], made: Made): Promise<string[]> {
  const { id } = subject
  const change: Record<string, Value> = {}
  for (const { field } of of(unmet, 'FIELD')) if (field && values[field] != null) change[field] = values[field] as Value
  if (Object.keys(change).length > 0) {
    await withVersion(subject, (version) => patch(`/opportunities/${id}`, { version, ...toBody(change) }))
  }
  const proofs: Partial<Record<ProofName, Proof>> = {}
  for (const { field } of of(unmet, 'VALIDITY')) {
    const proof = field ? (values[field] as Proof | undefined) : undefined
    if (proof?.evidence?.trim()) proofs[field as ProofName] = { known: true, evidence: proof.evidence }
  }
  if (Object.keys(proofs).length > 0) await judgeValidity(subject, proofs)
  await tick(id, unmet, values, actions)
  for (const [index, file] of Object.entries(values.files ?? {})) {
    const asked = unmet[Number(index)]!
    if (!file) continue
    await once(made, `file ${index}`, file, async () => {
      if (asked.kind === 'EVIDENCE') await prove(id, asked.item!, (await attach('opportunity', id, file)).id)
      else await attach('opportunity', id, named(file, asked.label))
    })
  }
  // The form keeps what stands at a place of the list as a list with holes.
  const logged: string[] = []
  for (const [index, followUp] of Object.entries(values.activities ?? {})) {
    const { kind, subject: done, outcome } = followUp ?? {}
    if (!kind || !done?.trim()) continue
    await once(made, `activity ${index}`, JSON.stringify(followUp), async () => {
      logged.push((await post<{ id: string }>('/activities', { kind, subject: done, outcome, happenedAt: new Date().toISOString(), recordType: 'opportunity', recordId: id })).id)
    })
  }
  for (const [index, one] of unmet.entries()) {
    const reason = values.waivers?.[index]?.trim()
    if (reason) await waive(id, one.stageId, one.kind, one.item!, reason)
    else if (one.kind === 'APPROVAL' && one.code !== 'pending') await askApproval(id, one.stageId, values.notes?.[index]?.trim() || undefined)
  }
  return logged
}

/** Key actions are done in the stage that asks for them: the first one that knows the action and has it undone. */
async function tick(id: string, unmet: Unmet[], values: Mended, stages: StageActions[]) {
  const wanted = unmet.filter((one, index) => one.kind === 'KEY_ACTION' && values.done?.[index])
  const done = new Map(stages.map((stage) => [stage.stageId, new Set(stage.done)]))
  for (const { item } of wanted) {
    for (const { stageId, keys } of stages) {
      const place = keys.indexOf(item ?? '')
      if (place < 0 || done.get(stageId)!.has(place)) continue
      done.get(stageId)!.add(place)
      await tickKeyAction(id, stageId, place, true)
      break
    }
  }
}

/** The gate looks for the document's name in the file's name. */
export const named = (file: File, document: string) =>
  file.name.includes(document) ? file : new File([file], `${document} ${file.name}`, { type: file.type })
