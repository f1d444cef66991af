/** `pilotTown` ↔ `pilot_town`: TypeScript names are camelCase, SQL names snake_case, and this is the one place that knows. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`).replaceAll('-', '_')
export const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase())
