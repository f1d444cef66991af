/** Sanitation and public toilets: who sees it, and what each post does about it. */
const look =
  'alarm complaint order weather-order road-check collector-job bin-removal pickup point-check ticket station-day district-day mix-check renewal repair facility-project disinfect-drive tender month-pay village-check village-subsidy toilet-project alliance suspension toilet-round toilet-check toilet-call grading pass road-day wash-week post-check rest-use station-log disinfection toilet-clean toilet-day toilet-rating toilet-now road-plan shift-post night-town collector worker street-bin stop timetable station vehicle charger rest-place village-contract toilet toilet-plan'
    .split(' ')
    .map((name) => `sanitation.${name}.read`)
const write = (names: string): readonly string[] => names.split(' ').map((name) => `sanitation.${name}.write`)
/** By post. */
export const sanitation = {
  look,
  report: ['sanitation.report', 'sanitation.inspect', ...look, ...write('post-check')],
  duty: [...look, 'sanitation.report', 'sanitation.dispatch', 'sanitation.weigh'],
  dispatch: [...look, 'sanitation.report', 'sanitation.dispatch'],
  handle: [
    ...look,
    'sanitation.report',
    'sanitation.work',
    'sanitation.weigh',
    'sanitation.manage',
    ...write('rest-use station-log disinfection toilet-clean'),
  ],
  street: [...look, 'sanitation.report', 'sanitation.inspect', 'sanitation.rural', ...write('post-check')],
  assess: [...look, 'sanitation.report', 'sanitation.inspect', ...write('post-check')],
  lead: [...look, 'sanitation.approve'],
} as const
