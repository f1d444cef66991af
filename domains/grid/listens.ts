import { objectAccepted, objectChanged } from '#catalogue/facts.ts'
import { bySystem, type Listener, listen } from '#kernel'
import { carryOutRedraw, redrawApproved } from './areas.ts'
import { changeKnown, enterAccepted, entryApproved, publishEntry } from './entry.ts'
import { standardPublished } from './objects.ts'
import { componentRepaired, markRepaired } from './repair.ts'

export const gridListeners: readonly Listener[] = [
  listen(entryApproved, ({ entryId }, ctx) => publishEntry(ctx, entryId)),
  listen(componentRepaired, ({ component, state }, ctx) => markRepaired(ctx, component, state)),
  listen(
    objectAccepted,
    (accepted, ctx) => enterAccepted(ctx, accepted),
    ({ register }) => register.startsWith('grid.'),
  ),
  listen(
    objectChanged,
    (changed, ctx) => changeKnown(ctx, changed),
    ({ register }) => register.startsWith('grid.'),
  ),
  listen(standardPublished, async ({ replaces }, ctx) => {
    await bySystem(ctx, 'grid.standard', replaces, 'supersede')
  }),
  listen(redrawApproved, ({ redrawId }, ctx) => carryOutRedraw(ctx, redrawId)),
] as readonly Listener[]
