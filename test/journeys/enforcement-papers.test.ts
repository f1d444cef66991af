/** 执法文书:从案件填好、按年编号、版式合 GB/T 9704、二维码能核对;案卷一册,有目录和页码。 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { templateNames } from '#domains/enforcement/document.ts'
import { capital, fillTemplate, parseBlocks } from '#kernel/documents/index.ts'
import { photo, type World, world } from '../world.ts'
import { openOffice } from './enforcement-office.ts'
import { readCode, unzip } from './paper-file.ts'

const penalty = 'enforcement.penalty'
const document = 'enforcement.document'
const out = process.env.CITYLOOP_PAPERS

describe('执法文书', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openOffice>>
  let caseId = ''
  beforeAll(async () => {
    w = await world('2026-03-03 09:00')
    o = await openOffice(w)
    const party = await o.party('person', '钱某某')
    const made = await o.open(
      o.officer,
      penalty,
      {
        source: 'patrol',
        topic: 'posting',
        party,
        lawCode: 'V01',
        happenedOn: '2026-03-03',
        address: '建设路12号',
        description: '在公共场所墙面张贴小广告',
        coHandler: o.partner.personId,
        track: 'simple',
        kinds: ['fine'],
        fineFen: 9_050,
        defence: '当事人无异议',
        isCash: true,
        isShown: true,
        photos: [photo()],
      },
      { action: 'decideOnSpot' },
    )
    caseId = made.id
  })
  afterAll(() => w.close())

  const paperOf = async (template: string) => (await o.list(document, { template })).rows[0]
  const print = (definition: string, id: string, paper: string, format: string) =>
    o.officer.get<Buffer>(`/papers/${definition}/${id}/${paper}`, { format })

  it('enforcement-documents 当场处罚决定书由案件填好:文号、当事人、大写金额、承办人', async () => {
    const paper = await paperOf('28')
    const listed = await o.officer.get<{ papers: { id: string }[] }>(`/papers/${document}/${paper?.id}`)
    expect(listed.body.papers.map((p) => p.id)).toEqual(['document'])
    const page = (await print(document, String(paper?.id), 'document', 'html')).body.toString()
    expect(page).toContain('当场行政处罚决定书')
    expect(page).toContain('当罚字〔2026〕第1号')
    expect(page).toContain('钱某某')
    expect(page).toContain('人民币玖拾元伍角整(90.50元)')
    expect(page).toContain('2026年3月3日')
    expect((await w.anyone.get(`/papers/${document}/${paper?.id}/document`)).status).toBe(401)
    expect((await o.officer.get(`/papers/${document}/${paper?.id}/nothing`)).status).toBe(404)
    expect((await o.officer.get(`/papers/${document}/${paper?.id}/document`, { format: 'doc' })).status).toBe(400)
  })

  it('enforcement-documents 停工、责令改正、约谈由措施填好,整改责令写明当事人、事实、依据、期限;人名不印编号', async () => {
    const { officer, partner } = o
    const party = await o.party('org', '建筑公司')
    const about = {
      party,
      lawCode: 'V10',
      basis: '城乡规划法第66条',
      content: '未批临时建设',
      address: '北门工地',
      topic: 'building',
    }
    const paperBeside = async (definition: string, id: string): Promise<string> => {
      const [paper] = await o.children(definition, id, document)
      const answer = await print(document, paper?.id ?? '', 'document', 'html')
      expect(answer.status).toBe(200)
      return answer.body.toString()
    }
    const measure = (action: string, extra: object) =>
      o.open(officer, 'enforcement.measure', { ...about, coOfficer: partner.personId, ...extra }, { action })
    const names = (await o.reader.get<{ people: { id: string; name: string }[] }>('/meta')).body.people
    const both = [officer, partner].map((x) => names.find((n) => n.id === x.personId)?.name ?? '')
    for (const [action, extra] of [
      ['stopWork', {}],
      ['order', { limit: { value: 2, unit: 'work_day' } }],
    ] as const) {
      const page = await paperBeside('enforcement.measure', (await measure(action, extra)).id)
      for (const words of ['建筑公司:', '北门工地未批临时建设', '城乡规划法第66条', both.join('、')])
        expect(page).toContain(words)
      expect(page).not.toContain(party)
    }
    const talk = await o.open(officer, 'enforcement.measure', { ...about, heldOn: o.today() }, { action: 'interview' })
    await officer.act('enforcement.measure', talk.id, 'hold', { attendees: '总经理', outcome: '三日内停工' })
    for (const words of ['建筑公司', '总经理', '三日内停工'])
      expect(await paperBeside('enforcement.measure', talk.id)).toContain(words)
    const issue = await o.open(officer, 'enforcement.frontage-issue', {
      party,
      address: '建设路9号',
      description: '门前油污',
      photos: [photo()],
      duty: 'sanitation',
    })
    await officer.act('enforcement.frontage-issue', issue.id, 'order', {
      note: '清洗干净',
      limit: { value: 3, unit: 'natural_day' },
    })
    const page = await paperBeside('enforcement.frontage-issue', issue.id)
    for (const words of ['建筑公司:', '建设路9号门前油污', '在3日内改正', '清洗干净', both[0] ?? ''])
      expect(page).toContain(words)
    const [served] = await o.children('enforcement.frontage-issue', issue.id, document)
    expect(served?.status).toBe('issued')
  })

  it('docx 的纸张、页边、字体、每页二十二行合 GB/T 9704-2012,二维码扫得开', async () => {
    const paper = await paperOf('28')
    const bytes = (await print(document, String(paper?.id), 'document', 'docx')).body
    if (out) writeFileSync(join(out, 'paper.docx'), bytes)
    const parts = unzip(bytes)
    const xml = parts.get('word/document.xml')?.toString('utf8') ?? ''
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
    const margin = /<w:pgMar([^>]*)>/.exec(xml)?.[1] ?? ''
    expect(margin).toContain('w:top="2098"')
    expect(margin).toContain('w:left="1587"')
    expect(margin).toContain('w:right="1474"')
    expect(margin).toContain('w:bottom="1984"')
    // 156 mm: 28 characters of 16 pt, each a quarter point closer.
    const character = 16 + Number(/<w:spacing w:val="(-?\d+)"/.exec(xml)?.[1]) / 20
    expect(Math.floor(((156 / 25.4) * 72) / character)).toBe(28)
    // 225 mm: 22 lines of 28.99 pt.
    const pitch = Number(/w:linePitch="(\d+)"/.exec(xml)?.[1]) / 20
    expect(Math.floor(225 / 25.4 / (pitch / 72) + 0.01)).toBe(22)
    expect(xml).toContain('仿宋_GB2312')
    expect(xml).toContain('方正小标宋简体')
    expect(xml).toContain('w:firstLineChars="200"')
    const image = [...parts].find(([name]) => name.startsWith('word/media/'))?.[1]
    const url = await readCode(image ?? Buffer.alloc(0))
    expect(url).toMatch(/\/receipt\/[0-9a-f]{64}$/)
    const receipt = await w.anyone.get<{ isIntact: boolean }>(`/public/receipts/${url?.split('/').at(-1)}`)
    expect(receipt.body.isIntact).toBe(true)
  })

  it('四十五种文书每种都能出具、填好、打印成 PDF,没有漏填的标记', async () => {
    for (const template of Object.keys(templateNames)) {
      const made = await o.open(o.officer, document, {
        template,
        penalty: caseId,
        data: {
          party: '钱某某',
          reason: '说明\n换行',
          fineFen: 9050,
          basis: '条例第一条',
          items: ['木板三块', '油漆一桶'],
          days: 30,
        },
        mustServe: false,
      })
      const page = (await print(document, made.id, 'document', 'html')).body.toString()
      expect(page).toContain(`第${Number(made.number.slice(-4))}号`)
      expect(page.slice(page.indexOf('<article>'))).not.toMatch(/undefined|\[object|NaN|\{\{|%\}/)
      const bytes = (await print(document, made.id, 'document', 'pdf')).body
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
      if (out && ['27', '18', '02'].includes(template)) writeFileSync(join(out, `paper-${template}.pdf`), bytes)
    }
  }, 120_000)

  it('案卷一册:封面、目录、每份文书,页码连续', async () => {
    const page = (await print(penalty, caseId, 'volume', 'html')).body.toString()
    expect(page).toContain('行政处罚案卷')
    expect(page.match(/<article>/g)).toHaveLength(1 + 1 + Object.keys(templateNames).length)
    const bytes = (await print(penalty, caseId, 'volume', 'pdf')).body
    if (out) writeFileSync(join(out, 'volume.pdf'), bytes)
    const pages = bytes.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
    expect(pages).toBeGreaterThanOrEqual(1 + 3 + 46)
  }, 120_000)

  it('打印留痕,审计管理员看得到', async () => {
    const auditor = await w.as('shenji')
    const { body } = await auditor.get<{ rows: { kind: string }[] }>('/audit', { limit: '200' })
    expect(body.rows.some((r) => r.kind === 'paper.print')).toBe(true)
  })

  it('金额大写与模板标记', () => {
    const cases: readonly (readonly [number, string])[] = [
      [0, '零元整'],
      [5, '伍分'],
      [10_05, '壹拾元零伍分'],
      [1_005_00, '壹仟零伍元整'],
      [10_000_00, '壹万元整'],
      [1_010_203_45, '壹佰零壹万零贰佰零叁元肆角伍分'],
      [100_000_000_00, '壹亿元整'],
    ]
    for (const [fen, zh] of cases) expect([fen, capital(fen)]).toEqual([fen, zh])
    expect(parseBlocks('# 题\n| a | b |\n| c |\n正文')).toEqual([
      { kind: 'title', text: '题' },
      { kind: 'table', rows: [['a', 'b'], ['c']] },
      { kind: 'body', text: '正文' },
    ])
    expect(fillTemplate('{{ x | blank: 2 }}', {})).toEqual([{ kind: 'body', text: '＿＿' }])
  })
})
