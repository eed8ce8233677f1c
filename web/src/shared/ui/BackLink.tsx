import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { useShortcuts } from '../keyboard'

/** The list that a page belongs to. */
export interface Back {
  path: string
  label: string
}

/** The way up to the list that a page belongs to. By its key one comes back to the very list the page was opened from. */
export function BackLink({ path, label, className }: Back & { className?: string }) {
  const { t } = useTranslation('shared')
  const navigate = useNavigate()
  const { state } = useLocation() as { state: { among?: unknown } | null }
  useShortcuts([{ keys: 'u', label: t('error.back', { list: label }), run: () => void (state?.among ? navigate(-1) : navigate(path)) }])
  return (
    <Link to={path} className={className}>
      {label}
    </Link>
  )
}
