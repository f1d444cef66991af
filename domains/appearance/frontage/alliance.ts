/** 自治联盟与商街自治: one shape; members, a convention, an elected head, a rota, mutual checks, meetings. */
import {
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  longText,
  many,
  one,
  photos,
  procedure,
  record,
  ref,
  register,
  repeated,
  rows,
  say,
  text,
} from '#kernel'
import { checkVoided, shopChecked } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { allianceKinds, duties } from '../words.ts'

export const member = register('appearance.member', {
  zh: '联盟成员',
  menu: '自治联盟',
  title: 'role',
  fields: {
    alliance: ref('联盟(商街)', 'appearance.alliance'),
    shop: ref('商户', 'grid.shop'),
    role: text('职务(分工)', { maxLength: 40 }),
    joinedOn: date('加入日期'),
  },
  uniqueTogether: [['alliance', 'shop']],
})
export const meeting = record('appearance.alliance-meeting', {
  zh: '联盟会议与走访',
  menu: '自治联盟',
  title: 'topic',
  fields: {
    alliance: ref('联盟(商街)', 'appearance.alliance'),
    kind: choice('类别', { meeting: '联盟会议', visit: '镇街走访' }),
    topic: text('议题', { maxLength: 100 }).searchable(),
    heldOn: date('日期'),
    people: integer('参加', { unit: '人', min: 1 }),
    notes: longText('记录', { maxLength: 2000 }),
  },
})
const form = {
  name: text('名称', { maxLength: 80 }),
  kind: choice('类别', allianceKinds),
  road: text('道路(商街)', { maxLength: 80 }),
  convention: longText('自治公约', { maxLength: 4000 }),
  foundedOn: date('成立日期'),
} as const
const weekdays = { '1': '周一', '2': '周二', '3': '周三', '4': '周四', '5': '周五', '6': '周六', '0': '周日' } as const
const membersOf = async (tx: Parameters<typeof many>[0], id: string): Promise<readonly string[]> =>
  (await many<{ shop: string }>(tx, 'select shop from appearance.member where alliance = $1 and retired_at is null', [id])).map(
    (m) => m.shop,
  )
