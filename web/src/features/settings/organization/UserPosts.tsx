import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { put } from '../../../api/client'
import { departmentsQuery } from '../../../shared/records/departmentsQuery'
import { DepartmentTreeSelect } from '../../../shared/records/DepartmentTreeSelect'
import { FirstFocus } from '../../../shared/ui/FirstFocus'
import { ListItem, PlainList } from '../../../shared/ui/PlainList'
import settings from '../settings.module.css'
import { useAction } from '../useAction'
import type { Post, UserDetail } from './api'

/** Departments someone works in besides their own. */
export function UserPosts({ user, editable }: { user: UserDetail; editable: boolean }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const { busy, run } = useAction()
  const { data: departments = [] } = useQuery(departmentsQuery)
  const [adding, setAdding] = useState(false)
  const nameOf = (id: string) => departments.find((department) => department.id === id)?.name ?? id
  const save = (posts: Post[]) =>
    run(async () => {
      await put(`/users/${user.id}/posts`, posts)
      await cache.invalidateQueries({ queryKey: ['record', 'users', user.id] })
    })
  return (
    <section className={settings.block} aria-labelledby="posts">
      <div className={settings.blockHead}>
        <h2 id="posts">{t('users.posts')}</h2>
        {editable && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('users.addPost')}
          </Button>
        )}
      </div>
      {user.posts.length === 0 && <p className={settings.quiet}>{t('users.noPosts')}</p>}
      <PlainList>
        {user.posts.map((post, index) => (
          <ListItem
            key={`${post.departmentId} ${post.title}`}
            title={nameOf(post.departmentId)}
            detail={post.title}
            action={
              editable && (
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  loading={busy}
                  aria-label={t('users.removePost', { name: nameOf(post.departmentId) })}
                  onClick={() => void save(user.posts.filter((_, other) => other !== index))}
                />
              )
            }
          />
        ))}
      </PlainList>
      {adding && (
        <PostDialog
          busy={busy}
          onClose={() => setAdding(false)}
          onAdd={async (post) => {
            if (await save([...user.posts, post])) setAdding(false)
          }}
        />
      )}
    </section>
  )
}

function PostDialog({ busy, onAdd, onClose }: { busy: boolean; onAdd: (post: Post) => Promise<void>; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [departmentId, setDepartmentId] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  return (
    <Modal
      open
      title={t('users.addPost')}
      onCancel={onClose}
      okText={t('users.addPost')}
      okButtonProps={{ disabled: !departmentId, loading: busy }}
      onOk={() => departmentId && void onAdd({ departmentId, title: title.trim() || null })}
    >
      <FirstFocus>
<div style={{ display: 'grid', gap: 12 }}>
        <DepartmentTreeSelect aria-label={t('users.department')} placeholder={t('users.department')} value={departmentId} onChange={setDepartmentId} />
        <Input aria-label={t('users.postTitle')} placeholder={t('users.postTitle')} maxLength={100} value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
</FirstFocus>
    </Modal>
  )
}
