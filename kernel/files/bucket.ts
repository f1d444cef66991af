/** Token buckets in memory: how often one address may do something that costs us. Per process, so the real limit is at most this times the processes. */
export interface Buckets {
  /** Takes one token. @returns 0, or the seconds until there is one. */
  readonly take: (key: string) => number
  /** @returns the seconds until there is a token, taking none; 0 when there is one. */
  readonly wait: (key: string) => number
}
export interface BucketOptions {
  readonly capacity: number
  readonly perMinute: number
  /** Milliseconds, only ever growing. */
  readonly now?: () => number
  /** Addresses remembered before the fullest buckets are forgotten. */
  readonly keyLimit?: number
}
export const createBuckets = ({
  capacity,
  perMinute,
  now = () => performance.now(),
  keyLimit = 50_000,
}: BucketOptions): Buckets => {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const perMs = perMinute / 60_000
  const forgetFull = (at: number): void => {
    for (const [key, bucket] of buckets) if (bucket.tokens + (at - bucket.at) * perMs >= capacity) buckets.delete(key)
  }
  const tokensOf = (key: string, at: number): number => {
    const known = buckets.get(key)
    return known ? Math.min(capacity, known.tokens + (at - known.at) * perMs) : capacity
  }
  const secondsFor = (tokens: number): number => (tokens < 1 ? Math.ceil((1 - tokens) / perMs / 1000) : 0)
  return {
    wait: (key) => secondsFor(tokensOf(key, now())),
    take: (key) => {
      const at = now()
      if (buckets.size >= keyLimit) forgetFull(at)
      const tokens = tokensOf(key, at)
      if (tokens < 1) return secondsFor(tokens)
      buckets.set(key, { tokens: tokens - 1, at })
      return 0
    },
  }
}
/** Buckets of each running platform apart, made when they are first needed. */
export const bucketsPer = (options: BucketOptions): ((owner: object) => Buckets) => {
  const made = new WeakMap<object, Buckets>()
  return (owner) => {
    const known = made.get(owner) ?? createBuckets(options)
    made.set(owner, known)
    return known
  }
}
