import { useTranslation } from 'react-i18next'

/** What a table of the audit is called; an unknown one shows its own name. */
export function useSubjectName() {
  const { t } = useTranslation('settings')
  return (subject: string) => t(`audit.subjects.${subject.replaceAll('.', '_')}`, { defaultValue: subject })
}
