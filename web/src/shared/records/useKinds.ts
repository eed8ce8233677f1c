import { useTranslation } from 'react-i18next'

/** What many records of a type are called; of a type that has no word for many, the one for one. */
export function useKinds() {
  const { t } = useTranslation('shared')
  return ({ type, label }: { type: string; label: string }) => t(`kinds.${type}`, { defaultValue: label })
}
