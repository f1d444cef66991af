/** Words of the shared screen parts, in English. */
export const en = {
  common: { back: 'Back', cancel: 'Cancel', clear: 'Clear', close: 'Close', less: 'Less', yes: 'Yes', no: 'No', remove: 'Remove', retry: 'Try again', save: 'Save', saved: 'Saved' },
  error: { bug: 'This page failed. Reload and try again; if it persists, tell the administrator' },
  time: {
    underMinute: 'under 1 min', minutes: '{n} min', hoursMinutes: '{h} h {m} min', daysHours: '{d} d {h} h', justNow: 'just now', minutesAgo: '{n} min ago', inMinutes: 'in {n} min', hoursAgo: '{n} h ago',
    todayAt: 'today {time}', yesterdayAt: 'yesterday {time}', tomorrowAt: 'tomorrow {time}',
  },
  limit: { unit: 'Unit of the limit', urgent_hour: ' urgent hours', urgent_day: ' urgent days', work_hour: ' working hours', work_day: ' working days', natural_day: ' calendar days' },
  due: { at: 'Due {time}', ended: 'Ended', left: '{time} left', over: '{time} over', none: 'No clock', paused: 'Clock paused' },
  clock: {
    why: 'why', left: '{name}: {time} left', over: '{name}: {time} over', paused: '{name} paused, {time} left', limit: 'limit {limit}', round: ' (round {n})', running: 'running', total: 'Ended after {time}', cancelled: 'cancelled',
    stopped: 'stopped {at}', doneInTime: 'in time, took {used}', doneLate: 'took {used}, {over} over',
  },
  column: {
    number: 'Number', status: 'Status', due: 'Time left', dueAt: 'Due', area: 'Place', street: 'Street', unit: 'Unit', created: 'Entered', updated: 'Updated', closed: 'Ended', at: 'Time', by: 'By', received: 'Received',
    lon: 'Longitude', lat: 'Latitude', retired: 'Retired',
  },
  list: {
    search: 'Search number, name, address…', add: 'Add', begin: 'Begin', map: 'Map', columns: 'Columns', columnsReset: 'Default', columnUp: 'Move “{name}” up', check: 'Choose this row', checkAll: 'Choose all on this page', pages: 'Pages', range: '{from}–{to} of {total}',
    perPage: '{n} per page', size: 'Rows per page', previous: 'Previous page', next: 'Next page', resize: 'Drag to resize', noMatch: 'Nothing matches. Loosen the filters.', none: 'No {name} yet. Once entered, they are listed here.', unknown: 'There is no page “{id}”, or you may not see it',
  },
  filter: { more: 'More filters', clearAll: 'Clear all filters', contains: 'contains…', from: 'at least', below: 'below', firstDay: 'from', lastDay: 'to', not: 'excluded', several: '{first} and others ({n})' },
  field: {
    required: 'Fill in {name}', must: 'required', personal: 'personal data', file: 'File {n}', place: 'Place', placeHelp: 'click the place on the map', codePlaceholder: 'name, pinyin initials or code', refPlaceholder: 'type to search', keepPersonal: 'Leave empty to keep the present value',
  },
  upload: { photo: 'Add photos', file: 'Add files', sending: 'Sending…', retry: 'Failed, send again', reused: '“{name}” is the same or nearly the same as an earlier photo {number}' },
  edit: { edit: 'Edit', new: 'New {name}', facts: 'Facts', reason: 'Reason for the change (optional)' },
  retire: { do: 'Retire', title: 'Retire', why: 'A retired row is no longer listed; its history stays. State the reason:', short: 'State the reason', done: 'Retired', was: 'Retired' },
  history: { title: 'History', none: 'No changes yet', reason: 'Reason: {reason}', create: 'Created', edit: 'Edited', retire: 'Retired', add: 'Recorded', correct: 'Corrected', import: 'Imported' },
  reveal: { show: 'Show', title: 'Show {name}', why: 'Showing personal data is audited. State the reason:', short: 'State the reason (4 characters or more)' },
  import: {
    do: 'Import', title: 'Import {name}', template: 'Download the template (Excel)', templateHelp: 'Row 1 names the columns, row 2 explains them; fill it in and choose the file below.', choose: 'Choose the filled file', run: 'Import', added: '{n} rows imported', known: '{n} known already', stopped: 'The import did not finish', row: 'Row {n}', refused: '{n} rows refused', errors: 'Download refused rows with reasons',
  },
  export: { do: 'Export', failed: 'The export failed, try again later' },
  map: { failed: 'The map did not open, reload the page' },
  near: { label: 'Place and open ones nearby', count: '{n} open nearby', none: 'No place' },
  photo: { title: 'Photos', none: 'No photos', slide: 'Drag to compare before and after', nth: '{name}, photo {n}', single: 'Single', compare: 'Compare', large: 'Enlarge', of: 'Photo of {name}' },
  timeline: {
    title: 'Timeline', count: '{n} steps', newestFirst: 'Newest first', oldestFirst: 'Oldest first', took: 'took {time}', tookHelp: 'Time since the step before', basis: 'Basis: {basis}', drawn: 'Assigned by lot, verifiable', trace: 'Trace', receipt: 'Receipt', copy: 'Copy the receipt', copied: 'Receipt copied', behalf: 'for {name}',
  },
  action: { title: 'Actions', may: 'You may', mayNot: 'Closed', none: 'There is nothing for you to do now', all: 'All {n}', done: '{name}: done', leadsTo: 'Leads to: {status}', sure: 'Really {name}?', submitKey: 'submit' },
  asof: { title: 'As of', now: 'now', earlier: 'One step earlier', later: 'One step later', banner: 'You see a past state; actions are hidden. Move the slider to the right end to return to now.' },
  children: { title: 'Begun from this' },
  subject: { crumbs: 'Where you are', unit: 'Unit: {name}', holder: 'With: {name}' },
}
