import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import type { Department } from '../../api/types'
import { departmentsQuery } from './departmentsQuery'
import styles from './records.module.css'

interface Node {
  value: string
  title: string
  children: Node[]
}

/** The departments in use as a tree, in their order. */
export function departmentTree(departments: Department[], parentId: string | null = null): Node[] {
  return departments
    .filter((department) => (department.parentId ?? null) === parentId && !department.archived)
    .sort((one, other) => one.position - other.position)
    .map(({ id, name }) => ({ value: id, title: name, children: departmentTree(departments, id) }))
}

interface Shared {
  placeholder?: string
  disabled?: boolean
  id?: string
  allowClear?: boolean
  'aria-label'?: string
}
type Props = Shared &
  (
    | { multiple?: false; value?: string | null; onChange?: (id: string | null, name?: string) => void }
    | { multiple: true; value?: string[]; onChange?: (ids: string[]) => void }
  )

export function DepartmentTreeSelect({ multiple, value, onChange, allowClear = true, ...rest }: Props) {
  const { data, isFetching } = useQuery(departmentsQuery)
  return (
    <TreeSelect
      {...rest}
      className={styles.fill}
      treeData={departmentTree(data ?? [])}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear={allowClear}
      multiple={multiple}
      loading={isFetching}
      value={value ?? undefined}
      onChange={(chosen: string | string[] | undefined) =>
        (onChange as ((value: string | string[] | null, name?: string) => void) | undefined)?.(
          chosen ?? (multiple ? [] : null),
          data?.find(({ id }) => id === chosen)?.name,
        )
      }
    />
  )
}
