import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard'

/** The key by which the first fact that can be changed is opened; the others are a step of the focus away. */
export function useEditKey(editable: boolean) {
  const { t } = useTranslation('views')
  const facts = useRef<HTMLDListElement>(null)
  const edit = () => facts.current?.querySelector<HTMLElement>('[data-edit]')?.click()
  useShortcuts(editable ? [{ keys: 'e', label: t('keys.edit'), run: edit }] : [])
  return facts
}
