/** Counted figures of reports and publicity. */
import { count, indicator, ratio, sum, value } from '#kernel'
import { account, article, postProcedure } from './press.ts'
import { reportProcedure } from './report.ts'

export const reportIndicators = [
  indicator('reports.articles', {
    zh: '媒体刊发稿件',
    unit: '篇',
    decimals: 0,
    definition: '统计期内刊发、未撤稿的稿件,按刊发日期;可按媒体级别分',
    of: value(count(article, { at: 'publishedOn', and: 'coalesce(r.is_withdrawn, false) = false' })),
    by: ['level', 'month'],
  }),
  indicator('reports.posts', {
    zh: '新媒体发文',
    unit: '篇',
    decimals: 0,
    definition: '统计期内发布的发文(含之后撤下的),可按账号分',
    of: value(count(postProcedure, { at: 'publishedAt' })),
    by: ['account', 'unitId'],
  }),
  indicator('reports.reads', {
    zh: '新媒体阅读量',
    unit: '次',
    decimals: 0,
    definition: '统计期内发布的发文至今的阅读量之和',
    of: value(sum(postProcedure, 'reads', { at: 'publishedAt' })),
    by: ['account', 'unitId'],
  }),
  indicator('reports.comment-answer-rate', {
    zh: '留言回复率',
    unit: '%',
    decimals: 1,
    definition: '统计期内发布的发文:已回复留言 ÷ 留言',
    of: ratio(sum(postProcedure, 'answered', { at: 'publishedAt' }), sum(postProcedure, 'comments', { at: 'publishedAt' })),
    by: ['account', 'unitId'],
  }),
  indicator('reports.stale-accounts', {
    zh: '久未更新账号',
    unit: '个',
    decimals: 0,
    definition: '现在超过该账号约定天数没有发文的账号',
    of: value(
      count(account, {
        and: `not exists (select 1 from reports.post p where p.district = r.district and p.account = r.id and p.published_at > now() - r.duty_days * interval '1 day')`,
      }),
    ),
    by: ['unit', 'kind'],
  }),
  indicator('reports.published', {
    zh: '发布总结通报',
    unit: '份',
    decimals: 0,
    definition: '统计期内批准发布的总结、计划、通报',
    of: value(count(reportProcedure, { at: 'publishedAt' })),
    by: ['kind'],
  }),
  indicator('reports.corrected', {
    zh: '发布后更正',
    unit: '份',
    decimals: 0,
    definition: '统计期内发布、之后数据有变动而更正的',
    of: value(count(reportProcedure, { at: 'publishedAt', where: { status: 'corrected' } })),
  }),
]
