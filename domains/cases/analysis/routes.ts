/** Routes of 分析研判. */
import { type BoundRoute, bind, createOpener, type Kernel, reject } from '#kernel'
import { forecastRoute, postScoresRoute, raiseRoute, simulateRoute, structuralRoute, topicsRoute } from './contract.ts'
import { forecastLoad } from './forecast.ts'
import { industryProcedure } from './industry.ts'
import { postScores } from './posts.ts'
import { simulatePolicy } from './simulate.ts'
import { problemOf, structuralProblems } from './structural.ts'
import { hotTopics } from './topics.ts'

export const analysisRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const open = createOpener(kernel)
  return [
    bind(forecastRoute, (input, ctx) => ctx.work((work) => forecastLoad(work, input))),
    bind(topicsRoute, (input, ctx) => ctx.work((work) => hotTopics(work, input))),
    bind(structuralRoute, (input, ctx) => ctx.work((work) => structuralProblems(work, input))),
    bind(simulateRoute, (input, ctx) => ctx.work((work) => simulatePolicy(work, input))),
    bind(postScoresRoute, ({ from, to }, ctx) => ctx.work(({ tx }) => postScores(tx, from, to))),
    bind(raiseRoute, async ({ number, unit, ...asked }, ctx) => {
      const problem = await ctx.work((work) => problemOf(work, asked, number))
      if (problem.raised.length > 0) reject('cases.raised', { number: problem.raised.join('、') })
      const subjectName = `${problem.address ?? problem.area ?? ''}(办结后又发生${problem.returned}次)`.slice(0, 100)
      const opened = await open({
        procedure: industryProcedure.id,
        district: ctx.district,
        actor: ctx.actor,
        action: 'raise',
        input: { subjectName, links: problem.cases.map((id) => ({ case: id })), unit },
      })
      ctx.reply.code(201)
      return { id: opened.id, number: opened.number, cases: problem.cases.length }
    }),
  ]
}
