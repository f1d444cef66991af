/** Which limit a measurement is judged by. */
export const kinds = { fume: '油烟', noise: '社会噪声', transport: '夜间运输噪声', construction: '施工噪声' } as const
export type Kind = keyof typeof kinds
export const zones = { '1': '1类(居住文教)', '2': '2类(商住混杂)', '3': '3类(工业)', '4': '4类(干线两侧)' } as const
export type ZoneClass = keyof typeof zones
/** Night is 22:00 to 6:00 (噪声污染防治法第88条). */
export const isNight = (at: Date): boolean => {
  const hour = new Date(at.getTime() + 8 * 3_600_000).getUTCHours()
  return hour >= 22 || hour < 6
}
/** Name of the parameter that holds the limit. */
export const limitName = (kind: Kind, zone: ZoneClass | null, night: boolean): string => {
  if (kind === 'fume') return 'pollution.fume-limit'
  if (kind === 'construction') return `pollution.build-${night ? 'night' : 'day'}`
  return `pollution.noise-${zone ?? '2'}-${night ? 'night' : 'day'}`
}
export const lawOf: Readonly<Record<Kind, { topic: string; lawCode: string }>> = {
  fume: { topic: 'dust', lawCode: 'V16' },
  noise: { topic: 'noise', lawCode: 'V23' },
  transport: { topic: 'noise', lawCode: 'V24' },
  construction: { topic: 'noise', lawCode: 'V22' },
}
