import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DepartmentTreeSelect } from '../../../shared/records/DepartmentTreeSelect'
import settings from '../settings.module.css'
import { scopeKinds, type FieldRule, type Permission, type Role, type RoleScope } from './api'
import { FieldRulesDialog } from './FieldRulesDialog'
import { useObjectName } from './useObjectName'
import styles from './roles.module.css'

/** Objects whose records belong to someone; what belongs to the company is everyone's who may read it. */
const scoped = new Set(['opportunity', 'customer', 'contact', 'activity', 'task', 'file', 'user', 'department'])
/** Objects whose fields the catalogue knows. */
const withFields = new Set(['opportunity', 'customer', 'contact', 'activity', 'task', 'product', 'user', 'department'])

/** What people work with stands first, what administrators do stands last. */
const usual = ['opportunity', 'customer', 'contact', 'activity', 'task', 'file', 'product', 'process', 'stage', 'import', 'user', 'department', 'role', 'settings', 'audit', 'token']
const rank = (object: string) => (usual.includes(object) ? usual.indexOf(object) : usual.length)

interface Props {
  role: Role
  permissions: Permission[]
  editable: boolean
  onChange: (part: Partial<Role>) => void
}

/** Object by object: which verbs, over which records, without which fields. */
export function PermissionMatrix({ role, permissions, editable, onChange }: Props) {
  const { t } = useTranslation('settings')
  const nameOf = useObjectName()
  const [fieldsOf, setFieldsOf] = useState<string | null>(null)
  const objects = [...new Set(permissions.map(({ object }) => object))].sort((one, other) => rank(one) - rank(other))

  const setVerbs = (object: string, codes: string[]) => {
    const mine = new Set(permissions.filter((permission) => permission.object === object).map(({ code }) => code))
    const scopes = { ...role.scopes }
    if (codes.length > 0) scopes[object] ??= { kind: scoped.has(object) ? 'OWN' : 'ALL', departmentIds: [] }
    else delete scopes[object]
    onChange({ permissions: [...role.permissions.filter((code) => !mine.has(code)), ...codes], scopes })
  }
  const setScope = (object: string, scope: RoleScope) => onChange({ scopes: { ...role.scopes, [object]: scope } })

  return (
    <div className={settings.tableScroll} role="region" aria-label={t('roles.permissions')} tabIndex={0}>
      <table className={`${settings.table} ${styles.matrix}`}>
        <thead>
          <tr>
            <th scope="col">{t('roles.object')}</th>
            <th scope="col">{t('roles.permissions')}</th>
            <th scope="col">{t('roles.scope')}</th>
            <th scope="col">{t('roles.fields')}</th>
          </tr>
        </thead>
        <tbody>
          {objects.map((object) => {
            const mine = permissions.filter((permission) => permission.object === object)
            const chosen = role.fixed ? mine.map(({ code }) => code) : mine.map(({ code }) => code).filter((code) => role.permissions.includes(code))
            const rules = role.fieldRules.filter((rule) => rule.object === object)
            const every = chosen.length === mine.length
            return (
              <tr key={object} data-granted={chosen.length > 0}>
                <th scope="row">
                  <Checkbox
                    checked={every}
                    indeterminate={!every && chosen.length > 0}
                    disabled={!editable}
                    onChange={() => setVerbs(object, every ? [] : mine.map(({ code }) => code))}
                  >
                    {nameOf(object)}
                  </Checkbox>
                </th>
                <td>
                  <Checkbox.Group
                    className={styles.verbs}
                    value={chosen}
                    disabled={!editable}
                    options={mine.map(({ code, label }) => ({ value: code, label }))}
                    onChange={(codes) => setVerbs(object, codes)}
                  />
                </td>
                <td>
                  {scoped.has(object) && chosen.length > 0 && !role.fixed && (
                    <ScopeInput
                      label={t('roles.scopeOf', { object: nameOf(object) })}
                      scope={role.scopes[object] ?? { kind: 'OWN', departmentIds: [] }}
                      disabled={!editable}
                      onChange={(scope) => setScope(object, scope)}
                    />
                  )}
                </td>
                <td>
                  {withFields.has(object) && chosen.length > 0 && !role.fixed && (
                    <Button
                      type="link"
                      size="small"
                      onClick={() => setFieldsOf(object)}
                    >
                      {rules.length > 0 ? t('roles.rules', { count: rules.length }) : t('roles.noRules')}
                      <span className="visually-hidden">{t('roles.fieldsTitle', { object: nameOf(object) })}</span>
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {fieldsOf && (
        <FieldRulesDialog
          object={fieldsOf}
          title={t('roles.fieldsTitle', { object: nameOf(fieldsOf) })}
          rules={role.fieldRules.filter(({ object }) => object === fieldsOf)}
          editable={editable}
          onClose={() => setFieldsOf(null)}
          onSave={(rules: FieldRule[]) => {
            onChange({ fieldRules: [...role.fieldRules.filter(({ object }) => object !== fieldsOf), ...rules] })
            setFieldsOf(null)
          }}
        />
      )}
    </div>
  )
}

interface ScopeProps {
  label: string
  scope: RoleScope
  disabled: boolean
  onChange: (scope: RoleScope) => void
}

function ScopeInput({ label, scope, disabled, onChange }: ScopeProps) {
  const { t } = useTranslation('settings')
  return (
    <div className={styles.scope}>
      <Select
        aria-label={label}
        disabled={disabled}
        className={settings.wide}
        value={scope.kind}
        options={scopeKinds.map((kind) => ({ value: kind, label: t(`roles.scopes.${kind}`) }))}
        onChange={(kind) => onChange({ kind, departmentIds: kind === 'DEPARTMENTS' ? scope.departmentIds : [] })}
      />
      {scope.kind === 'DEPARTMENTS' && (
        <DepartmentTreeSelect
          multiple
          aria-label={t('roles.scopeDepartments')}
          placeholder={t('roles.scopeDepartments')}
          disabled={disabled}
          value={scope.departmentIds}
          onChange={(departmentIds: string[]) => onChange({ kind: 'DEPARTMENTS', departmentIds })}
        />
      )}
    </div>
  )
}
