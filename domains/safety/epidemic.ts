/** 疫情防控: a mode that is switched on and off by paper, with its due lists; and waste of quarantined places, kept apart from all ordinary tonnage. */
import { date, dayText, first, flag, instant, integer, longText, number, one, photos, procedure, round, say, text } from '#kernel'
import { modeEnded } from './facts.ts'
import { notYet, why } from './shared.ts'

const form = {
  name: text('防控模式', { maxLength: 80 }),
  paper: text('启动依据', { maxLength: 80 }),
  fromOn: date('自何日起'),
  disinfectDays: integer('场所消杀间隔', { unit: '日', min: 1, max: 30 }),
  testDays: integer('人员检测间隔', { unit: '日', min: 1, max: 60 }),
  doses: integer('应接种', { unit: '剂', min: 0, max: 9 }),
} as const
export const mode = procedure('safety.mode', {
  zh: '疫情防控模式',
  menu: '疫情防控',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'FK', per: 'year', digits: 3 },
  help: '开启后按间隔生成消杀、检测、接种任务(应检尽检、应接尽接);关闭即全部停止,不留待办。',
  fields: {
    ...form,
    name: form.name.searchable(),
    endedOn: date('关闭日期').optional(),
    endPaper: text('关闭依据', { maxLength: 80 }).optional(),
  },
  statuses: { on: { zh: '开启', duty: 'safety.manage', taskZh: '防控模式开启中' }, off: { zh: '关闭', kind: 'final' } },
}).actions((action) => ({
  start: action({
    zh: '开启',
    from: 'new',
    to: 'on',
    by: 'safety.lead',
    form,
    look: ({ tx }) => one<{ number: string }>(tx, `select number from safety.mode where status = 'on'`),
    check: ({ found, input, now }) =>
      first(
        notYet(Boolean(found), `${found?.number ?? ''}开启中`),
        why(input.fromOn > dayText(now), '自启动之日起,不能填以后的日期'),
      ),
  }),
  stop: action({
    zh: '关闭',
    from: 'on',
    to: 'off',
    by: 'safety.lead',
    tone: 'primary',
    form: { endPaper: text('关闭依据', { maxLength: 80 }) },
    effects: ({ input, now, subject }) => ({
      set: { ...input, endedOn: dayText(now) },
      facts: [say(modeEnded, { id: subject.id })],
    }),
  }),
}))

const collectForm = {
  site: text('产生场所', { maxLength: 100 }),
  bags: integer('袋数', { unit: '袋', min: 1 }),
  isSealed: flag('双层密封并喷洒消毒'),
  seal: text('封签号', { maxLength: 30 }),
  kg: number('收运重量', { unit: 'kg', min: 0.1, max: 20_000 }),
  driver: text('驾驶员', { maxLength: 40 }),
  plate: text('专用车', { maxLength: 10 }),
  route: text('专用线路', { maxLength: 100 }),
} as const
export const epidemicWaste = procedure('safety.epidemic-waste', {
  zh: '涉疫垃圾收运处置',
  menu: '疫情防控',
  title: 'site',
  numbering: { prefix: 'YL', per: 'day', digits: 4 },
  help: '防控模式开启期间专车专线收运:双层密封、封签、专用驾驶员;直送焚烧厂,重量单独统计,不进普通垃圾吨位。',
  fields: {
    ...collectForm,
    site: collectForm.site.searchable(),
    seal: collectForm.seal.unique(),
    startAt: instant('启运'),
    endAt: instant('送达').optional(),
    minutes: integer('在途', { unit: '分钟' }).optional(),
    plant: text('处置厂', { maxLength: 80 }).optional(),
    kgIn: number('进厂重量', { unit: 'kg', decimals: 2 }).optional(),
    gapPercent: number('重量差', { unit: '%', decimals: 2 }).optional(),
    receipt: text('回执号', { maxLength: 40 }).optional(),
    cause: longText('差异说明', { maxLength: 300 }).optional(),
  },
  statuses: {
    going: { zh: '在途', duty: 'safety.check', taskZh: '涉疫垃圾在途,待进厂' },
    doubted: { zh: '重量差异待说明', duty: 'safety.check', taskZh: '涉疫垃圾重量差异待说明' },
    closed: { zh: '已处置', kind: 'final' },
  },
}).actions((action) => ({
  collect: action({
    zh: '启运',
    from: 'new',
    to: 'going',
    by: 'safety.check',
    form: { ...collectForm, photos: photos(1, '密封与封签照片') },
    look: ({ tx, input }) => lookup(tx, input.seal),
    check: ({ input, found }) =>
      first(
        notYet(!found.on, '防控模式没有开启,按普通垃圾收运'),
        why(!input.isSealed, '没有双层密封消毒,不得启运'),
        why(Boolean(found.used), `封签号已用于${found.used ?? ''}`),
      ),
    effects: ({ now }) => ({ set: { startAt: now.toISOString() } }),
  }),
  deliver: action({
    zh: '进厂处置',
    from: 'going',
    to: ({ input, subject, parameter }) => (gapOf(subject.kg, input.kgIn) > parameter('safety.waste-gap') ? 'doubted' : 'closed'),
    by: 'safety.check',
    tone: 'primary',
    form: {
      plant: text('处置厂', { maxLength: 80 }),
      kgIn: number('进厂重量', { unit: 'kg', min: 0.1, max: 20_000 }),
      seal: text('核对封签号', { maxLength: 30 }),
      receipt: text('回执号', { maxLength: 40 }),
      isClean: flag('车辆已消毒'),
      photos: photos(1, '回执与消毒照片'),
    },
    check: ({ input, subject }) =>
      first(why(input.seal !== subject.seal, `封签号不符,启运为${subject.seal}`), why(!input.isClean, '车辆消毒后才能离厂')),
    effects: ({ input, subject, now }) => ({
      set: {
        plant: input.plant,
        kgIn: input.kgIn,
        receipt: input.receipt,
        endAt: now.toISOString(),
        minutes: Math.round((now.getTime() - new Date(subject.startAt).getTime()) / 60_000),
        gapPercent: gapOf(subject.kg, input.kgIn),
      },
    }),
  }),
  explain: action({
    zh: '说明差异',
    from: 'doubted',
    to: 'closed',
    by: 'safety.manage',
    form: { cause: longText('差异说明', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
function gapOf(kg: number, kgIn: number): number {
  return round((Math.abs(kgIn - kg) * 100) / kg)
}
async function lookup(tx: Parameters<typeof one>[0], seal: string) {
  return {
    on: Boolean(await one(tx, `select 1 as n from safety.mode where status = 'on'`)),
    used: (await one<{ number: string }>(tx, 'select number from safety.epidemic_waste where seal = $1', [seal]))?.number,
  }
}
