import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ArchivablePage } from '../../shared/records/ArchivablePage'
import { RecordFacts } from '../../shared/records/RecordFacts'
import { recordQuery } from '../../shared/records/recordsApi'
import { WhoSees } from '../../shared/sees/WhoSees'
import { useMay } from '../../shared/session'
import { Standings } from './Standings'

/** One competitor: what it is good at, and how we fare against it. */
export function CompetitorPage() {
  const { t } = useTranslation('competitor')
  const id = useParams().id!
  const may = useMay()
  const query = useQuery(recordQuery('competitors', id))
  return (
    <ArchivablePage query={query} plural="competitors" type="competitor" list={{ path: '/competitors', label: t('title') }}>
      {(competitor, editable) => (
        <>
          <RecordFacts type="competitor" record={competitor} editable={editable} />
          {may('opportunity:read') && <Standings competitor={id} />}
          <WhoSees recordType="competitor" recordId={id} />
        </>
      )}
    </ArchivablePage>
  )
}
