/** 考核方案: items with weights, versioned by year. Once published it is never edited: another version takes its place from a day on. */
import {
  choice,
  date,
  figure,
  first,
  flag,
  integer,
  json,
  longText,
  many,
  number,
  one,
  procedure,
  ref,
  refuse,
  type Tx,
  text,
} from '#kernel'
import { exposures, itemKinds, levels, scorings } from './contract.ts'
import { itemsOfSet, missingOf, nationalSets, setNames } from './national.ts'
import { canonical, type Item, parseBands, sha256 } from './scoring.ts'
import { why } from './shared.ts'

const itemForm = {
  code: text('编码', { maxLength: 20 }),
  name: text('考核项', { maxLength: 100 }).searchable(),
  kind: choice('种类', itemKinds),
  full: number('满分(权重)', { min: 0, max: 100 }),
  clause: text('办法条款', { maxLength: 200 }),
  indicator: figure('取数指标').optional().help('数据由平台按期、按街道计算'),
  scoring: choice('计分方式', scorings).optional(),
  target: number('满分值').optional(),
  zeroAt: number('零分值').optional().help('大于满分值即越少越好'),
  bands: text('分档', { maxLength: 300 }).optional().help('如 95:100,90:80,0:0:达到95得满分,达到90得八成'),
  isFewerBetter: flag('越少越好').optional(),
  perUnit: number('每单位加(扣)分', { min: 0 }).optional(),
  cap: number('加(扣)分上限', { min: 0 }).optional(),
  exposure: choice('对照排名按此折算', exposures).optional(),
  mergeLevel: choice('并入的考核级别', levels).optional(),
} as const
const columns = `code, name, kind, full_::float8 as full, clause, indicator, scoring, target::float8 as target, zero_at::float8 as "zeroAt", bands,
  coalesce(is_fewer_better, false) as "isFewerBetter", per_unit::float8 as "perUnit", cap::float8 as cap, coalesce(exposure, 'none') as exposure, merge_level as "mergeLevel"`
/** Items of a scheme as they stand; a published scheme has them frozen in its row. */
export const itemsOf = (tx: Tx, scheme: string): Promise<readonly Item[]> =>
  many<Item>(tx, `select ${columns} from evaluation.item where parent_id = $1 and status = 'kept' order by code`, [scheme])

type ItemInput = Partial<Item> & Pick<Item, 'kind' | 'full' | 'code'>
const itemRefusal = (i: ItemInput, isKnownIndicator: boolean) =>
  first(
    why(i.kind !== 'merge' && !i.indicator, '请填写取数指标'),
    why(Boolean(i.indicator) && !isKnownIndicator, `没有编号为“${i.indicator}”的指标`),
    why((i.kind === 'score' || i.kind === 'merge') && i.full <= 0, '计分项与并入项须有满分'),
    why(i.kind === 'merge' && !i.mergeLevel, '并入项须写明并入哪一级的考核结果'),
    why(i.kind === 'score' && !i.scoring, '请选择计分方式'),
    why(
      i.kind === 'score' && i.scoring === 'linear' && (i.target == null || i.zeroAt == null || i.target === i.zeroAt),
      '线性计分须填写不相等的满分值与零分值',
    ),
    why(
      i.scoring === 'band' &&
        (parseBands(i.bands ?? null).length === 0 ||
          parseBands(i.bands ?? null).some((b) => !(b.share >= 0 && b.share <= 100) || Number.isNaN(b.at))),
      '分档应写作“值:得分百分比”,用逗号分开,百分比在0至100之间',
    ),
    why((i.kind === 'deduct' || i.kind === 'bonus') && (i.perUnit == null || i.cap == null), '加扣分项须填写每单位分值与上限'),
  )

export const itemProcedure = procedure('evaluation.item', {
  isCommon: true,
  zh: '考核项',
  menu: '考核评价',
  numbering: { prefix: 'KX', per: 'year', digits: 5 },
  title: 'name',
  fields: itemForm,
  statuses: { kept: { zh: '有效' }, removed: { zh: '已删除', kind: 'final' } },
}).actions((action) => ({
  add: action({ zh: '加入', from: 'new', to: 'kept', by: 'system', form: itemForm }),
  remove: action({
    zh: '从草案中删除',
    from: 'kept',
    to: 'removed',
    by: 'evaluation.manage',
    tone: 'danger',
    look: async ({ tx, subject }) =>
      one<{ status: string }>(tx, 'select status from evaluation.scheme where id = $1', [subject.parentId]),
    check: ({ found }) => why(found?.status !== 'draft', '方案已发布,不得改动;请另拟修订版'),
  }),
}))

