/** 市容, 摊区夜市, 油烟噪声扬尘: what each post does about them, by id of the post. */
const names = {
  appearance:
    'member target lane-plan control-zone cleanup burning-point alliance-meeting grade outing vigil agreement visit issue alliance mutual measure benefit campaign item street-check lane lane-patrol lane-problem project project-problem lecture works kiosk board-post occupation festival',
  stalls: 'night-round site school round applicant tenure evening committee motion safety hazard fair-check outdoor night intro',
  pollution: 'road-duty roadside-wash complaint stain site site-check dust-test wash facade cleaning flyer-check',
} as const
const of = (domain: keyof typeof names, verb: string, only: string = names[domain]) =>
  only.split(' ').map((n) => `${domain}.${n}.${verb}`)
const look = (Object.keys(names) as (keyof typeof names)[]).flatMap((d) => of(d, 'read'))
const check = ['appearance.check', 'stalls.check', 'pollution.check']
const town = ['appearance.town', 'stalls.town', 'pollution.town']
const manage = ['appearance.manage', 'stalls.manage', 'pollution.manage']
const written = [
  ...of('appearance', 'write', 'member alliance-meeting cleanup outing vigil'),
  'stalls.night-round.write',
  'pollution.roadside-wash.write',
]
const kept = [...of('appearance', 'write', 'target lane-plan control-zone burning-point'), 'pollution.road-duty.write']
export const appearance: Readonly<Record<string, readonly string[]>> = {
  collector: ['appearance.check', 'appearance.issue.read', 'appearance.agreement.read'],
  'duty-head': look,
  handler: [...look, 'appearance.work', 'appearance.cleanup.write'],
  officer: [...look, ...check, ...written],
  'street-admin': [...look, ...town, ...check, ...written],
  'enforcement-head': [...look, ...check, ...manage],
  assessor: [...look, ...manage],
  leader: look,
  data: [...look, ...check, ...town, ...manage, ...written, ...kept, 'appearance.work'],
}
