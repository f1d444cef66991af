/** 监督执纪“四种形态”: a clue is disposed of, handled by the fitting form, filed only with a second officer's word. Sealed: only the discipline office reads it; a count leaves it. */
import {
  choice,
  date,
  dayText,
  didBefore,
  first,
  flag,
  integer,
  longText,
  person,
  procedure,
  repeated,
  rows,
  say,
  text,
} from '#kernel'
import { disciplineCounted } from '../facts.ts'
import { notYet, why } from '../shared.ts'

export const forms = {
  first: '第一种形态',
  second: '第二种形态',
  third: '第三种形态',
  fourth: '第四种形态',
  none: '未认定',
} as const
export const measures = {
  talk: '谈话提醒',
  criticise: '批评教育',
  admonish: '诫勉谈话',
  selfCheck: '责令检查',
  warning: '党内警告',
  serious: '严重警告',
  transfer: '组织调整',
  removal: '撤销党内职务',
  probation: '留党察看',
  demotion: '重大职务调整',
  expulsion: '开除党籍',
  prosecution: '移送司法机关',
  none: '予以了结',
} as const
/** Which measures belong to which form (监督执纪“四种形态”). */
export const measuresOf: Readonly<Record<keyof typeof forms, readonly (keyof typeof measures)[]>> = {
  first: ['talk', 'criticise', 'admonish', 'selfCheck'],
  second: ['warning', 'serious', 'transfer'],
  third: ['removal', 'probation', 'demotion'],
  fourth: ['expulsion', 'prosecution'],
  none: ['none'],
}
const form = {
  source: choice('来源', {
    letter: '信访举报',
    inspection: '巡察移交',
    audit: '审计移交',
    found: '监督发现',
    transfer: '上级交办',
  }),
  what: longText('反映问题', { maxLength: 4000 }),
  suspects: rows('被反映人', { person: person('人员') }),
  volume: text('卷宗号', { maxLength: 40 }).help('书面材料存纪检卷宗,不上传平台'),
} as const
export const clue = procedure('party.clue', {
  zh: '问题线索(保密)',
  menu: '纪检监督',
  title: 'volume',
  numbering: { prefix: 'XS', per: 'year', digits: 4 },
  help: '保密:只有纪检岗位可读可办,局领导与其他科室看不到;离开纪检的只有计数。第二种形态以上须立案,立案由另一名纪检人员审批。',
  fields: {
    ...form,
    volume: form.volume.unique(),
    persons: integer('人数', { unit: '人' }),
    disposal: choice('处置方式', { talk: '谈话函询', verify: '初步核实', keep: '暂存待查', end: '予以了结' }).optional(),
    finding: longText('核查情况', { maxLength: 4000 }).optional(),
    isFiled: flag('立案'),
    filedOn: date('立案日期').optional(),
    form: choice('形态', forms).optional(),
    measure: choice('处理', measures).optional(),
    decidedOn: date('处理日期').optional(),
    followUp: longText('回访', { maxLength: 1000 }).optional(),
  },
  statuses: {
    received: { zh: '待处置', duty: 'party.discipline', taskZh: '问题线索待处置' },
    checking: { zh: '核查中', duty: 'party.discipline', taskZh: '问题线索核查中' },
    filing: { zh: '立案待批', duty: 'party.discipline', taskZh: '立案待审批' },
    filed: { zh: '已立案', duty: 'party.discipline', taskZh: '立案审查中' },
    decided: { zh: '已处理,待回访', duty: 'party.discipline', taskZh: '处理后待回访' },
    kept: { zh: '暂存待查' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => {
  const counted = (
    subject: { readonly id: string; readonly persons: number; readonly isFiled: boolean },
    on: string,
    form: string,
    measure: string,
  ) => say(disciplineCounted, { key: subject.id, form, measure, persons: subject.persons, isFiled: subject.isFiled, on })
  return {
    receive: action({
      zh: '登记线索',
      from: 'new',
      to: 'received',
      by: 'party.discipline',
      form,
      check: ({ input, actor }) =>
        first(
          why(input.suspects.length === 0, '请填写被反映人'),
          why(repeated(input.suspects.map((s) => s.person)) !== undefined, '被反映人重复'),
          notYet(
            input.suspects.some((s) => s.person === actor.id),
            '反映本人的线索由他人登记',
          ),
        ),
      effects: ({ input }) => ({ set: { persons: input.suspects.length, isFiled: false } }),
    }),
    dispose: action({
      zh: '处置',
      from: ['received', 'kept'],
      to: ({ input }) => ({ talk: 'checking', verify: 'checking', keep: 'kept', end: 'decided' })[input.disposal] as never,
      by: 'party.discipline',
      tone: 'primary',
      form: {
        disposal: choice('处置方式', { talk: '谈话函询', verify: '初步核实', keep: '暂存待查', end: '予以了结' }),
        note: text('理由', { maxLength: 300 }),
      },
      effects: ({ input, subject, now }) =>
        input.disposal === 'end'
          ? {
              set: { disposal: input.disposal, form: 'none', measure: 'none', decidedOn: dayText(now) },
              facts: [counted(subject, dayText(now), 'none', 'none')],
            }
          : { set: { disposal: input.disposal } },
    }),
    askFiling: action({
      zh: '提请立案',
      from: 'checking',
      to: 'filing',
      by: 'party.discipline',
      form: { finding: longText('核查情况', { maxLength: 4000 }) },
      effects: ({ input }) => ({ set: input }),
    }),
    approveFiling: action({
      zh: '审批立案',
      from: 'filing',
      to: ({ input }) => (input.isOk === 'yes' ? 'filed' : 'checking'),
      by: 'party.discipline',
      tone: 'primary',
      form: { isOk: choice('结论', { yes: '同意立案', no: '不同意' }), note: text('意见', { maxLength: 300 }) },
      guard: ({ past, actor }) => notYet(didBefore(past, 'askFiling', actor), '提请人不能审批立案'),
      effects: ({ input, now }) => (input.isOk === 'yes' ? { set: { isFiled: true, filedOn: dayText(now) } } : {}),
    }),
    decide: action({
      zh: '作出处理',
      from: ['checking', 'filed'],
      to: 'decided',
      by: 'party.discipline',
      tone: 'primary',
      form: {
        form: choice('形态', forms),
        measure: choice('处理', measures),
        finding: longText('核查结论', { maxLength: 4000 }),
      },
      check: ({ input, subject }) =>
        first(
          why(!measuresOf[input.form].includes(input.measure), `“${measures[input.measure]}”不属于${forms[input.form]}`),
          notYet(['second', 'third', 'fourth'].includes(input.form) && !subject.isFiled, `${forms[input.form]}须先立案`),
          why(input.form === 'none', '了结请用处置'),
        ),
      effects: ({ input, subject, now }) => ({
        set: { ...input, decidedOn: dayText(now) },
        facts: [counted(subject, dayText(now), input.form, input.measure)],
      }),
    }),
    close: action({
      zh: '回访办结',
      from: 'decided',
      to: 'closed',
      by: 'party.discipline',
      tone: 'primary',
      form: { followUp: longText('回访', { maxLength: 1000 }) },
      effects: ({ input }) => ({ set: input }),
    }),
  }
})