export const schemeProcedure = procedure('evaluation.scheme', {
  isCommon: true,
  zh: '考核方案',
  menu: '考核评价',
  numbering: { prefix: 'FA', per: 'year', digits: 3 },
  title: 'name',
  help: '发布后不得改动;改权重即另出一版,已公布的考核一概不变',
  fields: {
    name: text('名称', { maxLength: 100 }).searchable(),
    year: integer('年度', { min: 2000, max: 2100 }),
    level: choice('级别', levels),
    basis: text('依据文件', { maxLength: 200 }).optional(),
    replaces: ref('修订自', 'evaluation.scheme').optional(),
    reason: longText('修订理由', { maxLength: 2000 }).optional(),
    revision: integer('版次', { min: 1 }).optional(),
    validFrom: date('施行日').optional(),
    validTo: date('停用日').optional(),
    items: json<readonly Item[]>('考核项(发布时冻结)').optional(),
    sha256: text('内容摘要', { maxLength: 64 }).optional(),
  },
  statuses: {
    draft: { zh: '草案', duty: 'evaluation.manage', taskZh: '方案待完善发布' },
    published: { zh: '已发布' },
    superseded: { zh: '已停用', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '拟定方案',
    from: 'new',
    to: 'draft',
    by: 'evaluation.manage',
    form: {
      name: text('名称', { maxLength: 100 }),
      year: integer('年度', { min: 2000, max: 2100 }),
      level: choice('级别', levels),
      basis: text('依据文件', { maxLength: 200 }),
    },
  }),
  adopt: action({
    zh: '采用国家标准考核集',
    from: 'new',
    to: 'draft',
    by: 'evaluation.manage',
    help: '照标准的一级指标列出考核项,取平台已有的数;权重由本局核定。平台没有数的项不列入,补足100分后方可发布。',
    form: {
      set: choice('考核集', setNames),
      name: text('名称', { maxLength: 100 }),
      year: integer('年度', { min: 2000, max: 2100 }),
      level: choice('级别', levels),
    },
    effects: ({ input }) => {
      const missing = missingOf(input.set)
      return {
        set: {
          name: input.name,
          year: input.year,
          level: input.level,
          basis: nationalSets[input.set].standard,
          reason: missing.length > 0 ? `平台暂无数、待本局指定指标后加入:${missing.join('、')}` : null,
        },
        spawn: itemsOfSet(input.set).map((item) => ({ procedure: 'evaluation.item', input: item })),
      }
    },
  }),
  revise: action({
    zh: '修订(复制一版)',
    from: 'new',
    to: 'draft',
    by: 'evaluation.manage',
    form: {
      replaces: ref('修订自', 'evaluation.scheme'),
      name: text('名称', { maxLength: 100 }),
      year: integer('年度', { min: 2000, max: 2100 }),
      reason: longText('修订理由', { maxLength: 2000 }),
    },
    look: async ({ tx, input }) => ({
      scheme: await one<{ level: keyof typeof levels; status: string; basis: string | null }>(
        tx,
        'select level, status, basis from evaluation.scheme where id = $1',
        [input.replaces],
      ),
      items: await itemsOf(tx, input.replaces),
    }),
    check: ({ found }) => why(!found.scheme || found.scheme.status === 'draft', '只能修订已经发布的方案;草案可以直接改'),
    effects: ({ found }) => ({
      set: { level: found.scheme?.level ?? 'district', basis: found.scheme?.basis ?? null },
      spawn: found.items.map((item) => ({ procedure: 'evaluation.item', input: { ...item } })),
    }),
  }),
  addItem: action({
    zh: '加考核项',
    from: 'draft',
    to: 'same',
    by: 'evaluation.manage',
    tone: 'primary',
    form: itemForm,
    look: async ({ tx, subject, input, kernel }) => ({
      items: await itemsOf(tx, subject.id),
      isKnown: kernel.indicators.some((i) => i.id === input.indicator),
    }),
    check: ({ found, input }) =>
      first(
        why(
          found.items.some((i) => i.code === input.code),
          `编码${input.code}已经有了`,
        ),
        itemRefusal(input as ItemInput, found.isKnown),
      ),
    effects: ({ input }) => ({ spawn: [{ procedure: 'evaluation.item', input }] }),
  }),
  publish: action({
    zh: '发布施行',
    from: 'draft',
    to: 'published',
    by: 'evaluation.publish',
    help: '计分项与并入项满分合计须为100分;同年同级同时只能有一版有效',
    form: { validFrom: date('施行日') },
    look: async ({ tx, subject }) => ({
      items: await itemsOf(tx, subject.id),
      rival: await one<{ number: string; revision: number }>(
        tx,
        `select number, revision from evaluation.scheme where year = $1 and level = $2 and status = 'published' and id <> $3 limit 1`,
        [subject.year, subject.level, subject.id],
      ),
      last: await one<{ n: number; until: string | null }>(
        tx,
        `select coalesce(max(revision), 0)::int as n, max(valid_to)::text as until from evaluation.scheme where year = $1 and level = $2 and id <> $3`,
        [subject.year, subject.level, subject.id],
      ),
    }),
    check: ({ found, input }) => {
      const sum = found.items.filter((i) => i.kind === 'score' || i.kind === 'merge').reduce((n, i) => n + i.full, 0)
      return first(
        Math.abs(sum - 100) > 1e-9 ? refuse('evaluation.weights', { sum }) : undefined,
        why(
          found.rival !== undefined,
          `同年同级已有施行中的方案${found.rival?.number ?? ''}第${found.rival?.revision ?? ''}版,请先停用`,
        ),
        why(input.validFrom < (found.last?.until ?? ''), `施行日不能早于上一版停用日${found.last?.until ?? ''}`),
      )
    },
    effects: ({ found, input }) => ({
      set: {
        validFrom: input.validFrom,
        items: found.items,
        revision: (found.last?.n ?? 0) + 1,
        sha256: sha256(canonical(found.items)),
      },
    }),
  }),
  supersede: action({
    zh: '停用',
    from: 'published',
    to: 'superseded',
    by: 'evaluation.publish',
    tone: 'danger',
    form: { validTo: date('停用日'), reason: longText('理由', { maxLength: 2000 }) },
    check: ({ input, subject }) => why(input.validTo < (subject.validFrom ?? ''), `停用日不能早于施行日${subject.validFrom}`),
    effects: ({ input }) => ({ set: { validTo: input.validTo } }),
  }),
}))
