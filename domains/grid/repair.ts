/** 部件维修: a job on one object; quantities in reports are sums of jobs, and the object's state follows from them. */
import { z } from 'zod'
import {
  choice,
  dayText,
  editRow,
  fact,
  instant,
  number,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  say,
  text,
  unit,
  type WorkContext,
} from '#kernel'

export const repairKinds = { replace: '更换', repair: '修复', clean: '清疏', install: '新装', remove: '拆除' } as const
export const componentRepaired = fact(
  'grid.component-repaired',
  '部件维修完成',
  z.object({ component: z.string(), state: z.enum(['intact', 'removed']) }),
)
export const componentJob = procedure('grid.component-job', {
  zh: '部件维修',
  menu: '普查',
  numbering: { prefix: 'WX', per: 'year', digits: 6 },
  title: 'work',
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  fields: {
    component: ref('部件', 'grid.component'),
    category: text('部件类别', { maxLength: 5 }),
    kind: choice('作业', repairKinds),
    work: text('作业内容', { maxLength: 200 }),
    quantity: number('数量', { min: 0 }),
    measure: text('单位', { maxLength: 10 }),
    unit: unit('养护单位'),
    photos: photos(0, '作业照片').optional(),
    fixDueAt: instant('期限').optional(),
    fixedAt: instant('完成时间').optional(),
  },
  clocks: { fix: { zh: '维修', limit: { value: 3, unit: 'work_day' } } },
  statuses: {
    ordered: { zh: '待维修', duty: 'grid.component-job.fix', ofUnit: true, taskZh: '待维修部件' },
    fixed: { zh: '已维修', kind: 'final' },
    cancelled: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  order: action({
    zh: '派工',
    from: 'new',
    to: 'ordered',
    by: 'grid.component-job.order',
    form: {
      component: ref('部件', 'grid.component'),
      kind: choice('作业', repairKinds),
      work: text('作业内容', { maxLength: 200 }),
      quantity: number('数量', { min: 0 }),
      measure: text('单位', { maxLength: 10 }),
      unit: unit('养护单位'),
    },
    look: async (ctx) =>
      (
        await raw<{ category: string }>(ctx.tx, 'select category from grid.component where id = $1 and retired_at is null', [
          ctx.input.component,
        ])
      ).rows[0],
    check: ({ found }) => (found ? undefined : refuse('kernel.not-found', { what: '该部件' })),
    effects: ({ input, found }) => ({
      set: { category: found?.category ?? '', unitId: input.unit },
      clocks: [{ clock: 'fix', do: 'start' }],
      assign: { unitId: input.unit },
    }),
  }),
  fix: action({
    zh: '维修完成',
    from: 'ordered',
    to: 'fixed',
    by: 'grid.component-job.fix',
    tone: 'primary',
    form: { photos: photos(1, '作业照片'), quantity: number('实际数量', { min: 0 }) },
    effects: ({ subject, input }) => ({
      set: { photos: input.photos, quantity: input.quantity },
      clocks: [{ clock: 'fix', do: 'stop' }],
      facts: [say(componentRepaired, { component: subject.component, state: subject.kind === 'remove' ? 'removed' : 'intact' })],
    }),
  }),
  cancel: action({
    zh: '撤销派工',
    from: 'ordered',
    to: 'cancelled',
    by: 'grid.component-job.order',
    tone: 'danger',
    help: '派错单位、重复派工或部件已不在。',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: () => ({ clocks: [{ clock: 'fix', do: 'cancel' }] }),
  }),
}))
export const markRepaired = async (ctx: WorkContext, component: string, state: 'intact' | 'removed'): Promise<void> => {
  const definition = ctx.kernel.definition('grid.component')
  if (definition?.primitive === 'register')
    await editRow(ctx, definition, component, { state, changedOn: dayText(ctx.now) }, { reason: '维修完成' })
}
