import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { UserPicker } from '../../../shared/records/RecordPicker'
import { memberRoles } from '../api'
import styles from './assess.module.css'

/** Who is to follow it, and as what, row by row within a form. */
export function Followers({ name: list }: { name: string[] }) {
  const { t } = useTranslation('opportunity')
  const roles = memberRoles.map((code) => ({ value: code, label: t(`roles.${code}`) }))
  return (
    <Form.List name={list}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className={styles.follower} role="group" aria-label={t('assess.followerOf', { number: name + 1 })}>
              <Form.Item name={[name, 'user']} rules={[{ required: true, message: t('assess.followerMissing') }]}>
                <UserPicker placeholder={t('team.who')} aria-label={t('team.who')} />
              </Form.Item>
              <Form.Item name={[name, 'role']}>
                <Select options={roles} aria-label={t('team.role')} />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined aria-hidden />} aria-label={t('assess.removeFollower', { number: name + 1 })} onClick={() => remove(name)} />
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ role: 'SOLUTION' })}>
            {t('assess.addFollower')}
          </Button>
        </>
      )}
    </Form.List>
  )
}
