/** 小广告治理: flyers, their numbers, the operators that suspend them. */

export { carrier, reconciliation } from './carrier.ts'
export { flyer } from './flyer.ts'
export { flyerIndicators } from './indicators.ts'
export { flyerListeners } from './listens.ts'
export { flyerPhone } from './number.ts'
export { flyerJob } from './read.ts'
