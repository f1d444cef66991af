/**
 * Where the platform may be sent by an address that somebody typed: never to link-local addresses (cloud metadata), to the private
 * networks and this machine only as far as a dated parameter says. Judged on the addresses a name resolves to, at the moment of
 * connecting, so that a name cannot change in between (OWASP SSRF Prevention).
 */
import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** 0: the public internet over https; 1: private networks and http too; 2: this machine too. */
export type Reach = number

const listOf = (...subnets: readonly string[]): BlockList => {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [net = '', bits] = subnet.split('/')
    list.addSubnet(net, Number(bits), isIP(net) === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}
const never = listOf(
  '0.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  'fe80::/10',
  'ff00::/8',
  '64:ff9b::/96',
  '2002::/16',
  '2001::/32',
  '::/128',
)
const own = listOf('127.0.0.0/8', '::1/128')
const inner = listOf(
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '198.18.0.0/15',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  'fc00::/7',
  '2001:db8::/32',
)
/** The alibaba metadata service sits in the shared address space. */
const metadata = listOf('100.100.100.200/32')

/** Why an address may not be connected to, or undefined. */
export const addressFault = (address: string, reach: Reach): string | undefined => {
  const version = isIP(address)
  if (version === 0) return `不是地址:${address}`
  const family = version === 6 ? 'ipv6' : 'ipv4'
  const isIn = (list: BlockList): boolean => list.check(address, family)
  if (isIn(never) || isIn(metadata)) return `不许连接链路本地、元数据或保留地址 ${address}`
  if (isIn(own) && reach < 2) return `不许连接本机地址 ${address}`
  if (isIn(inner) && reach < 1) return `不许连接内网地址 ${address}`
  return undefined
}
/** Why a typed address is refused before anything is resolved, or undefined. */
export const urlFault = (url: URL, reach: Reach): string | undefined => {
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && reach >= 1)) return '只许 https 地址'
  if (url.username || url.password) return '地址中不能带账号密码'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) ? addressFault(host, reach) : undefined
}
export class Forbidden extends Error {}

/** A name lookup that fails when any of its addresses is out of reach; the connection is made to exactly what it checked. */
export const guardedLookup =
  (reach: Reach): LookupFunction =>
  (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0)
      const fault = addresses.map((a) => addressFault(a.address, reach)).find((f) => f !== undefined)
      const [first] = addresses
      if (fault || !first) return done(new Forbidden(fault ?? `查不到 ${host}`), '', 0)
      if (options.all) done(null, addresses as never)
      else done(null, first.address, first.family)
    })
  }
