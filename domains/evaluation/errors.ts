/** Why a step of evaluation is refused: the sentence says what is missing. */
import { defineErrors } from '#kernel'

const of = (status: 403 | 409 | 422, zh: string, en: string) => ({ status, zh, en }) as const
export const evaluationErrors = defineErrors({
  'evaluation.open-items': of(409, '还有{count}项{what}未办结', '{count} {what} are open'),
  'evaluation.weights': of(
    422,
    '计分项与并入项满分合计应为100分,现为{sum}分',
    'Weights must add up to 100, they add up to {sum}',
  ),
  'evaluation.same-person': of(403, '{role}不能与{other}是同一人', '{role} and {other} must be two people'),
  'evaluation.window': of(409, '申诉期限至{day},已经截止', 'The window closed on {day}'),
  'evaluation.not-inspector': of(403, '该点位由抽签确定的检查人检查', 'Only the inspector drawn for this point'),
  'evaluation.not-yours': of(403, '只能为本街道办理', 'Only for your own street'),
})
