/** What 油烟噪声扬尘 does when told: a score moves its site, a cleaning moves its facade's next day. */
import { bySystem, type Listener, listen } from '#kernel'
import { facadeCleaned, siteScored } from './facts.ts'

export const pollutionListeners: readonly Listener[] = [
  listen(siteScored, async ({ site, score, on, bad }, ctx) => {
    await bySystem(ctx, 'pollution.site', site, 'scored', { score, checkedOn: on, bad })
  }),
  listen(facadeCleaned, async ({ facade, on }, ctx) => {
    await bySystem(ctx, 'pollution.facade', facade, 'cleaned', { on })
  }),
] as readonly Listener[]
