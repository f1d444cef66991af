import { isNativeTest, startTestCluster } from './cluster.ts'

/** For vitest's `globalSetup`: one cluster for all workers, who find it through the environment. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (!isNativeTest()) return undefined
  const cluster = await startTestCluster()
  process.env.CITYLOOP_TEST_SERVER = cluster.url
  return cluster.stop
}
