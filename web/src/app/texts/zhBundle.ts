import 'dayjs/locale/zh-cn'
import antd from 'antd/es/locale/zh_CN'
import { gather } from './gather'

const modules = import.meta.glob(['../../shared/zh.ts', '../../shared/*/zh.ts', '../../app/zh.ts', '../../features/*/zh.ts'], { eager: true })

export default { antd, dayjs: 'zh-cn', texts: gather(modules) }
