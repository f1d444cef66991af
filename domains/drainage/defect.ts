/** 管网检测与病害: a pipe looked at by camera, its defects graded by CJJ 181, each mended by the method its grade asks for. */
import { choice, date, dayText, files, integer, longText, money, number, one, procedure, ref, rows, say, text } from '#kernel'
import { defectFixed, pipeSurveyed } from './facts.ts'
import { notSelf, why } from './shared.ts'
import { type DefectCode, defectCodes, defectKinds, kindOfCode, methods, methodsOf, places, trenchless } from './words.ts'

const defectLine = {
  code: choice('缺陷', defectCodes),
  grade: integer('等级', { min: 1, max: 4 }),
  atM: number('距起点', { unit: '米', min: 0 }),
  note: text('说明', { maxLength: 100 }).optional(),
} as const
const surveyForm = {
  batch: text('批次', { maxLength: 60 }),
  pipe: ref('管段', 'drainage.pipe'),
  method: choice('方法', { cctv: 'CCTV', qv: '潜望镜(QV)', sonar: '声呐', walk: '人工进入' }),
  siltPercent: integer('淤积深度占管径', { unit: '%', min: 0, max: 100 }),
  defects: rows('缺陷', defectLine),
  video: files(1, '检测影像'),
  doneOn: date('检测日期'),
} as const
export const survey = procedure('drainage.survey', {
  zh: '管网检测摸排',
  menu: '排水管网',
  title: 'code',
  numbering: { prefix: 'JG', per: 'year', digits: 5 },
  help: '缺陷代码与等级按 CJJ 181-2012;审核后管段记检测日期,每个缺陷自动立病害单;同一批次一段只计一次。',
  uniqueTogether: [['batch', 'pipe']],
  fields: {
    ...surveyForm,
    batch: surveyForm.batch.searchable(),
    code: text('管段编号', { maxLength: 30 }).searchable(),
    zone: ref('片区', 'drainage.zone'),
    place: choice('范围', places),
    lengthM: number('长度', { unit: '米' }),
    defectCount: integer('缺陷', { unit: '处' }),
    opinion: longText('退回意见', { maxLength: 300 }).optional(),
  },
  statuses: {
    filed: { zh: '待审核', duty: 'drainage.verify', taskZh: '管网检测成果待审核' },
    accepted: { zh: '已审核', kind: 'final' },
    refused: { zh: '退回重测', kind: 'final' },
  },
}).actions((action) => ({
  file: action({
    zh: '报检测成果',
    from: 'new',
    to: 'filed',
    by: 'drainage.run',
    form: surveyForm,
    look: ({ tx, input }) =>
      one<{ code: string; zone: string; place: keyof typeof places; lengthM: number }>(
        tx,
        'select code, zone, place, length_m::float8 as "lengthM" from drainage.pipe where id = $1 and retired_at is null',
        [input.pipe],
      ),
    check: ({ input, found, now }) =>
      why(!found, '没有这段管道') ??
      why(input.doneOn > dayText(now), '检测日期不能晚于今天') ??
      why(
        input.defects.some((d) => d.atM > (found?.lengthM ?? 0)),
        `缺陷位置超出管长${found?.lengthM}米`,
      ),
    effects: ({ input, found }) => ({
      set: {
        code: found?.code ?? '',
        zone: found?.zone ?? input.pipe,
        place: found?.place ?? 'road',
        lengthM: found?.lengthM ?? 0,
        defectCount: input.defects.length,
      },
    }),
  }),
  accept: action({
    zh: '审核通过',
    from: 'filed',
    to: 'accepted',
    by: 'drainage.verify',
    tone: 'primary',
    effects: ({ subject: s }) => ({
      facts: [
        say(pipeSurveyed, {
          survey: s.id,
          number: s.number,
          pipe: s.pipe,
          on: s.doneOn,
          place: s.code,
          defects: s.defects.map((d) => ({ ...d })),
        }),
      ],
    }),
  }),
  refuse: action({
    zh: '退回重测',
    from: 'filed',
    to: 'refused',
    by: 'drainage.verify',
    tone: 'danger',
    form: { opinion: longText('意见', { maxLength: 300 }) },
    effects: ({ input, subject }) => ({
      set: { opinion: input.opinion, batch: `${subject.batch}(退回${subject.number})`.slice(0, 60) },
    }),
  }),
}))

