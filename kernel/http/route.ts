/** A route is a value shared by server and screens: the server binds a handler to it, a screen calls it; no generated client. */
import type { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export interface Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly method: Method
  /** `/cases/:id/actions/:action`, below `/api`. */
  readonly path: string
  readonly zh: string
  /** A verb; `public` needs no sign-in; `signed-in` any account. */
  readonly permission: string
  /** Path parameters, query and body together, by name. */
  readonly input: I
  readonly output: O
  readonly refusals?: readonly string[]
  readonly tag?: string
  /** Answers with something else than JSON: a file, a tile, a stream. */
  readonly raw?: string
  /** The route is also a page: its inputs a form, its output facts and tables, by the titles in both schemas. */
  readonly sheet?: Sheet
}
export interface Sheet {
  /** Group of the menu it stands in; without one it is reached from the row it is about. */
  readonly menu?: string
  /** Stands on the page of each row of this definition, which gives the named input (`id` unless told). */
  readonly of?: string
  readonly with?: string
  /** Which column of the row is given: `id` unless told. */
  readonly column?: string
  /** What its button says, where neither 查询 nor 办理 does. */
  readonly button?: string
}
/** What a schema says to a screen: `z.number().meta({ title: '查处数', unit: '件' })`. What has no title is not shown. */
declare module 'zod' {
  interface GlobalMeta {
    /** 件, 个, 元 …; `fen` is shown in yuan, `ratio` in percent. */
    readonly unit?: string
    readonly decimals?: number
    /** Words for the values of an enumeration. */
    readonly choices?: Readonly<Record<string, string>>
    /** The text is a name of one of these: a row of a definition, a code of a list, an area, a unit, a person. */
    readonly ref?: string
    /** The definition of the row stands in that column of the same line. */
    readonly refBy?: string
    /** Read as this field of a definition, its words or its unit: `grid.key-point.level`, `permits.filing-part.status`. */
    readonly like?: string
    /** One file or several, shown small. */
    readonly isPhotos?: boolean
    /** The text is an SVG picture. */
    readonly isSvg?: boolean
    readonly code?: string
    readonly isArea?: boolean
    readonly isUnit?: boolean
    readonly isPerson?: boolean
    readonly isLong?: boolean
    readonly help?: string
  }
}
export const route = <I extends z.ZodType, O extends z.ZodType>(spec: Route<I, O>): Route<I, O> => spec
