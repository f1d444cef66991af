/** 政务大厅与信用的岗位: the window, reviewers and heads of permits, and who keeps credit. */
import { creditLook, look } from './verbs.ts'

const permitNames =
  'item ad-zone hauler truck disposal-site occupation project sanitation-standard duty-slot faq application certificate item-revision appointment supervision gas-recheck truck-exit filing filing-part simultaneous lighting-scheme lighting-drawing lighting-acceptance sanitation-review delivery-check design-review compound-acceptance consultation truck-move'
/** Whoever works on permits, or meets their holders in the street, sees them all. */
export const permitLook = permitNames.split(' ').map((name) => `permits.${name}.read`)
export const hallPosts = [
  {
    id: 'window-clerk',
    zh: '政务窗口办事员',
    verbs: [
      ...look,
      ...creditLook,
      ...permitLook,
      'permits.apply',
      'permits.accept',
      'permits.deliver',
      'permits.consultation.write',
      'permits.project.write',
      'permits.faq.write',
      'permits.duty-slot.write',
      'permits.manage',
    ],
    home: '/today',
  },
  {
    id: 'permit-reviewer',
    zh: '审批审查员',
    verbs: [...look, ...creditLook, ...permitLook, 'permits.review', 'permits.inspect'],
    home: '/today',
  },
  {
    id: 'permit-head',
    zh: '审批科负责人',
    verbs: [...look, ...creditLook, ...permitLook, 'permits.decide', 'permits.review', 'permits.manage'],
    home: '/today',
  },
  {
    id: 'credit-clerk',
    zh: '信用管理员',
    verbs: [...look, ...creditLook, ...permitLook, 'credit.collect', 'volunteers.volunteer.read'],
    home: '/today',
  },
  {
    id: 'credit-reviewer',
    zh: '信用审核员',
    verbs: [...look, ...creditLook, ...permitLook, 'credit.review', 'volunteers.volunteer.read'],
    home: '/today',
  },
] as const
