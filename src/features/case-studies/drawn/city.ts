/** The city's own measures, as the plan gives them in 二（一）1: kilometres and square kilometres. */
export const city = { northSouth: 58.15, eastWest: 44.41, area: 1105 } as const;