export const alliance = procedure('appearance.alliance', {
  zh: '自治联盟(商街自治)',
  menu: '自治联盟',
  title: 'name',
  numbering: { prefix: 'LM', per: 'year', digits: 3 },
  help: '成立 → 成员加入 → 全体投票选盟主(理事会) → 轮值表 → 互查。到会票数过半数成员才有效。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    chief: ref('盟主(理事长)商户', 'grid.shop').optional(),
    council: rows('选举结果', { shop: ref('商户', 'grid.shop'), votes: integer('得票', { unit: '票', min: 0 }) }).optional(),
    electedOn: date('选举日期').optional(),
    rota: rows('轮值表', { day: choice('星期', weekdays), shop: ref('轮值商户', 'grid.shop') }).optional(),
  },
  statuses: { founded: { zh: '筹备' }, running: { zh: '运行' }, dissolved: { zh: '已解散', kind: 'final' } },
}).actions((action) => ({
  found: action({ zh: '成立', from: 'new', to: 'founded', by: 'appearance.town', form }),
  elect: action({
    zh: '选举盟主(理事会)',
    from: ['founded', 'running'],
    to: 'running',
    by: 'appearance.town',
    tone: 'primary',
    form: {
      council: rows('得票', { shop: ref('商户', 'grid.shop'), votes: integer('得票', { unit: '票', min: 0 }) }),
      electedOn: date('选举日期'),
    },
    look: ({ tx, subject }) => membersOf(tx, subject.id),
    check: ({ input, found, now }) => {
      const votes = input.council.reduce((n, c) => n + c.votes, 0)
      const sorted = input.council.map((c) => c.votes).sort((a, b) => b - a)
      return first(
        why(input.electedOn > dayText(now), '日期不能晚于今天'),
        why(input.council.length === 0 || Boolean(repeated(input.council.map((c) => c.shop))), '候选人不能为空或重复'),
        why(
          input.council.some((c) => !found.includes(c.shop)),
          '候选人须是成员',
        ),
        why(votes > found.length, `票数${votes}多于成员${found.length}`),
        notYet(votes * 2 <= found.length, `到会${votes}票,未过成员${found.length}的半数`),
        notYet(sorted[0] === sorted[1], '得票相同,须再选'),
      )
    },
    effects: ({ input }) => ({
      set: { ...input, chief: [...input.council].sort((a, b) => b.votes - a.votes)[0]?.shop ?? null },
    }),
  }),
  plan: action({
    zh: '排定轮值',
    from: 'running',
    to: 'same',
    by: 'appearance.town',
    form: { rota: rows('轮值表', { day: choice('星期', weekdays), shop: ref('轮值商户', 'grid.shop') }) },
    look: ({ tx, subject }) => membersOf(tx, subject.id),
    check: ({ input, found }) =>
      first(
        why(
          input.rota.some((r) => !found.includes(r.shop)),
          '轮值商户须是成员',
        ),
        why(Boolean(repeated(input.rota.map((r) => r.day))), '同一天只能一家轮值'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  dissolve: action({
    zh: '解散',
    from: ['founded', 'running'],
    to: 'dissolved',
    by: 'appearance.town',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
const mutualForm = {
  alliance: ref('联盟(商街)', 'appearance.alliance'),
  dutyShop: ref('轮值商户', 'grid.shop'),
  shop: ref('被查商户', 'grid.shop'),
  checkedOn: date('日期'),
  isOk: flag('合格'),
  duty: choice('责任', duties),
  what: text('问题', { maxLength: 200 }).optional(),
  photos: photos(1, '照片'),
} as const
export const mutual = procedure('appearance.mutual', {
  zh: '联盟互查',
  menu: '自治联盟',
  title: 'checkedOn',
  numbering: { prefix: 'HC', per: 'day', digits: 4 },
  help: '当天轮值的商户查其他成员;不合格的告知被查商户自行整改。',
  fields: mutualForm,
  statuses: { done: { zh: '已登记' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  check: action({
    zh: '登记互查',
    from: 'new',
    to: 'done',
    by: 'appearance.town',
    form: mutualForm,
    look: async ({ tx, input }) => ({
      members: await membersOf(tx, input.alliance),
      alliance: await one<{ rota: readonly { day: string; shop: string }[] | null }>(
        tx,
        `select rota from appearance.alliance where id = $1 and status = 'running'`,
        [input.alliance],
      ),
    }),
    check: ({ input, found, now }) => {
      const day = String(new Date(`${input.checkedOn}T00:00:00Z`).getUTCDay())
      const onDuty = found.alliance?.rota?.find((r) => r.day === day)?.shop
      return first(
        why(input.checkedOn > dayText(now), '日期不能晚于今天'),
        why(!found.alliance, '联盟没有运行'),
        why(!found.members.includes(input.shop), '被查商户不是成员'),
        why(input.shop === input.dutyShop, '不能查自己'),
        why(onDuty !== input.dutyShop, '当天不是这家轮值'),
        why(!input.isOk && !input.what, '不合格的须写明问题'),
      )
    },
    effects: ({ input, subject }) => ({
      facts: input.isOk
        ? []
        : [
            say(shopChecked, {
              source: 'alliance',
              sourceId: subject.id,
              shop: input.shop,
              agreement: null,
              on: input.checkedOn,
              photos: [...input.photos],
              items: [{ key: '0', duty: input.duty, what: input.what ?? '' }],
              lon: subject.lon,
              lat: subject.lat,
              areaCode: subject.areaCode,
            }),
          ],
    }),
  }),
  discard: action({
    zh: '作废',
    from: 'done',
    to: 'void',
    by: 'appearance.manage',
    tone: 'danger',
    help: '由这次互查告知商户、还没有办结的问题一并作为误报撤回',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: ({ input, subject }) => ({ facts: [say(checkVoided, { sourceId: subject.id, reason: input.reason })] }),
  }),
}))
