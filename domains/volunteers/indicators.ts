/** Counted figures of volunteering. */
import { count, indicatorsOf, sum, value } from '#kernel'
import { emergency, programme, session, shift } from './programme.ts'
import { pieceKind } from './service.ts'
import { ledger, team, volunteer } from './team.ts'

const plain = indicatorsOf('volunteers')
const live = { status: ['active', 'due', 'paused'] as const } as const
export const volunteerIndicators = [
  plain('teams', '志愿服务队', '支', value(count(team, { where: live })), '现在在册(含待年审、暂停)的服务队', {
    by: ['kind', 'status'],
  }),
  plain(
    'sub-teams',
    '子级志愿服务队',
    '支',
    value(count(team, { where: live, and: 'r.parent is not null' })),
    '有上级服务队的在册服务队',
    {
      by: ['kind'],
    },
  ),
  plain('registered', '注册志愿者', '名', value(count(volunteer)), '现有注册志愿者', { by: ['team', 'isParty'] }),
  plain('hours', '志愿服务时长', '小时', value(sum(ledger, 'hours', { at: 'dayOn' })), '期内核定的计时与计件折合时长之和', {
    by: ['source', 'team'],
    decimals: 1,
  }),
  plain('hours-all', '志愿服务累计时长', '小时', value(sum(ledger, 'hours')), '核定时长的累计', {
    by: ['source', 'team'],
    decimals: 1,
  }),
  plain(
    'pieces',
    '计件志愿服务',
    '件',
    value(sum(ledger, 'pieces', { at: 'dayOn', where: { source: 'piece' } })),
    '期内核定的计件数',
    {
      by: ['what'],
    },
  ),
  plain('piece-kinds', '计件志愿岗位', '类', value(count(pieceKind, { where: { isOn: true } })), '启用的计件岗位'),
  plain('programmes', '志愿特色项目', '项', value(count(programme, { where: { isFeatured: true } })), '列为特色的志愿服务项目'),
  plain('sessions', '志愿活动', '场', value(count(session, { at: 'heldOn', where: { status: 'held' } })), '期内开展的志愿活动', {
    by: ['programme', 'teamKind'],
  }),
  plain(
    'joined',
    '参与志愿服务',
    '人次',
    value(sum(session, 'joined', { at: 'heldOn', where: { status: 'held' } })),
    '各场活动签到人数之和',
    {
      by: ['programme', 'teamKind'],
    },
  ),
  plain(
    'beneficiaries',
    '志愿服务受益',
    '人次',
    value(sum(session, 'beneficiaries', { at: 'heldOn', where: { status: 'held' } })),
    '各场活动受益人次之和',
    {
      by: ['programme'],
    },
  ),
  plain(
    'emergency-shifts',
    '应急志愿到岗',
    '人次',
    value(count(shift, { at: 'dayOn', where: { status: 'done' } })),
    '期内到岗的应急班次',
    {
      by: ['post', 'branch', 'isParty'],
    },
  ),
  plain('emergencies', '应急志愿响应', '次', value(count(emergency, { at: 'startedOn' })), '期内启动的应急志愿响应'),
]
