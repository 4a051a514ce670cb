/** The environmental satisfaction score of 2021. A score, never a share. Source: plan, table 7. */
export const baselineScore2021 = 88.38;
