/** What we use of shapefile, which brings no types of its own. */
declare module 'shapefile' {
  interface Feature {
    readonly geometry: { readonly type: string; readonly coordinates: unknown } | null
    readonly properties: Readonly<Record<string, unknown>>
  }
  export const open: (
    shp: Uint8Array,
    dbf: Uint8Array,
    options: { readonly encoding: string },
  ) => Promise<{ read(): Promise<{ readonly done: true } | { readonly done: false; readonly value: Feature }> }>
}
