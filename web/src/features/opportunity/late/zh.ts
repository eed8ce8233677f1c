import assess from '../assess/zh'
import grade from '../grade/zh'
import plan from '../plan/zh'
import rival from '../rival/zh'

export default { assess, grade, plan, rival }
