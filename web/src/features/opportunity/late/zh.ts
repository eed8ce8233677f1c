import assess from '../assess/zh'
import control from '../control/late/zh'
import detail from '../detail/zh'
import grade from '../grade/zh'
import movement from '../movement/zh'
import plan from '../plan/zh'
import rival from '../rival/zh'

export default { ...detail, assess, control, grade, movement, plan, rival }
