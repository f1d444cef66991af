/** Refusals of permits. Each says what is missing and on which article. */
import { defineErrors } from '#kernel/contract'

const of = (status: 403 | 409 | 422, zh: string, en: string) => ({ status, zh, en }) as const

export const permitErrors = defineErrors({
  'permits.item': of(422, '{why},请从现行事项目录选择', '{why}: choose from the catalogue in force'),
  'permits.documents': of(
    409,
    '缺少{missing},不能受理;请在五个工作日内一次性告知补正(行政许可法第32条第四项)',
    'Missing {missing}: give one correction notice',
  ),
  'permits.once': of(
    409,
    '已于{day}一次性告知补正,不得再次要求(行政许可法第32条第四项)',
    'The one correction notice was given on {day}',
  ),
  'permits.receipt': of(403, '回执码不符,请用申请时取得的回执', 'The receipt does not match'),
  'permits.mode': of(422, '{why}', '{why}'),
  'permits.site-check': of(
    409,
    '该事项须现场核查,由两名以上工作人员进行(行政许可法第34条第三款)',
    'A site check by two is needed first',
  ),
  'permits.two-staff': of(422, '现场核查应当指派两名以上工作人员(行政许可法第34条第三款)', 'Two staff are needed'),
  'permits.own-review': of(409, '审查人不得决定自己审查的申请', 'A reviewer may not decide their own review'),
  'permits.extend': of(409, '{why}(行政许可法第42条)', '{why}'),
  'permits.late': of(422, '法定期限至{day}已过,请写明超期理由(行政许可法第42条)', 'Past {day}: state why'),
  'permits.condition': of(422, '不符合许可条件:{why}', 'Condition not met: {why}'),
  'permits.fee': of(409, '应缴{fee}元尚未缴纳', 'A fee of {fee} is due'),
  'permits.renew': of(422, '{why}(行政许可法第50条)', '{why}'),
  'permits.ban': of(422, '{why},{until}前不得再次申请(行政许可法第78条、第79条)', '{why}: no new application before {until}'),
  'permits.certificate': of(409, '{why}', '{why}'),
  'permits.open-parts': of(409, '还不能办结:{why}', 'Not yet: {why}'),
  'permits.before': of(409, '{why}', '{why}'),
  'permits.field': of(422, '{why}', '{why}'),
  'permits.same-person': of(409, '{role}不能与{other}是同一人', '{role} and {other} must be two people'),
})
