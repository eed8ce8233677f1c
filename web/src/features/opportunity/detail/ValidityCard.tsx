import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { del, put } from '../../../api/client'
import { Badge } from '../../../shared/ui/Badge'
import { useMessageOf } from '../../../shared/useMessageOf'
import { judgeValidity, opportunityChanged, proofNames, withVersion, type OpportunityDetail, type Proof, type ProofName } from '../api'
import { TextQuestion } from '../../../shared/records/questions'
import { QuestionDialog } from '../../../shared/records/QuestionDialog'
import { Card } from './Card'
import styles from './detail.module.css'

/** Valid is what has a need, a decision-maker and a budget, each with evidence; a leader may waive what is missing. */
export function ValidityCard({ detail }: { detail: OpportunityDetail }) {
  const { t } = useTranslation('opportunity')
  const cache = useQueryClient()
  const { message } = App.useApp()
  const messageOf = useMessageOf()
  const [judging, setJudging] = useState<ProofName | null>(null)
  const [waiving, setWaiving] = useState(false)
  const { validity, may, id } = detail
  // A rule may hide all of it.
  if (!validity || (validity.valid == null && proofNames.every((name) => !validity[name]))) return null
  const read = { id, version: detail.version }
  const waived = Boolean(validity.waivedBy)
  const done = async () => {
    setJudging(null)
    setWaiving(false)
    await opportunityChanged(cache)
  }
  const withdraw = async () => {
    try {
      await withVersion(read, (version) => del(`/opportunities/${id}/validity-waiver`, { version }))
      await done()
    } catch (failure) {
      void message.error(messageOf(failure))
    }
  }
  return (
    <Card
      title={t('validity.title')}
      beside={validity.valid != null && <Badge tone={validity.valid ? 'green' : waived ? 'amber' : 'grey'}>{t(validity.valid ? 'validity.valid' : waived ? 'validity.waived' : 'validity.notYet')}</Badge>}
    >
      <ul className={styles.proofs}>
        {proofNames.map((name) => {
          const proof = validity[name]
          if (!proof) return null
          return (
            <li key={name} data-known={proof.known}>
              {proof.known ? <CheckCircleFilled aria-hidden /> : <MinusCircleOutlined aria-hidden />}
              <div>
                <strong>{t(`validity.${name}`)}</strong> <span className={styles.quiet}>{t(proof.known ? 'validity.known' : 'validity.unknown')}</span>
                {proof.evidence && <p>{proof.evidence}</p>}
              </div>
              {may.edit && (
                <Button type="link" size="small" aria-label={t('validity.judgeOf', { what: t(`validity.${name}`) })} onClick={() => setJudging(name)}>
                  {t('validity.judge')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {waived && (
        <p className={styles.waiver}>
          {t('validity.waivedBy', { who: validity.waivedByName ?? '', reason: validity.waiverReason ?? '' })}{' '}
          {may.waive && (
            <Button type="link" size="small" onClick={() => void withdraw()}>
              {t('validity.withdraw')}
            </Button>
          )}
        </p>
      )}
      {validity.valid === false && !waived && may.waive && (
        <Button size="small" onClick={() => setWaiving(true)}>
          {t('validity.waive')}
        </Button>
      )}
      {judging && (
        <QuestionDialog<Proof>
          title={t('validity.judgeOf', { what: t(`validity.${judging}`) })}
          note={t(`validity.ask_${judging}`)}
          submitLabel={t('shared:save')}
          initial={{ known: validity[judging]?.known ?? false, evidence: validity[judging]?.evidence }}
          onClose={() => setJudging(null)}
          onSubmit={async ({ known, evidence }) => {
            await judgeValidity(read, { [judging]: { known, evidence: evidence || null } })
            await done()
          }}
        >
          <Form.Item name="known" valuePropName="checked">
            <Checkbox>{t('validity.isKnown')}</Checkbox>
          </Form.Item>
          <TextQuestion name="evidence" label={t('validity.evidence')} placeholder={t('validity.evidenceHint')} />
        </QuestionDialog>
      )}
      {waiving && (
        <QuestionDialog<{ reason: string }>
          title={t('validity.waive')}
          note={t('validity.waiveNote')}
          submitLabel={t('validity.waive')}
          onClose={() => setWaiving(false)}
          onSubmit={async (values) => {
            await withVersion(read, (version) => put(`/opportunities/${id}/validity-waiver`, { ...values, version }))
            await done()
          }}
        >
          <TextQuestion name="reason" label={t('validity.waiveReason')} required />
        </QuestionDialog>
      )}
    </Card>
  )
}
