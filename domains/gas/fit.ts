/** 三件套更换: each class and part has a plan of its own, and each household's part is fitted, accepted and entered once. */
import { addMonths, choice, date, dayText, integer, one, photos, procedure, ref, register, say, text } from '#kernel'
import { partFitted } from './facts.ts'
import { notSelf, parts, userClasses, why } from './shared.ts'

export const quota = register('gas.quota', {
  zh: '三件套更换计划',
  menu: '燃气安全',
  title: 'programme',
  help: '不同用户类别、不同装置的户数各不相同,完成率各用自己的计划户数作分母。',
  uniqueTogether: [['programme', 'userClass', 'part']],
  fields: {
    programme: text('计划', { maxLength: 60 }).searchable(),
    userClass: choice('用户类别', userClasses),
    part: choice('装置', parts),
    households: integer('计划户数', { unit: '户', min: 1 }),
    dueOn: date('期限'),
  },
})
const form = {
  user: ref('燃气用户', 'sensing.gas-user'),
  userClass: choice('用户类别', userClasses),
  part: choice('装置', parts),
  serial: text('产品编号', { maxLength: 40 }),
  installedOn: date('安装日期'),
} as const
interface Found {
  readonly code: string
  readonly class: string
  readonly isBusy: boolean
}
export const fit = procedure('gas.fit', {
  zh: '三件套安装',
  menu: '燃气安全',
  title: 'code',
  numbering: { prefix: 'SJ', per: 'year', digits: 6 },
  help: '验收后记入该用户的三件套档案(感知“燃气三件套”),到期按档案提醒更换。',
  fields: {
    ...form,
    code: text('户号', { maxLength: 30 }).searchable(),
    serial: form.serial.searchable(),
    expiresOn: date('到期日'),
    acceptedOn: date('验收日期').optional(),
  },
  statuses: {
    installed: { zh: '待验收', duty: 'gas.verify', taskZh: '三件套安装待验收' },
    accepted: { zh: '已验收', kind: 'final' },
    refused: { zh: '不合格', kind: 'final' },
  },
}).actions((action) => ({
  install: action({
    zh: '安装',
    from: 'new',
    to: 'installed',
    by: 'gas.run',
    form: { ...form, photos: photos(1, '安装照片') },
    look: ({ tx, input }) =>
      one<Found>(
        tx,
        `select u.code, u.class, exists (select 1 from gas.fit f where f.user_ = u.id and f.part = $2 and f.status <> 'refused' and f.expires_on > $3::date) as "isBusy"
         from sensing.gas_user u where u.id = $1 and u.retired_at is null`,
        [input.user, input.part, input.installedOn],
      ),
    check: ({ input, found, now }) =>
      why(!found, '没有这个燃气用户') ??
      why((found?.class === 'resident') !== (input.userClass === 'pipeResident'), '用户类别与档案不符') ??
      why(Boolean(found?.isBusy), '该户这件装置已安装且未到期') ??
      why(input.installedOn > dayText(now), '安装日期不能晚于今天'),
    effects: ({ input, found, parameter }) => ({
      set: {
        code: found?.code ?? '',
        expiresOn: addMonths(input.installedOn, 12 * parameter(`sensing.gas-life-${input.part}`)),
      },
    }),
  }),
  accept: action({
    zh: '验收',
    from: 'installed',
    to: ({ input }) => (input.isOk === 'yes' ? 'accepted' : 'refused'),
    by: 'gas.verify',
    tone: 'primary',
    isBulk: true,
    form: { isOk: choice('结果', { yes: '合格', no: '不合格' }) },
    guard: ({ actor, past }) => notSelf(past, 'install', actor, '安装人不能验收自己的安装'),
    effects: ({ input, subject, now }) =>
      input.isOk === 'yes'
        ? {
            set: { acceptedOn: dayText(now) },
            facts: [
              say(partFitted, {
                number: subject.number,
                user: subject.user,
                part: subject.part,
                serial: subject.serial,
                installedOn: subject.installedOn,
                expiresOn: subject.expiresOn,
              }),
            ],
          }
        : {},
  }),
}))
