/** 生活垃圾排查整治: a place where waste was dumped or buried, cleared by weight, traced to who did it, and its surroundings looked at for the like. */
import { penaltyWanted } from '#catalogue/facts.ts'
import { choice, date, dayText, first, integer, longText, number, one, photos, procedure, rows, say, text } from '#kernel'
import { notYet, why } from './shared.ts'

const wastes = { household: '生活垃圾', building: '建筑垃圾', industrial: '一般工业固废', mixed: '混合垃圾' } as const
const form = {
  place: text('点位', { maxLength: 120 }),
  kind: choice('情形', { dumped: '露天堆放', buried: '非正规填埋', water: '水体岸坡' }),
  waste: choice('垃圾', wastes),
  amountT: number('估算量', { unit: '吨', min: 0.01 }),
  source: text('来源', { maxLength: 120 }).optional(),
  campaign: text('行动(批次)', { maxLength: 60 }),
  dueOn: date('整治期限'),
} as const
const nearLine = {
  place: text('举一反三排查处', { maxLength: 80 }),
  result: choice('结果', { none: '未发现', found: '发现同类' }),
} as const
export const dump = procedure('disposal.dump', {
  zh: '生活垃圾排查点位',
  menu: '排查整治',
  title: 'place',
  numbering: { prefix: 'PC', per: 'year', digits: 4 },
  leadingClock: 'clear',
  help: '清运按磅单核定,责任不清的写明追查结果,周边至少排查三处(举一反三),由另一人复核销号。',
  fields: {
    ...form,
    place: form.place.searchable(),
    campaign: form.campaign.searchable(),
    foundPhotos: photos(0, '发现时').optional(),
    clearedT: number('已清运', { unit: '吨' }),
    tickets: longText('磅单', { maxLength: 400 }).optional(),
    party: text('责任人', { maxLength: 80 }).optional(),
    traced: longText('追查结果', { maxLength: 300 }).optional(),
    near: rows('举一反三', nearLine).optional(),
    nearFound: integer('周边发现', { unit: '处' }).optional(),
    afterPhotos: photos(0, '整治后').optional(),
    penaltyNumber: text('处罚案件', { maxLength: 40 }).optional(),
  },
  clocks: { clear: { zh: '整治', limit: { value: 30, unit: 'natural_day' }, basis: '本局生活垃圾排查整治方案(示例)' } },
  statuses: {
    found: { zh: '待整治', duty: 'disposal.street', taskZh: '垃圾点位待整治' },
    cleared: { zh: '待复核', duty: 'disposal.supervise', taskZh: '垃圾点位待复核' },
    closed: { zh: '已销号', kind: 'final' },
    unfounded: { zh: '不属实', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记点位',
    from: 'new',
    to: 'found',
    by: 'disposal.report',
    form: { ...form, foundPhotos: photos(1, '现场照片') },
    check: ({ input, now }) => why(input.dueOn < dayText(now), '期限不能早于今天'),
    effects: ({ input }) => ({
      set: { clearedT: 0 },
      clocks: [{ clock: 'clear', do: 'start', dueAt: new Date(`${input.dueOn}T16:00:00Z`) }],
    }),
  }),
  carry: action({
    zh: '登记清运',
    from: 'found',
    to: 'same',
    by: 'disposal.street',
    tone: 'primary',
    form: { ticket: text('磅单号', { maxLength: 60 }) },
    look: async ({ tx, input, subject }) => ({
      ticket: await one<{ t: number; status: string }>(
        tx,
        'select net_t::float8 as t, status from sanitation.ticket where ticket = $1',
        [input.ticket],
      ),
      isUsed: Boolean(
        await one(tx, `select 1 as n from disposal.dump where id <> $1 and tickets like '%' || $2 || '(%'`, [
          subject.id,
          input.ticket,
        ]),
      ),
    }),
    check: ({ found, subject, input }) =>
      first(
        why(!found.ticket, '没有这张磅单'),
        why(found.ticket?.status !== 'accepted', '磅单待核或已作废'),
        why(found.isUsed || (subject.tickets ?? '').includes(`${input.ticket}(`), '磅单已登记过'),
      ),
    effects: ({ found, subject, input }) => {
      const t = found.ticket?.t ?? 0
      return {
        set: {
          clearedT: Math.round((subject.clearedT + t) * 1000) / 1000,
          tickets: [subject.tickets, `${input.ticket}(${t}吨)`].filter(Boolean).join('、').slice(0, 400),
        },
      }
    },
  }),
  trace: action({
    zh: '追查责任',
    from: 'found',
    to: 'same',
    by: 'disposal.street',
    form: {
      party: text('责任人', { maxLength: 80 }).optional(),
      partyCode: text('证件(统一社会信用代码)', { maxLength: 30 }).optional(),
      partyKind: choice('责任人类型', { person: '个人', org: '单位' }),
      traced: longText('追查结果', { maxLength: 300 }),
    },
    check: ({ input }) => why(Boolean(input.party) && !input.partyCode, '查明责任人的须填证件或统一社会信用代码'),
    effects: ({ input, subject, now }) => ({
      set: { party: input.party, traced: input.traced },
      facts: input.party
        ? [
            say(penaltyWanted, {
              sourceType: 'disposal.dump',
              sourceId: subject.id,
              topic: 'sorting',
              lawCode: 'V19',
              partyName: input.party,
              partyCode: input.partyCode ?? '',
              partyKind: input.partyKind,
              happenedOn: dayText(now),
              address: subject.place,
              description: `${subject.place}倾倒、堆放垃圾约${subject.amountT}吨;${input.traced}`.slice(0, 900),
              lon: subject.lon,
              lat: subject.lat,
              areaCode: subject.areaCode,
            }),
          ]
        : [],
    }),
  }),
  noteCase: action({
    zh: '处罚已立案',
    from: ['found', 'cleared', 'closed'],
    to: 'same',
    by: 'system',
    help: '销号后也可能立案',
    form: { penaltyNumber: text('处罚案件', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  clear: action({
    zh: '整治完成',
    from: 'found',
    to: 'cleared',
    by: 'disposal.street',
    tone: 'primary',
    form: { near: rows('举一反三', nearLine), afterPhotos: photos(1, '整治后照片') },
    check: ({ input, subject }) =>
      first(
        notYet(subject.clearedT <= 0, '还没有登记清运磅单'),
        notYet(!subject.traced, '请先登记追查结果'),
        why(new Set(input.near.map((n) => n.place)).size < 3, '周边至少排查三处'),
      ),
    effects: ({ input }) => ({
      set: { ...input, nearFound: input.near.filter((n) => n.result === 'found').length },
      clocks: [{ clock: 'clear', do: 'stop' }],
    }),
  }),
  close: action({
    zh: '复核',
    from: 'cleared',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'found'),
    by: 'disposal.supervise',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '销号', no: '不合格' }) },
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'clear' && p.actorId !== null && p.actorId === actor.id),
        '整治人不能复核自己的整治',
      ),
    effects: ({ input }) => ({ clocks: input.isOk === 'yes' ? [] : [{ clock: 'clear', do: 'start' }] }),
  }),
  dismiss: action({
    zh: '不属实',
    from: 'found',
    to: 'unfounded',
    by: 'disposal.supervise',
    tone: 'danger',
    form: { traced: longText('核实情况', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { traced: input.traced }, clocks: [{ clock: 'clear', do: 'cancel' }] }),
  }),
}))
