import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SearchGroup, SearchItem } from '../../api/types'
import { useFoundPath } from '../../shared/records/useFoundPath'
import { Badge } from '../../shared/ui/Badge'
import { Marked } from '../../shared/ui/Marked'
import { ListItem, PlainList } from '../../shared/ui/PlainList'
import styles from './search.module.css'

/** What was found of one kind, with the reason why. */
export function FoundItems({ group }: { group: SearchGroup }) {
  const { t } = useTranslation('search')
  const pathOf = useFoundPath()
  return (
    <PlainList>
      {group.items.map((item) => {
        const path = pathOf(group.type, item)
        const name = <Marked text={item.label} marks={item.marks} />
        return (
          <ListItem
            key={item.id}
            title={path ? <Link to={path}>{name}</Link> : <span>{name}</span>}
            beside={item.mistyped && <Badge tone="amber">{t('mistyped')}</Badge>}
            detail={<Detail item={item} />}
          />
        )
      })}
    </PlainList>
  )
}

function Detail({ item }: { item: SearchItem }) {
  const { t } = useTranslation('search')
  const parts = [
    item.about?.label && <span key="about">{item.about.label}</span>,
    item.hint && <Marked key="hint" text={item.hint} marks={item.hintMarks} />,
    item.elsewhere && (
      <span key="elsewhere">
        {t('elsewhere', { field: item.elsewhere.field })}
        <Marked text={item.elsewhere.text} marks={item.elsewhere.marks} />
      </span>
    ),
  ].filter(Boolean)
  return parts.length === 0 ? null : <span className={styles.detail}>{parts}</span>
}
