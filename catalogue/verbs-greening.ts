/** Greening, parks and old trees: who sees it, and what each post does about it. */
const look = ['greening.read', 'greening.*.read']
/** By post. */
export const greening = {
  data: ['greening.*'],
} as const
