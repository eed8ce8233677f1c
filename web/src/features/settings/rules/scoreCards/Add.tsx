import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'

export const Add = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
  <Button size="small" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={onAdd}>
    {label}
  </Button>
)
