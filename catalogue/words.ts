/** Choices that several domains say in the same words. */
export const satisfactionChoices = {
  satisfied: '满意',
  basic: '基本满意',
  dissatisfied: '不满意',
  unreached: '未联系上',
} as const
