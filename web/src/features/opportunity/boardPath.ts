/** Where the open opportunities stand in their stages. */
export const boardPath = '/opportunities?show=BOARD&lanes=stage'
