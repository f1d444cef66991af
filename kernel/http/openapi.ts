/** OpenAPI 3.1 generated from the route contracts, and a page to read it; nothing is loaded from outside. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { errorEntries } from '../errors.ts'
import type { BoundRoute } from './bind.ts'

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> =>
  z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      if ((zodSchema as { _zod?: { def?: { type?: string } } })._zod?.def?.type === 'date')
        Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
    },
  }) as Record<string, unknown>

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
}
const operation = ({ route }: BoundRoute): Record<string, unknown> => {
  const input = schemaOf(route.input, 'input') as ObjectSchema
  const inPath = new Set([...route.path.matchAll(/:(\w+)/g)].map((m) => m[1]))
  const rest = Object.entries(input.properties ?? {}).filter(([name]) => !inPath.has(name))
  const isQuery = route.method === 'GET' || route.method === 'DELETE'
  const parameters = [
    ...[...inPath].map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: input.properties?.[name ?? ''] ?? { type: 'string' },
    })),
    ...(isQuery
      ? rest.map(([name, schema]) => ({ name, in: 'query', required: input.required?.includes(name) ?? false, schema }))
      : []),
  ]
  const body =
    isQuery || rest.length === 0
      ? {}
      : {
          requestBody: {
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: Object.fromEntries(rest),
                  required: (input.required ?? []).filter((n) => !inPath.has(n)),
                },
              },
            },
          },
        }
  return {
    summary: route.zh,
    tags: [route.tag ?? 'other'],
    description: `权限:${route.permission === 'public' ? '公开' : route.permission === 'signed-in' ? '登录即可' : route.permission}`,
    ...(route.permission === 'public' ? { security: [] } : {}),
    parameters,
    ...body,
    responses: {
      200: {
        description: '成功',
        content: { [route.raw ?? 'application/json']: { schema: route.raw ? {} : schemaOf(route.output, 'output') } },
      },
      default: { description: '错误', content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
    },
  }
}

export const openApiOf = (routes: readonly BoundRoute[]): Record<string, unknown> => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const bound of routes) {
    const path = `/api${bound.route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [bound.route.method.toLowerCase()]: operation(bound) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'CityLoop 智慧城管', version: '0.1.0', description: '接口由路由合同生成;错误码见 /api/errors。' },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Error: {
          type: 'object',
          required: ['code', 'zh', 'en'],
          properties: {
            code: { type: 'string', enum: errorEntries().map(([c]) => c) },
            zh: { type: 'string' },
            en: { type: 'string' },
            params: { type: 'object' },
            fields: { type: 'object' },
          },
        },
      },
    },
  }
}
export const serveApiDocs = async (app: FastifyInstance, routes: readonly BoundRoute[]): Promise<void> => {
  await app.register(swagger, { mode: 'static', specification: { document: openApiOf(routes) as never } })
  await app.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { docExpansion: 'none' } })
}
