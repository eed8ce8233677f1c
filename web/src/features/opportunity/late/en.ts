import assess from '../assess/en'
import control from '../control/late/en'
import detail from '../detail/en'
import grade from '../grade/en'
import movement from '../movement/en'
import plan from '../plan/en'
import rival from '../rival/en'
import type zh from './zh'

export default { ...detail, assess, control, grade, movement, plan, rival } satisfies typeof zh
