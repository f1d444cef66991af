/** 情景包:四份公开总结的数从行里算出来;写错的包一处处指出来,什么也不装入. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { raw, verifyJournal } from '#kernel'
import { checkPack, totals } from '../scripts/report/check.ts'
import { cutTotal, dayOfRow, readDays } from '../scripts/scenario/days.ts'
import { PackError } from '../scripts/scenario/faults.ts'
import { packDir } from '../scripts/scenario/house.ts'
import { readPack } from '../scripts/scenario/pack.ts'
import { loadPack } from '../scripts/scenario/write.ts'
import { type World, world } from './world.ts'

const yearOf = (year: number) => ({ from: `${year - 1}-12-31T16:00:00.000Z`, to: `${year}-12-31T16:00:00.000Z` })
const temporary = mkdtempSync(join(tmpdir(), 'pack-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))
const inWorld = async (run: (w: World) => Promise<void>): Promise<void> => {
  const w = await world('2026-01-12 09:00')
  try {
    await run(w)
  } finally {
    await w.close()
  }
}

describe('情景包', () => {
  it(
    '情景003:印出的142处数,除一处原文自相矛盾外都由行算出;点开是那些行,平台业务也是',
    () =>
      inWorld(async (w) => {
        const pack = readPack(packDir('003'))
        const loaded = await loadPack(w.kernel, w.district, pack)
        expect(loaded.entries).toBeGreaterThan(20_000)
        expect(Object.fromEntries(loaded.histories)).toEqual({ 'enforcement.penalty': 1382, 'permits.application': 129 })
        const judged = await checkPack(w.kernel, w.district, pack)
        expect(totals(judged)).toEqual({ ok: 129, target: 12, sample: 6, cannot: 1, wrong: 0 })
        const of = (metric: string) => judged.find((j) => j.metric === metric)
        expect([of('waste-treated')?.computed, of('waste-treated-daily')?.computed, of('waste-burnt-rate')?.computed]).toEqual([
          '210.89万吨',
          '5777.71吨',
          '77.04%',
        ])
        expect(of('frontage-self-rate')).toMatchObject({ verdict: 'cannot', printed: '86%以上' })
        const reader = await w.as('kaohe1')
        const rate = await reader.get<{ values: { value: number }[] }>('/indicators/statistics.waste-burnt-rate', yearOf(2021))
        expect(rate.body.values[0]?.value).toBeCloseTo(77.04, 2)
        const muck = await reader.get<{ definition: string; rows: unknown[]; sql: string }>(
          '/indicators/statistics.muck-filed/rows',
          { ...yearOf(2021), side: 'numerator' },
        )
        expect([muck.body.definition, muck.body.rows.length]).toEqual(['enforcement.penalty', 200])
        expect((await verifyJournal(w.kernel, w.district)).breaks).toEqual([])
      }),
    240_000,
  )

  it.each([
    ['000', { ok: 9, target: 6, sample: 119, cannot: 0, wrong: 0 }],
    ['001', { ok: 0, target: 45, sample: 4, cannot: 0, wrong: 0 }],
    ['002', { ok: 68, target: 6, sample: 4, cannot: 1, wrong: 0 }],
  ] as const)(
    '情景%s:目标旁边有实绩,原文没有印数的照事实印出并注明示例',
    (id, want) =>
      inWorld(async (w) => {
        const pack = readPack(packDir(id))
        await loadPack(w.kernel, w.district, pack)
        const judged = await checkPack(w.kernel, w.district, pack)
        expect(totals(judged)).toEqual(want)
        const of = (metric: string) => judged.find((j) => j.metric === metric)
        if (id === '001') expect(judged.filter((j) => j.verdict === 'target' && j.actual === null)).toEqual([])
        if (id === '002') {
          expect([of('appeal-close-rate')?.computed, of('muck-fine')?.computed]).toEqual(['98.65%', '32.9万余元'])
          expect(of('appeal-hotline')).toMatchObject({ verdict: 'cannot', computed: '516件' })
        }
      }),
    240_000,
  )

  it('410 处印出的数都有指标', () => {
    const all = ['000', '001', '002', '003'].map((id) => readPack(packDir(id)))
    expect(all.map((p) => p.figures.length)).toEqual([134, 49, 79, 148])
    for (const pack of all) {
      const ids = new Set(pack.metrics.map((m) => m.cells.id))
      expect(pack.figures.filter((f) => !ids.has(f.cells.metric))).toEqual([])
    }
  })

  it('写错的包:每一处有文件、行号和改法;数据库里什么也没有', () =>
    inWorld(async (w) => {
      const dir = join(temporary, 'wrong')
      cpSync(packDir('001'), dir, { recursive: true })
      const append = (file: string, text: string): void =>
        writeFileSync(join(dir, file), `${readFileSync(join(dir, file), 'utf8')}${text}`)
      append('facts.csv', '坏日期,三月五日\n')
      append('metrics.csv', 'Bad_Id,坏,处,0,计数(坏\n')
      append('figures.csv', '一,没有{3处},nothing,actual\n')
      const read = (): unknown => readPack(dir)
      expect(read).toThrow(PackError)
      try {
        read()
      } catch (error) {
        const text = (error as PackError).faults.map((f) => `${f.file}:${f.line} ${f.zh}`).join('\n')
        expect(text).toMatch(/facts\.csv:\d+ 日期“三月五日”应写成/)
        expect(text).toMatch(/metrics\.csv:\d+ id “Bad_Id”用小写字母/)
        expect(text).toMatch(/metrics\.csv:\d+ 公式第\d+个字/)
        expect(text).toMatch(/figures\.csv:\d+ metrics\.csv 里没有指标“nothing”/)
      }
      const unknown = join(temporary, 'unknown')
      cpSync(packDir('001'), unknown, { recursive: true })
      writeFileSync(join(unknown, 'facts.csv'), 'matter,on,times,attributes\ncases.case,2022,3,来源=天上掉的\n')
      await expect(loadPack(w.kernel, w.district, readPack(unknown))).rejects.toThrow(/facts\.csv:2 “来源”没有“天上掉的”/)
      const left = await w.kernel.db.withDistricts([w.district], (tx) =>
        raw(tx, 'select 1 from statistics.entry union all select 1 from statistics.metric', []),
      )
      expect(left.rows).toHaveLength(0)
    }))

  it('分摊:合计分毫不差,日子落在期内,同一个包每次画出同样的行', () => {
    const parts = cutTotal('2108864.15', 365, 'a')
    expect(Math.round(parts.reduce((s, v) => s + v, 0) * 100)).toBe(210886415)
    expect(cutTotal('2108864.15', 365, 'a')).toEqual(parts)
    const days = readDays('2023-01..2023-10')
    expect(days).toEqual({ from: '2023-01-01', to: '2023-10-31' })
    const drawn = Array.from({ length: 304 }, (_, i) => (days ? dayOfRow(days, i, 304, 's') : ''))
    expect([drawn[0], drawn.at(-1)]).toEqual(['2023-01-01', '2023-10-31'])
    expect([readDays('2021年3月'), readDays('2021/3/5')]).toEqual([
      { from: '2021-03-01', to: '2021-03-31' },
      { from: '2021-03-05', to: '2021-03-05' },
    ])
    expect([readDays('2021-02-30'), readDays('2021-13'), readDays('2022..2021')]).toEqual([undefined, undefined, undefined])
  })
})
