/** What the application tells the map of its ground: which registers are roads and buildings, and where home is. */
export type Box = readonly [west: number, south: number, east: number, north: number]
export interface MapGround {
  readonly roads?: string
  readonly buildings?: string
  readonly home: () => Promise<Box>
}
let ground: MapGround = { home: async () => [73, 18, 135, 53] }
let known: Promise<Box> | undefined
export const configureMap = (given: MapGround): void => {
  ground = given
  known = undefined
}
export const mapGround = (): MapGround => ground
export const homeBox = (): Promise<Box> => {
  known ??= ground.home().catch((): Box => {
    known = undefined
    return [73, 18, 135, 53]
  })
  return known
}
export const forgetHome = (): void => {
  known = undefined
}
