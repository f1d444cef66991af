/**
 * A picture fetched from a camera. An address that somebody typed must not lead this server anywhere it likes: only hosts that the
 * server's own configuration names are asked (`CITYLOOP_CAMERA_HOSTS`, `host` or `host:port`, by commas), never redirected elsewhere.
 */
export const hostsOf = (text: string | undefined): ReadonlySet<string> =>
  new Set(
    (text ?? '')
      .split(',')
      .map((h) => h.trim().toLowerCase())
      .filter((h) => h !== ''),
  )

/** Why an address may not be fetched, or undefined. A host without a port in the list allows the standard port only. */
export const snapshotFault = (address: string, hosts: ReadonlySet<string>): string | undefined => {
  if (!URL.canParse(address)) return '抓图地址无效'
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return '抓图地址须为 http 或 https'
  if (url.username || url.password) return '抓图地址中不能带账号密码'
  return hosts.has(url.host.toLowerCase()) ? undefined : `主机${url.host}不在 CITYLOOP_CAMERA_HOSTS 名单内`
}
const mostBytes = 10 * 1024 * 1024

/** The picture. Throws where it is not to be had: not allowed, slow, too large, not an image. */
export const fetchSnapshot = async (address: string, hosts: ReadonlySet<string>, timeoutMs = 10_000): Promise<Buffer> => {
  const fault = snapshotFault(address, hosts)
  if (fault) throw new Error(fault)
  const answer = await fetch(address, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'image/*' },
  })
  if (!answer.ok || !answer.headers.get('content-type')?.startsWith('image/')) {
    await answer.body?.cancel()
    throw new Error(`摄像头答复 ${answer.status} ${answer.headers.get('content-type') ?? ''}`)
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    if (size > mostBytes) throw new Error('图片超过10MB')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
