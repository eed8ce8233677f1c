import { FundOutlined, ImportOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Filter } from '../../api/types'
import type { Cells } from '../../shared/feature'
import { onDay, useAsOf } from '../../shared/past/asOf'
import { usePhone } from '../../shared/preferences'
import { CreateRecordButton } from '../../shared/records/CreateRecordButton'
import { RecordList } from '../../shared/records/RecordList'
import { useCatalogue } from '../../shared/records/useCatalogue'
import { useListState } from '../../shared/records/useListState'
import { useMay } from '../../shared/session'
import { groupShown } from '../../shared/views/fields'
import type { OwnBoard } from '../../shared/views/ownBoard'
import { laneGroups, laneKindOf } from './board/boardApi'
import { StageCell } from './control/StageCell'
import { MoreLooks } from './MoreLooks'
import type { Wish } from './moves/Mover'
import { QuickFilters } from './QuickFilters'
import { saysStatus, withStatus } from './quickFilters'

const columns = ['name', 'customer', 'stage', 'status', 'grade', 'expectedAmount', 'expectedSignOn', 'nextStepOn', 'owner', 'number', 'createdAt']
// The stage of a row says how long it overstays.
const also = ['overstayDays']

const Mover = lazy(async () => ({ default: (await import('./moves/Mover')).Mover }))

const board: OwnBoard = {
  groups: laneGroups,
  Board: lazy(async () => ({ default: (await import('./board/OpportunityBoard')).OpportunityBoard })),
}

/** All opportunities the viewer sees: as list, board, calendar or chart. A board whose lanes are no statuses is one of
 * open ones until its filter says something of the status. */
export function OpportunityListPage() {
  const { t } = useTranslation('opportunity')
  const state = useListState('opportunity')
  const { filter, setFilter, show } = state
  const catalogue = useCatalogue('opportunity')
  const byStatus = !catalogue.lacks('status')
  const lanes = show === 'BOARD' ? laneKindOf(groupShown(catalogue, state, laneGroups)) : undefined
  const openFirst = byStatus && lanes !== undefined && lanes !== 'status'
  const may = useMay()
  const phone = usePhone()
  const asOf = useAsOf()
  const [wish, setWish] = useState<Wish | null>(null)
  // One function for good, so that rows that stay the same are not drawn again.
  const moving = may('opportunity:edit') && !asOf
  const cells = useMemo<Cells>(() => ({ stage: (row) => <StageCell row={row} move={moving ? setWish : undefined} /> }), [moving])
  return (
    <>
      <RecordList
        cells={cells}
        type="opportunity"
        title={t('title')}
        columns={columns}
        also={also}
        scope={openFirst && !saysStatus(filter) ? { field: 'status', op: 'is', value: 'OPEN' } : null}
        onWithoutScope={() => setFilter(withStatus(filter, 'all', true))}
        board={board}
        editable={may('opportunity:edit')}
        looks={
          <>
            <Link to={movementsPath(filter, asOf)}>
              <Button tabIndex={-1} icon={<FundOutlined aria-hidden />}>
                {t('movement.open')}
              </Button>
            </Link>
            {!catalogue.lacks('rad') && (
              <Link to={onDay('/opportunities/rad', asOf)}>
                <Button tabIndex={-1} icon={<TableOutlined aria-hidden />}>
                  {t('grade.rad.title')}
                </Button>
              </Link>
            )}
            <MoreLooks besides={['/opportunities/movements', '/opportunities/rad']} />
          </>
        }
        actions={
          <>
            {may('opportunity:import') && !phone && (
              <Link to="/imports?type=opportunity">
                <Button tabIndex={-1} icon={<ImportOutlined aria-hidden />}>
                  {t('import')}
                </Button>
              </Link>
            )}
            {!phone && <CreateRecordButton type="opportunity" />}
          </>
        }
        above={<QuickFilters filter={filter} onChange={setFilter} openFirst={openFirst} />}
        none={{ title: t(openFirst ? 'board.none' : 'none.title'), reason: t('none.reason'), action: <CreateRecordButton type="opportunity" /> }}
      />
      {wish && (
        <Suspense fallback={null}>
          <Mover wish={wish} onDone={() => setWish(null)} />
        </Suspense>
      )}
    </>
  )
}

/** The same opportunities compared: as of the day looked back on, or of the end of last month, with now. */
function movementsPath(filter: Filter | null, asOf: string | null) {
  const params = new URLSearchParams({ ...(asOf ? { from: asOf } : {}), ...(filter ? { filter: JSON.stringify(filter) } : {}) })
  return `/opportunities/movements${params.size > 0 ? `?${params}` : ''}`
}
