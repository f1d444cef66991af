/** The year of the enforcement brigade of the simulated district, by its calendar. */
import { addEnforcement, data } from './enforcement-lists.ts'
import { penalty, seizure } from './enforcement-penalty.ts'
import { capture, fire, flyer, issue, rail, reconcile, resume, revenue, wasteCheck } from './enforcement-street.ts'
import {
  assessment,
  assistance,
  campaign,
  jointPatrol,
  lawyerDay,
  lesson,
  meeting,
  planned,
  police,
  powers,
  quickCall,
  regionMeeting,
} from './enforcement-works.ts'
import { type Entry, every, once, type Story } from './story.ts'

const begin: Story = async function* (o) {
  if ((await o.rows(data, 'enforcement.agreement')).length > 0) return
  await addEnforcement(o)
  yield 1
}
export const enforcementDiary: Readonly<Record<string, Entry>> = {
  begin: { on: once(0), hour: 5.8, tell: begin },
  'penalty held': { on: once(1), hour: 9.2, tell: penalty(true, false) },
  'penalty appealed': { on: once(3), hour: 9.9, tell: penalty(true, true) },
  penalty: { on: every(13, 2), hour: 10.3, tell: penalty(false, false) },
  'penalty reviewed': { on: every(28, 8), hour: 14.3, tell: penalty(false, true) },
  seizure: { on: every(14, 4), hour: 9.4, tell: seizure },
  frontage: { on: every(9), hour: 9.5, tell: issue('frontage-issue') },
  greening: { on: every(11, 2), hour: 10.1, tell: issue('greening-damage') },
  obstacle: { on: every(11, 5), hour: 14.6, tell: issue('obstacle') },
  compound: { on: every(12, 8), hour: 15.4, tell: issue('compound-case') },
  sorting: { on: every(7, 1), hour: 8.6, tell: wasteCheck('sorting-check') },
  'food waste': { on: every(7, 4), hour: 13.4, tell: wasteCheck('food-waste-check') },
  fire: { on: every(8, 3), hour: 19.2, tell: fire },
  'revenue one': { on: once(2), hour: 10.4, tell: revenue('第一批', 0) },
  'revenue two': { on: once(9), hour: 10.4, tell: revenue('第一批', 1) },
  'revenue three': { on: once(18), hour: 10.4, tell: revenue('第二批', 0) },
  rail: { on: every(10, 6), hour: 9.3, tell: rail },
  flyer: { on: every(5, 3), hour: 8.9, tell: flyer },
  resume: { on: every(15, 5), hour: 16.4, tell: resume },
  reconcile: { on: ({ monthDay }) => monthDay === 25, hour: 15.6, tell: reconcile },
  capture: { on: every(7, 2), hour: 9.7, tell: capture },
  'quick call': { on: every(6, 1), hour: 17.2, tell: quickCall },
  police: { on: every(9, 4), hour: 16.1, tell: police },
  'joint patrol': { on: every(13, 6), hour: 9.1, tell: jointPatrol },
  assistance: { on: every(10, 5), hour: 11.2, tell: assistance },
  'region meeting': { on: every(29, 12), hour: 14.2, tell: regionMeeting },
  planned: { on: (today) => today.passed % 18 === 5, hour: 9.8, tell: planned },
  lawyers: { on: every(6, 2), hour: 15.1, tell: lawyerDay },
  lesson: { on: every(12, 7), hour: 9.6, tell: lesson },
  'powers one': { on: once(4), hour: 10.2, tell: powers('V23', false) },
  'powers two': { on: once(15), hour: 10.2, tell: powers('V18', true) },
  meeting: { on: every(15, 9), hour: 9.4, tell: meeting },
  assessment: { on: every(10, 8), hour: 14.1, tell: assessment },
  'campaign one': { on: once(1), hour: 8.8, tell: campaign('餐厨废弃物专项整治', 20, true) },
  'campaign two': { on: once(20), hour: 8.8, tell: campaign('门前三包集中整治', 30, false) },
}
