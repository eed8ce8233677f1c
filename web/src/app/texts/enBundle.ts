import antd from 'antd/es/locale/en_US'
import { gather } from './gather'

const modules = import.meta.glob(['../../shared/en.ts', '../../shared/*/en.ts', '../../app/en.ts', '../../features/*/en.ts'], { eager: true })

export default { antd, dayjs: 'en', texts: gather(modules) }
