/** Facts that drainage tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** A pipe was surveyed and its pictures accepted. */
export const pipeSurveyed = fact(
  'drainage.pipe-surveyed',
  '管段已检测',
  z.object({
    survey: z.string(),
    number: z.string(),
    pipe: z.string(),
    on: z.string(),
    place: z.string(),
    defects: z.array(z.object({ code: z.string(), grade: z.number(), atM: z.number(), note: z.string().nullish() })),
  }),
)
/** A defect was mended and accepted: the pipe is as good as its worst one left. */
export const defectFixed = fact(
  'drainage.defect-fixed',
  '管网病害已修复',
  z.object({ pipe: z.string(), method: z.string(), on: z.string(), number: z.string() }),
)
/** A part of a project was finished. */
export const partFinished = fact(
  'drainage.part-finished',
  '工程分项已完成',
  z.object({
    project: z.string(),
    projectKind: z.string(),
    zone: z.string(),
    name: z.string(),
    kind: z.string(),
    km: z.number(),
    houses: z.number(),
    doneOn: z.string(),
  }),
)
/** Water stood at a point and ran off. */
export const pointFlooded = fact(
  'drainage.point-flooded',
  '渍水点积水',
  z.object({
    point: z.string(),
    name: z.string(),
    number: z.string(),
    depthCm: z.number(),
    minutes: z.number(),
    from: z.string(),
  }),
)
/** A rain is coming or falling: every route is walked. */
export const rainBegun = fact('drainage.rain-begun', '降雨开始', z.object({ rain: z.string(), name: z.string() }))
export const rainEnded = fact(
  'drainage.rain-ended',
  '降雨结束',
  z.object({ rain: z.string(), mm: z.number(), from: z.string(), to: z.string() }),
)
