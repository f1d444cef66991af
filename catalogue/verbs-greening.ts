/** Greening, parks and old trees: who sees it, and what each post does about it. */
/** By post. */
export const greening = {
  data: ['greening.*'],
} as const
