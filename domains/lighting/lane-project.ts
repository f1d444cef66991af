/** 背街小巷亮化: money, lanes without lamps, lamps installed to date, and the word of the people who live there. */
import { choice, date, first, integer, many, money, photos, procedure, rows, say, text } from '#kernel'
import { lanesLit } from './facts.ts'
import { notYet, why } from './shared.ts'

const laneLine = { lane: text('街巷', { maxLength: 80 }), lamps: integer('计划路灯', { unit: '盏', min: 1 }) } as const
const doneLine = { lane: text('街巷', { maxLength: 80 }), lamps: integer('已装', { unit: '盏', min: 0 }) } as const
const word = {
  lane: text('街巷', { maxLength: 80 }),
  resident: text('居民', { maxLength: 40 }),
  opinion: choice('意见', { agree: '满意', object: '不满意' }),
  note: text('说明', { maxLength: 200 }).optional(),
} as const
const form = {
  name: text('项目', { maxLength: 100 }),
  investFen: money('投资', { min: 1 }),
  lanes: rows('街巷', laneLine),
  dueOn: date('应完成日期'),
} as const
const installedOn = (done: readonly { readonly lane: string; readonly lamps: number }[] | null, lane: string): number =>
  (done ?? []).findLast((d) => d.lane === lane)?.lamps ?? 0
export const laneProject = procedure('lighting.lane-project', {
  zh: '背街小巷亮化项目',
  menu: '亮化工程',
  title: 'name',
  numbering: { prefix: 'XX', per: 'year', digits: 3 },
  help: '只收台账中没有路灯或部分有灯的街巷;逐条报安装盏数,每条街巷经居民确认才能完工。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    done: rows('安装进展', doneLine).optional(),
    installed: integer('已安装', { unit: '盏', min: 0 }).optional(),
    planned: integer('计划', { unit: '盏', min: 0 }).optional(),
    laneCount: integer('街巷', { unit: '条', min: 0 }).optional(),
    words: rows('居民确认', word).optional(),
    doneOn: date('完工日期').optional(),
    nightPhotos: photos(0, '夜景照片').optional(),
  },
  statuses: {
    building: { zh: '实施中', duty: 'lighting.manage', taskZh: '背街小巷亮化实施中' },
    done: { zh: '已完工', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '启动项目',
    from: 'new',
    to: 'building',
    by: 'lighting.manage',
    form,
    look: ({ tx, input }) =>
      many<{ name: string }>(
        tx,
        `select name from lighting.lane where name = any($1) and light <> 'full' and retired_at is null`,
        [input.lanes.map((l) => l.lane)],
      ),
    check: ({ input, found }) => {
      const wrong = input.lanes.filter((l) => !found.some((f) => f.name === l.lane))
      return first(
        why(input.lanes.length === 0, '至少一条街巷'),
        why(new Set(input.lanes.map((l) => l.lane)).size < input.lanes.length, '同一街巷填了两次'),
        why(wrong.length > 0, `${wrong.map((l) => l.lane).join('、')}不在未亮化的街巷台账中`),
      )
    },
    effects: ({ input }) => ({
      set: {
        done: [],
        words: [],
        installed: 0,
        planned: input.lanes.reduce((n, l) => n + l.lamps, 0),
        laneCount: input.lanes.length,
      },
    }),
  }),
  install: action({
    zh: '报安装进展',
    from: 'building',
    to: 'same',
    by: 'lighting.manage',
    form: doneLine,
    check: ({ input, subject }) => {
      const line = subject.lanes.find((l) => l.lane === input.lane)
      return first(
        why(!line, '不是本项目的街巷'),
        why(input.lamps < installedOn(subject.done, input.lane), '累计盏数不能减少'),
        why(line !== undefined && input.lamps > line.lamps, `该街巷计划${line?.lamps}盏`),
      )
    },
    effects: ({ input, subject }) => {
      const done = [...(subject.done ?? []), input]
      return { set: { done, installed: subject.lanes.reduce((n, l) => n + installedOn(done, l.lane), 0) } }
    },
  }),
  confirm: action({
    zh: '登记居民意见',
    from: 'building',
    to: 'same',
    by: 'lighting.manage',
    form: word,
    check: ({ input, subject }) =>
      first(
        why(!subject.lanes.some((l) => l.lane === input.lane), '不是本项目的街巷'),
        notYet(installedOn(subject.done, input.lane) === 0, '该街巷还没有装灯'),
        why(input.opinion === 'object' && !input.note, '不满意的请写明原因'),
      ),
    effects: ({ input, subject }) => ({
      set: {
        words: [
          ...(subject.words ?? []).filter((x) => x.lane !== input.lane || x.resident !== input.resident),
          { ...input, note: input.note ?? null },
        ],
      },
    }),
  }),
  finish: action({
    zh: '完工',
    from: 'building',
    to: 'done',
    by: 'lighting.manage',
    tone: 'primary',
    form: { doneOn: date('完工日期'), nightPhotos: photos(1, '夜景照片') },
    check: ({ subject, parameter }) => {
      const words = subject.words ?? []
      const least = parameter('lighting.lane-confirms')
      const dim = subject.lanes.filter((l) => installedOn(subject.done, l.lane) < l.lamps)
      const quiet = subject.lanes.filter((l) => words.filter((x) => x.lane === l.lane && x.opinion === 'agree').length < least)
      const angry = words.filter((x) => x.opinion === 'object')
      return first(
        notYet(dim.length > 0, `${dim.map((l) => l.lane).join('、')}还没有装完`),
        notYet(angry.length > 0, `${angry.map((x) => `${x.lane}${x.resident}`).join('、')}不满意,处理后请其重新确认`),
        notYet(quiet.length > 0, `${quiet.map((l) => l.lane).join('、')}居民确认不足${least}户`),
      )
    },
    effects: ({ input, subject }) => ({
      set: input,
      facts: [say(lanesLit, { number: subject.number, lanes: subject.lanes.map((l) => ({ name: l.lane, lamps: l.lamps })) })],
    }),
  }),
}))