const defectForm = {
  pipe: ref('管段', 'drainage.pipe'),
  place: text('具体位置', { maxLength: 120 }),
  code: choice('缺陷', defectCodes),
  grade: integer('等级', { min: 1, max: 4 }),
  atM: number('距起点', { unit: '米', min: 0 }),
  note: text('说明', { maxLength: 100 }).optional(),
} as const
export const defect = procedure('drainage.defect', {
  zh: '管网病害点',
  menu: '排水管网',
  title: 'place',
  numbering: { prefix: 'BH', per: 'year', digits: 5 },
  leadingClock: 'repair',
  help: '轻微(参数:2级及以下)用非开挖,更重的开挖,反之须写明理由;雨污混接封堵改接;修复后须有影像,由另一人验收。',
  fields: {
    ...defectForm,
    place: defectForm.place.searchable(),
    survey: ref('检测', 'drainage.survey').optional(),
    kind: choice('类别', defectKinds),
    weight: choice('程度', { light: '轻微', heavy: '严重' }),
    method: choice('修复方式', methods).optional(),
    isTrenchless: choice('非开挖', { yes: '是', no: '否' }).optional(),
    contractor: text('施工单位', { maxLength: 80 }).optional(),
    methodReason: text('方式理由', { maxLength: 200 }).optional(),
    metres: number('修复长度', { unit: '米' }).optional(),
    costFen: money('费用').optional(),
    video: files(0, '修复后影像').optional(),
    fixedOn: date('修复日期').optional(),
    opinion: longText('验收意见', { maxLength: 300 }).optional(),
  },
  clocks: { repair: { zh: '修复', limit: { value: 60, unit: 'natural_day' }, basis: '本局排水设施养护管理办法(示例)' } },
  statuses: {
    found: { zh: '待派修', duty: 'drainage.manage', taskZh: '管网病害待派修' },
    assigned: { zh: '修复中', duty: 'drainage.run', taskZh: '管网病害待修复' },
    fixed: { zh: '待验收', duty: 'drainage.verify', taskZh: '管网修复待验收' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记病害',
    from: 'new',
    to: 'found',
    by: 'drainage.report',
    form: { ...defectForm, survey: ref('检测', 'drainage.survey', { isGiven: true }).optional() },
    check: ({ input }) => why(input.code === 'HJ' && !input.note, '雨污混接须写明何处接入何处'),
    effects: ({ input, parameter }) => ({
      set: {
        kind: kindOfCode(input.code as DefectCode),
        weight: input.grade <= parameter('drainage.light-grade') ? 'light' : 'heavy',
      },
      clocks: [{ clock: 'repair', do: 'start' }],
    }),
  }),
  assign: action({
    zh: '定方式、派修',
    from: 'found',
    to: 'assigned',
    by: 'drainage.manage',
    tone: 'primary',
    form: {
      method: choice('修复方式', methods),
      contractor: text('施工单位', { maxLength: 80 }),
      methodReason: text('方式理由', { maxLength: 200 }).optional().help('轻微而开挖、严重而非开挖的须写明'),
    },
    check: ({ input, subject }) => {
      const isDug = input.method === 'excavate'
      const isUnusual = subject.kind === 'structural' && isDug !== (subject.weight === 'heavy')
      return (
        why(!methodsOf[subject.kind].includes(input.method), `${defectKinds[subject.kind]}不用${methods[input.method]}`) ??
        why(isUnusual && !input.methodReason, isDug ? '轻微病害用开挖的须写明理由' : '严重病害用非开挖的须写明理由')
      )
    },
    effects: ({ input }) => ({ set: { ...input, isTrenchless: trenchless.includes(input.method) ? 'yes' : 'no' } }),
  }),
  fix: action({
    zh: '修复完成',
    from: 'assigned',
    to: 'fixed',
    by: 'drainage.run',
    tone: 'primary',
    form: { metres: number('修复长度', { unit: '米', min: 0.1 }), costFen: money('费用'), video: files(1, '修复后影像') },
    effects: ({ input, now }) => ({ set: { ...input, fixedOn: dayText(now) }, clocks: [{ clock: 'repair', do: 'stop' }] }),
  }),
  check: action({
    zh: '验收',
    from: 'fixed',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'assigned'),
    by: 'drainage.verify',
    tone: 'primary',
    form: {
      isOk: choice('结果', { yes: '合格销号', no: '不合格返修' }),
      opinion: longText('意见', { maxLength: 300 }).optional(),
    },
    guard: ({ actor, past }) => notSelf(past, 'fix', actor, '修复人不能验收自己的修复'),
    check: ({ input }) => why(input.isOk === 'no' && !input.opinion, '不合格须写明意见'),
    effects: ({ input, subject }) =>
      input.isOk === 'yes'
        ? {
            set: { opinion: input.opinion },
            facts: [
              say(defectFixed, {
                pipe: subject.pipe,
                method: subject.method ?? '',
                on: subject.fixedOn ?? '',
                number: subject.number,
              }),
            ],
          }
        : { set: { opinion: input.opinion, fixedOn: null }, clocks: [{ clock: 'repair', do: 'start' }] },
  }),
}))
