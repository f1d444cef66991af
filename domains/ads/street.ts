/** 广告示范街: a scheme reviewed, works made, the unsatisfactory changed, up to ten chosen as 十佳; and 立面提升 unit by unit. */
import { choice, date, dayText, files, first, flag, integer, number, one, photos, procedure, rows, text } from '#kernel'
import { notYet, why } from './shared.ts'

const work = {
  name: text('设施(作品)', { maxLength: 80 }),
  shop: text('设置人', { maxLength: 80 }),
  isExample: flag('高品质样板'),
} as const
const form = {
  road: text('街(路)', { maxLength: 80 }),
  scheme: files(1, '广告设置方案'),
  unsatisfactory: integer('需更换的店招广告', { unit: '块', min: 0 }),
  dueOn: date('完成期限'),
} as const
const most = 10
export const adStreet = procedure('ads.street', {
  zh: '广告示范街',
  menu: '品质提升',
  title: 'road',
  numbering: { prefix: 'SF', per: 'year', digits: 3 },
  help: '方案 → 设计评审 → 更换不满意的、建设高品质设施 → 验收;评选十佳作品。',
  fields: {
    ...form,
    road: form.road.searchable(),
    reviewers: text('评审专家', { maxLength: 200 }).optional(),
    opinion: text('评审意见', { maxLength: 300 }).optional(),
    changed: integer('已更换', { unit: '块' }).optional(),
    works: rows('作品', work).optional(),
    examples: integer('高品质设施', { unit: '处' }).optional(),
    best: rows('十佳', { name: text('作品', { maxLength: 80 }), votes: integer('得票', { unit: '票', min: 0 }) }).optional(),
    bestCount: integer('十佳作品', { unit: '个' }).optional(),
    doneOn: date('验收日期').optional(),
    photos: photos(0, '验收照片').optional(),
  },
  statuses: {
    designed: { zh: '待评审', duty: 'ads.check', taskZh: '示范街方案待评审' },
    building: { zh: '建设中', duty: 'ads.plan', taskZh: '示范街建设中' },
    done: { zh: '示范街(路)' },
    revoked: { zh: '已取消', kind: 'final' },
    refused: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({ zh: '报送方案', from: 'new', to: 'designed', by: 'ads.plan', form }),
  review: action({
    zh: '设计评审',
    from: 'designed',
    to: ({ input }) => (input.result === 'pass' ? 'building' : input.result === 'redo' ? 'designed' : 'refused'),
    by: 'ads.check',
    tone: 'primary',
    form: {
      result: choice('结论', { pass: '通过', redo: '修改后再评', refuse: '不通过' }),
      reviewers: text('专家', { maxLength: 200 }),
      opinion: text('意见', { maxLength: 300 }),
    },
    effects: ({ input: { result: _, ...set } }) => ({ set: { ...set, changed: 0, works: [], examples: 0 } }),
  }),
  change: action({
    zh: '登记更换与作品',
    from: 'building',
    to: 'same',
    by: 'ads.plan',
    form: { changed: integer('本次更换', { unit: '块', min: 0 }), works: rows('新作品', work) },
    check: ({ input, subject }) =>
      why((subject.changed ?? 0) + input.changed > subject.unsatisfactory, `需更换的只有${subject.unsatisfactory}块`),
    effects: ({ input, subject }) => {
      const works = [...(subject.works ?? []), ...input.works]
      return {
        set: { changed: (subject.changed ?? 0) + input.changed, works, examples: works.filter((x) => x.isExample).length },
      }
    },
  }),
  accept: action({
    zh: '验收',
    from: 'building',
    to: 'done',
    by: 'ads.check',
    tone: 'primary',
    form: { doneOn: date('日期'), photos: photos(1, '照片') },
    guard: ({ subject }) =>
      first(
        notYet((subject.changed ?? 0) < subject.unsatisfactory, `还有${subject.unsatisfactory - (subject.changed ?? 0)}块未更换`),
        notYet((subject.examples ?? 0) === 0, '没有高品质设施'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  revoke: action({
    zh: '取消示范街',
    from: 'done',
    to: 'revoked',
    by: 'ads.check',
    tone: 'danger',
    form: { opinion: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  elect: action({
    zh: '评选十佳',
    from: 'done',
    to: 'same',
    by: 'ads.check',
    form: { best: rows('十佳', { name: text('作品', { maxLength: 80 }), votes: integer('得票', { unit: '票', min: 0 }) }) },
    check: ({ input, subject }) => {
      const unknown = input.best.filter((b) => !(subject.works ?? []).some((x) => x.name === b.name))
      return first(
        why(input.best.length === 0 || input.best.length > most, `十佳为1至${most}个`),
        why(unknown.length > 0, `没有这件作品:${unknown.map((u) => u.name).join('、')}`),
      )
    },
    effects: ({ input }) => ({ set: { best: input.best, bestCount: input.best.length } }),
  }),
}))
const consent = { owner: text('业主', { maxLength: 60 }), isAgreed: flag('同意') } as const
const facadeForm = {
  road: text('道路', { maxLength: 80 }),
  unit: text('楼幢(单元)', { maxLength: 80 }),
  state: choice('现状', { good: '较好', worn: '陈旧', bad: '破损' }),
  lengthM: number('立面长', { unit: 'm', min: 1 }),
  photos: photos(1, '改造前照片'),
} as const
export const facade = procedure('ads.facade', {
  zh: '道路立面提升',
  menu: '品质提升',
  title: 'unit',
  numbering: { prefix: 'LM', per: 'year', digits: 4 },
  help: '逐幢:现状 → 设计 → 三分之二以上业主同意 → 施工(含改造亮化) → 竣工。',
  listed: ['road', 'state', 'lengthM', 'agreed', 'asked', 'builder', 'doneOn'],
  fields: {
    ...facadeForm,
    road: facadeForm.road.searchable(),
    unit: facadeForm.unit.searchable(),
    design: files(0, '设计').optional(),
    hasLighting: flag('含亮化').optional(),
    consents: rows('业主意见', consent).optional(),
    agreed: integer('同意', { unit: '户' }).optional(),
    asked: integer('征求', { unit: '户' }).optional(),
    builder: text('施工单位', { maxLength: 80 }).optional(),
    doneOn: date('竣工日期').optional(),
    doneM: number('完成', { unit: 'm' }).optional(),
    afterPhotos: photos(0, '改造后照片').optional(),
  },
  statuses: {
    surveyed: { zh: '待设计', duty: 'ads.plan', taskZh: '立面待设计' },
    designed: { zh: '征求业主', duty: 'ads.plan', taskZh: '立面待征求业主' },
    building: { zh: '施工', duty: 'ads.plan', taskZh: '立面施工中' },
    done: { zh: '竣工', kind: 'final' },
  },
}).actions((action) => ({
  survey: action({
    zh: '摸底',
    from: 'new',
    to: 'surveyed',
    by: 'ads.plan',
    form: facadeForm,
    look: ({ tx, input }) =>
      one<{ number: string }>(tx, `select number from ads.facade where road = $1 and unit = $2 and status <> 'done' limit 1`, [
        input.road,
        input.unit,
      ]),
    check: ({ input, found }) => notYet(found !== undefined, `${input.road}${input.unit}已在提升中(${found?.number})`),
  }),
  design: action({
    zh: '提交设计',
    from: 'surveyed',
    to: 'designed',
    by: 'ads.plan',
    tone: 'primary',
    form: { design: files(1, '设计'), hasLighting: flag('含亮化') },
    effects: ({ input }) => ({ set: input }),
  }),
  build: action({
    zh: '登记业主意见并开工',
    from: 'designed',
    to: 'building',
    by: 'ads.plan',
    tone: 'primary',
    form: { consents: rows('业主意见', consent), builder: text('施工单位', { maxLength: 80 }) },
    check: ({ input }) => {
      const agreed = input.consents.filter((c) => c.isAgreed).length
      return first(
        why(input.consents.length === 0, '请登记业主意见'),
        notYet(agreed * 3 < input.consents.length * 2, `${input.consents.length}户中${agreed}户同意,不足三分之二`),
      )
    },
    effects: ({ input }) => ({
      set: { ...input, asked: input.consents.length, agreed: input.consents.filter((c) => c.isAgreed).length },
    }),
  }),
  finish: action({
    zh: '竣工',
    from: 'building',
    to: 'done',
    by: 'ads.check',
    tone: 'primary',
    form: { doneOn: date('竣工日期'), afterPhotos: photos(1, '改造后照片') },
    check: ({ input, now }) => why(input.doneOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input, subject }) => ({ set: { ...input, doneM: Number(subject.lengthM) } }),
  }),
}))
